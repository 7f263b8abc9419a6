/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>

#include "database-fixture.h"
#include "failing-calls.h"
#include "mw-database-private.h"

/* What the system refuses, and what other programs do in between. */

#define APPLICATION_ID 1836015973

static const MwMigration migrations[] = {
  { "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL); INSERT INTO note (text) VALUES ('one');" },
  { "UPDATE note SET text = text || ' two'" },
};

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  static const int refusing[] = { EACCES, EROFS };

  g_object_unref (open_database (fixture->path, MW_DATABASE_CREATE | MW_DATABASE_PRECIOUS));
  for (guint i = 0; i < G_N_ELEMENTS (refusing); i++)
    {
      failing_calls_arm (CALL_ACCESS, refusing[i], 1);
      assert_open_fails (fixture->path, MW_DATABASE_PRECIOUS, MW_STORAGE_ERROR_READ_ONLY);
      /* Who only reads needs no journal. */
      g_object_unref (open_database (fixture->path, MW_DATABASE_PRECIOUS | MW_DATABASE_READ_ONLY));
    }
  /* What says nothing of the folder is left to SQLite. */
  failing_calls_arm (CALL_ACCESS, ELOOP, 1);
  g_object_unref (open_database (fixture->path, MW_DATABASE_PRECIOUS));
  failing_calls_disarm ();
}

static int
open_to_read_only (const char *path, int flags, int mode)
{
  if (flags & (O_RDWR | O_WRONLY))
    {
      errno = EACCES;
      return -1;
    }
  return open (path, flags, mode);
}

/* SQLite would go on, reading. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_syscall_ptr before = vfs->xGetSystemCall (vfs, "open");

  g_object_unref (open_database (fixture->path, MW_DATABASE_CREATE));
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "open", (sqlite3_syscall_ptr) open_to_read_only), ==, SQLITE_OK);
  assert_open_fails (fixture->path, MW_DATABASE_DEFAULT, MW_STORAGE_ERROR_READ_ONLY);
  assert_open_fails (fixture->path, MW_DATABASE_CREATE | MW_DATABASE_PRECIOUS, MW_STORAGE_ERROR_READ_ONLY);
  g_object_unref (open_database (fixture->path, MW_DATABASE_READ_ONLY));
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "open", before), ==, SQLITE_OK);
}

/* Of a file that is there already the mode is its owner's affair. */
static void
test_made_private_once (Fixture *fixture, gconstpointer data)
{
  GStatBuf about;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_chmod (fixture->path, 0640);
  g_object_unref (open_database (fixture->path, MW_DATABASE_CREATE | MW_DATABASE_PRECIOUS));
  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0640);
}

/* As the statement that takes the lock begins, another program has it, and is done before. */
static int
migrate_before (unsigned int kind, void *path, void *statement, void *text)
{
  static gboolean done;

  if (!done && g_str_equal (text, "BEGIN IMMEDIATE"))
    {
      g_autoptr (MwDatabase) other = open_database (path, MW_DATABASE_DEFAULT);

      done = TRUE;
      g_assert_true (mw_database_migrate (other, APPLICATION_ID, migrations, G_N_ELEMENTS (migrations), NULL));
    }
  return 0;
}

static void
test_migrated_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;

  sqlite3_trace_v2 (database->handle, SQLITE_TRACE_STMT, migrate_before, fixture->path);
  mw_database_migrate (database, APPLICATION_ID, migrations, G_N_ELEMENTS (migrations), &error);
  g_assert_no_error (error);
  assert_text (database, "SELECT group_concat(text) FROM note", "one two");
  assert_text (database, "PRAGMA user_version", "2");
}

static void
test_no_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = open_database (":memory:", MW_DATABASE_DEFAULT);
  g_autoptr (GError) error = NULL;
  gint64 number = 7;

  g_assert_false (mw_database_read_int64 (database, "SELECT 1 WHERE 0", &number, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL);
  g_assert_cmpint (number, ==, 7);
  mw_transaction_free (NULL);
}

/* While another program writes nothing can be copied. */
static void
test_back_up_of_a_busy_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);
  g_autoptr (MwDatabase) other = open_database (fixture->path, MW_DATABASE_DEFAULT);
  g_autoptr (GError) error = NULL;

  exec (other, "BEGIN EXCLUSIVE");
  g_assert_false (mw_database_back_up (database, copy, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  exec (other, "ROLLBACK");
  g_clear_error (&error);
  g_assert_true (mw_database_back_up (database, copy, &error));
  g_assert_false (mw_database_back_up (database, copy, &error)); /* nothing is written over */
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN);
  g_unlink (copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/database-faults/folder", test_folder);
  ADD ("/database-faults/file", test_file);
  ADD ("/database-faults/made-private-once", test_made_private_once);
  ADD ("/database-faults/migrated-meanwhile", test_migrated_meanwhile);
  ADD ("/database-faults/no-number", test_no_number);
  ADD ("/database-faults/back-up-of-a-busy-file", test_back_up_of_a_busy_file);

  return g_test_run ();
}
