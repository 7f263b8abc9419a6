/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-contents.h"
#include "mw-catalogue-importer.h"
#include "mw-catalogue-installation.h"
#include "mw-catalogue.h"
#include "mw-worker.h"

G_BEGIN_DECLS

struct _MwCatalogue
{
  GObject parent_instance;

  GFile *xml; /* (nullable): not known before loading; the worker's from then on */
  char *path;
  MwCatalogueInstallation *installation; /* (nullable): of an installed one; the worker's */
  MwWorker *worker;
  MwCatalogueContents *contents; /* the worker's. A task holds a reference on the catalogue, so that the worker outlives it. */
  gboolean leave_stored; /* a newer program's, at @path; the worker's */
  MwPermille progress;

  /* Written by the worker before the task of loading returns, read by the main thread after. */
  MwCatalogueNotice notice;
  GPtrArray *problems;
  MwCatalogueHeader *header;   /* (nullable) */
  MwCatalogueHeader *previous; /* (nullable) */
};

/* What the worker does, in mw-catalogue-jobs.c. @task_data: nothing; an MwQuery; an id; an MwOrganisation */
void mw_catalogue_load_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);
void mw_catalogue_query_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);
void mw_catalogue_intervention_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);
void mw_catalogue_organisation_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);

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
