/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which another catalogue is seen before it is accepted. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-change-details.h"
#include "mw-changes-page.h"
#include "mw-renewal-window.h"
#include "mw-window-catalogue.h"

typedef struct
{
  char *folder;
  char *candidate;
  char *text; /* of the shipped catalogue */
  MwCatalogue *catalogue;
  GtkWidget *parent;
  GtkWidget *window; /* %NULL once it is closed */
  gboolean loaded;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  mw_catalogue_load_finish (MW_CATALOGUE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *two = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);
  g_autofree char *shipped = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->candidate = g_build_filename (fixture->folder, "candidate.xml", NULL);
  shipped = g_build_filename (fixture->folder, "shipped.xml", NULL);
  kept = g_build_filename (fixture->folder, "data", NULL);
  g_assert_true (g_file_get_contents (two, &fixture->text, NULL, NULL));
  g_assert_true (g_file_set_contents (shipped, fixture->text, -1, NULL));
  file = g_file_new_for_path (shipped);
  fixture->catalogue = mw_catalogue_new_installed (file, kept);
  mw_catalogue_load_async (fixture->catalogue, NULL, on_loaded, &fixture->loaded);
  while (!fixture->loaded)
    g_main_context_iteration (NULL, TRUE);
  fixture->parent = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  g_object_unref (fixture->catalogue);
  run_for (100);
  g_assert_null (fixture->window);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->candidate);
  g_free (fixture->text);
}

static void
show (Fixture *fixture, GtkWindow *window)
{
  fixture->window = GTK_WIDGET (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  gtk_window_present (window);
  run_for (300);
}

/* Opens the shipped catalogue with those changes: what is found, and what it is replaced by. */
static void
open_changed (Fixture *fixture, const char *const *changes)
{
  g_autoptr (GString) text = g_string_new (fixture->text);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->candidate);

  for (guint i = 0; changes[i]; i += 2)
    g_assert_cmpuint (g_string_replace (text, changes[i], changes[i + 1], 1), ==, 1);
  g_assert_true (g_file_set_contents (fixture->candidate, text->str, -1, NULL));
  show (fixture, mw_renewal_window_new (GTK_WINDOW (fixture->parent), fixture->catalogue, file));
}

static void
open_newer (Fixture *fixture)
{
  static const char *const changes[] = { " version=\"1\"", " version=\"2\"", ">Tekst bij goal.<", ">Samen &lt;eten> &amp; praten.<",
                                         "id=\"wandelgroep\"", "id=\"zangkoor\"", "Wandelgroep Één</name>", "Zangkoor</name>",
                                         NULL };

  open_changed (fixture, changes);
}

static GtkWidget *
assert_shows (Fixture *fixture, const char *text)
{
  return wait_for_label (fixture->window, text);
}

/* On the page that is shown. */
static GtkWidget *
find_button (Fixture *fixture, const char *name)
{
  GtkWidget *stack = find_widget (fixture->window, GTK_TYPE_STACK);
  GtkWidget *button = find_by_label (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);

  return button;
}

static void
press (Fixture *fixture, const char *name)
{
  GtkWidget *button = find_button (fixture, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  run_for (300);
}

static GtkWidget *
find_list (Fixture *fixture, const char *name)
{
  GtkWidget *list = find_by_label (fixture->window, GTK_TYPE_LIST_VIEW, name);

  g_assert_nonnull (list);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_ROLE_LIST);

  return list;
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  GtkWidget *details;
  static const char *const rows[] = { "New: Zangkoor", "Changed: Eetclub De Linde", "Leaves the catalogue: Wandelgroep Één" };

  open_newer (fixture);
  assert_shows (fixture, "From version 1 of 1 January 2020 to version 2 of 1 January 2020");
  assert_shows (fixture, "Interventions: 1 new, 1 changed, 1 that leaves; 0 stay as they are.");
  list = find_list (fixture, "Changes");
  g_assert_true (gtk_widget_is_focus (list) || gtk_widget_get_focus_child (list));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = find_by_label (list, GTK_TYPE_WIDGET, rows[i]);

      g_assert_nonnull (row);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    }

  g_signal_emit_by_name (list, "activate", 1);
  run_for (300);
  details = find_widget (fixture->window, MW_TYPE_CHANGE_DETAILS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (details), GTK_ACCESSIBLE_PROPERTY_LABEL, "Eetclub De Linde");
  assert_shows (fixture, "Aim");
  assert_shows (fixture, "Tekst bij goal.");
  assert_shows (fixture, "Samen <eten> & praten.");
  press (fixture, "Back to the Changes");
  g_assert_false (gtk_widget_get_mapped (details));

  g_signal_emit_by_name (list, "activate", 2);
  run_for (300);
  assert_shows (fixture, "A case that considers this intervention keeps it: its description stays readable, with a note that it is "
                         "no longer in the catalogue.");
}

