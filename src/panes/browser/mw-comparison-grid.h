/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-comparison.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_GRID (mw_comparison_grid_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonGrid, mw_comparison_grid, MW, COMPARISON_GRID, GtkWidget)

/* The lines of a comparison below one another, within a scrolled viewport whose own scrolling to the focus is off. One stop for Tab;
 * the arrow keys go from cell to cell, and through a line that is higher than the screen bit by bit. */

/* @interventions: (array length=n_interventions) (transfer none): from one to MW_COMPARISON_MOST; @organisation: (nullable) (transfer none):
 * whose offer is compared; without one there is no line of it */
void mw_comparison_grid_show (MwComparisonGrid *self, MwIntervention *const *interventions, guint n_interventions,
                              MwOrganisation *organisation);

/* To be called once. */
void mw_comparison_grid_set_adjustments (MwComparisonGrid *self, GtkAdjustment *horizontal, GtkAdjustment *vertical);

/* Folds the lines that are equal or alike, and unfolds all others; or unfolds all. */
void mw_comparison_grid_set_only_differences (MwComparisonGrid *self, gboolean only);

/* How many lines there are, and how many of them differ. */
guint mw_comparison_grid_get_n_lines (MwComparisonGrid *self, guint *n_different);

/* The line that lies across the upper edge of what is seen, with its heading above it. Returns: whether there is one */
gboolean mw_comparison_grid_find_upper (MwComparisonGrid *self, MwComparisonLine *line, MwLikeness *likeness);

G_END_DECLS
