/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-option-facts.h"

G_BEGIN_DECLS

/* The words of the choice, in the interface's present language. Constant strings are (transfer none). Main thread only. */

#define MW_N_CHOICE_STEPS 5

/* Such as "1. The question". @step: from 0 */
const char *mw_choice_words_get_step (guint step);
/* What has been written in it so far, for beside its heading. Returns: (transfer full) (nullable): %NULL for nothing */
char *mw_choice_words_dup_step_detail (const MwCase *one, guint step);

const char *mw_choice_words_get_verdict (MwVerdict verdict);
/* Such as "What the client says of it". */
const char *mw_choice_words_get_knowledge (MwKnowledge knowledge);
const char *mw_choice_words_get_helped (MwHelped helped);

/* Returns: (transfer full): such as "1.4  Bezoekdienst" */
char *mw_choice_words_dup_option (const MwConsidered *option);
/* What stands below an option: whether the catalogue has it, what is known of its effect, and whether the overview names it for
 * @profiles (0: not assessed). @facts: (nullable). Returns: (transfer full) */
char *mw_choice_words_dup_facts (const MwConsidered *option, MwOptionFacts *facts, MwProfileSet profiles);

/* An action in a line. Returns: (transfer full): such as "Find a volunteer (Anneke, 3 June 2026, done on 5 June 2026)" */
char *mw_choice_words_dup_action (const MwAction *action);

/* What is due, and how it stands to today. Returns: (transfer full): such as "Evaluation, was due on 3 June 2026" */
char *mw_choice_words_dup_due (const MwDue *due, guint32 today);

G_END_DECLS
