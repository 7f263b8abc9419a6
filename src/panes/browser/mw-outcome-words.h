/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-outcomes.h"

G_BEGIN_DECLS

/* What became of an intervention in the own cases, in the present language of the interface. All are (transfer full) and numbers
 * of cases; percentages only where there are enough. Main thread only. */

/* Such as "Chosen in 6 cases that were evaluated." */
char *mw_outcome_words_dup_chosen (const MwOutcome *outcome);

/* How often it helped in the adviser's view. */
char *mw_outcome_words_dup_helped (const MwOutcome *outcome);

/* The same in a line for those of one profile, or MW_OUTCOME_NO_PROFILE. */
char *mw_outcome_words_dup_profile (guint profile, const MwOutcome *outcome);

/* @items: of the scale. Returns: (nullable): the scores before and after; %NULL when no case has both */
char *mw_outcome_words_dup_scores (guint items, const MwOutcome *outcome);

G_END_DECLS
