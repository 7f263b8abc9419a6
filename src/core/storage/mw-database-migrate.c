/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-database-private.h"

/* The version of the file, which must be empty or ours. */
static gboolean
read_version (MwDatabase *self, gint32 application_id, gint64 *version, GError **error)
{
  /* One view of the file: another program may be migrating it. */
  g_autoptr (MwTransaction) transaction = mw_transaction_begin_with (self, "BEGIN", error);
  gint64 id, n_objects;
  gboolean empty;

  if (transaction == NULL || !mw_database_read_int64 (self, "SELECT count(*) FROM sqlite_schema", &n_objects, error)
      || !mw_database_read_int64 (self, "PRAGMA application_id", &id, error)
      || !mw_database_read_int64 (self, "PRAGMA user_version", version, error))
    return FALSE;

  empty = n_objects == 0 && id == 0 && *version == 0;
  if ((id == application_id && *version >= 0) || empty)
    return TRUE;

  g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT,
               "Not a file of this program: application id %" G_GINT64_FORMAT ", version %" G_GINT64_FORMAT, id,
               *version);
  return FALSE;
}

/* Applies the migration that leads on from @version, unless another program has just done that. */
static gboolean
apply_migration (MwDatabase *self, gint32 application_id, const MwMigration *migration, guint version, GError **error)
{
  g_autoptr (MwTransaction) transaction = mw_transaction_begin (self, error);
  g_autofree char *stamp = NULL;
  gint64 current;

  if (transaction == NULL || !mw_database_read_int64 (self, "PRAGMA user_version", &current, error))
    return FALSE;
  if (current != version)
    return TRUE;

  stamp = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%u;", application_id, version + 1);
  return (migration->sql == NULL || mw_database_exec (self, migration->sql, error))
         && mw_database_exec (self, stamp, error) && mw_transaction_commit (transaction, error);
}

gboolean
mw_database_migrate (MwDatabase *self,
                     gint32 application_id,
                     const MwMigration *migrations,
                     guint n_migrations,
                     GError **error)
{
  g_return_val_if_fail (MW_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (migrations != NULL || n_migrations == 0, FALSE);
  mw_database_assert_owner (self);

  for (;;)
    {
      gint64 version;

      if (!read_version (self, application_id, &version, error))
        return FALSE;
      if (version == n_migrations)
        return TRUE;
      if (version > n_migrations)
        {
          g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER,
                       "The file has version %" G_GINT64_FORMAT ", this program knows %u", version, n_migrations);
          return FALSE;
        }
      if (!apply_migration (self, application_id, &migrations[version], (guint) version, error))
        return FALSE;
    }
}