static void
test_accept_and_undo (Fixture *fixture, gconstpointer data)
{
  open_newer (fixture);
  assert_shows (fixture, "verzonnen");
  press (fixture, "Use This Catalogue");
  assert_shows (fixture, "You now have version 2 of 1 January 2020. The one before, version 1 of 1 January 2020, is kept: “Back to the "
                         "Previous Catalogue” in the main menu brings it back, also later.");
  g_assert_cmpstr (mw_catalogue_get_header (fixture->catalogue)->version, ==, "2");
  press (fixture, "Undo");
  assert_shows (fixture, "You now have version 1 of 1 January 2020. The one before, version 2 of 1 January 2020, is kept: “Back to the "
                         "Previous Catalogue” in the main menu brings it back, also later.");
  g_assert_cmpstr (mw_catalogue_get_header (fixture->catalogue)->version, ==, "1");
  g_assert_cmpstr (mw_catalogue_get_previous (fixture->catalogue)->version, ==, "2");
  press (fixture, "Close");
  g_assert_null (fixture->window);
  show (fixture, mw_renewal_window_new_for_undo (GTK_WINDOW (fixture->parent), fixture->catalogue));
  assert_shows (fixture, "The Catalogue Has Been Replaced");
  g_assert_cmpstr (mw_catalogue_get_header (fixture->catalogue)->version, ==, "2");
}

static void
test_closed_leaves_all (Fixture *fixture, gconstpointer data)
{
  open_newer (fixture);
  assert_shows (fixture, "verzonnen");
  press (fixture, "Cancel");
  g_assert_null (fixture->window);
  g_assert_cmpstr (mw_catalogue_get_header (fixture->catalogue)->version, ==, "1");
  g_assert_null (mw_catalogue_get_previous (fixture->catalogue));
}

/* Closed while it is still at work. */
static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  GtkWindow *window = mw_renewal_window_new (GTK_WINDOW (fixture->parent), fixture->catalogue, file);

  gtk_window_present (window);
  gtk_window_destroy (window);
  run_for (500);
  g_assert_cmpstr (mw_catalogue_get_header (fixture->catalogue)->version, ==, "1");
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  open_changed (fixture, (const char *const[]){ NULL });
  assert_shows (fixture, "The Same Catalogue");
  g_assert_false (gtk_widget_get_mapped (find_button (fixture, "Undo")));
}

