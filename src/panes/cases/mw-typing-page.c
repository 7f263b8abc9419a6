/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-typing-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-focus.h"
#include "mw-text-area.h"
#include "mw-words.h"

struct _MwTypingPage
{
  GtkWidget parent_instance;

  GtkLabel *wizard_label;
  GtkWidget *lay_down_button;
  GtkWidget *current_box;
  GtkLabel *profiles_label;
  GtkLabel *day_label;
  GtkWidget *certainty_down;
  GtkBox *reason_box;
  MwTextArea *reason_area;
  GtkWidget *history_box;
  GtkBox *earlier_box;

  MwCase *one;
  MwAnswers answers;
  gboolean showing;
  gboolean editable;
};

enum
{
  CHANGED,
  LEFT,
  LAID_DOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwTypingPage, mw_typing_page, GTK_TYPE_WIDGET)

static MwCaseAssessment *
get_assessment (MwTypingPage *self, guint from_last)
{
  guint n = self->one ? self->one->assessments->len : 0;

  return from_last < n ? g_ptr_array_index (self->one->assessments, n - 1 - from_last) : NULL;
}

static gboolean
is_answered (const MwAnswers *answers)
{
  return answers->persistence || answers->orientation || answers->competences || answers->strategy;
}

static gboolean
is_same (const MwAnswers *one, const MwAnswers *other)
{
  return one->persistence == other->persistence && one->orientation == other->orientation
         && one->competences == other->competences && one->strategy == other->strategy;
}

/* What the wizard says, and what can be done with it. */
static void
show_wizard (MwTypingPage *self)
{
  MwCaseAssessment *current = get_assessment (self, 0);
  g_autofree char *profiles = mw_case_words_dup_profiles (&self->answers);
  g_autofree char *text = NULL;
  gboolean same = current && is_same (&current->answers, &self->answers);

  if (!is_answered (&self->answers))
    text = g_strdup (_ ("Answer the questions of the typology; then the outcome can be laid down here."));
  else if (same)
    text = g_strdup_printf (_ ("The typology now says: %s. That is what is laid down below."), profiles);
  else
    text = g_strdup_printf (_ ("The typology now says: %s."), profiles);
  gtk_label_set_label (self->wizard_label, text);
  gtk_widget_set_visible (self->lay_down_button, is_answered (&self->answers) && !same);
  gtk_widget_set_sensitive (self->lay_down_button, self->editable);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_text (GtkWidget *box, const char *text, const char *css_class)
{
  gtk_box_append (GTK_BOX (box), new_label (text, css_class));
}

/* An earlier assessment, and what the next one made different. */
static GtkWidget *
new_earlier (const MwCaseAssessment *earlier, const MwCaseAssessment *next)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *day = mw_case_words_dup_day_of (earlier->time);
  g_autofree char *profiles = mw_case_words_dup_profiles (&earlier->answers);
  g_autofree char *line = g_strdup_printf ("%s  ·  %s  ·  %s", day, profiles,
                                           mw_case_words_get_certainty (earlier->certainty));
  g_autofree char *change = mw_case_words_dup_change (&earlier->answers, &next->answers);

  append_text (box, line, NULL);
  if (*earlier->reason)
    append_text (box, earlier->reason, NULL);
  append_text (box, change, "dim-label");
  return box;
}

static void
show_history (MwTypingPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->earlier_box))))
    gtk_box_remove (self->earlier_box, child);
  for (guint i = 1; get_assessment (self, i); i++)
    gtk_box_append (self->earlier_box, new_earlier (get_assessment (self, i), get_assessment (self, i - 1)));
  gtk_widget_set_visible (self->history_box, get_assessment (self, 1) != NULL);
}

static void
show_current (MwTypingPage *self)
{
  MwCaseAssessment *current = get_assessment (self, 0);

  gtk_widget_set_visible (self->current_box, current != NULL);
  self->showing = TRUE;
  if (current)
    {
      g_autofree char *profiles = mw_case_words_dup_profiles (&current->answers);
      g_autofree char *day = mw_case_words_dup_day_of (current->time);
      g_autofree char *text = g_strdup_printf (_ ("Laid down on %s"), day);

      gtk_label_set_label (self->profiles_label, profiles);
      gtk_label_set_label (self->day_label, text);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->certainty_down), current->certainty);
    }
  mw_text_area_set_text (self->reason_area, current ? current->reason : "");
  self->showing = FALSE;
}

