/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-comparison.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_BAND (mw_comparison_band_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonBand, mw_comparison_band, MW, COMPARISON_BAND, GtkWidget)

/* One heading of a comparison, and below it what each intervention says. The heading tells whether they differ, stays in view when
 * the columns are scrolled sideways, and folds its row to one line.
 *
 * Signals: "folded": it was folded or unfolded by the user. */

/* @interventions: (array length=n_interventions) (transfer none); @organisation: (nullable): whose offer is compared. Returns: (transfer
 * floating) */
MwComparisonBand *mw_comparison_band_new (MwComparisonLine line, const MwComparisonRow *row,
                                          MwIntervention *const *interventions, guint n_interventions,
                                          MwOrganisation *organisation);

MwComparisonLine mw_comparison_band_get_line (MwComparisonBand *self);
void mw_comparison_band_set_folded (MwComparisonBand *self, gboolean folded);
gboolean mw_comparison_band_get_folded (MwComparisonBand *self);

/* Which part of the columns is seen. */
void mw_comparison_band_set_view (MwComparisonBand *self, int offset, int width);

/* Returns: (transfer none): the button that folds */
GtkWidget *mw_comparison_band_get_button (MwComparisonBand *self);

G_END_DECLS
