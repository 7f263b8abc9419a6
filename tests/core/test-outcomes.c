/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in the cases that were evaluated: by one case, by many, and as the cases as such keep it. */
#include "config.h"

#include "facade-fixture.h"
#include "mw-outcomes.h"

#define AGREED 739700

static void
choose (MwCase *one, const char *id, MwVerdict verdict, MwHelped helped)
{
  MwConsidered *considered;

  mw_case_add_considered (one, id, "1.1", "Een interventie", 1);
  considered = g_ptr_array_index (one->considered, one->considered->len - 1);
  considered->verdict = verdict;
  considered->helped = helped;
}

static void
measure (MwCase *one, guint32 day, guint8 items, gint8 emotional, gint8 social)
{
  MwScore score = { day, items, emotional, social, 0 };

  mw_scores_add (one->scores, &score);
}

/* One of the Achterblijvers, who got @id. */
static MwCase *
new_evaluated (const char *id, MwHelped helped)
{
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_UNANSWERED };
  MwCase *one = mw_case_new ();

  mw_case_set_text (&one->label, "Meneer Geheim");
  mw_case_add_assessment (one, 1, &answers, MW_CERTAINTY_SURE, "");
  choose (one, id, MW_VERDICT_CHOSEN, helped);
  one->choice.agreed_day = AGREED;
  one->choice.evaluated_day = AGREED + 90;
  return one;
}

static void
put_case (MwOutcomes *outcomes, guint64 id, const MwCase *one)
{
  mw_outcomes_put (outcomes, id, mw_outcomes_gather (one));
}

static MwOutcome
get (MwOutcomes *outcomes, const char *id, guint profile)
{
  MwOutcome outcome = { .n_chosen = 99 };
  gboolean any = mw_outcomes_get (outcomes, id, profile, &outcome);

  g_assert_cmpint (any, ==, outcome.n_chosen > 0);
  return outcome;
}

static void
test_not_evaluated (void)
{
  g_autoptr (MwCase) one = new_evaluated ("bezoek", MW_HELPED_YES);

  one->choice.evaluated_day = 0;
  g_assert_null (mw_outcomes_gather (one));
}

/* Only what was chosen is told: not what was considered, rejected or referred. */
static void
test_verdicts (void)
{
  g_autoptr (MwOutcomes) outcomes = mw_outcomes_new ();
  g_autoptr (MwCase) one = new_evaluated ("bezoek", MW_HELPED_SOMEWHAT);
  g_autoptr (MwCase) none = mw_case_new ();

  choose (one, "overwogen", MW_VERDICT_CONSIDERING, MW_HELPED_YES);
  choose (one, "afgewezen", MW_VERDICT_REJECTED, MW_HELPED_YES);
  choose (one, "verwezen", MW_VERDICT_REFERRED, MW_HELPED_YES);
  choose (one, "ook-gekozen", MW_VERDICT_CHOSEN, MW_HELPED_NO);
  put_case (outcomes, 1, one);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).helped[MW_HELPED_SOMEWHAT], ==, 1);
  g_assert_cmpuint (get (outcomes, "ook-gekozen", MW_OUTCOME_ALL).helped[MW_HELPED_NO], ==, 1);
  g_assert_cmpuint (get (outcomes, "overwogen", MW_OUTCOME_ALL).n_chosen, ==, 0);
  g_assert_cmpuint (get (outcomes, "afgewezen", MW_OUTCOME_ALL).n_chosen, ==, 0);
  g_assert_cmpuint (get (outcomes, "verwezen", MW_OUTCOME_ALL).n_chosen, ==, 0);

  none->choice.evaluated_day = AGREED;
  choose (none, "afgewezen", MW_VERDICT_REJECTED, MW_HELPED_UNKNOWN);
  g_assert_null (mw_outcomes_gather (none));
}

static void
test_profiles (void)
{
  g_autoptr (MwOutcomes) outcomes = mw_outcomes_new ();
  g_autoptr (MwCase) settled = new_evaluated ("bezoek", MW_HELPED_YES);
  g_autoptr (MwCase) open = new_evaluated ("bezoek", MW_HELPED_NO);
  g_autoptr (MwCase) without = new_evaluated ("bezoek", MW_HELPED_UNKNOWN);
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_UNCLEAR, 0, 0 };

  mw_case_add_assessment (open, 2, &answers, MW_CERTAINTY_UNSURE, "");
  g_ptr_array_set_size (without->assessments, 0);
  put_case (outcomes, 1, settled);
  put_case (outcomes, 2, open);
  put_case (outcomes, 3, without);
  for (guint p = 0; p < MW_N_PROFILES; p++)
    g_assert_cmpuint (get (outcomes, "bezoek", p).n_chosen, ==, p == MW_PROFILE_ACHTERBLIJVERS);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_NO_PROFILE).n_chosen, ==, 2);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).n_chosen, ==, 3);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).helped[MW_HELPED_UNKNOWN], ==, 1);
}

