/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-organisation.h"
#include "mw-paper.h"

G_BEGIN_DECLS

/* An intervention on two pages at most: what the description page shows, in the present language. @offer: (nullable): who offers it
 * here. Main thread only. Returns: (transfer full) */
MwPaper *mw_intervention_sheet_new (MwIntervention *intervention, const MwOrganisationItem *offer);

/* The numbers with their parts of the catalogue. Returns: (transfer full) */
char *mw_intervention_sheet_dup_numbers (MwIntervention *intervention);

G_END_DECLS
