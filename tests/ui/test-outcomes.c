/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in the own cases, on the page of a description. */
#include "config.h"

#include <adwaita.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "find-widget.h"
#include "mw-catalogue-reader.h"
#include "mw-description-page.h"
#include "mw-outcome-block.h"
#include "mw-words.h"

#define AGREED 739700
#define ID "thuishuis"

typedef struct
{
  GtkWidget *window;
  MwDescriptionPage *page;
  MwOutcomes *outcomes;
  MwIntervention *intervention;
} Fixture;

static gboolean
on_intervention (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  Fixture *fixture = data;

  if (g_str_equal (intervention->id, ID))
    fixture->intervention = mw_intervention_ref (intervention);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));

  mw_words_set_language (MW_LANGUAGE_EN);
  g_assert_true (mw_catalogue_read (file, on_intervention, fixture, NULL, NULL, NULL, NULL));
  g_assert_nonnull (fixture->intervention);
  fixture->outcomes = mw_outcomes_new ();
  fixture->page = mw_description_page_new ();
  mw_description_page_set_outcomes (fixture->page, fixture->outcomes);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_description_page_show (fixture->page, fixture->intervention);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_for (50);
  g_object_unref (fixture->outcomes);
  mw_intervention_unref (fixture->intervention);
}

/* Case @number, evaluated, with scores before and after on the short scale when @before is not negative. */
static void
add_case (Fixture *fixture, guint64 number, MwHelped helped, int before, int after)
{
  g_autoptr (MwCase) one = mw_case_new ();
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_UNANSWERED };
  MwScore first = { AGREED, 6, (gint8) MIN (before, 3), (gint8) (before - MIN (before, 3)), 0 };
  MwScore last = { AGREED + 90, 6, (gint8) MIN (after, 3), (gint8) (after - MIN (after, 3)), 0 };
  MwConsidered *considered;

  mw_case_set_text (&one->label, "Mevrouw Geheim");
  mw_case_add_assessment (one, 1, &answers, MW_CERTAINTY_SURE, "");
  mw_case_add_considered (one, ID, "2.9", "Thuishuis", 1);
  considered = g_ptr_array_index (one->considered, 0);
  considered->verdict = MW_VERDICT_CHOSEN;
  considered->helped = helped;
  one->choice.agreed_day = AGREED;
  one->choice.evaluated_day = AGREED + 91;
  if (before >= 0)
    {
      mw_scores_add (one->scores, &first);
      mw_scores_add (one->scores, &last);
    }
  mw_outcomes_put (fixture->outcomes, number, mw_outcomes_gather (one));
}

/* Until what changed is shown. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
get_block (Fixture *fixture)
{
  GtkWidget *block = find_widget (GTK_WIDGET (fixture->page), MW_TYPE_OUTCOME_BLOCK);

  g_assert_nonnull (block);
  return block;
}

/* Returns: (transfer full): all that the block says */
static char *
dup_text (GtkWidget *widget)
{
  GString *text = g_string_new (GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      g_autofree char *part = dup_text (c);

      g_string_append_printf (text, "\n%s", part);
    }
  return g_string_free (text, FALSE);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (get_block (fixture)));
}

static void
test_one_case (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_case (fixture, 1, MW_HELPED_YES, 5, 2);
  settle ();
  g_assert_true (gtk_widget_get_visible (get_block (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_block (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL, "What Happened Here");
  g_assert_nonnull (find_label (get_block (fixture), "Chosen in 1 case that was evaluated."));
  g_assert_nonnull (find_label (get_block (fixture), "In the adviser’s view it helped in 1, somewhat in 0 and not in 0."));
  g_assert_nonnull (find_label (get_block (fixture),
                                "Achterblijvers (left-behinds), 1 case: helped in 1, somewhat in 0, not in 0."));
  g_assert_nonnull (find_label (get_block (fixture), "6-item scale, 1 case: 5 before, 2 after."));
  g_assert_nonnull (find_label (get_block (fixture), "For research and conversation, not a diagnosis"));
  text = dup_text (get_block (fixture));
  g_assert_null (strstr (text, "Geheim"));

  /* Locked, or deleted. */
  mw_outcomes_clear (fixture->outcomes);
  settle ();
  g_assert_false (gtk_widget_get_visible (get_block (fixture)));
}

/* It was laid out while there was nothing in it; what comes later wraps inside its frame. */
static void
test_wraps (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;
  GtkWidget *last;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  run_for (300);
  add_case (fixture, 1, MW_HELPED_YES, 5, 2);
  run_for (300);
  last = gtk_widget_get_last_child (get_block (fixture));
  g_assert_true (GTK_IS_LABEL (last));
  gtk_widget_measure (last, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (last), &height, NULL, NULL, NULL);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (last))), >, 1);
  g_assert_cmpint (gtk_widget_get_height (last), >=, height);
  g_assert_true (gtk_widget_compute_bounds (last, get_block (fixture), &bounds));
  g_assert_cmpfloat (bounds.origin.y + height, <=, gtk_widget_get_height (get_block (fixture)));
}