static void
assert_scores (const MwOutcomeScores *scores, guint n, guint before, guint first, guint last)
{
  g_assert_cmpuint (scores->n_cases, ==, n);
  g_assert_cmpuint (scores->totals[MW_WHEN_BEFORE], ==, before);
  g_assert_cmpuint (scores->totals[MW_WHEN_FIRST_AFTER], ==, first);
  g_assert_cmpuint (scores->totals[MW_WHEN_LAST_AFTER], ==, last);
  g_assert_cmpuint (scores->n_lower + scores->n_same + scores->n_higher, ==, n);
}

/* The last one before the agreement, which may be of its day; the first and the last one after it. */
static void
test_before_and_after (void)
{
  g_autoptr (MwOutcomes) outcomes = mw_outcomes_new ();
  g_autoptr (MwCase) one = new_evaluated ("bezoek", MW_HELPED_YES);
  MwOutcome outcome;

  measure (one, AGREED - 100, 6, 3, 3);
  measure (one, AGREED, 6, 3, 2);
  measure (one, AGREED + 1, 6, 2, 2);
  measure (one, AGREED + 80, 6, 1, 1);
  measure (one, AGREED + 10, 6, 0, MW_SCORE_UNKNOWN); /* no total */
  measure (one, 0, 6, 0, 0);                          /* no day */
  measure (one, AGREED + 5, 11, 4, 4);                /* none before it */
  put_case (outcomes, 1, one);
  outcome = get (outcomes, "bezoek", MW_OUTCOME_ALL);
  assert_scores (&outcome.scores[0], 1, 5, 4, 2);
  g_assert_cmpuint (outcome.scores[0].n_lower, ==, 1);
  assert_scores (&outcome.scores[1], 0, 0, 0, 0);
}

/* The scales are never mixed. */
static void
test_two_scales (void)
{
  g_autoptr (MwOutcomes) outcomes = mw_outcomes_new ();
  g_autoptr (MwCase) mixed = new_evaluated ("bezoek", MW_HELPED_YES);
  g_autoptr (MwCase) both = new_evaluated ("bezoek", MW_HELPED_YES);
  MwOutcome outcome;

  measure (mixed, AGREED - 1, 11, 6, 5);
  measure (mixed, AGREED + 1, 6, 0, 0);
  measure (both, AGREED - 1, 6, 1, 1);
  measure (both, AGREED - 1, 11, 2, 2);
  measure (both, AGREED + 1, 6, 1, 1);
  measure (both, AGREED + 1, 11, 5, 5);
  put_case (outcomes, 1, mixed);
  put_case (outcomes, 2, both);
  outcome = get (outcomes, "bezoek", MW_OUTCOME_ALL);
  assert_scores (&outcome.scores[0], 1, 2, 2, 2);
  g_assert_cmpuint (outcome.scores[0].n_same, ==, 1);
  assert_scores (&outcome.scores[1], 1, 4, 10, 10);
  g_assert_cmpuint (outcome.scores[1].n_higher, ==, 1);
}

