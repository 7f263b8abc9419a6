/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-catalogue-notice.h"
#include "mw-organisation.h"
#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_CATALOGUE (mw_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (MwCatalogue, mw_catalogue, MW, CATALOGUE, GObject)

/* The catalogue as the interface sees it. Belongs to the main thread; the database behind it to a thread of its own, to
 * which every call is a task in one queue, so that nothing here waits.
 *
 * Signals: "changed": another catalogue has taken its place, or the organisation adds something else; what was asked before is
 * out of date. */

/* @xml: the catalogue; @database: where to keep it, a file name in the encoding of the file system */
MwCatalogue *mw_catalogue_new (GFile *xml, const char *database);

/* The catalogue of mw-catalogue-installation.h, which can be renewed (mw-catalogue-renewal.h).
 * @shipped: that of the program; @folder: the data folder, in the encoding of the file system */
MwCatalogue *mw_catalogue_new_installed (GFile *shipped, const char *folder);

/* Opens the stored catalogue or imports the XML. Errors: MW_CATALOGUE_ERROR_UNREADABLE, MW_CATALOGUE_ERROR_INVALID. */
void mw_catalogue_load_async (MwCatalogue *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean mw_catalogue_load_finish (MwCatalogue *self, GAsyncResult *result, GError **error);

/* How far loading is, from 0 to 1. */
double mw_catalogue_get_progress (MwCatalogue *self);

/* After loading: what the user should know of it. */
MwCatalogueNotice mw_catalogue_get_notice (MwCatalogue *self);

/* After loading. Returns: (transfer none) (element-type MwProblem): what is wrong with the XML */
GPtrArray *mw_catalogue_get_problems (MwCatalogue *self);

/* After loading. Returns: (transfer none) (nullable): what the catalogue says of itself; %NULL without one */
const MwCatalogueHeader *mw_catalogue_get_header (MwCatalogue *self);
/* After loading. Returns: (transfer none) (nullable): the catalogue that mw_catalogue_undo_async() leads back to */
const MwCatalogueHeader *mw_catalogue_get_previous (MwCatalogue *self);

/* What the organisation adds to the catalogue: its own interventions, and who offers what. @organisation: (transfer none) */
void mw_catalogue_set_organisation (MwCatalogue *self, MwOrganisation *organisation);

/* @query is copied. A query that was handed over before loading ends waits for it. */
void mw_catalogue_query_async (MwCatalogue *self, const MwQuery *query, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the result, or %NULL with @error set */
MwQueryResult *mw_catalogue_query_finish (MwCatalogue *self, GAsyncResult *result, GError **error);

/* An intervention that has left the catalogue is given as it was last, with its member former set. Errors:
 * MW_CATALOGUE_ERROR_NOT_FOUND and those of MW_STORAGE_ERROR. */
void mw_catalogue_get_intervention_async (MwCatalogue *self, const char *id, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the intervention, or %NULL with @error set */
MwIntervention *mw_catalogue_get_intervention_finish (MwCatalogue *self, GAsyncResult *result, GError **error);

G_END_DECLS