static void
test_older (Fixture *fixture, gconstpointer data)
{
  open_changed (fixture, (const char *const[]){ " version=\"1\"", " version=\"0\"", NULL });
  assert_shows (fixture, "No intervention changes. What differs is what the catalogue says of itself, or its search words.");
  gtk_test_accessible_assert_role (
    GTK_ACCESSIBLE (assert_shows (fixture, "This catalogue is older than the one you have (version 1 of 1 January 2020).")),
    GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_true (gtk_widget_is_focus (find_button (fixture, "Use This Catalogue")));
}

static void
test_other (Fixture *fixture, gconstpointer data)
{
  open_changed (fixture, (const char *const[]){ "catalogue:1\" id=\"test\"", "catalogue:1\" id=\"other\"", NULL });
  assert_shows (fixture, "This is another catalogue, not a newer version of the one you have (“verzonnen”, version 1 of 1 January "
                         "2020).");
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  open_changed (fixture, (const char *const[]){ "value=\"older\"", "value=\"oud\"", "level=\"none\"", "level=\"weak\"", NULL });
  assert_shows (fixture, "This File Cannot Be Used");
  assert_shows (fixture, "The catalogue that you have stays as it was. These mistakes are in the file; its maker can mend them:");
  list = find_list (fixture, "Mistakes");
  g_assert_nonnull (find_widget (list, GTK_TYPE_LABEL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==, 2);
  g_assert_true (gtk_widget_is_focus (find_button (fixture, "Close")));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere.xml");

  show (fixture, mw_renewal_window_new (GTK_WINDOW (fixture->parent), fixture->catalogue, file));
  assert_shows (fixture, "This File Cannot Be Used");
}

static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  show (fixture, mw_renewal_window_new_for_undo (GTK_WINDOW (fixture->parent), fixture->catalogue));
  assert_shows (fixture, "Nothing Was Replaced");
  assert_shows (fixture, "There is no previous catalogue any more. The catalogue that you have stays as it was.");
}

/* What has left the catalogue can be read where a case leads to it. */
static void
test_former (Fixture *fixture, gconstpointer data)
{
  MwBrowserPane *browser = g_object_new (MW_TYPE_BROWSER_PANE, NULL);

  adw_window_set_content (ADW_WINDOW (fixture->parent), GTK_WIDGET (browser));
  mw_browser_pane_set_catalogue (browser, fixture->catalogue);
  open_newer (fixture);
  assert_shows (fixture, "verzonnen");
  press (fixture, "Use This Catalogue");
  assert_shows (fixture, "The Catalogue Has Been Replaced");
  press (fixture, "Close");
  mw_browser_pane_ask_again (browser);
  mw_browser_pane_open (browser, "wandelgroep");
  for (guint i = 0; i < 200 && !mw_browser_pane_get_open (browser); i++)
    run_for (50);
  g_assert_cmpstr (mw_browser_pane_get_open (browser), ==, "wandelgroep");
  run_for (200);
  g_assert_nonnull (find_label (fixture->parent, "Wandelgroep Één"));
  g_assert_nonnull (find_label (fixture->parent, "No longer in the catalogue. This is the description as it was in version 1 of 1 "
                                                 "January 2020."));
  mw_browser_pane_ask_again (browser);
  run_for (300);
  g_assert_cmpstr (mw_browser_pane_get_open (browser), ==, "wandelgroep");
}

static void
drop (GtkWidget *window, GFile *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_assert_true (taken);
}

/* The ways to it, before the catalogue has loaded and after. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  GAction *import;
  GAction *undo;

  mw_window_catalogue_connect (GTK_APPLICATION_WINDOW (window), fixture->catalogue);
  gtk_window_present (GTK_WINDOW (window));
  import = g_action_map_lookup_action (G_ACTION_MAP (window), "import-catalogue");
  undo = g_action_map_lookup_action (G_ACTION_MAP (window), "undo-import");
  g_assert_false (g_action_get_enabled (import));
  drop (window, file);
  run_for (100);
  mw_window_catalogue_set_loaded (GTK_APPLICATION_WINDOW (window));
  g_assert_true (g_action_get_enabled (import));
  g_assert_false (g_action_get_enabled (undo));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());
      guint n_renewals = 0;

      run_for (200);
      for (guint w = 0; w < g_list_model_get_n_items (all); w++)
        {
          g_autoptr (GObject) one = g_list_model_get_item (all, w);

          n_renewals += MW_IS_RENEWAL_WINDOW (one);
        }
      g_assert_cmpuint (n_renewals, ==, 1); /* one at a time */
      if (i == 0)
        drop (window, file);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (300);
}

static void
on_receive_case (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  char **received = data;

  g_free (*received);
  *received = g_variant_dup_string (parameter, NULL);
}

/* A colleague's case is none of the catalogue's business. What is in it, the pane of the cases finds out. */
static void
test_drop_handover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  g_autoptr (GSimpleAction) receive = g_simple_action_new ("receive-case", G_VARIANT_TYPE_STRING);
  g_autoptr (GFile) file = g_file_new_for_path ("/nergens/Casus van een collega.MAATWERK");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *received = NULL;
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  g_signal_connect (receive, "activate", G_CALLBACK (on_receive_case), &received);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (receive));
  mw_window_catalogue_connect (GTK_APPLICATION_WINDOW (window), fixture->catalogue);
  mw_window_catalogue_set_loaded (GTK_APPLICATION_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  drop (window, file);
  g_assert_cmpstr (received, ==, uri);
  run_for (200);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (all, i);

      g_assert_false (MW_IS_RENEWAL_WINDOW (one));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (100);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/renewal/preview", test_preview);
  add ("/renewal/accept-and-undo", test_accept_and_undo);
  add ("/renewal/closed-leaves-all", test_closed_leaves_all);
  add ("/renewal/closed-early", test_closed_early);
  add ("/renewal/same", test_same);
  add ("/renewal/older", test_older);
  add ("/renewal/other", test_other);
  add ("/renewal/mistakes", test_mistakes);
  add ("/renewal/missing", test_missing);
  add ("/renewal/nothing-to-undo", test_nothing_to_undo);
  add ("/renewal/former", test_former);
  add ("/renewal/ways", test_ways);
  add ("/renewal/drop-handover", test_drop_handover);

  return g_test_run ();
}
