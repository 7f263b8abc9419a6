/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mw-statement.h"

#define BUSY_TIMEOUT_MS 2000

G_DEFINE_FINAL_TYPE (MwDatabase, mw_database, G_TYPE_OBJECT)

static const char safe_pragmas[] = "PRAGMA temp_store=MEMORY;"
                                   "PRAGMA foreign_keys=ON;"
                                   "PRAGMA trusted_schema=OFF;"
                                   "PRAGMA cell_size_check=ON;";

static const char scratch_pragmas[] = "PRAGMA journal_mode=OFF;"
                                      "PRAGMA synchronous=OFF;";

/* EXTRA also syncs the folder after the journal is gone. A journal that is kept open is emptied after each transaction. */
static const char precious_pragmas[] = "PRAGMA locking_mode=EXCLUSIVE;"
                                       "PRAGMA journal_mode=DELETE;"
                                       "PRAGMA synchronous=EXTRA;"
                                       "PRAGMA journal_size_limit=0;"
                                       "PRAGMA secure_delete=ON;";

static int
open_flags (MwDatabaseFlags flags)
{
  if (flags & MW_DATABASE_READ_ONLY)
    return SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READONLY;

  return SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE
         | (flags & MW_DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0);
}

/* SQLite would make the file readable for others; its journal gets the same mode. */
static void
make_private (const char *path)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
}

/* A file that may be written in a folder that may not: SQLite would find out with the first journal. */
static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, W_OK) == 0 || (errno != EACCES && errno != EROFS))
    return TRUE;

  g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY, "The folder may not be written");
  return FALSE;
}

