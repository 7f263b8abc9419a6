/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-unlock-page.h"

#include <glib/gi18n.h>

#include "mw-button-labels.h"
#include "mw-case-words.h"
#include "mw-focus.h"

struct _MwUnlockPage
{
  GtkWidget parent_instance;

  GtkPasswordEntry *passphrase_entry;
  GtkEntry *recovery_entry;
  GtkButton *unlock_button;
  GtkButton *forgotten_button;
  GtkLabel *question_label;
  GtkLabel *message_label;
  GtkSpinner *spinner;

  MwCases *cases;
  gboolean with_recovery_key;
};

enum
{
  UNLOCKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwUnlockPage, mw_unlock_page, GTK_TYPE_WIDGET)

static GtkWidget *
get_entry (MwUnlockPage *self)
{
  return self->with_recovery_key ? GTK_WIDGET (self->recovery_entry) : GTK_WIDGET (self->passphrase_entry);
}

static void
say (MwUnlockPage *self, const char *message)
{
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static void
show_kind (MwUnlockPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->recovery_entry), self->with_recovery_key);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_entry), !self->with_recovery_key);
  gtk_label_set_label (self->question_label,
                       self->with_recovery_key
                         ? _ ("Type the recovery key that you printed or saved. Then choose a new passphrase.")
                         : _ ("Your cases are locked. Type your passphrase to open them."));
  gtk_button_set_label (self->forgotten_button, self->with_recovery_key ? _ ("Use the _Passphrase") : _ ("_Forgotten?"));
  mw_button_labels_prepare (GTK_WIDGET (self));
}

static void
set_busy (MwUnlockPage *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unlock_button), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forgotten_button), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (get_entry (self)), !busy); /* keeps the focus */
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwUnlockPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  set_busy (self, FALSE);
  if (mw_cases_unlock_finish (MW_CASES (source), result, &error))
    {
      gboolean with_recovery_key = self->with_recovery_key;

      mw_unlock_page_reset (self);
      g_signal_emit (self, signals[UNLOCKED], 0, with_recovery_key);
      return;
    }

  words = mw_case_words_dup_unlock_error (error);
  say (self, words);
  gtk_widget_grab_focus (get_entry (self));
  gtk_editable_select_region (GTK_EDITABLE (get_entry (self)), 0, -1);
}

static void
on_unlock (MwUnlockPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (get_entry (self)));
  g_autoptr (GError) error = NULL;
  MwSecret *passphrase = NULL;

  if (!*text || !gtk_widget_get_sensitive (GTK_WIDGET (self->unlock_button)))
    return;

  if (!self->with_recovery_key && !(passphrase = mw_secret_new_passphrase (text, &error)))
    {
      g_autofree char *words = mw_case_words_dup_unlock_error (error);

      say (self, words);
      return;
    }
  say (self, _ ("Opening…"));
  set_busy (self, TRUE);
  mw_cases_unlock_async (self->cases, passphrase, passphrase ? NULL : text, on_unlocked, g_object_ref (self));
}

static void
on_forgotten (MwUnlockPage *self)
{
  self->with_recovery_key = !self->with_recovery_key;
  say (self, NULL);
  show_kind (self);
  gtk_widget_grab_focus (get_entry (self));
}

static gboolean
mw_unlock_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_entry (MW_UNLOCK_PAGE (widget)));
}

static void
mw_unlock_page_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&MW_UNLOCK_PAGE (object)->cases);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_unlock_page_parent_class)->dispose (object);
}

static void
mw_unlock_page_class_init (MwUnlockPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_unlock_page_dispose;
  widget_class->grab_focus = mw_unlock_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[UNLOCKED] = g_signal_new ("unlocked", MW_TYPE_UNLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, passphrase_entry);
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, recovery_entry);
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, forgotten_button);
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwUnlockPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_unlock);
  gtk_widget_class_bind_template_callback (widget_class, on_forgotten);
}

static void
mw_unlock_page_init (MwUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_kind (self);
}

void
mw_unlock_page_set_cases (MwUnlockPage *self, MwCases *cases)
{
  g_set_object (&self->cases, cases);
}

void
mw_unlock_page_reset (MwUnlockPage *self)
{
  self->with_recovery_key = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->recovery_entry), "");
  say (self, NULL);
  show_kind (self);
}
