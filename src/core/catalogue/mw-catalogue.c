/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-private.h"

#include "mw-catalogue-cache.h"
#include "mw-catalogue-former.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-store.h"
#include "mw-error.h"
#include "mw-organisation-store.h"
#include "mw-search-index.h"
#include "mw-worker.h"

/* What belongs to the worker's thread. A task holds a reference on the catalogue, so that the worker outlives it. */
typedef struct
{
  MwDatabase *database;
  GPtrArray *stored; /* of MwCatalogueEntry: the catalogue's */
  MwSearchIndex *index;
  MwOrganisationStore *organisation;
  GPtrArray *entries; /* of MwCatalogueEntry: with what the organisation adds */
} Store;

struct _MwCatalogue
{
  GObject parent_instance;

  GFile *xml; /* (nullable): not known before loading; the worker's from then on */
  char *path;
  MwCatalogueInstallation *installation; /* (nullable): of an installed one; the worker's */
  MwWorker *worker;
  Store *store;
  gboolean leave_stored; /* a newer program's, at @path; the worker's */
  MwPermille progress;

  /* Written by the worker before the task of loading returns, read by the main thread after. */
  MwCatalogueNotice notice;
  GPtrArray *problems;
  MwCatalogueHeader *header;   /* (nullable) */
  MwCatalogueHeader *previous; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCatalogue, mw_catalogue, G_TYPE_OBJECT)

static void
store_free (gpointer data)
{
  Store *store = data;

  g_clear_pointer (&store->index, mw_search_index_free);
  g_clear_object (&store->database);
  g_clear_pointer (&store->stored, g_ptr_array_unref);
  g_clear_pointer (&store->entries, g_ptr_array_unref);
  mw_organisation_store_free (store->organisation);
  g_free (store);
}

/* The database goes on the thread that owns it. */
static void
close_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  store_free (g_steal_pointer ((Store **) task_data));
  g_task_return_boolean (task, TRUE);
}

static void
add_organisation (Store *store)
{
  g_clear_pointer (&store->entries, g_ptr_array_unref);
  if (store->stored)
    store->entries = mw_organisation_store_add_entries (store->organisation, store->database, store->stored);
}

static gboolean
take_database (Store *store, MwDatabase *database, GError **error)
{
  GPtrArray *entries = mw_catalogue_store_list (database, error);

  if (!entries)
    return FALSE;

  g_set_object (&store->database, database);
  g_clear_pointer (&store->index, mw_search_index_free);
  store->index = mw_search_index_new (database);
  g_clear_pointer (&store->stored, g_ptr_array_unref);
  store->stored = entries;
  add_organisation (store);

  return TRUE;
}

/* A stored catalogue that proves damaged while it is read is replaced by one in memory. */
static gboolean
rebuild (MwCatalogue *self, GError **error)
{
  g_autoptr (MwDatabase) database = mw_catalogue_cache_rebuild (self->xml, error);

  return database && take_database (self->store, database, error);
}

static gboolean
recover (MwCatalogue *self, GError **error)
{
  if (error && !g_error_matches (*error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT))
    return FALSE;

  g_clear_error (error);

  return rebuild (self, error);
}

/* Returns: whether the catalogue at @xml, or what is stored of it, could be loaded */
static gboolean
load (MwCatalogue *self, GCancellable *cancellable, GError **error)
{
  const char *folder = self->installation ? mw_catalogue_installation_get_folder (self->installation) : NULL;
  MwCatalogueNotice notice;
  g_autoptr (MwDatabase) database = mw_catalogue_cache_open (self->xml, self->path, folder, self->problems, &self->progress,
                                                             &notice, cancellable, error);
  gboolean loaded = database && take_database (self->store, database, error);

  if (database && !loaded && recover (self, error))
    {
      notice = MW_CATALOGUE_NOTICE_REBUILT;
      loaded = TRUE;
    }
  self->leave_stored = notice == MW_CATALOGUE_NOTICE_NEWER;
  if (notice != MW_CATALOGUE_NOTICE_NONE)
    self->notice = notice;

  return loaded;
}

