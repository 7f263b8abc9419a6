/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"
#include "mw-intervention.h"

G_BEGIN_DECLS

/* The tables of catalogue.db and all the SQL that speaks to them. The file is a cache of the XML: it is never migrated
 * but built anew. Everything runs on the thread that owns the database. Errors are in MW_STORAGE_ERROR unless said
 * otherwise. */

/* Makes the tables in an empty database. */
gboolean mw_catalogue_store_create (MwDatabase *database, GError **error);

/* Checks that the tables are those of this version: MW_STORAGE_ERROR_NEWER or MW_STORAGE_ERROR_CORRUPT if not. */
gboolean mw_catalogue_store_check (MwDatabase *database, GError **error);

/* What the catalogue was built from. Returns: (transfer full) (nullable): %NULL without @error when none is stored */
char *mw_catalogue_store_dup_fingerprint (MwDatabase *database, GError **error);
gboolean mw_catalogue_store_set_fingerprint (MwDatabase *database, const char *fingerprint, GError **error);

/* The prepared statements that adding needs, for adding many. */
typedef struct _MwCatalogueWriter MwCatalogueWriter;

/* Returns: (transfer full) (nullable): a writer, or %NULL with @error set */
MwCatalogueWriter *mw_catalogue_writer_new (MwDatabase *database, GError **error);
void mw_catalogue_writer_free (MwCatalogueWriter *self);
gboolean mw_catalogue_writer_add (MwCatalogueWriter *self, MwIntervention *intervention, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueWriter, mw_catalogue_writer_free)

/* Returns: (transfer full) (nullable): the intervention, or %NULL with @error set, MW_CATALOGUE_ERROR_NOT_FOUND too */
MwIntervention *mw_catalogue_store_load (MwDatabase *database, const char *id, GError **error);

/* Returns: (transfer full) (nullable) (element-type guint): the rowids of the interventions whose texts match the
 *   FTS5 expression of mw_search_terms_parse(), ascending, or %NULL with @error set */
GArray *mw_catalogue_store_search (MwDatabase *database, const char *expression, GError **error);

/* Returns: (transfer full) (nullable) (element-type MwCatalogueEntry): all entries, ordered by number */
GPtrArray *mw_catalogue_store_list (MwDatabase *database, GError **error);

G_END_DECLS
