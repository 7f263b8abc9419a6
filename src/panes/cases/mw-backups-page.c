/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-backups-page.h"

#include <glib/gi18n.h>

#include "mw-backup-row.h"
#include "mw-backup-words.h"
#include "mw-button-labels.h"
#include "mw-focus.h"
#include "mw-prose.h"
#include "mw-question.h"

typedef enum
{
  STEP_LIST,
  STEP_OPEN,
  STEP_CONTENTS,
} Step;

struct _MwBackupsPage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkListBox *list_box;
  GtkButton *file_button;
  GtkLabel *passphrase_label;
  GtkPasswordEntry *passphrase_entry;
  GtkBox *content_box;
  GtkSpinner *spinner;
  GtkLabel *message_label;
  GtkButton *back_button;
  GtkButton *open_button;
  GtkButton *restore_button;

  MwCases *cases;
  GPtrArray *backups; /* (nullable): as listed */
  Step step;
  char *path;
  gint64 time;           /* when the one at path was made; 0: not known */
  MwSecret *passphrase;  /* between looking and restoring */
  GtkWidget *contents;   /* (nullable): what is in it, in sentences */
  GCancellable *waiting; /* (nullable): for the answer that is shown next */
  gboolean with_recovery_key;
  gboolean busy;
};

enum
{
  CHOOSE_FILE,
  RESTORED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwBackupsPage, mw_backups_page, GTK_TYPE_WIDGET)

static void
set_state (MwBackupsPage *self, const char *message, gboolean busy)
{
  GtkWidget *buttons[]
    = { GTK_WIDGET (self->back_button), GTK_WIDGET (self->open_button), GTK_WIDGET (self->restore_button) };

  self->busy = busy;
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase_entry), !busy); /* keeps the focus */
  for (guint b = 0; b < G_N_ELEMENTS (buttons); b++)
    gtk_widget_set_sensitive (buttons[b], !busy);
}

static void
set_step (MwBackupsPage *self, Step step)
{
  static const char *const titles[]
    = { N_ ("Restore a Backup"), N_ ("Open the Backup"), N_ ("What Is in This Backup") };

  self->step = step;
  mw_question_drop (&self->waiting);
  gtk_label_set_label (self->title_label, _ (titles[step]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (titles[step]), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), step == STEP_LIST && self->backups && self->backups->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->file_button), step == STEP_LIST);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_label), step == STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_entry), step == STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), step == STEP_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), step == STEP_CONTENTS);
  gtk_button_set_label (self->back_button, step == STEP_LIST ? _ ("_Cancel") : _ ("_Back"));
  mw_button_labels_prepare (GTK_WIDGET (self->back_button));
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  if (self->contents)
    gtk_box_remove (self->content_box, self->contents);
  self->contents = NULL;
  if (step != STEP_CONTENTS)
    g_clear_pointer (&self->passphrase, mw_secret_free);
  set_state (self, NULL, FALSE);
}

static void
show_list (MwBackupsPage *self)
{
  set_step (self, STEP_LIST);
  gtk_label_set_label (
    self->text_label,
    self->backups && self->backups->len > 0
      ? _ ("Choose one to see what is in it. Nothing is changed before you say so.")
      : _ ("There are no backups in the usual place. Perhaps you saved one somewhere else, such as on a "
           "USB stick."));
}

static void
show_open (MwBackupsPage *self)
{
  g_autofree char *name = mw_backup_words_dup_name (self->path, self->time);
  g_autofree char *text = g_strdup_printf (
    _ ("Backup: %s. It opens with the passphrase that you used when it was made, or with the recovery key of then."),
    name);

  set_step (self, STEP_OPEN);
  gtk_label_set_label (self->text_label, text);
}

static void
show_contents (MwBackupsPage *self, const MwBackupContents *contents)
{
  g_autoptr (GPtrArray) sentences = mw_backup_words_list_contents (contents, self->time);
  g_autofree char *folder = g_build_filename (mw_cases_get_folder (self->cases), "backups", NULL);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *text
    = g_strdup_printf (_ ("If you restore it, it takes the place of your present cases. Those are not thrown "
                          "away: the present file is kept aside in the folder %s."),
                       shown);

  set_step (self, STEP_CONTENTS);
  gtk_label_set_label (self->text_label, text);
  self->with_recovery_key = contents->with_recovery_key;
  self->contents = mw_prose_new_list (sentences);
  gtk_box_insert_child_after (self->content_box, self->contents, GTK_WIDGET (self->text_label));
}

