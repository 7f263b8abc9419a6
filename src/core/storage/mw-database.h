/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MW_TYPE_DATABASE (mw_database_get_type ())
G_DECLARE_FINAL_TYPE (MwDatabase, mw_database, MW, DATABASE, GObject)

/* A SQLite connection. The thread that opened it owns it, and every function asserts that it is called there; the last
 * reference may be dropped on that thread only. Errors are in MW_STORAGE_ERROR. */

/**
 * MwDatabaseFlags:
 * @MW_DATABASE_CREATE: make the file when it is not there
 * @MW_DATABASE_READ_ONLY: never write
 * @MW_DATABASE_SCRATCH: no journal and no syncing: for a file that is built aside and thrown away when that fails
 * @MW_DATABASE_PRECIOUS: for what must never be lost: journal_mode=DELETE, synchronous=EXTRA, secure_delete=ON, made for
 *   its owner alone, and held against every other program (locking_mode=EXCLUSIVE, taken at once) for as long as it is open
 */
typedef enum
{
  MW_DATABASE_DEFAULT = 0,
  MW_DATABASE_CREATE = 1 << 0,
  MW_DATABASE_READ_ONLY = 1 << 1,
  MW_DATABASE_SCRATCH = 1 << 2,
  MW_DATABASE_PRECIOUS = 1 << 3,
} MwDatabaseFlags;

/**
 * MwMigration:
 * @sql: (nullable): statements that lead from the version before to this one
 *
 * A list of migrations is an array; the first leads from 0 to version 1.
 */
typedef struct
{
  const char *sql;
} MwMigration;

/**
 * mw_database_open:
 * @path: file name in the encoding of the file system, or ":memory:"
 *
 * Opens with temp_store=MEMORY, foreign_keys=ON, trusted_schema=OFF, cell_size_check=ON and in defensive mode.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error set
 */
MwDatabase *mw_database_open (const char *path, MwDatabaseFlags flags, GError **error);

/* Runs one or more statements that return no rows. */
gboolean mw_database_exec (MwDatabase *self, const char *sql, GError **error);

/**
 * mw_database_migrate:
 * @application_id: must be that of the file, unless the file is empty: else MW_STORAGE_ERROR_CORRUPT
 *
 * Leads the file to version @n_migrations, each migration in a transaction of its own together with its version.
 * A file of a higher version is left untouched: MW_STORAGE_ERROR_NEWER.
 */
gboolean mw_database_migrate (MwDatabase *self, gint32 application_id, const MwMigration *migrations,
                              guint n_migrations, GError **error);

/* Reads one number, such as that of a pragma. @value: (out) */
gboolean mw_database_read_int64 (MwDatabase *self, const char *sql, gint64 *value, GError **error);

/* Goes through the whole file: MW_STORAGE_ERROR_CORRUPT when SQLite finds anything wrong with it. */
gboolean mw_database_check (MwDatabase *self, GError **error);

/* Whether the file that was opened is no longer the one of that name. */
gboolean mw_database_has_moved (MwDatabase *self);

/**
 * mw_database_back_up:
 * @path: the file to write, made for its owner alone; it must not exist
 *
 * Copies the database through SQLite's backup interface, and syncs the copy. A copy that failed is deleted.
 */
gboolean mw_database_back_up (MwDatabase *self, const char *path, GError **error);

/* The rowid of the last row that this connection inserted. */
gint64 mw_database_get_last_rowid (MwDatabase *self);

G_END_DECLS
