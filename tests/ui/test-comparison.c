/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-catalogue-reader.h"
#include "mw-comparison-band.h"
#include "mw-comparison-bar.h"
#include "mw-comparison-case.h"
#include "mw-comparison-cell.h"
#include "mw-comparison-grid.h"
#include "mw-comparison-head.h"
#include "mw-comparison-heads.h"
#include "mw-comparison-page.h"
#include "mw-comparison.h"

#define VISITS "bezoekdienst-weduwen-en-weduwnaars"
#define FRIENDLY "vriendschappelijk-huisbezoek"
#define TANDEM "humanitas-tandem"

typedef struct
{
  char *folder;
  char *database;
  GtkWidget *window;
  MwBrowserPane *browser;
  MwComparer *comparer;
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
  fixture->comparer = mw_browser_pane_get_comparer (fixture->browser);
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

static gboolean
keep_name (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_hash_table_insert (data, g_strdup (intervention->id), g_strdup (mw_intervention_get_name (intervention, MW_LANGUAGE_EN)));

  return TRUE;
}

/* What an intervention of the catalogue is called. */
static const char *
get_name (const char *id)
{
  static GHashTable *names;

  if (!names)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));

      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      mw_catalogue_read (file, keep_name, names, NULL, NULL, NULL, NULL);
    }

  return g_hash_table_lookup (names, id);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = find_widget (fixture->window, type);

  g_assert_nonnull (found);

  return found;
}

/* Until @condition holds, for as long as a slow machine may take. */
#define wait_until(condition)                                                                                                      \
  G_STMT_START                                                                                                                     \
  {                                                                                                                                \
    for (guint i = 0; i < 600 && !(condition); i++)                                                                                \
      run_for (50);                                                                                                                \
    g_assert_true (condition);                                                                                                     \
  }                                                                                                                                \
  G_STMT_END

/* Whether so many columns have their place. */
static gboolean
has_columns (Fixture *fixture, guint n_columns)
{
  GtkWidget *heads = find_widget (fixture->window, MW_TYPE_COMPARISON_HEADS);
  GtkWidget *cell = find_widget (fixture->window, MW_TYPE_COMPARISON_CELL);

  return heads && cell && gtk_widget_get_width (cell) > 0 && mw_comparison_heads_get (MW_COMPARISON_HEADS (heads), n_columns - 1)
         && !mw_comparison_heads_get (MW_COMPARISON_HEADS (heads), n_columns);
}

static void
compare (Fixture *fixture)
{
  mw_comparer_toggle (fixture->comparer, VISITS, "1.4");
  mw_comparer_toggle (fixture->comparer, FRIENDLY, "1.19");
  mw_comparer_toggle (fixture->comparer, TANDEM, "1.11");
  mw_comparer_show (fixture->comparer, TRUE);
  wait_until (has_columns (fixture, mw_comparison_set_get_n (mw_comparer_get_set (fixture->comparer))));
}

static MwComparisonBand *
find_band (Fixture *fixture, MwComparisonLine line)
{
  GtkWidget *grid = find (fixture, MW_TYPE_COMPARISON_GRID);

  for (GtkWidget *c = gtk_widget_get_first_child (grid); c; c = gtk_widget_get_next_sibling (c))
    if (mw_comparison_band_get_line (MW_COMPARISON_BAND (c)) == line)
      return MW_COMPARISON_BAND (c);

  return NULL;
}

static void
assert_columns (Fixture *fixture, const char *first, const char *second, const char *third)
{
  MwComparisonHeads *heads = MW_COMPARISON_HEADS (find (fixture, MW_TYPE_COMPARISON_HEADS));
  const char *const ids[] = { first, second, third };

  for (guint c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      MwComparisonHead *head = mw_comparison_heads_get (heads, c);

      g_assert_true ((head != NULL) == (ids[c] != NULL));
      if (head)
        gtk_test_accessible_assert_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, get_name (ids[c]));
    }
}

