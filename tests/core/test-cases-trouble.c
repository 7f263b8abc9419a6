/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <grp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "facade-fixture.h"
#include "mw-case-backups.h"

/* The cases as the interface sees them, on a bad day. */

static const char *self;

static GPtrArray *
list_copies (Facade *facade)
{
  return mw_cases_list_backups (facade->cases);
}

static MwBackup *
newest_copy (GPtrArray *copies)
{
  g_assert_cmpuint (copies->len, >, 0);
  return g_ptr_array_index (copies, 0);
}

static char *
dup_contents (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_trouble (Facade *facade, MwStorageError code)
{
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_TROUBLE);
  g_assert_error (mw_cases_get_trouble (facade->cases), MW_STORAGE_ERROR, (int) code);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 0);
}

static void
assert_create_fails (Facade *facade)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mw_cases_create_async (facade->cases, secret ("iets anders"), remember, &result);
  g_assert_null (mw_cases_create_finish (facade->cases, await (&result), &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN);
}

/* Nothing may take the place of a file that is there. */
static void
test_create_over_a_file (Facade *facade, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "blijft");
  assert_create_fails (facade);
  assert_loads (facade, 1, 0, "blijft"); /* and what is open stays so */
  put (facade, 1, "Meneer Voorbeeld", "blijft staan");
  close_facade (facade);

  before = dup_contents (facade->on_disk.path, &n_before);
  start_facade (facade);
  assert_create_fails (facade);
  close_facade (facade);
  after = dup_contents (facade->on_disk.path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  start_facade (facade);
  unlock (facade);
  assert_loads (facade, 1, 0, "blijft staan");
}

static void
test_newer_format (Facade *facade, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  create (facade);
  close_facade (facade);
  change (&facade->on_disk, "PRAGMA user_version=2");
  before = dup_contents (facade->on_disk.path, &n_before);
  start_facade (facade);
  assert_trouble (facade, MW_STORAGE_ERROR_NEWER);
  assert_create_fails (facade);
  g_assert_false (try_unlock (facade, PASSPHRASE, NULL, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER);
  after = dup_contents (facade->on_disk.path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Another Maatwerk, in a process of its own, until its standard input ends. */
static int
hold (const char *folder)
{
  Facade facade = { 0 };
  char byte;

  facade.on_disk.folder = (char *) folder;
  start_facade (&facade);
  unlock (&facade);
  g_print ("held\n");
  while (read (0, &byte, 1) > 0)
    ;
  close_facade (&facade);
  return 0;
}

static void
test_another_program_has_it (Facade *facade, gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("%s, %s", g_get_user_name (), g_get_host_name ());
  const char *arguments[] = { self, "--hold", facade->on_disk.folder, NULL };
  char line[5];
  int in, out, status;
  GPid child;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "van de een");
  close_facade (facade);
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child,
                                           &in, &out, NULL, NULL));
  g_assert_cmpint (read (out, line, sizeof line), ==, 5);
  start_facade (facade);
  assert_trouble (facade, MW_STORAGE_ERROR_BUSY);
  g_assert_cmpstr (mw_cases_get_holder (facade->cases), ==, expected);
  assert_create_fails (facade);
  close (in);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  close (out);

  check (facade); /* looked again */
  g_assert_null (mw_cases_get_holder (facade->cases));
  unlock (facade);
  assert_loads (facade, 1, 0, "van de een");
}

/* In a process that is not the superuser, whom nothing is forbidden. */
static int
read_only (const char *folder)
{
  Facade facade = { 0 };
  g_autoptr (GError) error = NULL;

  if (getuid () == 0)
    {
      g_assert_cmpint (setgroups (0, NULL), ==, 0);
      g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
      g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
      prctl (PR_SET_DUMPABLE, 1); /* for the leak check */
    }
  facade.on_disk.folder = (char *) folder;
  start_facade (&facade);
  g_assert_cmpint (mw_cases_get_state (facade.cases), ==, MW_CASES_LOCKED);
  unlock (&facade);
  settle (&facade);
  g_assert_true (mw_cases_is_read_only (facade.cases));
  g_assert_false (mw_cases_is_damaged (facade.cases));
  assert_loads (&facade, 1, 0, "leesbaar");
  assert_finds (&facade, "leesbaar", "1");
  g_assert_cmpuint (try_write (&facade, 1, "", "anders", &error), ==, 0);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);
  assert_loads (&facade, 1, 0, "leesbaar");
  close_facade (&facade);
  return 0;
}

