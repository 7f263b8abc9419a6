/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-cases.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-case-handover.h"
#include "mw-file-chooser.h"
#include "mw-recovery-paper.h"

/* A recovery key for which a place is being chosen. */
typedef struct
{
  MwCasesPane *pane;
  char *text;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->pane);
  memset (paper->text, 0, strlen (paper->text));
  g_free (paper->text);
  g_free (paper);
}

static GtkWindow *
get_window (MwCasesPane *pane)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (pane)));
}

static void
on_paper_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) pane = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mw_recovery_paper_save_finish (result, &error)
                             ? g_strdup (_ ("The recovery key is saved. Take the file to a place away from this computer."))
                             : mw_recovery_paper_dup_failure (error);

  mw_cases_pane_say_kept (pane, words);
}

static void
on_paper_chosen (GFile *file, gpointer data)
{
  Paper *paper = data;

  if (file)
    mw_recovery_paper_save_async (file, paper->text, on_paper_saved, g_object_ref (paper->pane));
}

static void
on_save_text (MwCasesPane *pane, const char *text)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->pane = g_object_ref (pane);
  paper->text = g_strdup (text);
  mw_file_chooser_choose (get_window (pane), MW_FILE_CHOOSER_TEXT, _ ("Save the Recovery Key"), _ ("_Save"),
                          _ ("Maatwerk recovery key.txt"), on_paper_chosen, paper, paper_free);
}

static void
on_printed (gboolean printed, const GError *error, gpointer data)
{
  g_autofree char *words = error ? mw_recovery_paper_dup_failure (error) : NULL;

  if (printed)
    words = g_strdup (_ ("The recovery key is printed. Keep the paper away from this computer."));
  mw_cases_pane_say_kept (data, words);
}

static void
on_print_text (MwCasesPane *pane, const char *text)
{
  mw_recovery_paper_print (get_window (pane), text, on_printed, pane);
}

static void
on_recovery_kept (MwCasesPane *pane, gboolean kept, GSettings *settings)
{
  g_settings_set_boolean (settings, "recovery-key-kept", kept);
}

static void
on_sync_warned (MwCasesPane *pane, const char *folder, GSettings *settings)
{
  g_settings_set_string (settings, "warned-sync-folder", folder);
}

static void
on_backup_chosen (GFile *file, gpointer data)
{
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    mw_cases_pane_set_backup (data, path);
}

static void
on_choose_file (MwCasesPane *pane)
{
  mw_file_chooser_choose (get_window (pane), MW_FILE_CHOOSER_DATABASE, _ ("Choose a Backup"), _ ("_Choose"), NULL,
                          on_backup_chosen, g_object_ref (pane), g_object_unref);
}

/* Where a file of the open case is to be written. */
typedef struct
{
  MwCasesPane *pane;
  MwCasesTarget target;
} Target;

static void
target_free (gpointer data)
{
  g_object_unref (((Target *) data)->pane);
  g_free (data);
}

/* Returns: (transfer full) (nullable): the path, or %NULL when the user was told that there is none */
static char *
dup_path (MwCasesPane *pane, GFile *file)
{
  char *path = g_file_get_path (file);

  if (!path)
    mw_cases_pane_say (pane, _ ("Maatwerk cannot reach that place. Nothing was changed. Use a folder of this computer, and copy the file "
                                "from there or to it."));
  return path;
}

static void
on_target_chosen (GFile *file, gpointer data)
{
  Target *target = data;
  g_autofree char *path = file ? dup_path (target->pane, file) : NULL;

  if (path)
    mw_cases_pane_save_to (target->pane, target->target, path);
}

static void
on_choose_target (MwCasesPane *pane, int kind, const char *name)
{
  Target *target = g_new0 (Target, 1);

  target->pane = g_object_ref (pane);
  target->target = kind;
  mw_file_chooser_choose (get_window (pane), MW_FILE_CHOOSER_TEXT,
                          kind == MW_CASES_TARGET_HANDOVER ? _ ("Save the File for Your Colleague") : _ ("Save the Complete File"),
                          _ ("_Save"), name, on_target_chosen, target, target_free);
}

static void
on_retention_changed (GSettings *settings, const char *key, MwCasesPane *pane)
{
  mw_cases_pane_set_retention (pane, (guint) g_settings_get_int (settings, "retention-years"));
}

