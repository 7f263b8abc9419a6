/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-file-chooser.h"

static char *folder;

typedef struct
{
  GtkWindow *parent;
  GFile *file;
  guint n_called;
  guint n_freed;
} Fixture;

static void
on_chosen (GFile *file, gpointer data)
{
  Fixture *fixture = data;

  g_set_object (&fixture->file, file);
  fixture->n_called++;
}

static void
on_free (gpointer data)
{
  ((Fixture *) data)->n_freed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->file);
  if (fixture->parent)
    gtk_window_destroy (fixture->parent);
  run_for (50);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
choose (Fixture *fixture, MwFileChooserKind kind)
{
  GtkWidget *dialog;

  mw_file_chooser_choose (fixture->parent, kind, "Voorbeeld", "_Kies", "sleutel.txt", on_chosen, fixture, on_free);
  do
    run_for (20);
  while (!(dialog = find_dialog ()));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Voorbeeld");
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == fixture->parent);

  return dialog;
}

static void
respond (Fixture *fixture, GtkWidget *dialog, int response)
{
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  do
    run_for (20);
  while (!fixture->n_called || !fixture->n_freed);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (fixture->n_called, ==, 1);
  g_assert_cmpuint (fixture->n_freed, ==, 1);
}

static void
set_file (GtkWidget *dialog, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  run_for (500);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  respond (fixture, choose (fixture, MW_FILE_CHOOSER_FOLDER), GTK_RESPONSE_CANCEL);
  g_assert_null (fixture->file);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = choose (fixture, MW_FILE_CHOOSER_FOLDER);

  set_file (dialog, folder);
  respond (fixture, dialog, GTK_RESPONSE_ACCEPT);
  g_assert_cmpstr (g_file_peek_path (fixture->file), ==, folder);
}

static void
test_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  GtkWidget *dialog = choose (fixture, MW_FILE_CHOOSER_DATABASE);
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, 0);

  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, 1);
  g_assert_cmpstr (gtk_file_filter_get_name (filter), ==, "Cases and their backups (*.db)");
  set_file (dialog, path);
  respond (fixture, dialog, GTK_RESPONSE_ACCEPT);
  g_assert_cmpstr (g_file_peek_path (fixture->file), ==, path);
}

static void
test_parent_closed (Fixture *fixture, gconstpointer data)
{
  choose (fixture, MW_FILE_CHOOSER_FOLDER);
  gtk_window_destroy (g_steal_pointer (&fixture->parent));
  run_for (50);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (fixture->n_called, ==, 0);
  g_assert_cmpuint (fixture->n_freed, ==, 1);
}

static gboolean
is_recent (const char *words)
{
  g_autofree char *path = g_build_filename (folder, "recently-used.xbel", NULL);
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, words) != NULL;
}

/* Until the list has been written with what is added last. */
static void
add_recent (const char *name)
{
  g_autofree char *uri = g_strconcat ("file:///nowhere/", name, NULL);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  do
    run_for (50);
  while (!is_recent (name));
}

static void
test_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (GFile) in = g_file_new_for_path (folder);
  g_autofree char *name = NULL;
  g_autofree char *uri = NULL;

  add_recent ("of-another-program.txt");
  dialog = choose (fixture, MW_FILE_CHOOSER_TEXT);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
  g_assert_cmpstr (name, ==, "sleutel.txt");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), in, NULL);
  run_for (500);
  respond (fixture, dialog, GTK_RESPONSE_ACCEPT);
  uri = g_file_get_uri (fixture->file);
  g_assert_true (g_str_has_suffix (uri, "/sleutel.txt"));

  /* Whoever adds it, and when. */
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  add_recent ("later-of-another-program.txt");
  do
    run_for (50);
  while (is_recent ("sleutel.txt"));
  g_assert_false (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri));
  g_assert_true (is_recent ("of-another-program.txt"));
  g_assert_true (is_recent ("later-of-another-program.txt"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_autofree char *database = NULL;
  g_autofree char *recent = NULL;
  int status;

  folder = g_dir_make_tmp ("maatwerk-chooser-XXXXXX", NULL);
  database = g_build_filename (folder, "cases.db", NULL);
  recent = g_build_filename (folder, "recently-used.xbel", NULL);
  g_assert_true (g_file_set_contents (database, "", 0, NULL));
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_set_application_name ("Maatwerk");

  add ("/file-chooser/cancel", test_cancel);
  add ("/file-chooser/folder", test_folder);
  add ("/file-chooser/database", test_database);
  add ("/file-chooser/parent-closed", test_parent_closed);
  add ("/file-chooser/leaves-no-trace", test_leaves_no_trace);
  status = g_test_run ();
  g_unlink (database);
  g_unlink (recent);
  g_rmdir (folder);
  g_free (folder);

  return status;
}
