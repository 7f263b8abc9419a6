/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-score.h"

G_BEGIN_DECLS

#define MW_TYPE_SCORE_CHART (mw_score_chart_get_type ())
G_DECLARE_FINAL_TYPE (MwScoreChart, mw_score_chart, MW, SCORE_CHART, GtkWidget)

/* A small chart of scores on the loneliness scale over time; each scale has a drawing of its own, below the other, with the same
 * time. A picture to a screen reader, with its course in words as its description. Hidden when there is nothing to draw. */

/* Returns: (transfer floating) */
GtkWidget *mw_score_chart_new (void);

/* @scores: (nullable) (element-type MwScore): ordered by day; copied */
void mw_score_chart_set_scores (MwScoreChart *self, GPtrArray *scores);

G_END_DECLS