void
mw_window_cases_fill (MwCasesPane *pane, MwCases *cases, GSettings *settings)
{
  g_autofree char *warned = g_settings_get_string (settings, "warned-sync-folder");

  mw_cases_pane_set_cases (pane, cases, warned, g_settings_get_boolean (settings, "recovery-key-kept"));
  mw_cases_pane_set_retention (pane, (guint) g_settings_get_int (settings, "retention-years"));
  if (mw_cases_get_state (cases) == MW_CASES_CHECKING)
    mw_cases_check (cases);
}

void
mw_window_cases_connect (GtkWindow *window, MwCasesPane *pane, GSettings *settings)
{
  g_signal_connect (pane, "save-text", G_CALLBACK (on_save_text), NULL);
  g_signal_connect (pane, "print-text", G_CALLBACK (on_print_text), NULL);
  g_signal_connect (pane, "choose-file", G_CALLBACK (on_choose_file), NULL);
  g_signal_connect (pane, "choose-target", G_CALLBACK (on_choose_target), NULL);
  g_signal_connect_object (pane, "recovery-kept", G_CALLBACK (on_recovery_kept), settings, 0);
  g_signal_connect_object (pane, "sync-warned", G_CALLBACK (on_sync_warned), settings, 0);
  g_signal_connect_object (settings, "changed::retention-years", G_CALLBACK (on_retention_changed), pane, 0);
}

static void
on_folder_chosen (GFile *file, gpointer data)
{
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    mw_cases_pane_back_up_to (data, path);
}

static void
receive (MwCasesPane *pane, GFile *file)
{
  g_autofree char *path = dup_path (pane, file);

  if (path)
    mw_cases_pane_receive (pane, path);
}

static void
on_handover_chosen (GFile *file, gpointer data)
{
  if (file)
    receive (data, file);
}

static void
on_take_over (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwCasesPane *pane = data;

  gtk_widget_activate_action (GTK_WIDGET (get_window (pane)), "win.reveal-cases", NULL);
  mw_file_chooser_choose (get_window (pane), MW_FILE_CHOOSER_HANDOVER, _ ("Take Over a Colleague’s Case"), _ ("_Open"), NULL,
                          on_handover_chosen, g_object_ref (pane), g_object_unref);
}

static void
on_receive (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gtk_widget_activate_action (GTK_WIDGET (get_window (data)), "win.reveal-cases", NULL);
  receive (data, file);
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  MwCasesPane *pane = data;

  gtk_widget_activate_action (GTK_WIDGET (get_window (pane)), "win.reveal-cases", NULL);
  if (g_str_equal (name, "new-case"))
    mw_cases_pane_new_case (pane);
  else if (g_str_equal (name, "new-note"))
    mw_cases_pane_new_note (pane);
  else if (g_str_equal (name, "search-cases"))
    mw_cases_pane_focus_search (pane);
  else if (g_str_equal (name, "change-passphrase"))
    mw_cases_pane_change_passphrase (pane);
  else if (g_str_equal (name, "renew-keys"))
    mw_cases_pane_renew_keys (pane);
  else if (g_str_equal (name, "restore"))
    mw_cases_pane_restore (pane);
  else if (mw_cases_pane_is_open (pane))
    mw_file_chooser_choose (get_window (pane), MW_FILE_CHOOSER_FOLDER, _ ("Back Up to a Folder"), _ ("_Back Up Here"), NULL,
                            on_folder_chosen, g_object_ref (pane), g_object_unref);
}

void
mw_window_cases_add_actions (GtkApplicationWindow *window, MwCasesPane *pane)
{
  static const GActionEntry actions[] = {
    { "new-case", on_action, NULL, NULL, NULL },         { "new-note", on_action, NULL, NULL, NULL },
    { "search-cases", on_action, NULL, NULL, NULL },     { "change-passphrase", on_action, NULL, NULL, NULL },
    { "renew-keys", on_action, NULL, NULL, NULL },       { "back-up", on_action, NULL, NULL, NULL },
    { "restore", on_action, NULL, NULL, NULL },          { "take-over", on_take_over, NULL, NULL, NULL },
    { "receive-case", on_receive, "s", NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), pane);
}

gboolean
mw_window_cases_receive (GtkApplicationWindow *window, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name ? g_ascii_strdown (name, -1) : NULL;
  g_autofree char *uri = NULL;

  if (!folded || !g_str_has_suffix (folded, MW_HANDOVER_SUFFIX))
    return FALSE;

  uri = g_file_get_uri (file);
  g_action_group_activate_action (G_ACTION_GROUP (window), "receive-case", g_variant_new_string (uri));
  return TRUE;
}
