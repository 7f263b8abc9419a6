/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-header.h"
#include "mw-database.h"
#include "mw-intervention.h"
#include "mw-synonyms.h"
#include "mw-word-list.h"

G_BEGIN_DECLS

/* The tables of catalogue.db and all the SQL that speaks to them. The file is a cache of the XML: it is never migrated
 * but built anew. Everything runs on the thread that owns the database. Errors are in MW_STORAGE_ERROR unless said
 * otherwise. */

/* Makes the tables in an empty database. */
gboolean mw_catalogue_store_create (MwDatabase *database, GError **error);

/* Checks that the tables are those of this version: MW_STORAGE_ERROR_NEWER, MW_STORAGE_ERROR_OLDER or
 * MW_STORAGE_ERROR_CORRUPT if not. */
gboolean mw_catalogue_store_check (MwDatabase *database, GError **error);

/* What the catalogue was built from. Returns: (transfer full) (nullable): %NULL without @error when none is stored */
char *mw_catalogue_store_dup_fingerprint (MwDatabase *database, GError **error);
gboolean mw_catalogue_store_set_fingerprint (MwDatabase *database, const char *fingerprint, GError **error);

/* What the catalogue says of itself. Returns: (transfer full) (nullable): %NULL without @error when none is stored */
MwCatalogueHeader *mw_catalogue_store_dup_header (MwDatabase *database, GError **error);
gboolean mw_catalogue_store_set_header (MwDatabase *database, const MwCatalogueHeader *header, GError **error);

/* Adds interventions, one or many: to an empty database or to one that has some. What was added can be found by the search
 * once the writer has finished. */
typedef struct _MwCatalogueWriter MwCatalogueWriter;

/* Returns: (transfer full) (nullable): a writer, or %NULL with @error set */
MwCatalogueWriter *mw_catalogue_writer_new (MwDatabase *database, GError **error);
void mw_catalogue_writer_free (MwCatalogueWriter *self);
gboolean mw_catalogue_writer_add (MwCatalogueWriter *self, MwIntervention *intervention, GError **error);
/* Writes the words for the search; must be called after the last was added, within the same transaction. */
gboolean mw_catalogue_writer_finish (MwCatalogueWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueWriter, mw_catalogue_writer_free)

/* Returns: (transfer full) (nullable): the intervention, or %NULL with @error set, MW_CATALOGUE_ERROR_NOT_FOUND too */
MwIntervention *mw_catalogue_store_load (MwDatabase *database, const char *id, GError **error);

/* Returns: (transfer full) (nullable) (element-type utf8): the ids in the order of the XML, or %NULL with @error set */
GPtrArray *mw_catalogue_store_list_ids (MwDatabase *database, GError **error);

/* Adds all words that the interventions hold. */
gboolean mw_catalogue_store_load_words (MwDatabase *database, MwWordList *words, GError **error);

/* @i: the place in the rowids that were asked for; @bytes: (nullable): for mw_search_places_read() */
typedef void (*MwStoredPlacesFunc) (guint i, const guint8 *bytes, gsize size, gpointer data);

/* Calls @func with the places of each word of those rowids that is there. */
gboolean mw_catalogue_store_read_places (MwDatabase *database, const guint *rowids, guint n_rowids, MwStoredPlacesFunc func,
                                         gpointer data, GError **error);

gboolean mw_catalogue_store_set_synonyms (MwDatabase *database, MwSynonyms *synonyms, GError **error);
/* Returns: (transfer full) (nullable): the synonyms, or %NULL with @error set */
MwSynonyms *mw_catalogue_store_load_synonyms (MwDatabase *database, GError **error);

/* Returns: (transfer full) (nullable) (element-type MwCatalogueEntry): all entries, ordered by number */
GPtrArray *mw_catalogue_store_list (MwDatabase *database, GError **error);

G_END_DECLS