/* An imported catalogue that is damaged, with nothing stored: the program's own is there all the same. */
static gboolean
load_shipped (MwCatalogue *self, GCancellable *cancellable, GError **error)
{
  GFile *shipped = self->installation ? mw_catalogue_installation_get_shipped (self->installation) : NULL;

  if (!shipped || g_file_equal (shipped, self->xml) || !error || (*error)->domain != MW_CATALOGUE_ERROR)
    return FALSE;

  g_clear_error (error);
  g_set_object (&self->xml, shipped);
  g_ptr_array_set_size (self->problems, 0);
  if (!load (self, cancellable, error))
    return FALSE;
  self->notice = MW_CATALOGUE_NOTICE_OWN_LOST;

  return TRUE;
}

static void
load_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  g_autoptr (GError) error = NULL;

  if (self->installation)
    {
      g_clear_object (&self->xml);
      self->xml = mw_catalogue_installation_find (self->installation, &self->notice);
    }
  if (load (self, cancellable, &error) || load_shipped (self, cancellable, &error))
    {
      mw_catalogue_read_headers (self, &self->header, &self->previous);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Returns: whether the text could be looked for; @found (out) is %NULL when there is no text */
static gboolean
search (MwCatalogue *self, const MwQuery *query, MwFound **found, GError **error)
{
  GError *local = NULL;

  if ((mw_search_index_run (self->store->index, query->text, found, &local)
       || (recover (self, &local) && mw_search_index_run (self->store->index, query->text, found, &local)))
      && mw_organisation_store_search (self->store->organisation, query->text, found, &local))
    return TRUE;

  g_propagate_error (error, local);

  return FALSE;
}

static void
set_not_loaded (GError **error)
{
  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND, "No catalogue is loaded");
}

static void
query_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  const MwQuery *query = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwFound) found = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (!self->store->entries)
    set_not_loaded (&error);
  else if (search (self, query, &found, &error))
    {
      MwQueryResult *result = mw_query_run (query, self->store->entries, found);

      result->missing = g_ptr_array_ref (mw_organisation_store_get_missing (self->store->organisation));
      g_task_return_pointer (task, result, (GDestroyNotify) mw_query_result_unref);
      return;
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

static MwIntervention *
get_former (MwCatalogue *self, const char *id, GError **error)
{
  if (!self->installation || !g_error_matches (*error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND))
    return NULL;

  g_clear_error (error);

  return mw_catalogue_former_find (mw_catalogue_installation_get_folder (self->installation), id, error);
}

static void
get_intervention_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  GError *error = NULL;
  MwIntervention *intervention = mw_organisation_store_load (self->store->organisation, task_data);

  if (!intervention && !self->store->database)
    set_not_loaded (&error);
  else if (!intervention)
    {
      intervention = mw_catalogue_store_load (self->store->database, task_data, &error);
      if (!intervention && recover (self, &error))
        intervention = mw_catalogue_store_load (self->store->database, task_data, &error);
    }
  if (!intervention)
    intervention = get_former (self, task_data, &error);

  if (intervention)
    g_task_return_pointer (task, intervention, (GDestroyNotify) mw_intervention_unref);
  else
    g_task_return_error (task, error);
}

static void
set_organisation_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;

  mw_organisation_store_set (self->store->organisation, task_data);
  add_organisation (self->store);
  g_task_return_boolean (task, TRUE);
}

static void
mw_catalogue_dispose (GObject *object)
{
  MwCatalogue *self = MW_CATALOGUE (object);

  if (self->store)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
      Store **store = g_new (Store *, 1);

      *store = g_steal_pointer (&self->store);
      g_task_set_task_data (task, store, g_free);
      mw_worker_push (self->worker, task, close_in_worker);
    }
  g_clear_object (&self->worker);
  g_clear_object (&self->xml);

  G_OBJECT_CLASS (mw_catalogue_parent_class)->dispose (object);
}

static void
mw_catalogue_finalize (GObject *object)
{
  MwCatalogue *self = MW_CATALOGUE (object);

  g_free (self->path);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->installation, mw_catalogue_installation_free);
  g_clear_pointer (&self->header, mw_catalogue_header_free);
  g_clear_pointer (&self->previous, mw_catalogue_header_free);

  G_OBJECT_CLASS (mw_catalogue_parent_class)->finalize (object);
}