static void
test_read_only (Facade *facade, gconstpointer data)
{
  const char *arguments[] = { self, "--read-only", facade->on_disk.folder, NULL };
  const char *what = data;
  int status;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "leesbaar");
  close_facade (facade);
  g_chmod (facade->on_disk.path, g_str_equal (what, "file") ? 0444 : 0666);
  g_chmod (facade->on_disk.folder, g_str_equal (what, "folder") ? 0555 : 0777);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_chmod (facade->on_disk.folder, 0700);
}

static void
test_taken_away (Facade *facade, gconstpointer data)
{
  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  settle (facade);
  g_unlink (facade->on_disk.path);
  put (facade, 1, "Meneer Voorbeeld", "twee");
  g_assert_true (mw_cases_was_rescued (facade->cases));
  g_assert_false (mw_cases_was_rescued (facade->cases));
  g_assert_true (g_file_set_contents (facade->on_disk.path, "iets anders", -1, NULL));
  put (facade, 1, "Meneer Voorbeeld", "drie");
  g_assert_true (mw_cases_was_rescued (facade->cases));
  reopen (facade);
  assert_loads (facade, 1, 0, "drie");

  /* While it is closed: the copies are offered, and no empty list. */
  settle (facade);
  close_facade (facade);
  g_unlink (facade->on_disk.path);
  start_facade (facade);
  assert_trouble (facade, MW_STORAGE_ERROR_OPEN);
}

static gboolean
try_restore (Facade *facade, const char *path, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_restore_async (facade->cases, path, secret (passphrase), remember, &result);
  return mw_cases_restore_finish (facade->cases, await (&result), error);
}

static gboolean
try_inspect (Facade *facade, const char *path, const char *passphrase, MwBackupContents *contents, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_inspect_async (facade->cases, path, secret (passphrase), remember, &result);
  return mw_cases_inspect_finish (facade->cases, await (&result), contents, error);
}

static char *
try_back_up (Facade *facade, const char *folder, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_back_up_async (facade->cases, folder, remember, &result);
  return mw_cases_back_up_finish (facade->cases, await (&result), error);
}

