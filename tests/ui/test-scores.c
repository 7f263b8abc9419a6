/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores on the loneliness scale: filling them in, and the chart of them. */
#include "config.h"

#include "cases-fixture.h"
#include "mw-case-words.h"
#include "mw-date-button.h"
#include "mw-score-chart.h"
#include "mw-score-plot.h"
#include "mw-score-words.h"
#include "mw-scores-page.h"

/* 3 March and 1 June 2026. */
#define MARCH 739678
#define JUNE 739768

static MwScore *
add_score (GPtrArray *scores, guint32 day, guint8 items, gint8 emotional, gint8 social)
{
  MwScore score = { day, items, emotional, social, 0 };

  return mw_scores_add (scores, &score);
}

static void
assert_description (gpointer chart, const char *expected)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, "Scores over time");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
}

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, NULL, &height, NULL, NULL);
  return height;
}

static void
test_chart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scores = mw_scores_new ();
  GtkWidget *chart = g_object_ref_sink (mw_score_chart_new ());
  int height;

  g_assert_false (gtk_widget_get_visible (chart));
  add_score (scores, MARCH, 6, 3, MW_SCORE_UNKNOWN);
  mw_score_chart_set_scores (MW_SCORE_CHART (chart), scores);
  g_assert_false (gtk_widget_get_visible (chart));

  add_score (scores, JUNE, 6, 1, 1);
  add_score (scores, MARCH, 6, 3, 2);
  mw_score_chart_set_scores (MW_SCORE_CHART (chart), scores);
  assert_description (chart, "6-item scale: 5 on 3 March 2026, strongly lonely; 2 on 1 June 2026, moderately lonely.");
  g_assert_true (gtk_widget_get_visible (chart));
  height = measure_height (chart);
  g_assert_cmpint (height, >, 0);

  /* Each scale has a drawing of its own. */
  add_score (scores, JUNE, 11, 6, 5);
  mw_score_chart_set_scores (MW_SCORE_CHART (chart), scores);
  assert_description (chart, "6-item scale: 5 on 3 March 2026, strongly lonely; 2 on 1 June 2026, moderately lonely. "
                             "11-item scale: 11 on 1 June 2026, very strongly lonely.");
  g_assert_cmpint (measure_height (chart), >, 2 * height);

  mw_score_chart_set_scores (MW_SCORE_CHART (chart), NULL);
  assert_description (chart, "");
  g_assert_false (gtk_widget_get_visible (chart));
  g_object_unref (chart);
}

static cairo_surface_t *
draw (PangoContext *context, GPtrArray *scores, guint items)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 500);
  cairo_t *cr = cairo_create (surface);
  MwScorePlot plot = { .items = items, .scores = scores, .ink = { 0, 0, 0, 1 }, .paper = { 1, 1, 1, 1 } };

  mw_score_plot_measure_days (&plot);
  plot.first_day = MARCH;
  plot.last_day = JUNE;
  mw_score_plot_draw (&plot, context, cr, 400);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
look_the_same (cairo_surface_t *one, cairo_surface_t *other)
{
  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other),
                 (gsize) cairo_image_surface_get_stride (one) * 500)
         == 0;
}

/* Nothing of one scale is in the drawing of the other. */
static void
test_scales_stay_apart (Fixture *fixture, gconstpointer data)
{
  PangoContext *context = gtk_widget_get_pango_context (fixture->window);
  g_autoptr (GPtrArray) scores = mw_scores_new ();
  cairo_surface_t *alone, *beside, *empty, *more;

  empty = draw (context, scores, 6);
  add_score (scores, MARCH, 6, 3, 2);
  add_score (scores, JUNE, 6, 1, 1);
  alone = draw (context, scores, 6);
  add_score (scores, MARCH + 30, 11, 6, 5);
  beside = draw (context, scores, 6);
  add_score (scores, MARCH + 30, 6, 3, 3);
  more = draw (context, scores, 6);
  g_assert_true (look_the_same (alone, beside));
  g_assert_false (look_the_same (alone, empty));
  g_assert_false (look_the_same (alone, more));
  cairo_surface_destroy (alone);
  cairo_surface_destroy (beside);
  cairo_surface_destroy (empty);
  cairo_surface_destroy (more);
}

