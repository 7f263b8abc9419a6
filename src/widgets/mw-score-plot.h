/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-loneliness-scale.h"

G_BEGIN_DECLS

/* Draws the totals of one scale over time: a line through its points, each with its number, above the dates; the cut-off points as
 * lines with the names of what is between them. The two scales differ in line and marker. All of it in one colour. Main thread
 * only, for the words. */
typedef struct
{
  guint items;             /* of the scale */
  const GPtrArray *scores; /* of MwScore, ordered by day; those of other scales and without a total are passed over */
  guint32 first_day, last_day; /* where the time begins and ends */
  GdkRGBA ink;
  GdkRGBA paper; /* behind the numbers */
} MwScorePlot;

/* Returns: whether there is a score to draw; then the days are set (in, out) so that its own are between them, 0 being none */
gboolean mw_score_plot_measure_days (MwScorePlot *self);

double mw_score_plot_get_height (const MwScorePlot *self, PangoContext *context);

/* At the origin, @width wide. @context: of the font and its size */
void mw_score_plot_draw (const MwScorePlot *self, PangoContext *context, cairo_t *cr, double width);

G_END_DECLS
