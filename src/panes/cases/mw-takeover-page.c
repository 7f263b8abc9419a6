/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-takeover-page.h"

#include <glib/gi18n.h>

#include "mw-button-labels.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-focus.h"
#include "mw-handover-words.h"
#include "mw-prose.h"
#include "mw-question.h"

typedef enum
{
  STEP_OPEN,
  STEP_CONTENTS,
  STEP_AGAIN, /* it was taken over before */
} Step;

struct _MwTakeoverPage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *passphrase_label;
  GtkPasswordEntry *passphrase_entry;
  GtkBox *content_box;
  GtkSpinner *spinner;
  GtkLabel *message_label;
  GtkButton *cancel_button;
  GtkButton *open_button;
  GtkButton *take_button;
  GtkButton *show_button;

  MwCases *cases;
  GBytes *file;          /* (nullable) */
  MwHandover *handover;  /* (nullable): once it is open */
  guint64 before;        /* the case that was taken over from it; 0: none */
  GtkWidget *contents;   /* (nullable): what is in it, in sentences */
  GCancellable *waiting; /* (nullable): for the answer that is shown next */
  Step step;
  gboolean busy;
};

enum
{
  TAKEN,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwTakeoverPage, mw_takeover_page, GTK_TYPE_WIDGET)

static void
set_state (MwTakeoverPage *self, const char *message, gboolean busy)
{
  GtkButton *buttons[] = { self->cancel_button, self->open_button, self->take_button, self->show_button };

  self->busy = busy;
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase_entry), !busy); /* keeps the focus */
  for (guint b = 0; b < G_N_ELEMENTS (buttons); b++)
    gtk_widget_set_sensitive (GTK_WIDGET (buttons[b]), !busy);
}

static void
set_suggested (GtkButton *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
set_step (MwTakeoverPage *self, Step step, const char *text)
{
  static const char *const titles[]
    = { N_ ("Take Over a Colleague’s Case"), N_ ("What Is in This File"), N_ ("You Have Taken This One Over Already") };

  self->step = step;
  mw_question_drop (&self->waiting);
  gtk_label_set_label (self->title_label, _ (titles[step]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (titles[step]), -1);
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_label), step == STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_entry), step == STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), step == STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), step != STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->show_button), step == STEP_AGAIN);
  gtk_button_set_label (self->take_button, step == STEP_AGAIN ? _ ("Take Over Once _More") : _ ("_Take Over"));
  mw_button_labels_prepare (GTK_WIDGET (self->take_button));
  set_suggested (self->take_button, step == STEP_CONTENTS);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  if (self->contents)
    gtk_box_remove (self->content_box, self->contents);
  self->contents = NULL;
  set_state (self, NULL, FALSE);
}

static void
show_contents (MwTakeoverPage *self)
{
  g_autoptr (GPtrArray) sentences = mw_handover_words_list_contents (self->handover);
  MwCaseHeading *before = self->before ? mw_cases_find (self->cases, self->before) : NULL;
  g_autofree char *again
    = before ? g_strdup_printf (_ ("It is among your cases as “%s”, with everything that you wrote in it since. If you take it over once "
                                   "more, it stands beside that one, as your colleague handed it over."),
                                mw_case_words_get_label (before->label))
             : NULL;

  set_step (self, before ? STEP_AGAIN : STEP_CONTENTS,
            before ? again : _ ("It is added to your own cases, of which none is changed."));
  self->contents = mw_prose_new_list (sentences);
  gtk_box_insert_child_after (self->content_box, self->contents, GTK_WIDGET (self->text_label));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_failure (MwTakeoverPage *self, const GError *error)
{
  g_autofree char *words = mw_handover_words_dup_error (error);

  set_state (self, words, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwTakeoverPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  guint64 before;
  gboolean looked = mw_cases_find_handover_finish (MW_CASES (source), result, &before, &error);

  if (!wanted)
    return;
  if (!looked)
    {
      show_failure (self, error);
      return;
    }

  self->before = before;
  show_contents (self);
}

static void
on_unsealed (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwTakeoverPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwHandover) handover = mw_cases_open_handover_finish (result, &error);

  if (!wanted)
    return;
  if (!handover)
    {
      show_failure (self, error);
      return;
    }

  mw_handover_free (self->handover);
  self->handover = g_steal_pointer (&handover);
  mw_cases_find_handover_async (self->cases, self->handover->id, on_found, mw_question_ask (self, &self->waiting));
}

static void
on_open (MwTakeoverPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_entry));
  g_autoptr (GError) error = NULL;
  MwSecret *passphrase;

  if (!*text || self->busy || !self->file)
    return;

  passphrase = mw_secret_new_passphrase (text, &error);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  if (!passphrase)
    {
      show_failure (self, error);
      return;
    }
  set_state (self, _ ("Opening the file…"), TRUE);
  mw_cases_open_handover_async (self->file, passphrase, on_unsealed, mw_question_ask (self, &self->waiting));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwTakeoverPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  guint64 id = mw_cases_save_finish (MW_CASES (source), result, &error);

  if (!wanted)
    return;
  if (!id)
    {
      g_autofree char *words = g_strdup_printf (
        _ ("%s The case was not added; it is still in your colleague’s file. Try again; if that does not help, ask your system administrator."),
        mw_case_words_get_error (error));

      set_state (self, words, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }

  set_state (self, NULL, FALSE);
  g_signal_emit (self, signals[TAKEN], 0, id, TRUE);
}