static MwScoresPage *
show_scores (Fixture *fixture, MwCase *one, guint *n_changed)
{
  MwScoresPage *page = show_page (fixture, MW_TYPE_SCORES_PAGE);

  g_signal_connect_swapped (page, "changed", G_CALLBACK (count), n_changed);
  mw_scores_page_show (page, one);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return page;
}

static GtkEditable *
find_entry (MwScoresPage *page, const char *name)
{
  GtkWidget *entry = find_by_label (GTK_WIDGET (page), GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static void
assert_score (const MwCase *one, guint number, guint8 items, int emotional, int social, guint missing)
{
  const MwScore *score = g_ptr_array_index (one->scores, number);

  g_assert_cmpuint (score->items, ==, items);
  g_assert_cmpint (score->emotional, ==, emotional);
  g_assert_cmpint (score->social, ==, social);
  g_assert_cmpuint (score->missing, ==, missing);
}

static void
test_fill_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCase) one = mw_case_new ();
  guint n_changed = 0;
  MwScoresPage *page = show_scores (fixture, one, &n_changed);
  GtkWidget *chart = find_widget (GTK_WIDGET (page), MW_TYPE_SCORE_CHART);
  g_autofree char *today = mw_case_words_dup_day (mw_case_words_get_today ());
  g_autofree char *emotional = g_strconcat ("Emotional (0–3), ", today, NULL);
  g_autofree char *social = g_strconcat ("Social (0–3), ", today, NULL);
  g_autofree char *course = g_strdup_printf ("6-item scale: 5 on %s, strongly lonely.", today);

  g_assert_true (says (page, "For research and conversation, not a diagnosis"));
  g_assert_true (says (page, "No score has been entered yet."));
  press (page, "New Score");
  g_assert_false (says (page, "No score has been entered yet."));
  g_assert_cmpuint (one->scores->len, ==, 1);
  WAIT_UNTIL (get_focus (fixture) && gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (find_entry (page, emotional))));

  gtk_editable_set_text (find_entry (page, emotional), "3");
  g_assert_true (says (page, "No total yet: one of the two parts is not filled in."));
  g_assert_false (gtk_widget_get_visible (chart));
  gtk_editable_set_text (find_entry (page, social), " 2 ");
  g_assert_true (says (page, "Total 5 of 6: strongly lonely."));
  assert_score (one, 0, 6, 3, 2, 0);
  assert_description (chart, course);
  g_assert_cmpuint (n_changed, >=, 2);
  g_assert_true (says (page, "For research and conversation, not a diagnosis"));
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCase) one = mw_case_new ();
  guint n_changed = 0;
  MwScoresPage *page;
  GtkEditable *emotional;
  GtkEditable *missing;

  add_score (one->scores, MARCH, 6, 3, 2);
  page = show_scores (fixture, one, &n_changed);
  emotional = find_entry (page, "Emotional (0–3), 3 March 2026");
  missing = find_entry (page, "Missing answers, 3 March 2026");
  g_assert_cmpstr (gtk_editable_get_text (emotional), ==, "3");
  g_assert_cmpstr (gtk_editable_get_text (missing), ==, "");

  gtk_editable_set_text (emotional, "4");
  g_assert_true (says (page, "The emotional part is a number from 0 to 3."));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (emotional), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  assert_score (one, 0, 6, MW_SCORE_UNKNOWN, 2, 0);
  gtk_editable_set_text (emotional, "x");
  assert_score (one, 0, 6, MW_SCORE_UNKNOWN, 2, 0);
  gtk_editable_set_text (emotional, "-1");
  assert_score (one, 0, 6, MW_SCORE_UNKNOWN, 2, 0);

  gtk_editable_set_text (emotional, "3");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (emotional), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  gtk_editable_set_text (missing, "1");
  g_assert_true (says (page, "One answer is missing: the total holds, the two parts by themselves do not."));
  gtk_editable_set_text (missing, "2");
  g_assert_true (says (page, "these are more points than the scale has answers for"));
  gtk_editable_set_text (emotional, "1");
  g_assert_true (says (page, "No total: more than one answer is missing."));
  assert_score (one, 0, 6, 1, 2, 2);
}

