/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-sheet-private.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-choice-words.h"
#include "mw-meeting-words.h"
#include "mw-score-words.h"

static void
add_day (MwPaper *paper, const char *label, guint32 day)
{
  g_autofree char *words = mw_case_words_dup_day (day);

  mw_paper_add_said (paper, label, words);
}

static void
add_actions (MwPaper *paper, const MwChoice *choice)
{
  MwPaperBlock *block;

  if (choice->actions->len == 0)
    return;

  block = mw_paper_add_fact (paper, _ ("Actions"));
  for (guint a = 0; a < choice->actions->len; a++)
    {
      g_autofree char *words = mw_choice_words_dup_action (g_ptr_array_index (choice->actions, a));

      mw_paper_block_add (block, 1, words);
    }
}

void
mw_case_sheet_add_choice (MwPaper *paper, const MwCase *one)
{
  const MwChoice *choice = &one->choice;

  if (mw_choice_is_empty (choice))
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("The choice"));
  mw_paper_add_said (paper, _ ("The question"), choice->question);
  mw_paper_add_said (paper, _ ("What is known"), choice->known);
  mw_paper_add_said (paper, _ ("In the client’s own words"), choice->client_words);
  mw_paper_add_said (paper, _ ("What was agreed"), choice->decision);
  mw_paper_add_said (paper, _ ("By whom"), choice->agreed_by);
  add_day (paper, _ ("Agreed on"), choice->agreed_day);
  mw_paper_add_said (paper, _ ("What fits best but is not available here"), choice->unavailable);
  add_day (paper, _ ("The client was told on"), choice->told_day);
  mw_paper_add_said (paper, _ ("Offered instead"), choice->instead);
  add_actions (paper, choice);
  add_day (paper, _ ("Evaluation due on"), choice->evaluation_day);
  add_day (paper, _ ("Evaluated on"), choice->evaluated_day);
  mw_paper_add_said (paper, _ ("What came of it"), choice->evaluation);
}

static void
add_option (MwPaper *paper, const MwConsidered *option)
{
  g_autofree char *name = mw_choice_words_dup_option (option);
  g_autofree char *since = option->time ? mw_case_words_dup_moment (option->time) : NULL;
  g_autofree char *day = mw_case_words_dup_day (option->verdict_day);
  g_autofree char *verdict = g_strdup_printf ("%s%s%s", mw_choice_words_get_verdict (option->verdict), *day ? ", " : "", day);
  g_autofree char *referral = mw_case_words_dup_referral (option);

  mw_paper_add (paper, MW_PAPER_SUBHEADING, name);
  mw_paper_add_said (paper, _ ("On the list since"), since);
  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    mw_paper_add_said (paper, k == MW_KNOWLEDGE_EXPERTISE ? _ ("The adviser’s expertise") : mw_choice_words_get_knowledge (k),
                       option->appraisals[k]);
  mw_paper_add_said (paper, _ ("Verdict"), verdict);
  mw_paper_add_said (paper, _ ("Reason"), option->reason);
  mw_paper_add_said (paper, _ ("Referral"), referral ? referral : option->referred_to);
  if (option->helped != MW_HELPED_UNKNOWN)
    mw_paper_add_said (paper, _ ("Whether it helped"), mw_choice_words_get_helped (option->helped));
}

void
mw_case_sheet_add_options (MwPaper *paper, const MwCase *one)
{
  if (one->considered->len == 0)
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("What was considered"));
  for (guint i = 0; i < one->considered->len; i++)
    add_option (paper, g_ptr_array_index (one->considered, i));
}

/* Returns: (transfer full): "–" when it is not known */
static char *
dup_points (int points)
{
  return points == MW_SCORE_UNKNOWN ? g_strdup ("–") : g_strdup_printf ("%d", points);
}

#define N_COLUMNS 6

static void
set_widths (MwPaperBlock *block)
{
  static const double widths[N_COLUMNS] = { 0.19, 0.15, 0.17, 0.11, 0.14, 0.24 };

  for (guint c = 0; c < N_COLUMNS; c++)
    block->widths[c] = widths[c];
}

static void
add_score (MwPaper *paper, const MwScore *score)
{
  MwPaperBlock *block = mw_paper_add_row (paper, MW_PAPER_TABLE_ROW, N_COLUMNS);
  g_autofree char *day = mw_case_words_dup_day (score->day);
  g_autofree char *emotional = dup_points (score->emotional);
  g_autofree char *social = dup_points (score->social);
  g_autofree char *missing = g_strdup_printf ("%u", score->missing);
  g_autofree char *result = mw_score_words_dup_result (score);
  const char *cells[N_COLUMNS] = { day, mw_score_words_get_scale (score->items), emotional, social, missing, result };

  set_widths (block);
  for (guint c = 0; c < N_COLUMNS; c++)
    mw_paper_block_add (block, c, cells[c]);
}

void
mw_case_sheet_add_scores (MwPaper *paper, const MwCase *one)
{
  const char *const heads[N_COLUMNS]
    = { _ ("Day"), _ ("Scale"), _ ("Emotional"), _ ("Social"), _ ("Answers missing"), _ ("Result") };
  MwPaperBlock *block;

  if (one->scores->len == 0)
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Scores on the loneliness scale"));
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, mw_score_words_get_caution ());
  block = mw_paper_add_row (paper, MW_PAPER_TABLE_HEAD, N_COLUMNS);
  set_widths (block);
  for (guint c = 0; c < N_COLUMNS; c++)
    mw_paper_block_add (block, c, heads[c]);
  for (guint s = 0; s < one->scores->len; s++)
    add_score (paper, g_ptr_array_index (one->scores, s));
}

void
mw_case_sheet_add_room (MwPaper *paper, const MwCase *one)
{
  if (!one->room)
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("What a meeting of colleagues may see of it"));
  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    if (one->room & MW_ROOM_BIT (f))
      mw_paper_add (paper, MW_PAPER_ITEM, mw_meeting_words_get_field (f));
}
