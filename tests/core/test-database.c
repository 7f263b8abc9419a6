/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "database-fixture.h"

#define APPLICATION_ID 1234567

static const MwMigration migrations[] = {
  { "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE INDEX note_text ON note (text);" },
  { NULL },
  { "INSERT INTO note (text) VALUES ('three');" },
};

static void
migrate (MwDatabase *database, guint n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mw_database_migrate (database, APPLICATION_ID, migrations, n, &error));
  g_assert_no_error (error);
}

static void
assert_migrate_fails (MwDatabase *database, const MwMigration *list, guint n, MwStorageError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mw_database_migrate (database, APPLICATION_ID, list, n, &error));
  g_assert_error (error, MW_STORAGE_ERROR, (int) code);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);
  g_autoptr (MwDatabase) scratch = open_database (":memory:", MW_DATABASE_CREATE | MW_DATABASE_SCRATCH);

  assert_text (database, "PRAGMA temp_store", "2");
  assert_text (database, "PRAGMA foreign_keys", "1");
  assert_text (database, "PRAGMA trusted_schema", "0");
  assert_text (database, "PRAGMA cell_size_check", "1");
  assert_text (database, "PRAGMA busy_timeout", "2000");
  assert_text (database, "PRAGMA synchronous", "2");
  /* Defensive mode refuses to do without a journal. */
  assert_text (database, "PRAGMA journal_mode=OFF", "delete");

  assert_text (scratch, "PRAGMA journal_mode", "off");
  assert_text (scratch, "PRAGMA synchronous", "0");
  assert_exec_fails (scratch, "UPDATE sqlite_schema SET sql = ''", MW_STORAGE_ERROR_SQL);
}

static void
test_memory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = open_database (":memory:", MW_DATABASE_DEFAULT);

  migrate (database, 3);
  assert_text (database, "SELECT text FROM note", "three");
  g_assert_cmpint (mw_database_get_last_rowid (database), ==, 1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  for (guint n = 0; n <= 3; n++)
    {
      g_autoptr (MwDatabase) database = open_database (fixture->path, n == 0 ? MW_DATABASE_CREATE : 0);
      g_autofree char *version = g_strdup_printf ("%u", n);

      migrate (database, n);
      migrate (database, n);
      assert_text (database, "PRAGMA user_version", version);
      assert_text (database, "PRAGMA application_id", n == 0 ? "0" : G_STRINGIFY (APPLICATION_ID));
    }

  {
    const MwMigration more[] = { migrations[0], migrations[1], migrations[2], { NULL } };
    g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_READ_ONLY);

    migrate (database, 3);
    assert_migrate_fails (database, more, 4, MW_STORAGE_ERROR_READ_ONLY);
    assert_text (database, "SELECT group_concat(text) FROM note", "three");
  }
}

/* A migration that fails leaves the version before it, whole. */
static void
test_migrate_fails (Fixture *fixture, gconstpointer data)
{
  const MwMigration broken[] = { migrations[0], { "INSERT INTO note (text) VALUES ('half'); SELECT nonsense;" } };
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);

  assert_migrate_fails (database, broken, 2, MW_STORAGE_ERROR_SQL);
  assert_text (database, "PRAGMA user_version", "1");
  assert_text (database, "SELECT count(*) FROM note", "0");
  migrate (database, 3);
  assert_text (database, "PRAGMA user_version", "3");
}

static gpointer
migrate_elsewhere (gpointer path)
{
  g_autoptr (MwDatabase) database = open_database (path, MW_DATABASE_CREATE);

  migrate (database, 3);
  return NULL;
}

/* Two programs that start at once: each migration happens once. */
static void
test_migrate_race (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    {
      GThread *other = g_thread_new ("other", migrate_elsewhere, fixture->path);

      migrate_elsewhere (fixture->path);
      g_thread_join (other);

      {
        g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_DEFAULT);

        assert_text (database, "SELECT group_concat(text) FROM note", "three");
      }
      g_unlink (fixture->path);
    }
}

static void
assert_untouched (Fixture *fixture, guint n, MwStorageError code)
{
  g_autoptr (GBytes) before = read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;

  {
    g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);

    assert_migrate_fails (database, migrations, n, code);
  }

  after = read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  {
    g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);

    migrate (database, 3);
  }

  assert_untouched (fixture, 2, MW_STORAGE_ERROR_NEWER);
  assert_untouched (fixture, 0, MW_STORAGE_ERROR_NEWER);
}

static void
test_stranger (Fixture *fixture, gconstpointer data)
{
  static const char *const strangers[] = {
    "CREATE TABLE other (id)",
    "PRAGMA user_version=1",
    "PRAGMA application_id=7",
    "PRAGMA application_id=" G_STRINGIFY (APPLICATION_ID) "; PRAGMA user_version=-1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      {
        g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);

        exec (database, strangers[i]);
      }
      assert_untouched (fixture, 3, MW_STORAGE_ERROR_CORRUPT);
      g_unlink (fixture->path);
    }
}

static void
test_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);

  migrate (database, 1);

  for (int commit = 0; commit <= 1; commit++)
    {
      g_autoptr (MwTransaction) transaction = mw_transaction_begin (database, &error);

      g_assert_no_error (error);
      g_assert_null (mw_transaction_begin (database, &error));
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL);
      g_clear_error (&error);
      exec (database, "INSERT INTO note (text) VALUES ('one')");
      if (commit)
        g_assert_true (mw_transaction_commit (transaction, &error));
      g_clear_pointer (&transaction, mw_transaction_free);
      assert_text (database, "SELECT count(*) FROM note", commit ? "1" : "0");
    }
}

/* A commit that fails leaves the transaction open; freeing it undoes everything. */
static void
test_commit_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = open_database (fixture->path, MW_DATABASE_CREATE);
  g_autoptr (MwTransaction) transaction = NULL;

  migrate (database, 1);
  exec (database, "CREATE TABLE part (note REFERENCES note DEFERRABLE INITIALLY DEFERRED)");
  transaction = mw_transaction_begin (database, &error);
  exec (database, "INSERT INTO part VALUES (99)");
  g_assert_false (mw_transaction_commit (transaction, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (mw_transaction_commit (transaction, &error));
  g_clear_pointer (&transaction, mw_transaction_free);
  assert_text (database, "SELECT count(*) FROM part", "0");
}

static gpointer
use_elsewhere (gpointer database)
{
  mw_database_exec (database, "SELECT 1", NULL);
  return NULL;
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwDatabase) database = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*assertion failed*owner*");
      return;
    }

  database = open_database (":memory:", MW_DATABASE_DEFAULT);
  g_thread_join (g_thread_new ("other", use_elsewhere, database));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/database/settings", test_settings);
  ADD ("/database/memory", test_memory);
  ADD ("/database/migrate", test_migrate);
  ADD ("/database/migrate-fails", test_migrate_fails);
  ADD ("/database/migrate-race", test_migrate_race);
  ADD ("/database/newer", test_newer);
  ADD ("/database/stranger", test_stranger);
  ADD ("/database/transaction", test_transaction);
  ADD ("/database/commit-fails", test_commit_fails);
  ADD ("/database/owner", test_owner);

  return g_test_run ();
}