/* Under five cases nothing is a percentage; from five on it is. */
static void
test_percentages (Fixture *fixture, gconstpointer data)
{
  for (guint n = 1; n <= 6; n++)
    {
      g_autofree char *text = NULL;

      add_case (fixture, n, n % 3 == 0 ? MW_HELPED_NO : MW_HELPED_YES, -1, -1);
      settle ();
      text = dup_text (get_block (fixture));
      g_assert_cmpint (strchr (text, '%') != NULL, ==, n >= 5);
    }
  g_assert_nonnull (find_label (get_block (fixture), "Chosen in 6 cases that were evaluated."));
  g_assert_nonnull (
    find_label (get_block (fixture), "In the adviser’s view it helped in 4 (67%), somewhat in 0 (0%) and not in 2 (33%)."));
}

/* Those of which it is not known do not make five. */
static void
test_not_filled_in (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  for (guint n = 1; n <= 4; n++)
    add_case (fixture, n, MW_HELPED_UNKNOWN, -1, -1);
  settle ();
  g_assert_nonnull (find_label (get_block (fixture), "Whether it helped was not filled in."));
  add_case (fixture, 5, MW_HELPED_SOMEWHAT, -1, -1);
  settle ();
  g_assert_nonnull (find_label (get_block (fixture), "In the adviser’s view it helped in 0, somewhat in 1 and not in 0. "
                                                     "Of 4 cases it was not filled in."));
  text = dup_text (get_block (fixture));
  g_assert_null (strchr (text, '%'));
}

static void
test_averages (Fixture *fixture, gconstpointer data)
{
  add_case (fixture, 1, MW_HELPED_YES, 5, 2);
  add_case (fixture, 2, MW_HELPED_NO, 4, 4);
  settle ();
  g_assert_nonnull (find_label (get_block (fixture), "6-item scale, 2 cases, on average: 4.5 before, 3 after. "
                                                     "Lower in 1, the same in 1, higher in 0."));
}

/* In the language of the page, also what comes later. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  add_case (fixture, 1, MW_HELPED_YES, 5, 2);
  g_signal_emit_by_name (find_by_label (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "Lees in het Nederlands"), "clicked");
  settle ();
  g_assert_nonnull (find_label (get_block (fixture), "Gekozen in 1 casus die is geëvalueerd."));
  add_case (fixture, 2, MW_HELPED_YES, 4, 4);
  settle ();
  g_assert_nonnull (find_label (get_block (fixture), "Gekozen in 2 casussen die zijn geëvalueerd."));
  g_assert_nonnull (find_label (get_block (fixture), "Voor onderzoek en gesprek, geen diagnose"));
  g_assert_cmpint (mw_words_get_language (), ==, MW_LANGUAGE_EN);
}

#define ADD(path, func) g_test_add ("/outcomes/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8"); /* under plain C nothing is translated */
  adw_init ();
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MW_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  ADD ("nothing", test_nothing);
  ADD ("one-case", test_one_case);
  ADD ("wraps", test_wraps);
  ADD ("percentages", test_percentages);
  ADD ("not-filled-in", test_not_filled_in);
  ADD ("averages", test_averages);
  ADD ("language", test_language);

  return g_test_run ();
}