static void
on_take (MwTakeoverPage *self)
{
  if (self->busy || !self->handover)
    return;

  set_state (self, _ ("One moment…"), TRUE);
  self->handover->one->touched = g_get_real_time () / G_USEC_PER_SEC; /* among one's own cases it is the newest */
  mw_cases_save_async (self->cases, 0, self->handover->one, on_saved, mw_question_ask (self, &self->waiting));
}

static void
on_show (MwTakeoverPage *self)
{
  if (!self->busy && self->before)
    g_signal_emit (self, signals[TAKEN], 0, self->before, FALSE);
}

static void
on_cancel (MwTakeoverPage *self)
{
  if (self->busy)
    return;

  mw_takeover_page_reset (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_cancel (MW_TAKEOVER_PAGE (widget));
  return GDK_EVENT_STOP;
}

static gboolean
mw_takeover_page_grab_focus (GtkWidget *widget)
{
  MwTakeoverPage *self = MW_TAKEOVER_PAGE (widget);
  GtkWidget *first[] = { GTK_WIDGET (self->passphrase_entry), GTK_WIDGET (self->take_button), GTK_WIDGET (self->show_button) };

  return gtk_widget_grab_focus (first[self->step]);
}

static void
mw_takeover_page_dispose (GObject *object)
{
  MwTakeoverPage *self = MW_TAKEOVER_PAGE (object);
  GtkWidget *child;

  mw_question_drop (&self->waiting);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->handover, mw_handover_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_takeover_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-takeover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, passphrase_label);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, passphrase_entry);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, take_button);
  gtk_widget_class_bind_template_child (widget_class, MwTakeoverPage, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
mw_takeover_page_class_init (MwTakeoverPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_takeover_page_dispose;
  widget_class->grab_focus = mw_takeover_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[TAKEN] = g_signal_new ("taken", MW_TYPE_TAKEOVER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT64, G_TYPE_BOOLEAN);
  signals[CANCELLED]
    = g_signal_new ("cancelled", MW_TYPE_TAKEOVER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MW_TYPE_CHIP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  bind_template (widget_class);
}

static void
mw_takeover_page_init (MwTakeoverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
  mw_takeover_page_reset (self);
}

void
mw_takeover_page_set_cases (MwTakeoverPage *self, MwCases *cases)
{
  g_set_object (&self->cases, cases);
}

void
mw_takeover_page_start (MwTakeoverPage *self, GBytes *file)
{
  mw_takeover_page_reset (self);
  self->file = g_bytes_ref (file);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
mw_takeover_page_reset (MwTakeoverPage *self)
{
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->handover, mw_handover_free);
  self->before = 0;
  set_step (self, STEP_OPEN,
            _ ("This file opens with a passphrase of its own, which your colleague tells you. It is not the passphrase of your own cases."));
}
