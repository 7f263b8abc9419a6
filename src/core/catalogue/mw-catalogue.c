/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-private.h"

#include "mw-catalogue-problem.h"
#include "mw-catalogue-store.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCatalogue, mw_catalogue, G_TYPE_OBJECT)

/* The database goes on the thread that owns it. */
static void
close_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  mw_catalogue_contents_free (g_steal_pointer ((MwCatalogueContents **) task_data));
  g_task_return_boolean (task, TRUE);
}

static void
mw_catalogue_dispose (GObject *object)
{
  MwCatalogue *self = MW_CATALOGUE (object);

  if (self->contents)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
      MwCatalogueContents **contents = g_new (MwCatalogueContents *, 1);

      *contents = g_steal_pointer (&self->contents);
      g_task_set_task_data (task, contents, g_free);
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
  self->contents = mw_catalogue_contents_new ();
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

  mw_worker_push (self->worker, task, mw_catalogue_load_job);
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
  return self->contents->database;
}

const char *
mw_catalogue_peek_path (MwCatalogue *self)
{
  return self->leave_stored ? NULL : self->path;
}

gboolean
mw_catalogue_replace (MwCatalogue *self, GFile *xml, MwDatabase *database, GError **error)
{
  if (!mw_catalogue_contents_take (self->contents, database, error))
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
  *header = self->contents->database ? mw_catalogue_store_dup_header (self->contents->database, NULL) : NULL;
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
  mw_worker_push (self->worker, task, mw_catalogue_organisation_job);
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
  mw_worker_push (self->worker, task, mw_catalogue_query_job);
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
  mw_worker_push (self->worker, task, mw_catalogue_intervention_job);
}

MwIntervention *
mw_catalogue_get_intervention_finish (MwCatalogue *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
