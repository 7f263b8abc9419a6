/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-organisation.h"
#include "mw-paper.h"

G_BEGIN_DECLS

/* An intervention for the client to take home, in plain words and large type, in the present language. What is not known says to ask
 * the adviser. Costs in the catalogue are those of an organisation, of 2012: they are not told. @offer: (nullable): who offers it
 * here. Main thread only. Returns: (transfer full) */
MwPaper *mw_client_handout_new (MwIntervention *intervention, const MwOrganisationItem *offer);

G_END_DECLS
