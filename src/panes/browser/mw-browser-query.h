/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue.h"

G_BEGIN_DECLS

#define MW_TYPE_BROWSER_QUERY (mw_browser_query_get_type ())
G_DECLARE_FINAL_TYPE (MwBrowserQuery, mw_browser_query, MW, BROWSER_QUERY, GObject)

/* What the browser asks of the catalogue: every change asks anew, and only the answer to the last question is told.
 * Main thread only.
 *
 * Signals: "answered" (MwQueryResult): what the list should show. A failure is logged, and the list keeps
 * what it shows. */

/* For mw_browser_query_drop(): all values of the facet. */
#define MW_FILTER_ALL_VALUES G_MAXUINT

MwBrowserQuery *mw_browser_query_new (void);

/* @catalogue: (nullable): asked from now on; with %NULL nothing is asked or told any more */
void mw_browser_query_set_catalogue (MwBrowserQuery *self, MwCatalogue *catalogue);
/* Returns: (transfer none) (nullable) */
MwCatalogue *mw_browser_query_get_catalogue (MwBrowserQuery *self);

/* Returns: (transfer none): stays the same object and changes with what is set */
const MwQuery *mw_browser_query_get (MwBrowserQuery *self);

void mw_browser_query_set_text (MwBrowserQuery *self, const char *text);
void mw_browser_query_set_candidates (MwBrowserQuery *self, MwProfileSet candidates);
void mw_browser_query_set_sort (MwBrowserQuery *self, MwSort sort);
void mw_browser_query_set_filters (MwBrowserQuery *self, const char *const *filters);
void mw_browser_query_set_filter (MwBrowserQuery *self, MwFacet facet, guint value, gboolean active);

/* @constraint: as in MwQueryResult; @value: of a facet, or MW_FILTER_ALL_VALUES */
void mw_browser_query_drop (MwBrowserQuery *self, guint constraint, guint value);

G_END_DECLS
