/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-cache.h"

#include <glib/gstdio.h>

#include "mw-catalogue-former.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-store.h"
#include "mw-error.h"

/* Returns: (transfer full) (nullable): the stored catalogue */
static MwDatabase *
open_stored (const char *path, GError **error)
{
  g_autoptr (MwDatabase) database = mw_database_open (path, MW_DATABASE_READ_ONLY, error);

  if (!database || !mw_catalogue_store_check (database, error))
    return NULL;

  return g_steal_pointer (&database);
}

static MwCatalogueNotice
get_notice_of_storage_error (const GError *error)
{
  return g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL) ? MW_CATALOGUE_NOTICE_FULL
                                                                          : MW_CATALOGUE_NOTICE_UNWRITABLE;
}

/* What goes into one import. */
typedef struct
{
  GFile *xml;
  const char *fingerprint;
  const char *path;
  const char *keep;   /* (nullable) */
  MwDatabase *stored; /* (nullable) */
  GPtrArray *problems;
  MwPermille *progress;
  GCancellable *cancellable;
} Import;

/* What leaves the catalogue is kept before the new one takes its place, or a kill in between would lose it. */
static gboolean
keep_former (const Import *import, const char *aside, GError **error)
{
  g_autoptr (MwDatabase) next = NULL;

  if (!import->keep || !import->stored)
    return TRUE;

  next = mw_database_open (aside, MW_DATABASE_READ_ONLY, error);

  return next && mw_catalogue_former_keep (import->keep, import->stored, next, error);
}

static MwDatabase *
import_file (const Import *import, GError **error)
{
  g_autofree char *aside
    = mw_catalogue_import_aside (import->xml, import->fingerprint, import->path, import->problems, import->progress,
                                 import->cancellable, error);

  if (!aside)
    return NULL;
  if (!keep_former (import, aside, error))
    {
      g_unlink (aside);
      return NULL;
    }

  return mw_catalogue_import_put (aside, import->path, error);
}

/* A folder that cannot be written costs a later start its speed, no more. */
static MwDatabase *
import (const Import *import, gboolean in_memory, MwCatalogueNotice *notice, GError **error)
{
  g_autoptr (GError) local = NULL;
  MwDatabase *database = in_memory ? NULL : import_file (import, &local);

  if (database)
    return database;
  if (local && local->domain != MW_STORAGE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (local)
    *notice = get_notice_of_storage_error (local);

  return mw_catalogue_import (import->xml, import->fingerprint, ":memory:", import->problems, import->progress,
                              import->cancellable, error);
}

static MwDatabase *
keep (MwDatabase *stored, GError *failure, MwCatalogueNotice *notice, GError **error)
{
  if (stored && failure->domain == MW_CATALOGUE_ERROR)
    {
      *notice = g_error_matches (failure, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID)
                  ? MW_CATALOGUE_NOTICE_KEPT_INVALID
                  : MW_CATALOGUE_NOTICE_KEPT_UNREADABLE;
      return g_object_ref (stored);
    }
  g_propagate_error (error, g_error_copy (failure));

  return NULL;
}

MwDatabase *
mw_catalogue_cache_open (GFile *xml,
                         const char *path,
                         const char *keep_folder,
                         GPtrArray *problems,
                         MwPermille *progress,
                         MwCatalogueNotice *notice,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) stored_failure = NULL;
  g_autoptr (MwDatabase) stored = NULL;
  g_autoptr (MwDatabase) made = NULL;
  g_autofree char *fingerprint = mw_catalogue_dup_fingerprint (xml, &failure);
  g_autofree char *stored_fingerprint = NULL;
  gboolean newer;

  *notice = MW_CATALOGUE_NOTICE_NONE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    stored = open_stored (path, &stored_failure);
  if (stored)
    stored_fingerprint = mw_catalogue_store_dup_fingerprint (stored, &stored_failure);
  if (stored && stored_failure)
    g_clear_object (&stored);
  if (stored && fingerprint && g_strcmp0 (fingerprint, stored_fingerprint) == 0)
    return g_steal_pointer (&stored);
  if (!fingerprint)
    {
      g_ptr_array_add (problems, mw_problem_new (MW_PROBLEM_UNREADABLE, 0, NULL, NULL, NULL, NULL, failure->message));
      return keep (stored, failure, notice, error);
    }

  newer = g_error_matches (stored_failure, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER);
  if (stored_failure && !g_error_matches (stored_failure, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OLDER))
    *notice = newer ? MW_CATALOGUE_NOTICE_NEWER : MW_CATALOGUE_NOTICE_REBUILT;
  made = import (&(Import){ xml, fingerprint, path, keep_folder, stored, problems, progress, cancellable }, newer, notice, &failure);

  return made ? g_steal_pointer (&made) : keep (stored, failure, notice, error);
}

MwDatabase *
mw_catalogue_cache_rebuild (GFile *xml, GError **error)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *fingerprint = mw_catalogue_dup_fingerprint (xml, error);

  return fingerprint ? mw_catalogue_import (xml, fingerprint, ":memory:", problems, NULL, NULL, error) : NULL;
}
