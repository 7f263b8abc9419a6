/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "database-fixture.h"
#include "mw-database-private.h"

static const struct
{
  int result;
  int system_error;
  MwStorageError code;
} codes[] = {
  { SQLITE_CANTOPEN, ENOENT, MW_STORAGE_ERROR_OPEN },
  { SQLITE_CANTOPEN_ISDIR, EISDIR, MW_STORAGE_ERROR_OPEN },
  { SQLITE_CORRUPT, 0, MW_STORAGE_ERROR_CORRUPT },
  { SQLITE_CORRUPT_VTAB, 0, MW_STORAGE_ERROR_CORRUPT },
  { SQLITE_NOTADB, 0, MW_STORAGE_ERROR_CORRUPT },
  { SQLITE_FULL, 0, MW_STORAGE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, EDQUOT, MW_STORAGE_ERROR_FULL },
  { SQLITE_IOERR_FSYNC, ENOSPC, MW_STORAGE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, EIO, MW_STORAGE_ERROR_IO },
  { SQLITE_IOERR_READ, ENOSPC, MW_STORAGE_ERROR_IO },
  { SQLITE_IOERR, 0, MW_STORAGE_ERROR_IO },
  { SQLITE_IOERR_NOMEM, 0, MW_STORAGE_ERROR_NO_MEMORY },
  { SQLITE_NOMEM, 0, MW_STORAGE_ERROR_NO_MEMORY },
  { SQLITE_READONLY, 0, MW_STORAGE_ERROR_READ_ONLY },
  { SQLITE_READONLY_DIRECTORY, EACCES, MW_STORAGE_ERROR_READ_ONLY },
  { SQLITE_READONLY_DBMOVED, 0, MW_STORAGE_ERROR_MOVED },
  { SQLITE_PERM, 0, MW_STORAGE_ERROR_READ_ONLY },
  { SQLITE_BUSY, 0, MW_STORAGE_ERROR_BUSY },
  { SQLITE_BUSY_RECOVERY, 0, MW_STORAGE_ERROR_BUSY },
  { SQLITE_LOCKED_SHAREDCACHE, 0, MW_STORAGE_ERROR_BUSY },
  { SQLITE_PROTOCOL, 0, MW_STORAGE_ERROR_BUSY },
  { SQLITE_CONSTRAINT_UNIQUE, 0, MW_STORAGE_ERROR_CONSTRAINT },
  { SQLITE_CONSTRAINT_FOREIGNKEY, 0, MW_STORAGE_ERROR_CONSTRAINT },
  { SQLITE_ERROR, ENOSPC, MW_STORAGE_ERROR_SQL },
  { SQLITE_MISUSE, 0, MW_STORAGE_ERROR_SQL },
};

static void
test_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (mw_database_code_from_result (codes[i].result, codes[i].system_error), ==, codes[i].code);
}

static void
make_file (Fixture *fixture)
{
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);

  exec (database, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL)");
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "test.db", NULL);

  assert_open_fails (fixture->path, MW_DATABASE_DEFAULT, MW_STORAGE_ERROR_OPEN);
  assert_open_fails (fixture->path, MW_DATABASE_READ_ONLY, MW_STORAGE_ERROR_OPEN);
  assert_open_fails (nowhere, MW_DATABASE_CREATE, MW_STORAGE_ERROR_OPEN);
  assert_open_fails (fixture->folder, MW_DATABASE_CREATE, MW_STORAGE_ERROR_OPEN);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
assert_damaged (Fixture *fixture, const char *contents, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  assert_open_fails (fixture->path, MW_DATABASE_CREATE, MW_STORAGE_ERROR_CORRUPT);
  assert_open_fails (fixture->path, MW_DATABASE_READ_ONLY, MW_STORAGE_ERROR_CORRUPT);
  assert_open_fails (fixture->path, MW_DATABASE_SCRATCH, MW_STORAGE_ERROR_CORRUPT);
}