static void
on_inspected (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwBackupsPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  MwBackupContents contents;
  gboolean opened = mw_cases_inspect_finish (MW_CASES (source), result, &contents, &error);

  if (!wanted)
    return;

  if (opened)
    show_contents (self, &contents);
  else
    {
      g_autofree char *words = mw_backup_words_dup_error (error);

      g_clear_pointer (&self->passphrase, mw_secret_free);
      set_state (self, words, FALSE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_open (MwBackupsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_entry));
  g_autoptr (GError) error = NULL;
  MwSecret *copy;

  if (!*text || self->busy)
    return;

  g_clear_pointer (&self->passphrase, mw_secret_free);
  self->passphrase = mw_secret_new_passphrase (text, &error);
  copy = self->passphrase ? mw_secret_copy (self->passphrase, &error) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_entry), "");
  if (!copy)
    {
      g_autofree char *words = mw_backup_words_dup_error (error);

      set_state (self, words, FALSE);
      return;
    }
  set_state (self, _ ("Opening the backup and reading all that is in it…"), TRUE);
  mw_cases_inspect_async (self->cases, self->path, copy, on_inspected, mw_question_ask (self, &self->waiting));
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwBackupsPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  gboolean restored = mw_cases_restore_finish (MW_CASES (source), result, &error);

  if (restored)
    {
      gboolean with_recovery_key = self->with_recovery_key;

      mw_backups_page_reset (self);
      g_signal_emit (self, signals[RESTORED], 0, with_recovery_key);
    }
  else if (wanted)
    {
      g_autofree char *words = mw_backup_words_dup_error (error);

      /* The passphrase was handed over. */
      show_open (self);
      set_state (self, words, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

static void
on_restore (MwBackupsPage *self)
{
  if (self->busy || !self->passphrase)
    return;

  set_state (self, _ ("Restoring the backup…"), TRUE);
  mw_cases_restore_async (self->cases, self->path, g_steal_pointer (&self->passphrase), on_restored,
                          mw_question_ask (self, &self->waiting));
}

static void
on_row (MwBackupsPage *self, GtkListBoxRow *row)
{
  MwBackup *backup = g_ptr_array_index (self->backups, (guint) gtk_list_box_row_get_index (row));

  mw_backups_page_set_path (self, backup->path);
}

static void
on_file (MwBackupsPage *self)
{
  g_signal_emit (self, signals[CHOOSE_FILE], 0);
}

static void
on_back (MwBackupsPage *self)
{
  if (self->busy)
    return;

  if (self->step == STEP_LIST)
    {
      mw_backups_page_reset (self);
      g_signal_emit (self, signals[CANCELLED], 0);
      return;
    }
  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_back (MW_BACKUPS_PAGE (widget));
  return GDK_EVENT_STOP;
}

static gboolean
mw_backups_page_grab_focus (GtkWidget *widget)
{
  MwBackupsPage *self = MW_BACKUPS_PAGE (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list_box, 0);

  if (self->step == STEP_OPEN)
    return gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_entry));
  if (self->step == STEP_CONTENTS)
    return gtk_widget_grab_focus (GTK_WIDGET (self->back_button));

  return gtk_widget_grab_focus (first ? GTK_WIDGET (first) : GTK_WIDGET (self->file_button));
}

static void
mw_backups_page_dispose (GObject *object)
{
  MwBackupsPage *self = MW_BACKUPS_PAGE (object);
  GtkWidget *child;

  mw_question_drop (&self->waiting);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->passphrase, mw_secret_free);
  g_clear_pointer (&self->path, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_backups_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, file_button);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, passphrase_label);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, passphrase_entry);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, MwBackupsPage, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_file);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
}

static void
mw_backups_page_class_init (MwBackupsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  static const char *const names[N_SIGNALS] = { "choose-file", "restored", "cancelled" };

  G_OBJECT_CLASS (class)->dispose = mw_backups_page_dispose;
  widget_class->grab_focus = mw_backups_page_grab_focus;
  widget_class->focus = mw_focus_children;
  for (guint s = 0; s < N_SIGNALS; s++)
    signals[s] = g_signal_new (names[s], MW_TYPE_BACKUPS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               s == RESTORED ? 1 : 0, G_TYPE_BOOLEAN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  bind_template (widget_class);
}

static void
mw_backups_page_init (MwBackupsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
  mw_backups_page_reset (self);
}

void
mw_backups_page_set_cases (MwBackupsPage *self, MwCases *cases)
{
  g_set_object (&self->cases, cases);
}

void
mw_backups_page_start (MwBackupsPage *self)
{
  mw_backups_page_reset (self);
  self->backups = mw_cases_list_backups (self->cases);
  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (self->list_box, mw_backup_row_new (g_ptr_array_index (self->backups, i)));
  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
mw_backups_page_set_path (MwBackupsPage *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  self->time = 0;
  for (guint i = 0; self->backups && i < self->backups->len; i++)
    {
      MwBackup *backup = g_ptr_array_index (self->backups, i);

      if (g_str_equal (backup->path, self->path))
        self->time = backup->time;
    }
  show_open (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
mw_backups_page_reset (MwBackupsPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)))
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  show_list (self);
}
