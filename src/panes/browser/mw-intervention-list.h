/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_INTERVENTION_LIST (mw_intervention_list_get_type ())
G_DECLARE_FINAL_TYPE (MwInterventionList, mw_intervention_list, MW, INTERVENTION_LIST, GtkWidget)

/* The interventions that were found, made as they are scrolled to.
 *
 * Signals: "opened" (const char *id). */

/* @query: (transfer none): what was asked; must outlive the list */
void mw_intervention_list_show (MwInterventionList *self, const MwQuery *query, MwQueryResult *result);
/* Returns: (transfer none) (nullable) */
MwQueryResult *mw_intervention_list_get_result (MwInterventionList *self);

/* @ids: (nullable): the interventions that the open case considers */
void mw_intervention_list_set_considered (MwInterventionList *self, const char *const *ids);
/* @ids: (nullable): the interventions that are in the comparison */
void mw_intervention_list_set_compared (MwInterventionList *self, const char *const *ids);

/* The entry that has the keyboard. Returns: (transfer none) (nullable) */
MwCatalogueEntry *mw_intervention_list_get_focused (MwInterventionList *self);

G_END_DECLS
