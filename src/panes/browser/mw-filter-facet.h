/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_FILTER_FACET (mw_filter_facet_get_type ())
G_DECLARE_FINAL_TYPE (MwFilterFacet, mw_filter_facet, MW, FILTER_FACET, GtkWidget)

/* One facet: its values to check, each with the number of interventions that choosing it gives, folded under its heading,
 * which says how many are chosen. A value that gives none is dim but can be read, reached and chosen.
 *
 * Signals: "toggled" (guint facet, guint value, gboolean active): the user chose or dropped a value. */

/* Returns: (transfer floating) */
MwFilterFacet *mw_filter_facet_new (MwFacet facet);

void mw_filter_facet_show (MwFilterFacet *self, const MwQuery *query, MwQueryResult *result);

void mw_filter_facet_set_expanded (MwFilterFacet *self, gboolean expanded);

G_END_DECLS
