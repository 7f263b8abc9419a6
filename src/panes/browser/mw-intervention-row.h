/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_INTERVENTION_ROW (mw_intervention_row_get_type ())
G_DECLARE_FINAL_TYPE (MwInterventionRow, mw_intervention_row, MW, INTERVENTION_ROW, GtkWidget)

/* An intervention in the list: number, name, summary, why it fits, and how well it has been studied. Its button activates
 * browser.compare (ss) with its id and its numbers. */

/* Returns: (transfer floating) */
GtkWidget *mw_intervention_row_new (void);

/* @found: (nullable): by what the text was found, for marking it */
void mw_intervention_row_show (MwInterventionRow *self, MwCatalogueEntry *entry, const MwQuery *query,
                               const MwFound *found, gboolean considered);
/* Whether it is in the comparison. */
void mw_intervention_row_set_compared (MwInterventionRow *self, gboolean compared);
/* Returns: (transfer none) (nullable) */
MwCatalogueEntry *mw_intervention_row_get_entry (MwInterventionRow *self);

G_END_DECLS
