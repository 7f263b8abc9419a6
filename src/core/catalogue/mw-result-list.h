/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_RESULT_LIST (mw_result_list_get_type ())
G_DECLARE_FINAL_TYPE (MwResultList, mw_result_list, MW, RESULT_LIST, GObject)

/* A list model of MwCatalogueEntry that shows one result of a query and is given the next as a whole, so that a list
 * never shows an empty moment in between. It begins with the first entries and grows as they are scrolled through: a
 * list view lays out up to 200 rows at once, whether they are on the screen or not. Belongs to the main thread. */

MwResultList *mw_result_list_new (void);

/* @result: (nullable): shown from now on */
void mw_result_list_set_result (MwResultList *self, MwQueryResult *result);

/* The same when @result has the same interventions in the same order: nothing moves, and the model tells of no change; the entries
 * may be others. Returns: whether it has */
gboolean mw_result_list_update (MwResultList *self, MwQueryResult *result);

/* Returns: (transfer none) (nullable): what is shown */
MwQueryResult *mw_result_list_get_result (MwResultList *self);

/* Shows more of the result. Returns: whether there was more */
gboolean mw_result_list_grow (MwResultList *self);

G_END_DECLS
