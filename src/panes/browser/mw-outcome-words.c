/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-outcome-words.h"

#include <glib/gi18n.h>

#include "mw-score-words.h"
#include "mw-words.h"

char *
mw_outcome_words_dup_chosen (const MwOutcome *outcome)
{
  return g_strdup_printf (ngettext ("Chosen in %u case that was evaluated.", "Chosen in %u cases that were evaluated.",
                                    outcome->n_chosen),
                          outcome->n_chosen);
}

static guint
count_known (const MwOutcome *outcome)
{
  return outcome->n_chosen - outcome->helped[MW_HELPED_UNKNOWN];
}

static char *
dup_known (const MwOutcome *outcome)
{
  const guint *helped = outcome->helped;
  guint known = count_known (outcome);

  if (known == 0)
    return g_strdup (_ ("Whether it helped was not filled in."));
  if (mw_outcomes_get_percentage (0, known) < 0)
    return g_strdup_printf (_ ("In the adviser’s view it helped in %1$u, somewhat in %2$u and not in %3$u."),
                            helped[MW_HELPED_YES], helped[MW_HELPED_SOMEWHAT], helped[MW_HELPED_NO]);

  return g_strdup_printf (
    /* Translators: in so many cases, each with its percentage */
    _ ("In the adviser’s view it helped in %1$u (%2$d%%), somewhat in %3$u (%4$d%%) and not in %5$u (%6$d%%)."),
    helped[MW_HELPED_YES], mw_outcomes_get_percentage (helped[MW_HELPED_YES], known), helped[MW_HELPED_SOMEWHAT],
    mw_outcomes_get_percentage (helped[MW_HELPED_SOMEWHAT], known), helped[MW_HELPED_NO],
    mw_outcomes_get_percentage (helped[MW_HELPED_NO], known));
}

char *
mw_outcome_words_dup_helped (const MwOutcome *outcome)
{
  guint unknown = outcome->helped[MW_HELPED_UNKNOWN];
  g_autofree char *known = dup_known (outcome);
  g_autofree char *rest = NULL;

  if (unknown == 0 || unknown == outcome->n_chosen)
    return g_steal_pointer (&known);

  rest = g_strdup_printf (ngettext ("Of %u case it was not filled in.", "Of %u cases it was not filled in.", unknown), unknown);
  return g_strdup_printf ("%s %s", known, rest);
}

static char *
dup_cases (guint n)
{
  return g_strdup_printf (ngettext ("%u case", "%u cases", n), n);
}

char *
mw_outcome_words_dup_profile (guint profile, const MwOutcome *outcome)
{
  const guint *helped = outcome->helped;
  g_autofree char *cases = dup_cases (outcome->n_chosen);
  g_autofree char *name
    = profile < MW_N_PROFILES ? mw_words_dup_profile (profile) : g_strdup (_ ("Profile not clear"));

  if (count_known (outcome) == 0)
    /* Translators: a profile, the number of cases */
    return g_strdup_printf (_ ("%1$s, %2$s: whether it helped was not filled in."), name, cases);

  /* Translators: a profile, the number of cases, and in how many of those it helped, somewhat, and not */
  return g_strdup_printf (_ ("%1$s, %2$s: helped in %3$u, somewhat in %4$u, not in %5$u."), name, cases,
                          helped[MW_HELPED_YES], helped[MW_HELPED_SOMEWHAT], helped[MW_HELPED_NO]);
}

/* With one decimal, unless that is none. */
static char *
dup_average (guint sum, guint n)
{
  guint tenths = (sum * 10 + n / 2) / n;

  if (tenths % 10 == 0)
    return g_strdup_printf ("%u", tenths / 10);
  /* Translators: a number with one decimal: the sign between them is the point or comma of your language */
  return g_strdup_printf (_ ("%1$u.%2$u"), tenths / 10, tenths % 10);
}

static char *
dup_course (guint items, const MwOutcomeScores *scores)
{
  const guint *totals = scores->totals;
  guint n = scores->n_cases;
  const char *scale = mw_score_words_get_scale (items);
  g_autofree char *cases = n == 1 ? dup_cases (n) : g_strdup_printf (_ ("%u cases, on average"), n);
  g_autofree char *before = dup_average (totals[MW_WHEN_BEFORE], n);
  g_autofree char *first = dup_average (totals[MW_WHEN_FIRST_AFTER], n);
  g_autofree char *last = dup_average (totals[MW_WHEN_LAST_AFTER], n);

  if (g_str_equal (first, last))
    /* Translators: a scale, the number of cases, scores: "6-item scale, 1 case: 5 before, 2 after." */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s before, %4$s after."), scale, cases, before, last);

  return g_strdup_printf (_ ("%1$s, %2$s: %3$s before, %4$s at the first score after it, %5$s at the last."), scale, cases,
                          before, first, last);
}

char *
mw_outcome_words_dup_scores (guint items, const MwOutcome *outcome)
{
  const MwOutcomeScores *scores = &outcome->scores[items == MW_SCALE_LONG];
  g_autofree char *course = NULL;
  g_autofree char *counts = NULL;

  if (scores->n_cases == 0)
    return NULL;

  course = dup_course (items, scores);
  if (scores->n_cases == 1)
    return g_steal_pointer (&course);

  /* Translators: a score on the loneliness scale, in so many cases */
  counts = g_strdup_printf (_ ("Lower in %1$u, the same in %2$u, higher in %3$u."), scores->n_lower, scores->n_same,
                            scores->n_higher);
  return g_strdup_printf ("%s %s", course, counts);
}
