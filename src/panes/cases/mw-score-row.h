/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-score.h"

G_BEGIN_DECLS

#define MW_TYPE_SCORE_ROW (mw_score_row_get_type ())
G_DECLARE_FINAL_TYPE (MwScoreRow, mw_score_row, MW, SCORE_ROW, GtkWidget)

/* A score that can be filled in: its day, its scale, its two parts and the answers that are missing; and what it comes to. A number
 * that cannot be is said to be so and does not get into the score.
 *
 * Signals: "changed": the score; "left": the keyboard left it; "removed": the user wants it gone. */

/* @score: must stay as long as the row. Returns: (transfer floating) */
MwScoreRow *mw_score_row_new (MwScore *score);
/* Returns: (transfer none) */
MwScore *mw_score_row_get_score (MwScoreRow *self);
void mw_score_row_set_editable (MwScoreRow *self, gboolean editable);

G_END_DECLS