static void
test_corrupt (Fixture *fixture, gconstpointer data)
{
  g_autofree char *noise = g_strnfill (10000, 'x');
  g_autofree char *file = NULL;
  char *sql;
  gsize length;

  assert_damaged (fixture, noise, 10000);
  assert_damaged (fixture, noise, 50);
  g_unlink (fixture->path);

  make_file (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &file, &length, NULL));
  assert_damaged (fixture, file, length / 2);
  /* A whole header over a schema that makes no sense. */
  sql = memmem (file, length, "CREATE TABLE", 12);
  g_assert_nonnull (sql);
  memcpy (sql, "CHEATE", 6);
  assert_damaged (fixture, file, length);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  make_file (fixture);

  {
    g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_READ_ONLY);

    assert_text (database, "SELECT count(*) FROM note", "0");
    assert_exec_fails (database, "INSERT INTO note (text) VALUES ('a')", MW_STORAGE_ERROR_READ_ONLY);
  }

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  {
    g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_DEFAULT);

    g_chmod (fixture->folder, 0500);
    assert_exec_fails (database, "INSERT INTO note (text) VALUES ('a')", MW_STORAGE_ERROR_READ_ONLY);
    assert_text (database, "SELECT count(*) FROM note", "0");
  }

  g_chmod (fixture->path, 0400);
  assert_open_fails (fixture->path, MW_DATABASE_DEFAULT, MW_STORAGE_ERROR_READ_ONLY);
  g_object_unref (open_database (fixture->path, MW_DATABASE_READ_ONLY));
  g_chmod (fixture->path, 0000);
  assert_open_fails (fixture->path, MW_DATABASE_READ_ONLY, MW_STORAGE_ERROR_OPEN);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) holder = NULL;
  g_autoptr (MwDatabase) other = NULL;
  gint64 start;

  make_file (fixture);
  holder = open_database (fixture->path, MW_DATABASE_DEFAULT);
  other = open_database (fixture->path, MW_DATABASE_DEFAULT);
  exec (holder, "BEGIN IMMEDIATE");

  start = g_get_monotonic_time ();
  assert_exec_fails (other, "INSERT INTO note (text) VALUES ('a')", MW_STORAGE_ERROR_BUSY);
  /* It did wait; for how long at most depends on the machine. */
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC);

  exec (holder, "ROLLBACK");
  exec (other, "INSERT INTO note (text) VALUES ('a')");
}

static void
test_constraint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = NULL;

  make_file (fixture);
  database = open_database (fixture->path, MW_DATABASE_DEFAULT);
  exec (database, "INSERT INTO note (text) VALUES ('a')");
  assert_exec_fails (database, "INSERT INTO note (text) VALUES ('a')", MW_STORAGE_ERROR_CONSTRAINT);
  assert_exec_fails (database, "INSERT INTO note (text) VALUES (NULL)", MW_STORAGE_ERROR_CONSTRAINT);
  assert_exec_fails (database, "INSERT INTO nowhere VALUES (1)", MW_STORAGE_ERROR_SQL);
}

/* SQLite itself ends the transaction when the disk is full: what was written before it is gone, the commit says so,
 * and freeing has nothing left to undo. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = NULL;
  g_autoptr (MwTransaction) transaction = NULL;

  make_file (fixture);
  database = open_database (fixture->path, MW_DATABASE_DEFAULT);
  exec (database, "PRAGMA max_page_count=6");

  transaction = mw_transaction_begin (database, &error);
  g_assert_no_error (error);
  exec (database, "INSERT INTO note (text) VALUES ('a')");
  assert_exec_fails (database, "INSERT INTO note (text) VALUES (hex(zeroblob(100000)))", MW_STORAGE_ERROR_FULL);
  g_assert_false (mw_transaction_commit (transaction, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL);
  g_clear_pointer (&transaction, mw_transaction_free);

  assert_text (database, "SELECT count(*) FROM note", "0");
  exec (database, "INSERT INTO note (text) VALUES ('b')");
}

/* In a process of its own: SQLite's limit cannot be taken back. */
static void
test_no_memory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  database = open_database (":memory:", MW_DATABASE_DEFAULT);
  exec (database, "PRAGMA hard_heap_limit=3000000");
  assert_exec_fails (database, "SELECT hex(zeroblob(5000000))", MW_STORAGE_ERROR_NO_MEMORY);
  assert_text (database, "SELECT 1", "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/database-errors/codes", test_codes);
  ADD ("/database-errors/open", test_open);
  ADD ("/database-errors/corrupt", test_corrupt);
  ADD ("/database-errors/read-only", test_read_only);
  ADD ("/database-errors/busy", test_busy);
  ADD ("/database-errors/constraint", test_constraint);
  ADD ("/database-errors/full", test_full);
  ADD ("/database-errors/no-memory", test_no_memory);

  return g_test_run ();
}
