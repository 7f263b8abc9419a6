/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-preferences.h"

static GSettings *settings;

typedef struct
{
  GtkWidget *parent;
  GtkWidget *preferences; /* %NULL once it is closed */
  GSimpleAction *back_up;
  GSimpleAction *restore;
  guint n_backed_up;
} Fixture;

static void
on_back_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  /* The preferences are out of the way by then. */
  g_assert_false (fixture->preferences && gtk_widget_get_mapped (fixture->preferences));
  fixture->n_backed_up++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (settings, "lock-minutes");
  g_settings_reset (settings, "retention-years");
  fixture->parent = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  fixture->back_up = g_simple_action_new ("back-up", NULL);
  g_signal_connect (fixture->back_up, "activate", G_CALLBACK (on_back_up), fixture);
  g_action_map_add_action (G_ACTION_MAP (fixture->parent), G_ACTION (fixture->back_up));
  fixture->restore = g_simple_action_new ("restore", NULL);
  g_simple_action_set_enabled (fixture->restore, FALSE);
  g_action_map_add_action (G_ACTION_MAP (fixture->parent), G_ACTION (fixture->restore));
  fixture->preferences = GTK_WIDGET (mw_preferences_new (GTK_WINDOW (fixture->parent), settings));
  g_object_add_weak_pointer (G_OBJECT (fixture->preferences), (gpointer *) &fixture->preferences);
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  run_for (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->preferences)
    gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  g_object_unref (fixture->back_up);
  g_object_unref (fixture->restore);
  run_for (50);
  g_assert_null (fixture->preferences);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *label = find_label (fixture->preferences, title);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
}

static void
check_number (Fixture *fixture, const char *key, const char *name, int before, int least, int most)
{
  GtkWidget *spin = find_by_label (fixture->preferences, GTK_TYPE_SPIN_BUTTON, name);

  g_assert_nonnull (spin);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, before);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), before + 2);
  g_assert_cmpint (g_settings_get_int (settings, key), ==, before + 2);
  g_settings_set_int (settings, key, before + 1);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, before + 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0);
  g_assert_cmpint (g_settings_get_int (settings, key), ==, least);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 1000);
  g_assert_cmpint (g_settings_get_int (settings, key), ==, most);
}

static void
test_lock_minutes (Fixture *fixture, gconstpointer data)
{
  check_number (fixture, "lock-minutes", "Lock after, in minutes", 5, 1, 60);
}

static void
test_retention_years (Fixture *fixture, gconstpointer data)
{
  check_number (fixture, "retention-years", "Propose deletion of closed cases after, in years", 15, 1, 50);
}

static void
test_row_acts_after_closing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "Back up to…");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Back up to…");
  g_assert_true (gtk_widget_get_sensitive (row));
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpuint (fixture->n_backed_up, ==, 1);
}

static void
test_row_is_as_sensitive_as_its_action (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "Restore a backup…");

  g_assert_false (gtk_widget_get_sensitive (row));
  g_simple_action_set_enabled (fixture->restore, TRUE);
  g_assert_true (gtk_widget_get_sensitive (row));
  /* One that the window does not have. */
  g_assert_false (gtk_widget_get_sensitive (find_row (fixture, "New recovery key…")));
  g_assert_false (gtk_widget_get_sensitive (find_row (fixture, "Change the passphrase…")));
}

static GSettings *
new_settings (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-schema-XXXXXX", NULL);
  g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);
  g_autofree char *data = g_path_get_dirname (g_getenv ("MW_TEST_CATALOGUE"));
  g_autofree char *target = g_strconcat ("--targetdir=", folder, NULL);
  const char *command[] = { "glib-compile-schemas", "--strict", target, data, NULL };
  int status = -1;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, ==, 0);
  source = g_settings_schema_source_new_from_directory (folder, NULL, FALSE, NULL);
  schema = g_settings_schema_source_lookup (source, MW_APPLICATION_ID, FALSE);
  g_unlink (compiled);
  g_rmdir (folder);

  return g_settings_new_full (schema, NULL, NULL);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  settings = new_settings ();

  add ("/preferences/lock-minutes", test_lock_minutes);
  add ("/preferences/retention-years", test_retention_years);
  add ("/preferences/row-acts-after-closing", test_row_acts_after_closing);
  add ("/preferences/row-is-as-sensitive-as-its-action", test_row_is_as_sensitive_as_its_action);
  status = g_test_run ();
  g_object_unref (settings);

  return status;
}