static void
mw_catalogue_class_init (MwCatalogueClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_catalogue_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_catalogue_finalize;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_catalogue_init (MwCatalogue *self)
{
  self->worker = mw_worker_new ("catalogue");
  self->store = g_new0 (Store, 1);
  self->store->organisation = mw_organisation_store_new ();
  self->problems = mw_problem_list_new ();
}

MwCatalogue *
mw_catalogue_new (GFile *xml, const char *database)
{
  MwCatalogue *self = g_object_new (MW_TYPE_CATALOGUE, NULL);

  self->xml = g_object_ref (xml);
  self->path = g_strdup (database);

  return self;
}

MwCatalogue *
mw_catalogue_new_installed (GFile *shipped, const char *folder)
{
  MwCatalogue *self = g_object_new (MW_TYPE_CATALOGUE, NULL);

  self->installation = mw_catalogue_installation_new (shipped, folder);
  self->path = g_build_filename (folder, "catalogue.db", NULL);

  return self;
}

void
mw_catalogue_load_async (MwCatalogue *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  mw_worker_push (self->worker, task, load_in_worker);
}

gboolean
mw_catalogue_load_finish (MwCatalogue *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

double
mw_catalogue_get_progress (MwCatalogue *self)
{
  return g_atomic_int_get (&self->progress) / 1000.0;
}

MwCatalogueNotice
mw_catalogue_get_notice (MwCatalogue *self)
{
  return self->notice;
}

GPtrArray *
mw_catalogue_get_problems (MwCatalogue *self)
{
  return self->problems;
}

const MwCatalogueHeader *
mw_catalogue_get_header (MwCatalogue *self)
{
  return self->header;
}

const MwCatalogueHeader *
mw_catalogue_get_previous (MwCatalogue *self)
{
  return self->previous;
}

MwWorker *
mw_catalogue_get_worker (MwCatalogue *self)
{
  return self->worker;
}

MwCatalogueInstallation *
mw_catalogue_get_installation (MwCatalogue *self)
{
  return self->installation;
}

MwPermille *
mw_catalogue_peek_progress (MwCatalogue *self)
{
  return &self->progress;
}

MwDatabase *
mw_catalogue_peek_database (MwCatalogue *self)
{
  return self->store->database;
}

const char *
mw_catalogue_peek_path (MwCatalogue *self)
{
  return self->leave_stored ? NULL : self->path;
}

gboolean
mw_catalogue_replace (MwCatalogue *self, GFile *xml, MwDatabase *database, GError **error)
{
  if (!take_database (self->store, database, error))
    return FALSE;

  g_set_object (&self->xml, xml);

  return TRUE;
}

void
mw_catalogue_read_headers (MwCatalogue *self, MwCatalogueHeader **header, MwCatalogueHeader **previous)
{
  g_autoptr (GFile) file = self->installation ? mw_catalogue_installation_get_previous (self->installation) : NULL;

  g_clear_pointer (header, mw_catalogue_header_free);
  g_clear_pointer (previous, mw_catalogue_header_free);
  *header = self->store->database ? mw_catalogue_store_dup_header (self->store->database, NULL) : NULL;
  *previous = file ? mw_catalogue_header_read (file, NULL) : NULL;
}

void
mw_catalogue_tell_changed (MwCatalogue *self, MwCatalogueHeader *header, MwCatalogueHeader *previous)
{
  g_clear_pointer (&self->header, mw_catalogue_header_free);
  g_clear_pointer (&self->previous, mw_catalogue_header_free);
  self->header = header;
  self->previous = previous;
  self->notice = MW_CATALOGUE_NOTICE_NONE;
  g_ptr_array_set_size (self->problems, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_catalogue_set_organisation (MwCatalogue *self, MwOrganisation *organisation)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_task_data (task, mw_organisation_ref (organisation), (GDestroyNotify) mw_organisation_unref);
  mw_worker_push (self->worker, task, set_organisation_in_worker);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_catalogue_query_async (MwCatalogue *self,
                          const MwQuery *query,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, mw_query_copy (query), (GDestroyNotify) mw_query_free);
  mw_worker_push (self->worker, task, query_in_worker);
}

MwQueryResult *
mw_catalogue_query_finish (MwCatalogue *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
mw_catalogue_get_intervention_async (MwCatalogue *self,
                                     const char *id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (id), g_free);
  mw_worker_push (self->worker, task, get_intervention_in_worker);
}

MwIntervention *
mw_catalogue_get_intervention_finish (MwCatalogue *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
