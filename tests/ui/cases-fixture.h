/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "find-widget.h"
#include "mw-cases.h"
#include "mw-database.h"

/* Real cases in a throw-away folder, sealed with as little effort as Argon2id allows, and a window to show a page in. */

#define PASSPHRASE "de merel zingt in de linde"

#define WAIT_UNTIL(condition) \
  while (!(condition)) \
  g_main_context_iteration (NULL, TRUE)

typedef struct
{
  char *folder;
  char *path;
  char *backups;
  char *recovery_key;
  MwCases *cases;
  GtkWidget *window;
} Fixture;

static inline MwSecret *
secret (const char *text)
{
  return mw_secret_new_passphrase (text, NULL);
}

static inline void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline void
count (guint *n)
{
  (*n)++;
}

static inline void
look_again (Fixture *fixture, MwCasesState expected)
{
  mw_cases_check (fixture->cases);
  WAIT_UNTIL (mw_cases_get_state (fixture->cases) != MW_CASES_CHECKING);
  g_assert_cmpint (mw_cases_get_state (fixture->cases), ==, expected);
}

static inline MwCases *
new_cases (Fixture *fixture)
{
  return mw_cases_new (fixture->folder, &(MwKdf){ 1, 8192 });
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mw-pages-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "cases.db", NULL);
  fixture->backups = g_build_filename (fixture->folder, "backups", NULL);
  fixture->recovery_key = NULL;
  fixture->cases = new_cases (fixture);
  look_again (fixture, MW_CASES_NONE);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 700);
}

static inline void
close_cases (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_close_async (fixture->cases, keep_result, &result);
  WAIT_UNTIL (result);
  g_assert_true (mw_cases_close_finish (fixture->cases, result, NULL));
  g_clear_object (&fixture->cases);
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  close_cases (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backups);
  g_free (fixture->recovery_key);
}

/* Returns: (transfer none): a page of @type, shown in the window */
static inline gpointer
show_page (Fixture *fixture, GType type)
{
  GtkWidget *page = g_object_new (type, NULL);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (page));
  return page;
}

static inline GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static inline void
create (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_create_async (fixture->cases, secret (PASSPHRASE), keep_result, &result);
  WAIT_UNTIL (result);
  fixture->recovery_key = mw_cases_create_finish (fixture->cases, result, NULL);
  g_assert_nonnull (fixture->recovery_key);
}

/* Closes the file and looks again, so that it is locked. */
static inline void
lock (Fixture *fixture)
{
  close_cases (fixture);
  fixture->cases = new_cases (fixture);
  look_again (fixture, MW_CASES_LOCKED);
}

static inline void
unlock (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_unlock_async (fixture->cases, secret (PASSPHRASE), NULL, keep_result, &result);
  WAIT_UNTIL (result);
  g_assert_true (mw_cases_unlock_finish (fixture->cases, result, NULL));
}

static inline guint64
save (Fixture *fixture, guint64 id, const char *label, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = mw_case_new ();
  guint64 saved;

  mw_case_set_text (&one->label, label);
  mw_case_set_text (&one->domains[MW_DOMAIN_LIVING], text);
  mw_cases_save_async (fixture->cases, id, one, keep_result, &result);
  WAIT_UNTIL (result);
  saved = mw_cases_save_finish (fixture->cases, result, NULL);
  g_assert_cmpuint (saved, >, 0);
  return saved;
}

/* Returns: (transfer full): the path of a copy */
static inline char *
back_up (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *path;

  mw_cases_back_up_async (fixture->cases, fixture->backups, keep_result, &result);
  WAIT_UNTIL (result);
  path = mw_cases_back_up_finish (fixture->cases, result, NULL);
  g_assert_nonnull (path);
  return path;
}

/* Changes a file that is not open. */
static inline void
change (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = mw_database_open (path, MW_DATABASE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (mw_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static inline void
assert_name (gpointer widget, GtkAccessibleRole role, const char *name)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), role);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static inline GtkWidget *
find_button (gpointer root, const char *label)
{
  GtkWidget *button = find_by_label (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

/* Only what a user could press. */
static inline void
press (gpointer root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* What the key does in @page. */
static inline void
press_escape (gpointer page)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  guint n_done = 0;

  for (guint c = 0; c < g_list_model_get_n_items (controllers); c++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, c);

      for (guint s = 0; G_IS_LIST_MODEL (controller) && s < g_list_model_get_n_items (G_LIST_MODEL (controller)); s++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), s);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, "Escape"))
            n_done += gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, page, NULL);
        }
    }
  g_assert_cmpuint (n_done, ==, 1);
}

static inline void
type (gpointer root, const char *name, const char *text)
{
  GtkWidget *entry = find_by_label (root, GTK_TYPE_PASSWORD_ENTRY, name);

  if (!entry)
    entry = find_by_label (root, GTK_TYPE_ENTRY, name);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static inline const char *
get_typed (gpointer root, const char *name)
{
  GtkWidget *entry = find_by_label (root, GTK_TYPE_PASSWORD_ENTRY, name);

  return gtk_editable_get_text (GTK_EDITABLE (entry ? entry : find_by_label (root, GTK_TYPE_ENTRY, name)));
}

/* Whether a label within @root, that can be seen, has @text in it. */
static inline gboolean
says (gpointer root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (root), text))
    return TRUE;

  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    if (says (c, text))
      return TRUE;

  return FALSE;
}