static void
test_set (void)
{
  g_autoptr (MwComparisonSet) set = mw_comparison_set_new ();
  g_autofree char *numbers = NULL;

  g_assert_true (mw_comparison_set_add (set, "a", "1.1"));
  g_assert_false (mw_comparison_set_add (set, "a", "1.1"));
  g_assert_true (mw_comparison_set_add (set, "b", "1.2"));
  g_assert_true (mw_comparison_set_add (set, "c", "1.3"));
  g_assert_true (mw_comparison_set_add (set, "d", "1.4"));
  g_assert_false (mw_comparison_set_add (set, "e", "1.5"));
  g_assert_cmpuint (mw_comparison_set_get_n (set), ==, MW_COMPARISON_MOST);

  g_assert_false (mw_comparison_set_move (set, "a", FALSE));
  g_assert_false (mw_comparison_set_move (set, "d", TRUE));
  g_assert_false (mw_comparison_set_move (set, "e", TRUE));
  g_assert_true (mw_comparison_set_move (set, "a", TRUE));
  g_assert_cmpstr (mw_comparison_set_get_id (set, 0), ==, "b");
  g_assert_cmpstr (mw_comparison_set_get_id (set, 1), ==, "a");

  mw_comparison_set_remove (set, "e");
  mw_comparison_set_remove (set, "b");
  g_assert_cmpuint (mw_comparison_set_get_n (set), ==, 3);
  g_assert_false (mw_comparison_set_has (set, "b"));
  numbers = mw_comparison_set_dup_numbers (set);
  g_assert_cmpstr (numbers, ==, "1.1, 1.3, 1.4");
  mw_comparison_set_clear (set);
  g_assert_cmpuint (mw_comparison_set_get_n (set), ==, 0);
}

/* The bar counts, and says what is missing or too much. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_widget (fixture->window, MW_TYPE_COMPARISON_BAR);

  g_assert_false (gtk_widget_get_visible (bar));
  mw_comparer_show (fixture->comparer, TRUE);
  g_assert_false (mw_comparer_is_shown (fixture->comparer));
  g_assert_true (gtk_widget_get_visible (bar));

  mw_comparer_toggle (fixture->comparer, VISITS, "1.4");
  g_assert_nonnull (find_label (bar, "To be compared: 1.4. Choose at least one more."));
  mw_comparer_toggle (fixture->comparer, FRIENDLY, "1.19");
  g_assert_nonnull (find_label (bar, "2 to be compared: 1.4, 1.19"));
  g_assert_nonnull (find_by_label (bar, GTK_TYPE_BUTTON, "Compare"));

  mw_comparer_toggle (fixture->comparer, TANDEM, "1.11");
  mw_comparer_toggle (fixture->comparer, "50plusnet", "1.1");
  mw_comparer_toggle (fixture->comparer, "resto-vanharte", "1.15");
  g_assert_nonnull (find_label (bar, "Four can be compared, not more. Take one out first."));
  g_assert_cmpuint (mw_comparison_set_get_n (mw_comparer_get_set (fixture->comparer)), ==, 4);

  gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.clear-comparison", NULL);
  g_assert_false (gtk_widget_get_visible (bar));
}

/* The button of a row and that of the description are pressed while it is in the comparison. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("Compare %s", get_name ("50plusnet"));
  GtkWidget *row_button;
  GtkWidget *button;

  wait_until (find_by_label (fixture->window, GTK_TYPE_TOGGLE_BUTTON, name));
  row_button = find_by_label (fixture->window, GTK_TYPE_TOGGLE_BUTTON, name);
  g_signal_emit_by_name (row_button, "clicked");
  run_for (100);
  g_assert_true (mw_comparison_set_has (mw_comparer_get_set (fixture->comparer), "50plusnet"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row_button), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  mw_browser_pane_open (fixture->browser, "50plusnet");
  wait_until (mw_browser_pane_get_open (fixture->browser));
  button = find_by_label (fixture->window, GTK_TYPE_TOGGLE_BUTTON, "✓ To Be Compared");
  g_assert_nonnull (button);
  mw_browser_pane_compare (fixture->browser);
  g_assert_false (mw_comparison_set_has (mw_comparer_get_set (fixture->comparer), "50plusnet"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Compare");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row_button), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
}

/* A screen reader hears of each cell its heading and its column, and of each heading whether it differs. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  MwComparisonBand *fits, *audience;
  g_autofree char *name = NULL;
  GtkWidget *cell;

  compare (fixture);
  g_assert_true (mw_comparer_is_shown (fixture->comparer));
  assert_columns (fixture, VISITS, FRIENDLY, TANDEM);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (fixture, MW_TYPE_COMPARISON_GRID)), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (fixture, MW_TYPE_COMPARISON_HEAD)), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);

  g_assert_nonnull (find_label (find (fixture, MW_TYPE_COMPARISON_HEADS), "1.4"));
  g_assert_nonnull (find_label (find (fixture, MW_TYPE_COMPARISON_HEADS), "1.11 / 2.6"));

  fits = find_band (fixture, MW_COMPARISON_FITS);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fits), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mw_comparison_band_get_button (fits)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Fits, different");
  cell = find_widget (GTK_WIDGET (fits), MW_TYPE_COMPARISON_CELL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  name = g_strdup_printf ("Fits, %s", get_name (VISITS));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  /* What only one of them has is marked, in words too. */
  audience = find_band (fixture, MW_COMPARISON_FIELDS + MW_FIELD_AUDIENCE);
  cell = find_widget (GTK_WIDGET (audience), MW_TYPE_COMPARISON_CELL);
  g_assert_nonnull (find_label (cell, "◆ Widows and widowers"));
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    g_assert_true (find_band (fixture, line) || line == MW_COMPARISON_REMARKS || line == MW_COMPARISON_OFFER);
}

