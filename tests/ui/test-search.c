/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-description-page.h"
#include "mw-intervention-row.h"
#include "mw-search-notice.h"

typedef struct
{
  char *folder;
  char *database;
  GtkWidget *window;
  MwBrowserPane *browser;
  GtkWidget *notice;
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  fixture->catalogue = mw_catalogue_new (file, fixture->database);
  fixture->browser = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->browser));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_catalogue_load_async (fixture->catalogue, NULL, on_loaded, &fixture->loaded);
  mw_browser_pane_set_catalogue (fixture->browser, fixture->catalogue);
  while (!fixture->loaded)
    g_main_context_iteration (NULL, TRUE);
  run_for (300);
  fixture->notice = find_widget (fixture->window, MW_TYPE_SEARCH_NOTICE);
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
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwQueryResult) answer = mw_catalogue_query_finish (MW_CATALOGUE (source), result, NULL);

  g_assert_nonnull (answer);
  *(gboolean *) data = TRUE;
}

/* Questions are answered in turn: after one of ours, that of the browser has been. */
static void
wait_for_answer (Fixture *fixture)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  gboolean answered = FALSE;

  mw_catalogue_query_async (fixture->catalogue, query, NULL, on_answered, &answered);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
  run_for (200);
}

static void
type (Fixture *fixture, const char *text)
{
  mw_browser_pane_set_text (fixture->browser, text);
  wait_for_answer (fixture);
}

/* The labels in @root, below one another, with all that is marked in brackets. */
static void
append_marked (GtkWidget *root, GString *all)
{
  if (GTK_IS_LABEL (root))
    {
      PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (root));
      PangoAttrIterator *iter = attributes ? pango_attr_list_get_iterator (attributes) : NULL;
      const char *text = gtk_label_get_text (GTK_LABEL (root));
      int start, end;

      do
        {
          PangoAttribute *underline = iter ? pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) : NULL;
          PangoAttribute *weight = iter ? pango_attr_iterator_get (iter, PANGO_ATTR_WEIGHT) : NULL;

          if (!underline)
            continue;
          g_assert_nonnull (weight);
          pango_attr_iterator_range (iter, &start, &end);
          g_string_append_printf (all, "[%.*s]", end - start, text + start);
        }
      while (iter && pango_attr_iterator_next (iter));
      g_clear_pointer (&iter, pango_attr_iterator_destroy);
    }
  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    append_marked (c, all);
}

/* Whether a label in @root has @part in its text. */
static gboolean
says (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part))
    return TRUE;

  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    if (says (c, part))
      return TRUE;

  return FALSE;
}

static void
assert_marked (GtkWidget *root, const char *expected)
{
  g_autoptr (GString) all = g_string_new (NULL);

  append_marked (root, all);
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_did_you_mean (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  g_assert_false (gtk_widget_get_visible (fixture->notice));
  type (fixture, "hiusbezoek");
  g_assert_true (gtk_widget_is_visible (fixture->notice));
  g_assert_nonnull (find_label (fixture->notice, "Nothing was found for “hiusbezoek”. Below is what “huisbezoek” gives."));
  g_assert_true (says (find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW), "huisbezoek"));
  g_assert_cmpstr (mw_browser_pane_get_text (fixture->browser), ==, "hiusbezoek");

  button = find_widget (fixture->notice, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Did you mean “huisbezoek”?");
  g_signal_emit_by_name (button, "clicked");
  wait_for_answer (fixture);
  g_assert_cmpstr (mw_browser_pane_get_text (fixture->browser), ==, "huisbezoek");
  g_assert_false (gtk_widget_is_visible (button));

  type (fixture, "");
  g_assert_false (gtk_widget_get_visible (fixture->notice));
}

static void
test_synonyms_are_told (Fixture *fixture, gconstpointer data)
{
  type (fixture, "gehoorapparaat");
  g_assert_false (gtk_widget_get_visible (fixture->notice));
  type (fixture, "doof");
  g_assert_true (says (fixture->notice, "Also searched for: "));
  g_assert_true (says (fixture->notice, "hard of hearing"));
}

static void
assert_row_markup (Fixture *fixture, const char *part, gboolean expected)
{
  GtkWidget *row = find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW);
  gboolean found = FALSE;

  for (GtkWidget *c = gtk_widget_get_first_child (row); c; c = gtk_widget_get_next_sibling (c))
    found = found || (GTK_IS_LABEL (c) && strstr (gtk_label_get_label (GTK_LABEL (c)), part));
  g_assert_cmpint (found, ==, expected);
}

static void
test_marks_in_a_row (Fixture *fixture, gconstpointer data)
{
  type (fixture, "vriendschappelijk");
  assert_row_markup (fixture, "<b><u>Vriendschappelijk</u></b> huisbezoek", TRUE);
  type (fixture, "");
  assert_row_markup (fixture, "<u>", FALSE);
}

/* As soon as the page opens, and along with what is typed. */
static void
test_marks_on_the_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  type (fixture, "tandem");
  mw_browser_pane_open (fixture->browser, "humanitas-tandem");
  wait_for_answer (fixture);
  page = find_widget (fixture->window, MW_TYPE_DESCRIPTION_PAGE);
  g_assert_nonnull (page);
  {
    g_autoptr (GString) all = g_string_new (NULL);

    append_marked (page, all);
    g_assert_true (g_str_has_prefix (all->str, "[Tandem]"));
  }
  type (fixture, "xyzzyx");
  assert_marked (page, "");
  type (fixture, "humanitas");
  {
    g_autoptr (GString) all = g_string_new (NULL);

    append_marked (page, all);
    g_assert_true (g_str_has_prefix (all->str, "[Humanitas]"));
  }
  type (fixture, "");
  assert_marked (page, "");
}

static void
test_other_language (Fixture *fixture, gconstpointer data)
{
  type (fixture, "gesprekspartners");
  g_assert_true (says (find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW), "found in the Dutch text"));
  type (fixture, "vriendschappelijk"); /* the name is the same in both */
  g_assert_false (says (find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW), "found in the Dutch text"));
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/search/did-you-mean", test_did_you_mean);
  add ("/search/synonyms-are-told", test_synonyms_are_told);
  add ("/search/marks-in-a-row", test_marks_in_a_row);
  add ("/search/marks-on-the-page", test_marks_on_the_page);
  add ("/search/other-language", test_other_language);

  return g_test_run ();
}
