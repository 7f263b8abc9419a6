/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-importer.h"
#include "mw-catalogue-installation.h"
#include "mw-catalogue.h"
#include "mw-worker.h"

G_BEGIN_DECLS

/* What the renewal needs to know of a catalogue. */

/* Any thread. */
MwWorker *mw_catalogue_get_worker (MwCatalogue *self);
MwCatalogueInstallation *mw_catalogue_get_installation (MwCatalogue *self); /* (nullable) */
MwPermille *mw_catalogue_peek_progress (MwCatalogue *self);

/* On the worker only. */
MwDatabase *mw_catalogue_peek_database (MwCatalogue *self); /* (nullable) */
const char *mw_catalogue_peek_path (MwCatalogue *self);     /* (nullable): what is stored there must be left alone */
gboolean mw_catalogue_replace (MwCatalogue *self, GFile *xml, MwDatabase *database, GError **error);
/* @header, @previous: (inout) (nullable) */
void mw_catalogue_read_headers (MwCatalogue *self, MwCatalogueHeader **header, MwCatalogueHeader **previous);

/* On the main thread, after the worker has replaced it. @header, @previous: (transfer full) (nullable) */
void mw_catalogue_tell_changed (MwCatalogue *self, MwCatalogueHeader *header, MwCatalogueHeader *previous);

G_END_DECLS
