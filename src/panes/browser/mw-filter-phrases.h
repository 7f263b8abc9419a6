/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-query.h"

G_BEGIN_DECLS

/* A value of a facet as a part of a sentence about interventions, such as "for widows and widowers" or "at home".
 *
 * Returns: (transfer none) (nullable): %NULL for a profile, of which there is more to say */
const char *mw_filter_phrases_get (MwFacet facet, guint value);

G_END_DECLS