static void
test_only_differences (Fixture *fixture, gconstpointer data)
{
  GtkCheckButton *check;
  guint n_folded = 0;

  compare (fixture);
  check = GTK_CHECK_BUTTON (find_by_label (fixture->window, GTK_TYPE_CHECK_BUTTON, "Only the differences"));
  gtk_check_button_set_active (check, TRUE);
  run_for (100);
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    {
      MwComparisonBand *band = find_band (fixture, line);
      GtkWidget *cell = band ? find_widget (GTK_WIDGET (band), MW_TYPE_COMPARISON_CELL) : NULL;

      if (!band)
        continue;
      g_assert_true (gtk_widget_get_mapped (cell) != mw_comparison_band_get_folded (band));
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mw_comparison_band_get_button (band)), GTK_ACCESSIBLE_STATE_EXPANDED,
                                        !mw_comparison_band_get_folded (band));
      n_folded += mw_comparison_band_get_folded (band);
    }
  g_assert_cmpuint (n_folded, >, 0);
  g_assert_false (mw_comparison_band_get_folded (find_band (fixture, MW_COMPARISON_FIELDS + MW_FIELD_METHOD)));

  gtk_check_button_set_active (check, FALSE);
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    g_assert_false (find_band (fixture, line) && mw_comparison_band_get_folded (find_band (fixture, line)));
}

/* One heading alone, with its own button; folded it says what all of them have. */
static void
test_fold_one (Fixture *fixture, gconstpointer data)
{
  MwComparisonBand *band;
  GtkWidget *button;

  mw_comparer_toggle (fixture->comparer, VISITS, "1.4");
  mw_comparer_toggle (fixture->comparer, "50plusnet", "1.1");
  mw_comparer_show (fixture->comparer, TRUE);
  wait_until (has_columns (fixture, 2));
  band = find_band (fixture, MW_COMPARISON_FITS);
  button = mw_comparison_band_get_button (band);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (mw_comparison_band_get_folded (band));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (mw_comparison_band_get_folded (band));
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("Move %s to the Right", get_name (VISITS));
  GtkWidget *page;
  GtkWidget *button;

  compare (fixture);
  page = find (fixture, MW_TYPE_COMPARISON_PAGE);
  button = find_by_label (page, GTK_TYPE_BUTTON, name);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  run_for (100);
  assert_columns (fixture, FRIENDLY, VISITS, TANDEM);

  /* The keyboard went along. */
  button = find_by_label (page, GTK_TYPE_BUTTON, name);
  g_assert_true (gtk_widget_is_focus (button));
  g_assert_cmpstr (mw_comparer_get_focused (fixture->comparer)->id, ==, VISITS);

  /* The key of the list takes this column out, and again one: then nothing is left to compare. */
  mw_browser_pane_compare (fixture->browser);
  run_for (100);
  assert_columns (fixture, FRIENDLY, TANDEM, NULL);
  g_assert_true (mw_comparer_is_shown (fixture->comparer));
  g_assert_cmpstr (mw_comparer_get_focused (fixture->comparer)->id, ==, FRIENDLY);
  mw_browser_pane_compare (fixture->browser);
  g_assert_false (mw_comparer_is_shown (fixture->comparer));
}