static void
test_back_up_and_restore (Facade *facade, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (facade->on_disk.folder, "stick", NULL);
  g_autofree char *no_folder = g_build_filename (facade->on_disk.path, "stick", NULL);
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  MwBackupContents contents;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "van toen");
  copy = try_back_up (facade, folder, &error);
  g_assert_no_error (error);
  g_assert_null (try_back_up (facade, no_folder, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  put (facade, 1, "Meneer Voorbeeld", "van nu");
  put (facade, 0, "Mevrouw Proef", "nieuw");
  g_assert_false (try_inspect (facade, copy, "mis", &contents, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_true (try_inspect (facade, copy, PASSPHRASE, &contents, NULL));
  g_assert_cmpuint (contents.n_cases, ==, 1);
  g_assert_cmpuint (contents.n_damaged, ==, 0);
  g_assert_cmpint (contents.touched, ==, 0);

  /* What does not open takes no place, and what is open stays open. */
  g_assert_false (try_restore (facade, copy, "mis", &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_false (try_restore (facade, folder, PASSPHRASE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  put (facade, 1, "Meneer Voorbeeld", "nog steeds");

  g_assert_true (try_restore (facade, copy, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 1);
  assert_loads (facade, 1, 0, "van toen");
  settle (facade);
  assert_finds (facade, "toen", "1");
  put (facade, 1, "Meneer Voorbeeld", "en verder");
  g_assert_false (mw_cases_was_rescued (facade->cases));
  {
    /* The one of before is kept. */
    g_autoptr (GDir) dir = g_dir_open (facade->on_disk.backups, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)))
      if (g_str_has_prefix (name, "set-aside-") && g_str_has_suffix (name, ".db"))
        break;
    g_assert_nonnull (name);
    {
      g_autofree char *kept = g_build_filename (facade->on_disk.backups, name, NULL);

      g_assert_true (try_inspect (facade, kept, PASSPHRASE, &contents, NULL));
      g_assert_cmpuint (contents.n_cases, ==, 2);
    }
  }
  copies = list_copies (facade);
  for (guint i = 0; i < copies->len; i++)
    g_assert_null (strstr (((MwBackup *) g_ptr_array_index (copies, i))->path, "set-aside"));
}

/* Somebody writes in the place where the file is to come: what was open stays open, and goes back there. */
static void
test_restore_fails (Facade *facade, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (facade->on_disk.folder, "stick", NULL);
  g_autofree char *in_the_way = g_strconcat (facade->on_disk.path, ".restored", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "van toen");
  copy = try_back_up (facade, folder, NULL);
  put (facade, 1, "Meneer Voorbeeld", "van nu");
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  g_assert_false (try_restore (facade, copy, PASSPHRASE, &error));
  g_assert_nonnull (error);
  assert_loads (facade, 1, 0, "van nu");
  put (facade, 1, "Meneer Voorbeeld", "en verder");
  g_rmdir (in_the_way);
  reopen (facade);
  assert_loads (facade, 1, 0, "en verder");
}

static void
test_restore_when_gone (Facade *facade, gconstpointer data)
{
  g_autoptr (GPtrArray) copies = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "bewaard");
  settle (facade);
  put (facade, 0, "Mevrouw Proef", "van na de kopie");
  reopen (facade);
  settle (facade);
  close_facade (facade);
  g_assert_true (g_file_set_contents (facade->on_disk.path, "kapot", -1, NULL));
  start_facade (facade);
  assert_trouble (facade, MW_STORAGE_ERROR_CORRUPT);
  assert_create_fails (facade);
  copies = list_copies (facade);
  g_assert_true (try_restore (facade, newest_copy (copies)->path, PASSPHRASE, NULL));
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_OPEN);
  g_assert_cmpint (ABS (newest_copy (copies)->time - g_get_real_time () / G_USEC_PER_SEC), <, 3600);
}

static gboolean
holds (const char *path, guint64 id)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (path, TRUE, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  g_assert_false (mw_case_store_is_damaged (store));
  text = try_read (store, id, 0, &error);
  if (!text)
    g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND);
  return text != NULL;
}

/* From every copy; one under a key that is no more goes whole, and what is nobody's stays. */
static void
test_delete (Facade *facade, gconstpointer data)
{
  g_autofree char *stranger = g_build_filename (facade->on_disk.backups, "vakantie.db", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *under_old_key = NULL;
  g_autofree char *another = NULL;
  g_autofree char *renewed = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "gaat weg");
  put (facade, 0, "Mevrouw Proef", "blijft");
  under_old_key = try_back_up (facade, facade->on_disk.backups, NULL);
  mw_cases_renew_keys_async (facade->cases, secret (PASSPHRASE), remember, &result);
  renewed = mw_cases_renew_keys_finish (facade->cases, await (&result), NULL);
  g_assert_nonnull (renewed);
  g_clear_object (&result); /* which holds on to the cases */
  another = try_back_up (facade, facade->on_disk.backups, NULL);
  g_assert_true (g_file_set_contents (stranger, "niets hiervan", -1, NULL));
  g_assert_true (holds (under_old_key, 1) && holds (another, 1));

  g_assert_true (try_delete (facade, 1, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 1);
  g_assert_null (mw_cases_find (facade->cases, 1));
  assert_does_not_load (facade, 1, MW_CASE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (under_old_key, G_FILE_TEST_EXISTS));
  g_assert_false (holds (another, 1));
  g_assert_true (holds (another, 2));
  g_assert_true (g_file_test (stranger, G_FILE_TEST_EXISTS));
  g_assert_false (try_delete (facade, 1, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND);
  copies = list_copies (facade);
  for (guint i = 0; i < copies->len; i++)
    g_assert_false (holds (((MwBackup *) g_ptr_array_index (copies, i))->path, 1));
  reopen (facade);
  g_assert_null (mw_cases_find (facade->cases, 1));
}

static void
make_older_copies (Facade *facade, const char *of, guint n)
{
  gsize length;
  g_autofree char *bytes = dup_contents (of, &length);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("cases-2020-01-%02uT120000.db", i);
      g_autofree char *path = g_build_filename (facade->on_disk.backups, name, NULL);

      g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
    }
}

static void
test_daily_copy (Facade *facade, gconstpointer data)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) unchanged = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "bewaard");
  settle (facade);
  copies = list_copies (facade);
  g_assert_cmpuint (copies->len, ==, 1);
  make_older_copies (facade, newest_copy (copies)->path, 9);
  reopen (facade);
  settle (facade);
  unchanged = list_copies (facade);
  g_assert_cmpuint (unchanged->len, ==, 10); /* today's is there */
  g_unlink (newest_copy (copies)->path);
  reopen (facade);
  settle (facade);
  later = list_copies (facade);
  g_assert_cmpuint (later->len, ==, MW_N_DAILY_BACKUPS);
  g_assert_nonnull (strstr (((MwBackup *) g_ptr_array_index (later, 6))->path, "2020-01-04"));
  g_assert_true (holds (newest_copy (later)->path, 1));
}

/* No good copy makes room for a bad one. */
static void
test_daily_copy_of_a_damaged_file (Facade *facade, gconstpointer data)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) later = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  put (facade, 0, "Mevrouw Proef", "twee");
  settle (facade);
  copies = list_copies (facade);
  make_older_copies (facade, newest_copy (copies)->path, 7);
  g_unlink (newest_copy (copies)->path);
  close_facade (facade);
  change (&facade->on_disk, "UPDATE record SET sealed = zeroblob (1000) WHERE id = 1");
  start_facade (facade);
  unlock (facade);
  settle (facade);
  g_assert_cmpuint (mw_cases_get_n_damaged (facade->cases), ==, 1);
  g_assert_false (mw_cases_is_damaged (facade->cases)); /* the other one can be worked with */
  g_assert_error (mw_cases_get_backup_error (facade->cases), MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED);
  later = list_copies (facade);
  g_assert_cmpuint (later->len, ==, 7);
  assert_does_not_load (facade, 1, MW_CASE_ERROR_DAMAGED);
  put (facade, 2, "Mevrouw Proef", "nog steeds");
}

