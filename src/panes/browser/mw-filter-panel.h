/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"
#include "mw-saved-filters.h"

G_BEGIN_DECLS

#define MW_TYPE_FILTER_PANEL (mw_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (MwFilterPanel, mw_filter_panel, MW, FILTER_PANEL, GtkWidget)

/* The saved filters and all facets. Where the panel stands in the place of the list, a button tells how many interventions
 * are behind it. Activates browser.choose, browser.clear and win.show-filters.
 *
 * Signals: "toggled" (guint facet, guint value, gboolean active): the user chose or dropped a value. */

/* Returns: (transfer floating) */
MwFilterPanel *mw_filter_panel_new (MwSavedFilters *saved);

void mw_filter_panel_show (MwFilterPanel *self, const MwQuery *query, MwQueryResult *result);

/* @covers: whether the list is behind the panel, not beside it */
void mw_filter_panel_set_covers (MwFilterPanel *self, gboolean covers);

G_END_DECLS
