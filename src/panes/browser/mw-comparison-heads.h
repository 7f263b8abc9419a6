/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-comparison-head.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_HEADS (mw_comparison_heads_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonHeads, mw_comparison_heads, MW, COMPARISON_HEADS, GtkWidget)

/* The heads of the columns, above the grid, which they follow sideways. */

/* @interventions: (array length=n_interventions) (transfer none) */
void mw_comparison_heads_show (MwComparisonHeads *self, MwIntervention *const *interventions, guint n_interventions);

/* To be called once. @horizontal: that of the grid */
void mw_comparison_heads_set_adjustment (MwComparisonHeads *self, GtkAdjustment *horizontal);

/* Returns: (transfer none) (nullable) */
MwComparisonHead *mw_comparison_heads_get (MwComparisonHeads *self, guint column);

G_END_DECLS
