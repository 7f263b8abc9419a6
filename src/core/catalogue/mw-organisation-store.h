/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-entry.h"
#include "mw-database.h"
#include "mw-found.h"
#include "mw-organisation.h"

G_BEGIN_DECLS

/* What the organisation adds to the list of a catalogue: its own interventions, in a database in memory that is searched like that
 * of the catalogue, and who offers what. It is no part of catalogue.db, so that a newer catalogue takes nothing of it away.
 * Everything runs on the thread that owns the catalogue's database. */

typedef struct _MwOrganisationStore MwOrganisationStore;

/* Returns: (transfer full) */
MwOrganisationStore *mw_organisation_store_new (void);
void mw_organisation_store_free (MwOrganisationStore *self);

/* From now on that is what it adds. @organisation: (transfer none) */
void mw_organisation_store_set (MwOrganisationStore *self, MwOrganisation *organisation);

/* @database: that of the catalogue, whose synonyms its own are searched with; @entries: (element-type MwCatalogueEntry): those of
 * the catalogue, which stay as they are. To be called again when either, or the organisation, is another one.
 * Returns: (transfer full) (element-type MwCatalogueEntry): with what the organisation adds, in the same order */
GPtrArray *mw_organisation_store_add_entries (MwOrganisationStore *self, MwDatabase *database, GPtrArray *entries);

/* Returns: (transfer none) (element-type MwOrganisationItem): the offers of which the catalogue that was last added to has no
 *   intervention */
GPtrArray *mw_organisation_store_get_missing (MwOrganisationStore *self);

/* Adds to @found (inout) (nullable) what @text finds among its own, as mw_search_index_run() does. What is found by what was typed
 * goes before what is found by a correction. */
gboolean mw_organisation_store_search (MwOrganisationStore *self, const char *text, MwFound **found, GError **error);

/* Returns: (transfer full) (nullable): the intervention when it is one of its own */
MwIntervention *mw_organisation_store_load (MwOrganisationStore *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwOrganisationStore, mw_organisation_store_free)

G_END_DECLS
