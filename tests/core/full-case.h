/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"

static inline void
fill_choice (MwCase *one, const char *text)
{
  MwChoice *choice = &one->choice;
  char **texts[] = { &choice->question, &choice->known, &choice->client_words, &choice->decision,
                     &choice->agreed_by, &choice->unavailable, &choice->instead, &choice->evaluation };
  MwScore before = { 739100, 6, 3, 2, 0 };
  MwScore after = { 739850, 11, MW_SCORE_UNKNOWN, 1, 1 };
  MwConsidered *chosen = g_ptr_array_index (one->considered, 0);

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    mw_case_set_text (texts[t], text);
  choice->agreed_day = 739300;
  choice->told_day = 739301;
  choice->evaluation_day = 739800;
  choice->evaluated_day = 739810;
  mw_choice_add_action (choice, text, text, 739400)->done_day = 739410;
  mw_choice_add_action (choice, text, "", 0);
  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    mw_case_set_text (&chosen->appraisals[k], text);
  mw_considered_set_verdict (chosen, MW_VERDICT_CHOSEN, 1778600004, 739310);
  mw_case_set_text (&chosen->reason, text);
  chosen->helped = MW_HELPED_SOMEWHAT;
  mw_scores_add (one->scores, &before);
  mw_scores_add (one->scores, &after);
}

/* Returns: (transfer full): an invented case in which everything is filled in. @text: goes into each text */
static inline MwCase *
full_case (const char *text)
{
  MwCase *one = mw_case_new ();
  MwAnswers first = { MW_PERSISTENCE_UNCLEAR, MW_ORIENTATION_UNANSWERED, MW_COMPETENCES_UNANSWERED, MW_STRATEGY_UNCLEAR };
  MwAnswers last = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_FIRST + 2 };

  mw_case_set_text (&one->label, text);
  one->age = MW_AGE_75;
  mw_case_set_status (one, MW_STATUS_CLOSED, 739900);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    mw_case_set_text (&one->domains[d], text);
  mw_case_set_text (&one->wishes, text);
  mw_case_set_text (&one->next_action, text);
  one->next_day = 739800;
  for (guint k = 0; k < MW_N_NOTE_KINDS; k++)
    mw_case_add_note (one, k, 739000 + k, text);
  mw_case_add_assessment (one, 1778500000, &first, MW_CERTAINTY_UNSURE, text);
  mw_case_add_assessment (one, 1778600000, &last, MW_CERTAINTY_SURE, text);
  mw_case_add_considered (one, "bezoekdienst", "1.4", text, 1778600001);
  mw_case_add_considered (one, "huiskamer", "1.19", text, 1778600002);
  mw_case_refer (one, "huiskamer", text, 1778600003);
  fill_choice (one, text);
  g_strfreev (one->filters);
  one->filters = g_new0 (char *, 3);
  one->filters[0] = g_utf8_make_valid (text, -1);
  one->filters[1] = g_strdup ("offer:own");
  one->created = 1778400000;
  one->touched = 1778700000;
  return one;
}