static void
test_without_agreement (void)
{
  g_autoptr (MwOutcomes) outcomes = mw_outcomes_new ();
  g_autoptr (MwCase) one = new_evaluated ("bezoek", MW_HELPED_YES);
  MwOutcome outcome;

  one->choice.agreed_day = 0;
  measure (one, AGREED - 1, 6, 3, 2);
  measure (one, AGREED + 1, 6, 1, 1);
  put_case (outcomes, 1, one);
  outcome = get (outcomes, "bezoek", MW_OUTCOME_ALL);
  g_assert_cmpuint (outcome.n_chosen, ==, 1);
  assert_scores (&outcome.scores[0], 0, 0, 0, 0);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_put_again (void)
{
  g_autoptr (MwOutcomes) outcomes = mw_outcomes_new ();
  g_autoptr (MwCase) one = new_evaluated ("bezoek", MW_HELPED_YES);
  g_autoptr (MwCase) empty = mw_case_new ();
  guint n_changed = 0;

  g_signal_connect_swapped (outcomes, "changed", G_CALLBACK (count), &n_changed);
  put_case (outcomes, 7, empty);
  mw_outcomes_clear (outcomes);
  g_assert_cmpuint (n_changed, ==, 0);
  put_case (outcomes, 7, one);
  put_case (outcomes, 7, one);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).n_chosen, ==, 1);
  put_case (outcomes, 7, empty);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).n_chosen, ==, 0);
  put_case (outcomes, 7, one);
  mw_outcomes_clear (outcomes);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).n_chosen, ==, 0);
  g_assert_cmpuint (n_changed, ==, 5);
}

static void
test_percentages (void)
{
  for (guint whole = 0; whole < 5; whole++)
    for (guint part = 0; part <= whole; part++)
      g_assert_cmpint (mw_outcomes_get_percentage (part, whole), ==, -1);
  g_assert_cmpint (mw_outcomes_get_percentage (0, 5), ==, 0);
  g_assert_cmpint (mw_outcomes_get_percentage (2, 5), ==, 40);
  g_assert_cmpint (mw_outcomes_get_percentage (2, 6), ==, 33);
  g_assert_cmpint (mw_outcomes_get_percentage (4, 6), ==, 67);
  g_assert_cmpint (mw_outcomes_get_percentage (6, 6), ==, 100);
}

static guint64
save_case (Facade *facade, guint64 id, const MwCase *one)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_save_async (facade->cases, id, one, remember, &result);
  id = mw_cases_save_finish (facade->cases, await (&result), NULL);
  g_assert_cmpuint (id, >, 0);
  return id;
}

static void
delete_case (Facade *facade, guint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_delete_async (facade->cases, id, remember, &result);
  g_assert_true (mw_cases_delete_finish (facade->cases, await (&result), NULL));
}

static guint
count_chosen (Facade *facade)
{
  return get (mw_cases_get_outcomes (facade->cases), "bezoek", MW_OUTCOME_ALL).n_chosen;
}

/* Kept along with what is saved and deleted; there again after unlocking; gone while it is locked. */
static void
test_of_the_cases (Facade *facade, gconstpointer data)
{
  g_autoptr (MwCase) one = new_evaluated ("bezoek", MW_HELPED_YES);
  g_autoptr (MwCase) other = new_evaluated ("bezoek", MW_HELPED_NO);
  g_autoptr (MwOutcomes) outcomes = NULL;
  guint64 first, second;

  create (facade);
  first = save_case (facade, 0, one);
  second = save_case (facade, 0, other);
  g_assert_cmpuint (count_chosen (facade), ==, 2);

  outcomes = g_object_ref (mw_cases_get_outcomes (facade->cases));
  close_facade (facade);
  g_assert_cmpuint (get (outcomes, "bezoek", MW_OUTCOME_ALL).n_chosen, ==, 0);
  start_facade (facade);
  g_assert_cmpuint (count_chosen (facade), ==, 0);
  unlock (facade);
  settle (facade);
  g_assert_cmpuint (count_chosen (facade), ==, 2);
  g_assert_cmpuint (get (mw_cases_get_outcomes (facade->cases), "bezoek", MW_PROFILE_ACHTERBLIJVERS).helped[MW_HELPED_NO], ==, 1);

  other->choice.evaluated_day = 0;
  save_case (facade, second, other);
  g_assert_cmpuint (count_chosen (facade), ==, 1);
  delete_case (facade, first);
  g_assert_cmpuint (count_chosen (facade), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcomes/not-evaluated", test_not_evaluated);
  g_test_add_func ("/outcomes/verdicts", test_verdicts);
  g_test_add_func ("/outcomes/profiles", test_profiles);
  g_test_add_func ("/outcomes/before-and-after", test_before_and_after);
  g_test_add_func ("/outcomes/two-scales", test_two_scales);
  g_test_add_func ("/outcomes/without-agreement", test_without_agreement);
  g_test_add_func ("/outcomes/put-again", test_put_again);
  g_test_add_func ("/outcomes/percentages", test_percentages);
  g_test_add ("/outcomes/cases", Facade, NULL, facade_set_up, test_of_the_cases, facade_tear_down);

  return g_test_run ();
}
