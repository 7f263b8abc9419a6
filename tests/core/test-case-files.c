/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#include "case-fixture.h"
#include "failing-calls.h"
#include "failing-vfs.h"
#include "mw-case-backups.h"
#include "mw-case-files.h"

/* Case files as files, on a file system that refuses. */

static void
write_file (const char *path, const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, expected);
}

static void
assert_storage_error (GError **error, MwStorageError code)
{
  g_assert_error (*error, MW_STORAGE_ERROR, (int) code);
  g_clear_error (error);
}

static const struct
{
  int number;
  MwStorageError code;
} numbers[] = {
  { ENOSPC, MW_STORAGE_ERROR_FULL },      { EDQUOT, MW_STORAGE_ERROR_FULL },     { EACCES, MW_STORAGE_ERROR_READ_ONLY },
  { EPERM, MW_STORAGE_ERROR_READ_ONLY },  { EROFS, MW_STORAGE_ERROR_READ_ONLY }, { EIO, MW_STORAGE_ERROR_IO },
};

/* What stood there stays. */
static void
test_put_in_place (Cases *cases, gconstpointer data)
{
  g_autofree char *from = g_build_filename (cases->folder, "from", NULL);
  g_autoptr (GError) error = NULL;

  write_file (cases->path, "old");
  write_file (from, "new");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      failing_calls_arm (CALL_RENAME, numbers[i].number, 1);
      g_assert_false (mw_case_files_put_in_place (from, cases->path, TRUE, &error));
      assert_storage_error (&error, numbers[i].code);
    }
  failing_calls_disarm ();
  g_assert_false (mw_case_files_put_in_place (from, cases->path, FALSE, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_IO);
  assert_contents (cases->path, "old");

  /* It is there, but whether for good is not known. */
  failing_calls_arm (CALL_OPEN_FOLDER, EACCES, 1);
  g_assert_false (mw_case_files_put_in_place (from, cases->path, TRUE, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_READ_ONLY);
  assert_contents (cases->path, "new");
  write_file (from, "newer");
  failing_calls_arm (CALL_SYNC_FOLDER, EIO, 1);
  g_assert_false (mw_case_files_put_in_place (from, cases->path, TRUE, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_IO);

  /* A file system that cannot do it does without. */
  write_file (from, "newest");
  failing_calls_arm (CALL_SYNC_FOLDER, EINVAL, 1);
  g_assert_true (mw_case_files_put_in_place (from, cases->path, TRUE, &error));
  failing_calls_disarm ();
  assert_contents (cases->path, "newest");
}

static void
test_set_aside (Cases *cases, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (cases->path, "-journal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_journal = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  write_file (journal, "of a file that is gone");
  g_assert_true (mw_case_files_set_aside (cases->path, cases->backups, &kept, &error));
  g_assert_null (kept);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));

  write_file (cases->path, "cases");
  write_file (journal, "undoes");
  g_rmdir (cases->backups);
  failing_calls_arm (CALL_MKDIR, EROFS, 1);
  g_assert_false (mw_case_files_set_aside (cases->path, cases->backups, &kept, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_READ_ONLY);
  failing_calls_arm (CALL_RENAME, EIO, 1);
  g_assert_false (mw_case_files_set_aside (cases->path, cases->backups, &kept, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_IO);
  g_assert_null (kept);
  failing_calls_disarm ();
  assert_contents (cases->path, "cases");
  assert_contents (journal, "undoes");

  g_assert_true (mw_case_files_set_aside (cases->path, cases->backups, &kept, &error));
  assert_contents (kept, "cases");
  kept_journal = g_strconcat (kept, "-journal", NULL);
  assert_contents (kept_journal, "undoes");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));

  write_file (journal, ""); /* may be in use */
  g_assert_true (mw_case_files_set_aside (cases->path, cases->backups, &second, &error));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* FAT knows no second names. */
static void
test_set_aside_by_copying (Cases *cases, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  write_file (cases->path, "cases");
  failing_calls_arm (CALL_LINK, EPERM, 1);
  g_assert_true (mw_case_files_set_aside (cases->path, cases->backups, &kept, &error));
  failing_calls_disarm ();
  assert_contents (kept, "cases");
  write_file (cases->path, "another"); /* is another file */
  assert_contents (kept, "cases");
  g_clear_pointer (&kept, g_free);

  /* What cannot be copied either is a folder of that name. */
  g_unlink (cases->path);
  g_assert_cmpint (g_mkdir (cases->path, 0700), ==, 0);
  g_assert_false (mw_case_files_set_aside (cases->path, cases->backups, &kept, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == MW_STORAGE_ERROR);
  g_assert_null (kept);
}

/* No file may be larger from now on. Returns: what it was */
static rlim_t
limit_files (rlim_t length)
{
  struct rlimit limit;
  rlim_t before;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  before = limit.rlim_cur;
  limit.rlim_cur = length;
  setrlimit (RLIMIT_FSIZE, &limit);
  return before;
}

/* Neither a second name nor a copy: the file stays where it is. */
static void
test_set_aside_on_a_full_disk (Cases *cases, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gboolean set_aside;
  rlim_t before;

  write_file (cases->path, "cases");
  failing_calls_arm (CALL_LINK, EPERM, 1);
  before = limit_files (1);
  set_aside = mw_case_files_set_aside (cases->path, cases->backups, &kept, &error);
  limit_files (before);
  failing_calls_disarm ();
  g_assert_false (set_aside);
  g_assert_nonnull (error);
  g_assert_true (error->domain == MW_STORAGE_ERROR);
  g_assert_null (kept);
  assert_contents (cases->path, "cases");
}

/* It is the first reason that is said. */
static void
test_neither_written_nor_closed (Cases *cases, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  gboolean written;
  rlim_t before;

  write_file (cases->path, "old");
  failing_calls_arm (CALL_CLOSE, EIO, 1);
  before = limit_files (1);
  written = mw_case_files_write (cases->path, bytes, 0600, &error);
  limit_files (before);
  failing_calls_disarm ();
  g_assert_false (written);
  assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
  assert_contents (cases->path, "old");
}

static void
test_free_name (Cases *cases, gconstpointer data)
{
  g_autofree char *one = mw_case_files_dup_free_name (cases->folder, "cases");

  write_file (one, "");
  for (guint i = 0; i < 3; i++) /* within a second, and maybe in the next */
    {
      g_autofree char *other = mw_case_files_dup_free_name (cases->folder, "cases");

      g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
      write_file (other, "");
    }
}

static void
test_before_migration (Cases *cases, gconstpointer data)
{
  static const MwMigration two[] = { { NULL }, { "CREATE TABLE more (id INTEGER PRIMARY KEY)" } };
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "van voor de verandering");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store, mw_case_store_free);
  cases->options.migrations = two;
  cases->options.n_migrations = 2;
  g_assert_null (mw_case_store_open (cases->path, TRUE, &cases->options, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* Without a copy nothing is changed. */
  failing_calls_arm (CALL_MKDIR, ENOSPC, 1);
  g_assert_null (mw_case_store_open (cases->path, FALSE, &cases->options, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
  failing_calls_arm (CALL_RENAME, EIO, 1);
  g_assert_null (mw_case_store_open (cases->path, FALSE, &cases->options, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_IO);
  failing_calls_disarm ();
  cases->options.n_migrations = 1;
  store = open_store (cases);
  assert_reads (store, id, "van voor de verandering");

  /* Nobody asked for copies. */
  g_clear_pointer (&store, mw_case_store_free);
  cases->options.n_migrations = 2;
  cases->options.backups = NULL;
  store = open_store (cases);
  assert_reads (store, id, "van voor de verandering");
}

static void
assert_no_other_file (Cases *cases)
{
  g_autoptr (GDir) dir = g_dir_open (cases->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_assert_true (g_str_equal (name, "cases.db") || g_str_equal (name, "backups"));
}

/* What stood there stays until the new file is whole. */
static void
test_write (Cases *cases, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int number;
  } refusals[] = { { CALL_WRITE, ENOSPC }, { CALL_CLOSE, EDQUOT }, { CALL_RENAME, EFBIG } };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  write_file (cases->path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      failing_calls_arm (refusals[i].call, refusals[i].number, 1);
      g_assert_false (mw_case_files_write (cases->path, bytes, 0600, &error));
      failing_calls_disarm ();
      assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
      assert_contents (cases->path, "old");
      assert_no_other_file (cases);
    }

  /* An interruption is no failure. */
  failing_calls_arm (CALL_WRITE, EINTR, 1);
  g_assert_true (mw_case_files_write (cases->path, bytes, 0600, &error));
  failing_calls_disarm ();
  g_assert_no_error (error);
  assert_contents (cases->path, "new");
}

/* A file comes into being whole or not at all. */
static void
test_create (Cases *cases, gconstpointer data)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;

  failing_calls_arm (CALL_RENAME, ENOSPC, 1);
  g_assert_null (mw_case_store_create (cases->path, passphrase, &cases->options, &cases->recovery_key, &error));
  failing_calls_disarm ();
  assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
  g_assert_false (g_file_test (cases->path, G_FILE_TEST_EXISTS));
  assert_no_other_file (cases);
  mw_case_store_free (create_store (cases));
  g_assert_null (mw_case_store_create (cases->path, passphrase, &cases->options, &cases->recovery_key, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_IO);
  mw_case_store_free (open_store (cases));
}

/* The file is gone, and what is in memory finds no way back yet. */
static void
test_rescue (Cases *cases, gconstpointer data)
{
  static const FailingCall calls[] = { CALL_MKDIR, CALL_RENAME, CALL_OPEN_FOLDER, CALL_SYNC_FOLDER };
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "een");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_unlink (cases->path);
      failing_calls_arm (calls[i], ENOSPC, 1);
      g_assert_cmpuint (try_save (store, id, "twee", &error), ==, 0);
      failing_calls_disarm ();
      assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
      save (store, id, "twee");
      assert_reads (store, id, "twee");
    }

  /* The whole folder. */
  remove_folder (cases->folder);
  failing_calls_arm (CALL_MKDIR, EACCES, 1);
  g_assert_cmpuint (try_save (store, id, "drie", &error), ==, 0);
  failing_calls_disarm ();
  assert_storage_error (&error, MW_STORAGE_ERROR_READ_ONLY);
  save (store, id, "drie");
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  assert_reads (store, id, "drie");
}

/* A repair that does not come to its end leaves the damaged file, and can be begun again. */
static void
test_repair (Cases *cases, gconstpointer data)
{
  static const FailingCall calls[] = { CALL_MKDIR, CALL_RENAME, CALL_OPEN_FOLDER, CALL_SYNC_FOLDER };
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  guint64 id = save (store, 0, "een");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store, mw_case_store_free);
  change (cases, "DELETE FROM manifest WHERE part = 0");
  store = mw_case_store_open (cases->path, TRUE, &cases->options, &error);
  g_assert_false (mw_case_store_repair (store, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  g_assert_false (mw_case_store_repair (store, &error)); /* it was opened to be read */
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_pointer (&store, mw_case_store_free);

  store = open_store (cases);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      failing_calls_arm (calls[i], ENOSPC, 1);
      g_assert_false (mw_case_store_repair (store, &error));
      failing_calls_disarm ();
      assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
      assert_reads (store, id, "een");
    }
  g_assert_true (mw_case_store_repair (store, &error));
  g_assert_no_error (error);
  g_assert_false (mw_case_store_is_damaged (store));
  assert_reads (store, id, "een");
}

static void
test_backups (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autofree char *nowhere = g_build_filename (cases->folder, "nowhere.db", NULL);
  g_autofree char *elsewhere = g_build_filename (cases->folder, "elsewhere.db", NULL);
  g_autofree char *no_folder = g_build_filename (cases->folder, "no", "folder", NULL);
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made = TRUE;

  save (store, 0, "een");
  failing_calls_arm (CALL_RENAME, ENOSPC, 1);
  g_assert_false (mw_case_backups_make_in (store, cases->backups, &path, &error));
  g_assert_null (path);
  assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
  g_assert_false (mw_case_backups_make_daily (store, cases->backups, &made, &error));
  g_assert_false (made);
  assert_storage_error (&error, MW_STORAGE_ERROR_FULL);
  failing_calls_disarm ();
  g_assert_true (mw_case_backups_make_in (store, cases->backups, &path, &error));

  g_assert_false (mw_case_backups_restore (nowhere, elsewhere, cases->backups, &kept, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_OPEN);
  failing_calls_arm (CALL_MKDIR, EROFS, 1);
  g_assert_false (mw_case_backups_restore (path, elsewhere, no_folder, &kept, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_READ_ONLY);
  failing_calls_arm (CALL_RENAME, EIO, 1);
  g_assert_false (mw_case_backups_restore (path, elsewhere, cases->backups, &kept, &error));
  assert_storage_error (&error, MW_STORAGE_ERROR_IO);
  failing_calls_disarm ();
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
  g_assert_true (mw_case_backups_restore (path, elsewhere, cases->backups, &kept, &error));
  g_assert_true (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
}

/* A copy that cannot be changed goes whole: the client asked for it. That of another file is nobody's to touch. */
static void
test_remove_from_backups (Cases *cases, gconstpointer data)
{
  Cases others;
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwCaseStore) other = NULL;
  g_autofree char *of_another = g_build_filename (cases->backups, "cases-2026-01-01T000000.db", NULL);
  g_autofree char *damaged = NULL;
  g_autofree char *full = NULL;
  g_autoptr (GError) error = NULL;
  guint64 id = save (store, 0, "gaat weg");

  g_assert_true (mw_case_backups_make_in (store, cases->backups, &damaged, &error));
  cases_set_up (&others, NULL);
  other = create_store (&others);
  save (other, 0, "van een ander");
  g_assert_true (mw_case_store_back_up (other, of_another, &error));
  {
    Cases copy = { .path = damaged };

    change (&copy, "DELETE FROM manifest WHERE part = 0");
  }
  mw_case_backups_remove_case (store, cases->backups, id);
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (of_another, G_FILE_TEST_EXISTS));

  g_assert_true (mw_case_backups_make_in (store, cases->backups, &full, &error));
  failing_vfs_arm (FAULT_FULL, 1);
  mw_case_backups_remove_case (store, cases->backups, id);
  failing_vfs_disarm (NULL);
  g_assert_false (g_file_test (full, G_FILE_TEST_EXISTS));
  assert_reads (store, id, "gaat weg"); /* from the copies alone */
  g_clear_pointer (&other, mw_case_store_free);
  cases_tear_down (&others, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  failing_vfs_install ();
  ADD_CASE ("/case-files/put-in-place", test_put_in_place);
  ADD_CASE ("/case-files/set-aside", test_set_aside);
  ADD_CASE ("/case-files/set-aside-by-copying", test_set_aside_by_copying);
  ADD_CASE ("/case-files/set-aside-by-copying-fails", test_set_aside_on_a_full_disk);
  ADD_CASE ("/case-files/neither-written-nor-closed", test_neither_written_nor_closed);
  ADD_CASE ("/case-files/free-name", test_free_name);
  ADD_CASE ("/case-files/before-migration", test_before_migration);
  ADD_CASE ("/case-files/write", test_write);
  ADD_CASE ("/case-files/create", test_create);
  ADD_CASE ("/case-files/rescue", test_rescue);
  ADD_CASE ("/case-files/repair", test_repair);
  ADD_CASE ("/case-files/backups", test_backups);
  ADD_CASE ("/case-files/remove-from-backups", test_remove_from_backups);
  return g_test_run ();
}
