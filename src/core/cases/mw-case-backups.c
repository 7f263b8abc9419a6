/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-backups.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-case-files.h"
#include "mw-error.h"

#define DAILY "cases"

void
mw_backup_free (MwBackup *self)
{
  if (!self)
    return;

  g_free (self->path);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) b, *(char *const *) a);
}

/* Returns: (transfer full) (element-type utf8): paths, the newest first; their names have the time */
static GPtrArray *
list_paths (const char *folder, const char *prefix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const MwBackup *one = *(MwBackup *const *) a;
  const MwBackup *other = *(MwBackup *const *) b;

  return one->time > other->time ? -1 : one->time < other->time;
}

/* The time in the name: a copy from which a case was taken out is as old as before. */
static gint64
get_time (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *day = strchr (name, 'T');
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *stamp = NULL;

  if (!day || day - name < 10 || strlen (day) < 7)
    return 0;

  stamp = g_strdup_printf ("%.10sT%.2s:%.2s:%.2s", day - 10, day + 1, day + 3, day + 5);
  time = g_date_time_new_from_iso8601 (stamp, here);
  return time ? g_date_time_to_unix (time) : 0;
}

GPtrArray *
mw_case_backups_list (const char *folder)
{
  g_autoptr (GPtrArray) paths = list_paths (folder, DAILY "-");
  g_autoptr (GPtrArray) older = list_paths (folder, "version-");
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_backup_free);

  g_ptr_array_extend_and_steal (paths, g_steal_pointer (&older));
  for (guint i = 0; i < paths->len; i++)
    {
      MwBackup *backup = g_new0 (MwBackup, 1);

      backup->path = g_strdup (g_ptr_array_index (paths, i));
      backup->time = get_time (backup->path);
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_times);
  return backups;
}

static gboolean
has_todays (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *prefix = g_date_time_format (now, DAILY "-%Y-%m-%dT");
  g_autoptr (GPtrArray) paths = list_paths (folder, prefix);

  return paths->len > 0;
}

static gboolean
make (MwCaseStore *store, const char *folder, char **path, GError **error)
{
  g_autofree char *aside = g_build_filename (folder, ".new.db", NULL);

  if (!mw_case_files_make_folder (folder, error))
    return FALSE;

  mw_case_files_remove (aside);
  if (!mw_case_store_back_up (store, aside, error))
    return FALSE;

  *path = mw_case_files_dup_free_name (folder, DAILY);
  if (mw_case_files_put_in_place (aside, *path, FALSE, error))
    return TRUE;

  g_clear_pointer (path, g_free);
  return FALSE;
}

gboolean
mw_case_backups_make_daily (MwCaseStore *store, const char *folder, gboolean *made, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  *made = FALSE;
  if (has_todays (folder))
    return TRUE;
  if (!make (store, folder, &path, error))
    return FALSE;

  *made = TRUE;
  paths = list_paths (folder, DAILY "-");
  for (guint i = MW_N_DAILY_BACKUPS; i < paths->len; i++)
    mw_case_files_remove (g_ptr_array_index (paths, i));
  return TRUE;
}

gboolean
mw_case_backups_make_in (MwCaseStore *store, const char *folder, char **path, GError **error)
{
  return make (store, folder, path, error);
}

static void
remove_case_from (MwCaseStore *store, const char *path, guint64 id)
{
  g_autoptr (MwCaseStore) copy = mw_case_store_open (path, FALSE, NULL, NULL);

  if (!copy || !mw_case_store_is_copy_of (copy, store))
    return;

  if (mw_case_store_unlock_like (copy, store, NULL) && !mw_case_store_is_damaged (copy))
    {
      g_autoptr (GError) error = NULL;

      if (mw_case_store_delete (copy, id, &error) || g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND))
        return;
    }
  g_clear_pointer (&copy, mw_case_store_free);
  mw_case_files_remove (path);
}

void
mw_case_backups_remove_case (MwCaseStore *store, const char *folder, guint64 id)
{
  g_autoptr (GPtrArray) paths = list_paths (folder, "");

  for (guint i = 0; i < paths->len; i++)
    remove_case_from (store, g_ptr_array_index (paths, i), id);
}

gboolean
mw_case_backups_restore (const char *backup, const char *path, const char *folder, char **kept, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".restored", NULL);
  g_autoptr (MwDatabase) database = mw_database_open (backup, MW_DATABASE_READ_ONLY, error);

  *kept = NULL;
  mw_case_files_remove (aside);
  if (!database || !mw_database_back_up (database, aside, error))
    return FALSE;

  return mw_case_files_set_aside (path, folder, kept, error) && mw_case_files_put_in_place (aside, path, TRUE, error);
}

/* Folders that such services make, and files that they leave in the folder they watch. */
static const struct
{
  const char *service;
  const char *name;
  const char *mark;
} services[] = {
  { "Dropbox", "Dropbox", ".dropbox" },           { "OneDrive", "OneDrive", NULL },
  { "Nextcloud", "Nextcloud", ".sync.ffs_db" },   { "ownCloud", "ownCloud", ".owncloudsync.log" },
  { "Google Drive", "Google Drive", NULL },       { "iCloud", "iCloud Drive", NULL },
  { "Syncthing", "Sync", ".stfolder" },           { "pCloud", "pCloudDrive", NULL },
  { "STACK", "STACK", NULL },                     { "MEGA", "MEGA", ".megasync" },
};

static const char *
get_service_of (const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);

  for (guint s = 0; s < G_N_ELEMENTS (services); s++)
    {
      g_autofree char *mark = services[s].mark ? g_build_filename (folder, services[s].mark, NULL) : NULL;

      if ((g_str_has_prefix (name, services[s].name)
           && !g_ascii_isalnum (name[strlen (services[s].name)]))
          || (mark && g_file_test (mark, G_FILE_TEST_EXISTS)))
        return services[s].service;
    }
  return NULL;
}

const char *
mw_case_backups_get_sync_service (const char *folder)
{
  g_autofree char *present = g_canonicalize_filename (folder, NULL);

  for (;;)
    {
      const char *service = get_service_of (present);
      char *parent = g_path_get_dirname (present);

      if (service || g_str_equal (parent, present))
        {
          g_free (parent);
          return service;
        }
      g_free (present);
      present = parent;
    }
}
