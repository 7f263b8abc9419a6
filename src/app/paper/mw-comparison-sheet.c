/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-sheet.h"

#include <glib/gi18n.h>

#include "mw-comparison-words.h"
#include "mw-paper-words.h"
#include "mw-words.h"

#define TEXT_SIZE 8.5
#define LABEL_WIDTH 0.13

static void
set_widths (MwPaperBlock *block)
{
  block->widths[0] = LABEL_WIDTH;
  for (guint c = 1; c < block->n_cells; c++)
    block->widths[c] = (1 - LABEL_WIDTH) / (block->n_cells - 1);
}

static void
add_head (MwPaper *paper, MwIntervention *const *interventions, guint n_interventions)
{
  MwPaperBlock *block = mw_paper_add_row (paper, MW_PAPER_TABLE_HEAD, n_interventions + 1);

  set_widths (block);
  for (guint i = 0; i < n_interventions; i++)
    {
      g_autofree char *numbers = mw_comparison_words_dup_numbers (interventions[i]);
      g_autofree char *text = g_strdup_printf ("%s  %s", numbers, mw_intervention_get_name (interventions[i], paper->language));

      mw_paper_block_add (block, i + 1, text);
    }
}

static void
add_line (MwPaper *paper,
          const MwComparisonRow *row,
          MwComparisonLine line,
          MwIntervention *const *interventions,
          guint n_interventions,
          MwOrganisation *organisation)
{
  MwPaperBlock *block;
  g_autofree char *likeness = NULL;

  /* None has a remark; nothing is filled in. */
  if ((line == MW_COMPARISON_REMARKS || line == MW_COMPARISON_OFFER) && !row->stated)
    return;

  block = mw_paper_add_row (paper, MW_PAPER_TABLE_ROW, n_interventions + 1);
  set_widths (block);
  likeness = g_strdup_printf ("%s %s", mw_comparison_words_get_sign (row->likeness), mw_comparison_words_get_likeness (row->likeness));
  mw_paper_block_add (block, 0, mw_comparison_words_get_line (line));
  mw_paper_block_add_styled (block, 0, likeness, MW_PAPER_ITALIC);
  for (guint i = 0; i < n_interventions; i++)
    {
      g_autofree char *markup = mw_comparison_words_dup_cell (row, line, interventions[i], i, organisation);

      mw_paper_block_add_markup (block, i + 1, markup);
    }
}

MwPaper *
mw_comparison_sheet_new (MwIntervention *const *interventions, guint n_interventions, MwOrganisation *organisation)
{
  MwPaper *paper = mw_paper_new (_ ("Interventions side by side"));
  g_autofree char *today = mw_paper_words_dup_today ();
  MwComparison comparison;

  mw_comparison_compare (&comparison, interventions, n_interventions, organisation);
  paper->landscape = TRUE;
  paper->size = TEXT_SIZE;
  g_free (paper->footer);
  paper->footer = g_strdup_printf ("%s  ·  Maatwerk  ·  %s", paper->title, today);
  mw_paper_add (paper, MW_PAPER_TITLE, paper->title);
  /* Translators: the signs of the comparison */
  mw_paper_add (paper, MW_PAPER_SMALL, _ ("= the same in all of them; ≈ the same in outline; ≠ different. ◆ stands before what not all of "
                                          "them have."));
  add_head (paper, interventions, n_interventions);
  for (guint l = 0; l < MW_N_COMPARISON_LINES; l++)
    add_line (paper, &comparison.rows[l], l, interventions, n_interventions, organisation);
  mw_paper_add (paper, MW_PAPER_SMALL,
                _ ("Contact data are as of 2012 and may have changed. "
                   "Facts from “Maatwerk bij de aanpak van eenzaamheid” (2012), in our own words."));

  return paper;
}