static gboolean
configure (MwDatabase *self, MwDatabaseFlags flags, GError **error)
{
  gint64 n_objects;
  int result;

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  if (!mw_database_exec (self, safe_pragmas, error))
    return FALSE;

  /* Before defensive mode, which forbids to do without a journal. */
  if ((flags & MW_DATABASE_SCRATCH) && !mw_database_exec (self, scratch_pragmas, error))
    return FALSE;

  if ((flags & MW_DATABASE_PRECIOUS) && !mw_database_exec (self, precious_pragmas, error))
    return FALSE;

  result = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  g_assert (result == SQLITE_OK);

  /* SQLite reads nothing until it must: this makes a damaged file fail here. */
  if (!mw_database_read_int64 (self, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  /* SQLite falls back to reading when it may not write. */
  if (!(flags & MW_DATABASE_READ_ONLY) && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY, "The file may not be written");
      return FALSE;
    }

  /* Takes the lock, and writes back what a program that was killed left half done. */
  if ((flags & MW_DATABASE_PRECIOUS) && !(flags & MW_DATABASE_READ_ONLY))
    return mw_database_exec (self, "BEGIN EXCLUSIVE; COMMIT;", error);

  return TRUE;
}

/* A disk quota is reported as a failed write. */
static gboolean
is_out_of_space (int result, int system_error)
{
  return (result == SQLITE_IOERR_WRITE || result == SQLITE_IOERR_FSYNC)
         && (system_error == ENOSPC || system_error == EDQUOT);
}

static void
mw_database_finalize (GObject *object)
{
  MwDatabase *self = MW_DATABASE (object);
  int result;

  mw_database_assert_owner (self);

  /* Statements hold a reference: none can be left. */
  result = sqlite3_close (self->handle);
  g_assert (result == SQLITE_OK);

  G_OBJECT_CLASS (mw_database_parent_class)->finalize (object);
}

static void
mw_database_class_init (MwDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mw_database_finalize;
}

static void
mw_database_init (MwDatabase *self)
{
  self->owner = g_thread_self ();
}

void
mw_database_assert_owner (MwDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
}

MwStorageError
mw_database_code_from_result (int result, int system_error)
{
  if (result == SQLITE_IOERR_NOMEM)
    return MW_STORAGE_ERROR_NO_MEMORY;
  if (result == SQLITE_READONLY_DBMOVED)
    return MW_STORAGE_ERROR_MOVED;
  if (is_out_of_space (result, system_error))
    return MW_STORAGE_ERROR_FULL;

  switch (result & 0xff)
    {
    case SQLITE_CANTOPEN:
      return MW_STORAGE_ERROR_OPEN;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MW_STORAGE_ERROR_CORRUPT;
    case SQLITE_FULL:
      return MW_STORAGE_ERROR_FULL;
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return MW_STORAGE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return MW_STORAGE_ERROR_BUSY;
    case SQLITE_IOERR:
      return MW_STORAGE_ERROR_IO;
    case SQLITE_NOMEM:
      return MW_STORAGE_ERROR_NO_MEMORY;
    case SQLITE_CONSTRAINT:
      return MW_STORAGE_ERROR_CONSTRAINT;
    default:
      return MW_STORAGE_ERROR_SQL;
    }
}

void
mw_database_set_error (MwDatabase *self, int result, GError **error)
{
  MwStorageError code = mw_database_code_from_result (result, sqlite3_system_errno (self->handle));

  g_set_error (error, MW_STORAGE_ERROR, (int) code, "%s (%d)", sqlite3_errmsg (self->handle), result);
}

MwDatabase *
mw_database_open (const char *path, MwDatabaseFlags flags, GError **error)
{
  g_autoptr (MwDatabase) self = NULL;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  if ((flags & MW_DATABASE_PRECIOUS) && !(flags & MW_DATABASE_READ_ONLY) && !check_folder (path, error))
    return NULL;

  self = g_object_new (MW_TYPE_DATABASE, NULL);
  if ((flags & MW_DATABASE_CREATE) && (flags & MW_DATABASE_PRECIOUS))
    make_private (path);
  result = sqlite3_open_v2 (path, &self->handle, open_flags (flags), NULL);
  if (result != SQLITE_OK)
    {
      mw_database_set_error (self, result, error);
      return NULL;
    }

  return configure (self, flags, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
mw_database_exec (MwDatabase *self, const char *sql, GError **error)
{
  int result;

  g_return_val_if_fail (MW_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);
  mw_database_assert_owner (self);

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  mw_database_set_error (self, result, error);
  return FALSE;
}

gboolean
mw_database_read_int64 (MwDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (self, sql, error);

  if (statement == NULL)
    return FALSE;

  switch (mw_statement_step (statement, error))
    {
    case MW_STEP_ROW:
      *value = mw_statement_column_int64 (statement, 0);
      return TRUE;
    case MW_STEP_DONE:
      g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL, "No row: %s", sql);
      return FALSE;
    case MW_STEP_ERROR:
    default:
      return FALSE;
    }
}

gboolean
mw_database_check (MwDatabase *self, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (self, "PRAGMA integrity_check(1)", error);
  const char *verdict;

  if (statement == NULL || mw_statement_step (statement, error) == MW_STEP_ERROR)
    return FALSE;

  verdict = mw_statement_column_text (statement, 0);
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT, "Integrity check: %s", verdict);
  return FALSE;
}

gboolean
mw_database_has_moved (MwDatabase *self)
{
  int moved = 0;

  g_return_val_if_fail (MW_IS_DATABASE (self), FALSE);
  mw_database_assert_owner (self);

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

/* A journal that is left behind would be applied to the next file of that name. */
static void
remove_with_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (journal);
  g_unlink (path);
}

gboolean
mw_database_back_up (MwDatabase *self, const char *path, GError **error)
{
  g_autoptr (MwDatabase) copy = NULL;
  sqlite3_backup *backup;
  int step = SQLITE_ERROR;
  int result;

  g_return_val_if_fail (MW_IS_DATABASE (self), FALSE);
  mw_database_assert_owner (self);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN, "The backup's file is there already");
      return FALSE;
    }
  copy = mw_database_open (path, MW_DATABASE_CREATE | MW_DATABASE_PRECIOUS, error);
  if (copy == NULL)
    {
      remove_with_journal (path);
      return FALSE;
    }

  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup != NULL)
    step = sqlite3_backup_step (backup, -1);
  result = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_extended_errcode (copy->handle);
  if (result == SQLITE_OK && step == SQLITE_DONE)
    return TRUE;

  /* A file that was busy is no failure to sqlite3_backup_finish(), but nothing was copied. */
  mw_database_set_error (copy, result != SQLITE_OK ? result : step, error);
  g_clear_object (&copy);
  remove_with_journal (path);
  return FALSE;
}

gint64
mw_database_get_last_rowid (MwDatabase *self)
{
  g_return_val_if_fail (MW_IS_DATABASE (self), 0);
  mw_database_assert_owner (self);

  return sqlite3_last_insert_rowid (self->handle);
}
