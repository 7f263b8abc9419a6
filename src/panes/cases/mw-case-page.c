/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-choice-page.h"
#include "mw-focus.h"
#include "mw-notes-page.h"
#include "mw-scores-page.h"
#include "mw-situation-page.h"
#include "mw-typing-page.h"

struct _MwCasePage
{
  GtkWidget parent_instance;

  GtkWidget *back_button;
  GtkWidget *menu_button;
  GtkLabel *title_label;
  GtkWidget *part_box;
  GtkStack *stack;
  MwSituationPage *situation_page;
  MwNotesPage *notes_page;
  MwTypingPage *typing_page;
  MwChoicePage *choice_page;
  MwScoresPage *scores_page;
  GtkWidget *failure_box;
  GtkLabel *failure_label;
  GtkLabel *state_label;
  GtkWidget *part_buttons[MW_N_CASE_PARTS];

  MwCaseSaver *saver;
};

enum
{
  LAID_DOWN,
  CONSIDERED_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const part_names[MW_N_CASE_PARTS] = { "situation", "notes", "typing", "choice", "scores" };

G_DEFINE_FINAL_TYPE (MwCasePage, mw_case_page, GTK_TYPE_WIDGET)

static char *
dup_state (MwCaseSaver *saver)
{
  g_autofree char *time = mw_case_words_dup_time (mw_case_saver_get_time (saver));
  g_autofree char *day = mw_case_words_dup_day_of (mw_case_saver_get_time (saver));
  g_autofree char *today = mw_case_words_dup_day (mw_case_words_get_today ());

  switch (mw_case_saver_get_state (saver))
    {
    case MW_SAVE_NEVER:
      return g_strdup (_ ("Nothing written yet"));
    case MW_SAVE_WAITING:
      return g_strdup (_ ("Not saved yet…"));
    case MW_SAVE_SAVING:
      return g_strdup (_ ("Saving…"));
    case MW_SAVE_FAILED:
      return g_strdup (_ ("Not saved"));
    case MW_SAVE_SAVED:
    default:
      if (g_str_equal (day, today))
        return g_strdup_printf (_ ("Saved at %s"), time);
      /* Translators: a day and a time of day */
      return g_strdup_printf (_ ("Saved on %1$s at %2$s"), day, time);
    }
}

static void
show_state (MwCasePage *self)
{
  const GError *error = self->saver ? mw_case_saver_get_error (self->saver) : NULL;
  g_autofree char *failure = error ? mw_case_words_dup_save_error (error) : NULL;
  g_autofree char *state = self->saver ? dup_state (self->saver) : g_strdup ("");

  gtk_label_set_label (self->state_label, state);
  gtk_label_set_label (self->failure_label, failure ? failure : "");
  gtk_widget_set_visible (self->failure_box, failure != NULL);
}

static void
show_title (MwCasePage *self)
{
  MwCase *one = self->saver ? mw_case_saver_get_case (self->saver) : NULL;

  gtk_label_set_label (self->title_label, one ? mw_case_words_get_label (one->label) : "");
}

static void
on_changed (MwCasePage *self)
{
  if (!self->saver)
    return;

  show_title (self);
  mw_case_saver_touch (self->saver);
}

static void
on_left (MwCasePage *self)
{
  if (self->saver)
    mw_case_saver_flush (self->saver);
}

/* Another profile may have other limits. */
static void
on_laid_down (MwCasePage *self)
{
  mw_choice_page_update (self->choice_page);
  g_signal_emit (self, signals[LAID_DOWN], 0);
}

static void
on_options_changed (MwCasePage *self)
{
  g_signal_emit (self, signals[CONSIDERED_CHANGED], 0);
}

static void
on_part_toggled (MwCasePage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint p = 0; p < MW_N_CASE_PARTS; p++)
    if (self->part_buttons[p] == GTK_WIDGET (button))
      gtk_stack_set_visible_child_name (self->stack, part_names[p]);
}

static void
append_part_buttons (MwCasePage *self)
{
  static const char *const labels[MW_N_CASE_PARTS]
    = { N_ ("Situation"), N_ ("Notes"), N_ ("Typology"), N_ ("Choice"), N_ ("Scores") };

  for (guint p = 0; p < MW_N_CASE_PARTS; p++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (labels[p]));

      self->part_buttons[p] = button;
      gtk_widget_add_css_class (button, "chip");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), p > 0 ? GTK_TOGGLE_BUTTON (self->part_buttons[0]) : NULL);
      gtk_widget_set_parent (button, self->part_box);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_part_toggled), self);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->part_buttons[0]), TRUE);
}

static gboolean
mw_case_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (MW_CASE_PAGE (widget)->stack))
         || gtk_widget_grab_focus (MW_CASE_PAGE (widget)->back_button);
}