static void
show_all (MwTypingPage *self)
{
  show_wizard (self);
  show_current (self);
  show_history (self);
}

static void
on_lay_down (MwTypingPage *self)
{
  if (!self->one)
    return;

  mw_case_add_assessment (self->one, g_get_real_time () / G_USEC_PER_SEC, &self->answers, MW_CERTAINTY_UNSURE, "");
  show_all (self);
  g_signal_emit (self, signals[LAID_DOWN], 0);
  g_signal_emit (self, signals[CHANGED], 0);
  gtk_widget_grab_focus (self->certainty_down);
}

static void
on_certainty_selected (MwTypingPage *self)
{
  MwCaseAssessment *current = get_assessment (self, 0);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->certainty_down));

  if (!current || self->showing || selected >= MW_N_CERTAINTIES)
    return;

  current->certainty = selected;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_reason_changed (MwTypingPage *self)
{
  MwCaseAssessment *current = get_assessment (self, 0);
  g_autofree char *text = NULL;

  if (!current || self->showing)
    return;

  text = mw_text_area_dup_text (self->reason_area);
  mw_case_set_text (&current->reason, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_left (MwTypingPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
mw_typing_page_grab_focus (GtkWidget *widget)
{
  MwTypingPage *self = MW_TYPING_PAGE (widget);

  if (gtk_widget_get_visible (self->lay_down_button))
    return gtk_widget_grab_focus (self->lay_down_button);

  return gtk_widget_get_visible (self->current_box) && gtk_widget_grab_focus (self->certainty_down);
}

static void
mw_typing_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_typing_page_parent_class)->dispose (object);
}

static void
mw_typing_page_class_init (MwTypingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_typing_page_dispose;
  widget_class->grab_focus = mw_typing_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_TYPING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_TYPING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LAID_DOWN]
    = g_signal_new ("laid-down", MW_TYPE_TYPING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-typing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, wizard_label);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, lay_down_button);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, current_box);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, profiles_label);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, certainty_down);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, reason_box);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, history_box);
  gtk_widget_class_bind_template_child (widget_class, MwTypingPage, earlier_box);
  gtk_widget_class_bind_template_callback (widget_class, on_lay_down);
  gtk_widget_class_bind_template_callback (widget_class, on_certainty_selected);
}

static void
mw_typing_page_init (MwTypingPage *self)
{
  GtkStringList *certainties = gtk_string_list_new (NULL);

  self->showing = TRUE;
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint c = 0; c < MW_N_CERTAINTIES; c++)
    gtk_string_list_append (certainties, mw_case_words_get_certainty (c));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->certainty_down), G_LIST_MODEL (certainties));
  mw_accessible_set_name (self->certainty_down, _ ("How sure are you?"));
  self->reason_area = mw_text_area_new (_ ("Why do you think so?"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->reason_area), TRUE);
  gtk_box_append (self->reason_box, GTK_WIDGET (self->reason_area));
  g_signal_connect_swapped (self->reason_area, "changed", G_CALLBACK (on_reason_changed), self);
  g_signal_connect_swapped (self->reason_area, "left", G_CALLBACK (on_left), self);
  mw_accessible_name_buttons (GTK_WIDGET (self));
  g_object_unref (certainties);
  self->showing = FALSE;
}

void
mw_typing_page_show (MwTypingPage *self, MwCase *one)
{
  self->one = one;
  show_all (self);
}

void
mw_typing_page_set_answers (MwTypingPage *self, const MwAnswers *answers)
{
  self->answers = *answers;
  show_wizard (self);
}

void
mw_typing_page_mark (MwTypingPage *self, const char *search)
{
  mw_text_area_mark (self->reason_area, search);
}

void
mw_typing_page_set_editable (MwTypingPage *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_sensitive (self->certainty_down, editable);
  mw_text_area_set_editable (self->reason_area, editable);
  show_wizard (self);
}
