/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-comparison.h"
#include "mw-paper.h"

G_BEGIN_DECLS

/* Interventions side by side, in the present language; nothing of a case. @interventions: (array length=n_interventions): from
 * MW_COMPARISON_LEAST to MW_COMPARISON_MOST; @organisation: (nullable): whose offer is compared. Main thread only. Returns: (transfer
 * full) */
MwPaper *mw_comparison_sheet_new (MwIntervention *const *interventions, guint n_interventions, MwOrganisation *organisation);

G_END_DECLS
