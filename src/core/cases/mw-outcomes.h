/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-loneliness-scale.h"

G_BEGIN_DECLS

#define MW_TYPE_OUTCOMES (mw_outcomes_get_type ())
G_DECLARE_FINAL_TYPE (MwOutcomes, mw_outcomes, MW, OUTCOMES, GObject)

/* What became of the interventions that were chosen, in the cases whose choice was evaluated. Of a case it holds which
 * interventions it chose, what they did in the adviser's view, the profile and a few scores; no label and no text. Belongs to one
 * thread; mw_outcomes_gather() may be called by any.
 *
 * Signals: "changed": something was put, removed or cleared. */

/* Under so many cases nothing is said as a percentage. */
#define MW_OUTCOMES_MIN_PERCENTAGE 5

/* Of those whose profile is not clear, and of all. */
#define MW_OUTCOME_NO_PROFILE MW_N_PROFILES
#define MW_OUTCOME_ALL (MW_N_PROFILES + 1)

/* Which scores of one scale are told apart: the last one until the day of the agreement, and the first and the last one after it. */
typedef enum
{
  MW_WHEN_BEFORE,
  MW_WHEN_FIRST_AFTER,
  MW_WHEN_LAST_AFTER,
} MwWhen;
#define MW_N_WHENS 3

/* The cases with scores on one scale from before and from after the agreement. */
typedef struct
{
  guint n_cases;
  guint totals[MW_N_WHENS]; /* added up */
  guint n_lower, n_same, n_higher; /* the last one beside the one before */
} MwOutcomeScores;

typedef struct
{
  guint n_chosen;             /* in so many cases */
  guint helped[MW_N_HELPED];
  MwOutcomeScores scores[2];  /* of the short scale, of the long one */
} MwOutcome;

/* What one case adds, a plain value. */
typedef struct _MwCaseOutcome MwCaseOutcome;

/* Returns: (transfer full) (nullable): %NULL when its choice is not evaluated, or nothing was chosen */
MwCaseOutcome *mw_outcomes_gather (const MwCase *one);
void mw_case_outcome_free (MwCaseOutcome *self);

MwOutcomes *mw_outcomes_new (void);

/* In the place of what the case added before. @outcome: (transfer full) (nullable) */
void mw_outcomes_put (MwOutcomes *self, guint64 id, MwCaseOutcome *outcome);
void mw_outcomes_clear (MwOutcomes *self);

/* @intervention: its id; @profile: one of MwProfile, MW_OUTCOME_NO_PROFILE or MW_OUTCOME_ALL; @outcome: (out)
 * Returns: whether there is any */
gboolean mw_outcomes_get (MwOutcomes *self, const char *intervention, guint profile, MwOutcome *outcome);

/* @part of @whole, rounded. Returns: -1 where there are too few to say */
int mw_outcomes_get_percentage (guint part, guint whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCaseOutcome, mw_case_outcome_free)

G_END_DECLS