/* With nothing but the keyboard: Tab stops once at the table, the arrows go from cell to cell. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid;
  MwComparisonBand *fits;
  GtkWidget *first;

  compare (fixture);
  grid = find (fixture, MW_TYPE_COMPARISON_GRID);
  fits = find_band (fixture, MW_COMPARISON_FITS);
  first = find_widget (GTK_WIDGET (fits), MW_TYPE_COMPARISON_CELL);
  g_assert_true (gtk_widget_is_focus (mw_comparison_band_get_button (fits)));

  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_DOWN));
  while (!gtk_widget_is_focus (first))
    g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_LEFT));
  g_assert_cmpstr (mw_comparer_get_focused (fixture->comparer)->id, ==, VISITS);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  g_assert_cmpstr (mw_comparer_get_focused (fixture->comparer)->id, ==, FRIENDLY);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_is_focus (mw_comparison_band_get_button (find_band (fixture, MW_COMPARISON_EVIDENCE))));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_UP));
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
}

/* From the comparison to a description, and back again. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  compare (fixture);
  g_assert_true (mw_browser_pane_can_go_back (fixture->browser));
  gtk_widget_activate_action (find (fixture, MW_TYPE_COMPARISON_PAGE), "comparison.open", "s", TANDEM);
  wait_until (mw_browser_pane_get_open (fixture->browser));
  g_assert_false (mw_comparer_is_shown (fixture->comparer));
  g_assert_cmpstr (mw_browser_pane_get_open (fixture->browser), ==, TANDEM);
  mw_comparer_show (fixture->comparer, TRUE);
  mw_browser_pane_go_back (fixture->browser);
  g_assert_false (mw_comparer_is_shown (fixture->comparer));
  g_assert_cmpstr (mw_browser_pane_get_open (fixture->browser), ==, TANDEM);
  mw_browser_pane_go_back (fixture->browser);
  g_assert_null (mw_browser_pane_get_open (fixture->browser));
}

/* One that is not in the catalogue falls out; the others stay. */
static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  mw_comparer_toggle (fixture->comparer, VISITS, "1.4");
  mw_comparer_toggle (fixture->comparer, "not-in-the-catalogue", "9.9");
  mw_comparer_toggle (fixture->comparer, TANDEM, "1.11");
  mw_comparer_show (fixture->comparer, TRUE);
  wait_until (has_columns (fixture, 2));
  assert_columns (fixture, VISITS, TANDEM, NULL);
}

/* Another catalogue has taken its place: everything is read anew. */
static void
test_renewed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  compare (fixture);
  cell = find (fixture, MW_TYPE_COMPARISON_CELL);
  g_object_add_weak_pointer (G_OBJECT (cell), (gpointer *) &cell);
  g_signal_emit_by_name (fixture->catalogue, "changed");
  wait_until (!cell);
  assert_columns (fixture, VISITS, FRIENDLY, TANDEM);
}

/* Returns: (transfer full): the offer in the fixture's folder, once it is read */
static MwOrganisationFile *
new_organisation (Fixture *fixture)
{
  MwOrganisationFile *file = mw_organisation_file_new (fixture->folder, NULL);

  mw_browser_pane_set_organisation (fixture->browser, file);
  wait_until (mw_organisation_file_get_state (file) == MW_ORGANISATION_SAVED);

  return file;
}

static void
remove_organisation (Fixture *fixture, MwOrganisationFile *file)
{
  static const char *const names[] = { "organisation.xml", "organisation.xml.lock", ".organisation.lock", "organisation-base.xml" };

  wait_until (mw_organisation_file_is_clean (file));
  g_object_unref (file);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
}

