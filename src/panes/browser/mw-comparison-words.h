/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-comparison.h"

G_BEGIN_DECLS

/* A comparison in words, in the interface's present language. Main thread only. */

/* The heading of a line, such as "Duration". Returns: (transfer none) */
const char *mw_comparison_words_get_line (MwComparisonLine line);

/* The numbers of a column, such as "1.5 / 2.2". Returns: (transfer full) */
char *mw_comparison_words_dup_numbers (MwIntervention *intervention);

/* A sign and words for the same thing. Returns: (transfer none) */
const char *mw_comparison_words_get_sign (MwLikeness likeness);
const char *mw_comparison_words_get_likeness (MwLikeness likeness);

/* Stands before what not all interventions have. */
#define MW_COMPARISON_MARK "◆ "

/* What one intervention says: first the words of the facets, with the mark where not all of them share it, then the text.
 * @organisation: (nullable): whose offer it is. Returns: (transfer full): Pango markup */
char *mw_comparison_words_dup_cell (const MwComparisonRow *row, MwComparisonLine line, MwIntervention *intervention, guint column,
                                    MwOrganisation *organisation);

/* The plain text of a cell as it should be read aloud: with words for the mark. Returns: (transfer full) */
char *mw_comparison_words_dup_spoken (const char *text);

/* What all of them say, where they are equal or alike. @organisation: (nullable). Returns: (transfer full) (nullable): plain text on
 * one line */
char *mw_comparison_words_dup_common (const MwComparisonRow *row, MwComparisonLine line, MwIntervention *intervention,
                                      MwOrganisation *organisation);

G_END_DECLS
