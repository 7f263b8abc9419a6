/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-private.h"

#include "mw-catalogue-cache.h"
#include "mw-catalogue-former.h"
#include "mw-catalogue-store.h"
#include "mw-error.h"

/* A stored catalogue that proves damaged while it is read is replaced by one in memory. */
static gboolean
rebuild (MwCatalogue *self, GError **error)
{
  g_autoptr (MwDatabase) database = mw_catalogue_cache_rebuild (self->xml, error);

  return database && mw_catalogue_contents_take (self->contents, database, error);
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
  gboolean loaded = database && mw_catalogue_contents_take (self->contents, database, error);

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

void
mw_catalogue_load_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
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

  if ((mw_search_index_run (self->contents->index, query->text, found, &local)
       || (recover (self, &local) && mw_search_index_run (self->contents->index, query->text, found, &local)))
      && mw_organisation_store_search (self->contents->organisation, query->text, found, &local))
    return TRUE;

  g_propagate_error (error, local);

  return FALSE;
}

static void
set_not_loaded (GError **error)
{
  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND, "No catalogue is loaded");
}

void
mw_catalogue_query_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  const MwQuery *query = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwFound) found = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (!self->contents->entries)
    set_not_loaded (&error);
  else if (search (self, query, &found, &error))
    {
      MwQueryResult *result = mw_query_run (query, self->contents->entries, found);

      result->missing = g_ptr_array_ref (mw_organisation_store_get_missing (self->contents->organisation));
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

void
mw_catalogue_intervention_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  GError *error = NULL;
  MwIntervention *intervention = mw_organisation_store_load (self->contents->organisation, task_data);

  if (!intervention && !self->contents->database)
    set_not_loaded (&error);
  else if (!intervention)
    {
      intervention = mw_catalogue_store_load (self->contents->database, task_data, &error);
      if (!intervention && recover (self, &error))
        intervention = mw_catalogue_store_load (self->contents->database, task_data, &error);
    }
  if (!intervention)
    intervention = get_former (self, task_data, &error);

  if (intervention)
    g_task_return_pointer (task, intervention, (GDestroyNotify) mw_intervention_unref);
  else
    g_task_return_error (task, error);
}

void
mw_catalogue_organisation_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;

  mw_catalogue_contents_set_organisation (self->contents, task_data);
  g_task_return_boolean (task, TRUE);
}
