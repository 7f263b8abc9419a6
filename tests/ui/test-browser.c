/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-description-page.h"
#include "mw-filter-panel.h"
#include "mw-intervention-row.h"

typedef struct
{
  char *folder;
  char *database;
  GtkWidget *window;
  MwBrowserPane *browser;
  MwCatalogue *catalogue;
  gboolean loaded;
} Fixture;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  mw_catalogue_load_finish (MW_CATALOGUE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* @data: (nullable): a catalogue in the tests' data, other than our own */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = data ? g_test_build_filename (G_TEST_DIST, "data", data, NULL)
                               : g_strdup (g_getenv ("MW_TEST_CATALOGUE"));
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  fixture->catalogue = mw_catalogue_new (file, fixture->database);
  fixture->browser = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->browser));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_catalogue_load_async (fixture->catalogue, NULL, on_loaded, &fixture->loaded);
  mw_browser_pane_set_catalogue (fixture->browser, fixture->catalogue);
  while (!fixture->loaded)
    g_main_context_iteration (NULL, TRUE);
  run_for (300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->catalogue);
  run_for (100);
  g_unlink (fixture->database);
  g_rmdir (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->folder);
}

static void
assert_shows (Fixture *fixture, const char *text)
{
  run_for (200);
  wait_for_label (GTK_WIDGET (fixture->browser), text);
}

static void
set_filter (Fixture *fixture, const char *filter)
{
  mw_browser_pane_set_filters (fixture->browser, (const char *const[]){ filter, NULL });
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW);

  assert_shows (fixture, "38 interventions");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->browser), GTK_ACCESSIBLE_ROLE_REGION);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "50plusnet (online meeting place)");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "50plusnet (online meeting place)");
}

static void
test_candidates (Fixture *fixture, gconstpointer data)
{
  mw_browser_pane_set_candidates (fixture->browser, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  assert_shows (fixture, "25 of 38 interventions");
  assert_shows (fixture, "Fits Achterblijvers (left-behinds)");
  assert_shows (fixture, "Fits Achterblijvers (left-behinds) · with the right guidance");

  gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.drop", "(uu)", MW_QUERY_CANDIDATES, 0);
  assert_shows (fixture, "38 interventions");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  mw_browser_pane_set_text (fixture->browser, "tandem");
  run_for (200);
  g_assert_nonnull (find_label (fixture->window, "Humanitas Tandem (buddy scheme)"));
  mw_browser_pane_set_text (fixture->browser, "");
  assert_shows (fixture, "38 interventions");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;
  GtkWidget *check;
  g_auto (GStrv) filters = NULL;

  mw_browser_pane_show_filters (fixture->browser, TRUE);
  run_for (200);
  panel = find_widget (fixture->window, MW_TYPE_FILTER_PANEL);
  check = find_by_label (panel, GTK_TYPE_CHECK_BUTTON, "Widows and widowers, 2");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  assert_shows (fixture, "2 of 38 interventions");
  assert_shows (fixture, "For widows and widowers");
  filters = mw_browser_pane_dup_filters (fixture->browser);
  g_assert_cmpuint (g_strv_length (filters), ==, 1);
  g_assert_cmpstr (filters[0], ==, "audience:widowed");

  gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.clear", NULL);
  assert_shows (fixture, "38 interventions");
}

static void
test_unknown_filters (Fixture *fixture, gconstpointer data)
{
  const char *const words[] = { "nonsense", "audience:nobody", "x:y:z", "", ":", "audience:", "form:online", NULL };
  g_auto (GStrv) filters = NULL;

  mw_browser_pane_set_filters (fixture->browser, words);
  filters = mw_browser_pane_dup_filters (fixture->browser);
  g_assert_cmpuint (g_strv_length (filters), ==, 1);
  g_assert_cmpstr (filters[0], ==, "form:online");
}

static void
test_empty_says_what_to_drop (Fixture *fixture, gconstpointer data)
{
  set_filter (fixture, "audience:widowed");
  mw_browser_pane_set_text (fixture->browser, "tandem");
  assert_shows (fixture, "0 of 38 interventions");
  assert_shows (fixture, "Drop For whom: Widows and widowers (1 intervention)");
  assert_shows (fixture, "Drop the search for “tandem” (2 interventions)");
  g_assert_nonnull (find_by_label (GTK_WIDGET (fixture->browser), GTK_TYPE_BUTTON, "Clear Search and Filters"));
  mw_browser_pane_set_filters (fixture->browser, (const char *const[]){ NULL });
  mw_browser_pane_set_text (fixture->browser, "xyzzy");
  assert_shows (fixture, "Drop the search for “xyzzy” (38 interventions)");
  g_assert_null (find_by_label (GTK_WIDGET (fixture->browser), GTK_TYPE_BUTTON, "Clear Search and Filters"));
}

static void
test_description (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  mw_browser_pane_open (fixture->browser, "bezoekdienst-weduwen-en-weduwnaars");
  run_for (300);
  page = find_widget (fixture->window, MW_TYPE_DESCRIPTION_PAGE);
  g_assert_nonnull (page);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bezoekdienst weduwen en weduwnaars (visiting service for widows and widowers)");
  g_assert_null (find_label (page, "This description is available in Dutch only."));
  g_assert_nonnull (find_label (page, "Impending and situational isolation."));
  for (guint f = 0; f < 4; f++)
    g_assert_nonnull (find_label (page, ((const char *[]){ "Aim", "How it works", "Effects", "More information" })[f]));

  mw_browser_pane_open (fixture->browser, NULL);
  run_for (200);
  g_assert_null (mw_browser_pane_get_open (fixture->browser));
}

static void
test_dutch_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  mw_browser_pane_open (fixture->browser, "eetclub");
  run_for (300);
  page = find_widget (fixture->window, MW_TYPE_DESCRIPTION_PAGE);
  g_assert_nonnull (page);
  g_assert_nonnull (find_label (page, "This description is available in Dutch only."));
  g_assert_nonnull (find_label (page, "Niet onderzocht."));
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  mw_browser_pane_set_candidates (fixture->browser, MW_PROFILE_SET_OF (MW_PROFILE_OVERLEVERS));
  mw_browser_pane_set_sort (fixture->browser, MW_SORT_NAME);
  run_for (200);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bestrijden van sociaal isolement (combating social isolation)");
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/browser/all", test_all);
  add ("/browser/candidates", test_candidates);
  add ("/browser/search", test_search);
  add ("/browser/filters", test_filters);
  add ("/browser/unknown-filters", test_unknown_filters);
  add ("/browser/empty", test_empty_says_what_to_drop);
  add ("/browser/description", test_description);
  add ("/browser/sort", test_sort);
  g_test_add ("/browser/dutch-only", Fixture, "two.xml", set_up, test_dutch_only, tear_down);

  return g_test_run ();
}