static void
mw_case_page_dispose (GObject *object)
{
  MwCasePage *self = MW_CASE_PAGE (object);
  GtkWidget *child;

  if (self->saver)
    mw_case_page_set_saver (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_case_page_parent_class)->dispose (object);
}

static void
mw_case_page_class_init (MwCasePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_case_page_dispose;
  widget_class->grab_focus = mw_case_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[LAID_DOWN]
    = g_signal_new ("laid-down", MW_TYPE_CASE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONSIDERED_CHANGED]
    = g_signal_new ("considered-changed", MW_TYPE_CASE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MW_TYPE_CHIP_BOX);
  g_type_ensure (MW_TYPE_SITUATION_PAGE);
  g_type_ensure (MW_TYPE_NOTES_PAGE);
  g_type_ensure (MW_TYPE_TYPING_PAGE);
  g_type_ensure (MW_TYPE_CHOICE_PAGE);
  g_type_ensure (MW_TYPE_SCORES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, part_box);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, situation_page);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, notes_page);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, typing_page);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, choice_page);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, scores_page);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, failure_box);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, MwCasePage, state_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_laid_down);
  gtk_widget_class_bind_template_callback (widget_class, on_options_changed);
}

static void
mw_case_page_init (MwCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  append_part_buttons (self);
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_case_page_set_saver (MwCasePage *self, MwCaseSaver *saver)
{
  MwCase *one = saver ? mw_case_saver_get_case (saver) : NULL;

  if (self->saver)
    g_signal_handlers_disconnect_by_func (self->saver, show_state, self);
  g_set_object (&self->saver, saver);
  if (saver)
    g_signal_connect_swapped (saver, "changed", G_CALLBACK (show_state), self);
  mw_situation_page_show (self->situation_page, one);
  mw_notes_page_show (self->notes_page, one);
  mw_typing_page_show (self->typing_page, one);
  mw_choice_page_show (self->choice_page, one);
  mw_scores_page_show (self->scores_page, one);
  show_title (self);
  show_state (self);
}

MwCaseSaver *
mw_case_page_get_saver (MwCasePage *self)
{
  return self->saver;
}

void
mw_case_page_set_part (MwCasePage *self, MwCasePart part)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->part_buttons[part]), TRUE);
}

MwCasePart
mw_case_page_get_part (MwCasePage *self)
{
  for (guint p = 0; p < MW_N_CASE_PARTS; p++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->part_buttons[p])))
      return p;

  return MW_CASE_PART_SITUATION;
}

void
mw_case_page_set_answers (MwCasePage *self, const MwAnswers *answers)
{
  mw_typing_page_set_answers (self->typing_page, answers);
}

void
mw_case_page_mark (MwCasePage *self, const char *search)
{
  mw_situation_page_mark (self->situation_page, search);
  mw_notes_page_mark (self->notes_page, search);
  mw_typing_page_mark (self->typing_page, search);
  mw_choice_page_mark (self->choice_page, search);
}

void
mw_case_page_set_editable (MwCasePage *self, gboolean editable)
{
  mw_situation_page_set_editable (self->situation_page, editable);
  mw_notes_page_set_editable (self->notes_page, editable);
  mw_typing_page_set_editable (self->typing_page, editable);
  mw_choice_page_set_editable (self->choice_page, editable);
  mw_scores_page_set_editable (self->scores_page, editable);
}

void
mw_case_page_add_note (MwCasePage *self)
{
  mw_case_page_set_part (self, MW_CASE_PART_NOTES);
  mw_notes_page_add (self->notes_page);
}

void
mw_case_page_close_case (MwCasePage *self)
{
  mw_case_page_set_part (self, MW_CASE_PART_SITUATION);
  mw_situation_page_set_status (self->situation_page, MW_STATUS_CLOSED);
}

void
mw_case_page_update_choice (MwCasePage *self)
{
  mw_choice_page_update (self->choice_page);
}

void
mw_case_page_update_decision (MwCasePage *self)
{
  mw_choice_page_update_decision (self->choice_page);
}

void
mw_case_page_update_notes (MwCasePage *self)
{
  mw_notes_page_show (self->notes_page, mw_case_saver_get_case (self->saver));
}

void
mw_case_page_show_options (MwCasePage *self, const char *referred)
{
  mw_case_page_set_part (self, MW_CASE_PART_CHOICE);
  if (referred)
    mw_choice_page_show_weighing (self->choice_page, referred);
  else
    mw_choice_page_show_options (self->choice_page);
}

void
mw_case_page_set_facts (MwCasePage *self, MwOptionFacts *facts)
{
  mw_choice_page_set_facts (self->choice_page, facts);
}
