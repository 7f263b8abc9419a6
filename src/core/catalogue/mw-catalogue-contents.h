/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"
#include "mw-organisation-store.h"
#include "mw-search-index.h"

G_BEGIN_DECLS

/* What is loaded of a catalogue, with what the organisation adds to it. Belongs to the worker's thread. */
typedef struct
{
  MwDatabase *database;  /* (nullable): until something is loaded */
  GPtrArray *stored;     /* (nullable): of MwCatalogueEntry: the catalogue's */
  MwSearchIndex *index;  /* (nullable) */
  MwOrganisationStore *organisation;
  GPtrArray *entries;    /* (nullable): of MwCatalogueEntry: with what the organisation adds */
} MwCatalogueContents;

/* Any thread. Returns: (transfer full): nothing yet */
MwCatalogueContents *mw_catalogue_contents_new (void);
void mw_catalogue_contents_free (MwCatalogueContents *self);

/* Takes the place of what was loaded. On failure that stays. */
gboolean mw_catalogue_contents_take (MwCatalogueContents *self, MwDatabase *database, GError **error);
void mw_catalogue_contents_set_organisation (MwCatalogueContents *self, MwOrganisation *organisation);

G_END_DECLS
