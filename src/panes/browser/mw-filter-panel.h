/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_FILTER_PANEL (mw_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (MwFilterPanel, mw_filter_panel, MW, FILTER_PANEL, GtkWidget)

/* All facets with their values, each with the number of interventions that choosing it gives.
 *
 * Signals: "toggled" (guint facet, guint value, gboolean active): the user chose or dropped a value. */

/* Returns: (transfer floating) */
MwFilterPanel *mw_filter_panel_new (void);

void mw_filter_panel_show (MwFilterPanel *self, const MwQuery *query, MwQueryResult *result);

G_END_DECLS