static void
test_repair (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_kept = 0;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  put (facade, 0, "Mevrouw Proef", "twee");
  close_facade (facade);
  change (&facade->on_disk, "DELETE FROM manifest WHERE part = 0; UPDATE record SET sealed = x'00' WHERE id = 1");
  start_facade (facade);
  unlock (facade);
  settle (facade);
  g_assert_true (mw_cases_is_damaged (facade->cases));
  g_assert_true (mw_cases_is_read_only (facade->cases));
  assert_loads (facade, 2, 0, "twee");
  g_assert_cmpuint (try_write (facade, 2, "", "anders", &error), ==, 0);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);

  mw_cases_repair_async (facade->cases, remember, &result);
  g_assert_true (mw_cases_repair_finish (facade->cases, await (&result), NULL));
  g_clear_object (&result);
  g_assert_false (mw_cases_is_damaged (facade->cases));
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 1);
  put (facade, 2, "Mevrouw Proef", "weer te schrijven");
  settle (facade);
  g_assert_cmpuint (mw_cases_get_n_damaged (facade->cases), ==, 0);
  {
    g_autoptr (GDir) dir = g_dir_open (facade->on_disk.backups, 0, NULL);

    for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
      n_kept += g_str_has_prefix (name, "set-aside-") ? 1 : 0;
  }
  g_assert_cmpuint (n_kept, ==, 1);
  reopen (facade);
  assert_loads (facade, 2, 0, "weer te schrijven");
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--read-only"))
    return read_only (argv[2]);

  g_test_init (&argc, &argv, NULL);
  self = argv[0];
  ADD_FACADE ("/cases-trouble/create-over-a-file", test_create_over_a_file);
  ADD_FACADE ("/cases-trouble/newer-format", test_newer_format);
  ADD_FACADE ("/cases-trouble/another-program-has-it", test_another_program_has_it);
  g_test_add ("/cases-trouble/read-only-file", Facade, "file", facade_set_up, test_read_only, facade_tear_down);
  g_test_add ("/cases-trouble/read-only-folder", Facade, "folder", facade_set_up, test_read_only, facade_tear_down);
  ADD_FACADE ("/cases-trouble/taken-away", test_taken_away);
  ADD_FACADE ("/cases-trouble/back-up-and-restore", test_back_up_and_restore);
  ADD_FACADE ("/cases-trouble/restore-fails", test_restore_fails);
  ADD_FACADE ("/cases-trouble/restore-when-gone", test_restore_when_gone);
  ADD_FACADE ("/cases-trouble/delete", test_delete);
  ADD_FACADE ("/cases-trouble/daily-copy", test_daily_copy);
  ADD_FACADE ("/cases-trouble/daily-copy-of-a-damaged-file", test_daily_copy_of_a_damaged_file);
  ADD_FACADE ("/cases-trouble/repair", test_repair);
  return g_test_run ();
}