/* What was typed for the long scale stays when it turns out to be the short one, and counts again when it is not. */
static void
test_other_scale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCase) one = mw_case_new ();
  guint n_changed = 0;
  MwScoresPage *page;
  GtkWidget *short_button, *long_button;

  add_score (one->scores, MARCH, 11, 6, 5);
  page = show_scores (fixture, one, &n_changed);
  short_button = find_by_label (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, "6-item scale, 3 March 2026");
  long_button = find_by_label (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, "11-item scale, 3 March 2026");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (long_button)));
  g_assert_true (says (page, "Total 11 of 11: very strongly lonely."));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (short_button), TRUE);
  assert_score (one, 0, 6, MW_SCORE_UNKNOWN, MW_SCORE_UNKNOWN, 0);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (page, "Emotional (0–3), 3 March 2026")), ==, "6");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (long_button), TRUE);
  assert_score (one, 0, 11, 6, 5, 0);
  g_assert_cmpuint (n_changed, >=, 2);

  /* The next one is on the scale that was used last. */
  press (page, "New Score");
  g_assert_cmpuint (((MwScore *) g_ptr_array_index (one->scores, 1))->items, ==, 11);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCase) one = mw_case_new ();
  guint n_changed = 0;
  MwScoresPage *page;
  GtkWidget *chart;

  add_score (one->scores, MARCH, 6, 3, 2);
  add_score (one->scores, JUNE, 6, 1, 1);
  page = show_scores (fixture, one, &n_changed);
  chart = find_widget (GTK_WIDGET (page), MW_TYPE_SCORE_CHART);
  press (page, "Remove the score of 1 June 2026");
  g_assert_cmpuint (one->scores->len, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_description (chart, "6-item scale: 5 on 3 March 2026, strongly lonely.");
  g_assert_true (get_focus (fixture) == find_button (page, "New Score"));
  press (page, "Remove the score of 3 March 2026");
  g_assert_true (says (page, "No score has been entered yet."));
  g_assert_false (gtk_widget_get_visible (chart));
}

/* The day can be changed afterwards; the scores stay in order. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GDateTime) july = g_date_time_new_local (2026, 7, 1, 12, 0, 0);
  guint n_changed = 0;
  MwScoresPage *page;
  MwScore *march;
  GtkWidget *button;

  march = add_score (one->scores, MARCH, 6, 3, 2);
  add_score (one->scores, JUNE, 6, 1, 1);
  page = show_scores (fixture, one, &n_changed);
  button = find_by_label (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Day of the score: 3 March 2026");
  choose_day (gtk_widget_get_parent (button), july);
  g_assert_true (g_ptr_array_index (one->scores, 1) == march);
  g_assert_nonnull (find_by_label (GTK_WIDGET (page), GTK_TYPE_ENTRY, "Social (0–3), 1 July 2026"));
  assert_description (find_widget (GTK_WIDGET (page), MW_TYPE_SCORE_CHART),
                      "6-item scale: 2 on 1 June 2026, moderately lonely; 5 on 1 July 2026, strongly lonely.");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCase) one = mw_case_new ();
  guint n_changed = 0;
  MwScoresPage *page;

  add_score (one->scores, MARCH, 6, 3, 2);
  page = show_scores (fixture, one, &n_changed);
  mw_scores_page_set_editable (page, FALSE);
  g_assert_false (gtk_editable_get_editable (find_entry (page, "Social (0–3), 3 March 2026")));
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "New Score")));
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Remove the score of 3 March 2026")));
  mw_scores_page_add (page);
  g_assert_cmpuint (one->scores->len, ==, 1);
  mw_scores_page_show (page, NULL);
  g_assert_null (find_by_label (GTK_WIDGET (page), GTK_TYPE_ENTRY, "Social (0–3), 3 March 2026"));
}

#define ADD(path, func) g_test_add ("/scores/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("chart", test_chart);
  ADD ("scales-stay-apart", test_scales_stay_apart);
  ADD ("fill-in", test_fill_in);
  ADD ("mistakes", test_mistakes);
  ADD ("other-scale", test_other_scale);
  ADD ("remove", test_remove);
  ADD ("day", test_day);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