/* Who offers it, from the organisation's own file: at first nothing is filled in, and that is the same; then it differs. */
static void
test_offer (Fixture *fixture, gconstpointer data)
{
  MwOrganisationFile *file = new_organisation (fixture);
  MwOrganisationItem *offer = mw_organisation_item_new_offer (TANDEM, NULL, MW_OFFER_PARTNER);
  MwComparisonBand *band;

  compare (fixture);
  band = find_band (fixture, MW_COMPARISON_OFFER);
  g_assert_nonnull (band);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mw_comparison_band_get_button (band)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Our offer, the same");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_by_label (fixture->window, GTK_TYPE_CHECK_BUTTON, "Only the differences")), TRUE);
  g_assert_true (mw_comparison_band_get_folded (band));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mw_comparison_band_get_button (band)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Our offer, the same: Not filled in");

  mw_organisation_item_set_text (offer, MW_OFFER_PROVIDER, "De Linde");
  mw_organisation_item_set_text (offer, MW_OFFER_CONTACT, "balie <de.linde@example.org>");
  mw_organisation_item_set_text (offer, MW_OFFER_WAITING_TIME, "drie weken");
  mw_organisation_item_set_text (offer, MW_OFFER_REMARKS, "niet op maandag");
  mw_organisation_file_set_item (file, offer);
  run_for (100);
  band = find_band (fixture, MW_COMPARISON_OFFER);
  g_assert_false (mw_comparison_band_get_folded (band));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mw_comparison_band_get_button (band)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Our offer, different");
  g_assert_nonnull (find_label (GTK_WIDGET (band), "Not filled in"));
  g_assert_nonnull (find_label (GTK_WIDGET (band), "◆ At a partner: De Linde"));
  g_assert_nonnull (find_label (GTK_WIDGET (band), "◆ Contact: balie <de.linde@example.org>"));
  g_assert_nonnull (find_label (GTK_WIDGET (band), "◆ Waiting time: drie weken"));
  g_assert_null (find_label (GTK_WIDGET (band), "◆ Remarks: niet op maandag"));
  g_assert_null (find_label (GTK_WIDGET (band), "Remarks: niet op maandag"));
  remove_organisation (fixture, file);
}

/* Nothing of the case is left when it may not be seen any more. */
static void
test_case (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box;

  mw_comparer_set_case (fixture->comparer, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS), "Samen\neten");
  compare (fixture);
  box = find (fixture, MW_TYPE_COMPARISON_CASE);
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_nonnull (find_label (box, "Open case: Achterblijvers (left-behinds)"));
  g_assert_nonnull (find_label (box, "Needs and wishes: Samen eten"));
  g_assert_nonnull (find_by_label (box, GTK_TYPE_MENU_BUTTON, "Read All Needs and Wishes"));

  mw_comparer_set_case (fixture->comparer, 0, "");
  g_assert_nonnull (find_label (box, "Open case: no profile yet"));
  g_assert_nonnull (find_label (box, "No needs or wishes were written down yet."));

  mw_comparer_set_case (fixture->comparer, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS), "Samen\neten");
  mw_comparer_set_case (fixture->comparer, 0, NULL);
  g_assert_false (gtk_widget_get_visible (box));
  gtk_widget_set_visible (box, TRUE);
  g_assert_null (find_label (box, "Needs and wishes: Samen eten"));
  g_assert_null (find_label (box, "eten"));
}

/* Four columns in a narrow pane: the page is scrolled sideways, not the window made wider. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *grid;
  GtkWidget *header;
  int minimum;

  mw_comparer_toggle (fixture->comparer, "50plusnet", "1.1");
  compare (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 700);
  page = find (fixture, MW_TYPE_COMPARISON_PAGE);
  wait_until (gtk_widget_get_width (page) <= 420);
  grid = find (fixture, MW_TYPE_COMPARISON_GRID);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 420);
  g_assert_cmpint (gtk_widget_get_width (grid), >, gtk_widget_get_width (page));

  /* The heading stays as wide as what is seen. */
  header = gtk_widget_get_first_child (GTK_WIDGET (find_band (fixture, MW_COMPARISON_FITS)));
  wait_until (gtk_widget_get_width (header) <= gtk_widget_get_width (page));
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/comparison/set", test_set);
  add ("/comparison/bar", test_bar);
  add ("/comparison/buttons", test_buttons);
  add ("/comparison/table", test_table);
  add ("/comparison/only-differences", test_only_differences);
  add ("/comparison/fold-one", test_fold_one);
  add ("/comparison/columns", test_columns);
  add ("/comparison/keyboard", test_keyboard);
  add ("/comparison/open", test_open);
  add ("/comparison/not-found", test_not_found);
  add ("/comparison/renewed", test_renewed);
  add ("/comparison/case", test_case);
  add ("/comparison/offer", test_offer);
  add ("/comparison/narrow", test_narrow);

  return g_test_run ();
}
