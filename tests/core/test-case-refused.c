/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dlfcn.h>

#include "case-fixture.h"
#include "mw-case-store-private.h"
#include "mw-database-private.h"

/* What a store refuses, and what happens in between its own steps. */

static gint64 later; /* µs */

/* In the place of GLib's, so that the ten minutes of a sitting can go by. */
gint64
g_get_monotonic_time (void)
{
  static gint64 (*real) (void);

  if (!real)
    real = dlsym (RTLD_NEXT, "g_get_monotonic_time");
  return real () + later;
}

static void
assert_case_error (GError **error, MwCaseError code)
{
  g_assert_error (*error, MW_CASE_ERROR, (int) code);
  g_clear_error (error);
}

/* A store that is locked tells nothing and does nothing. */
static void
test_locked (Cases *cases, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (cases->folder, "copy.db", NULL);
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  guint64 id = save (store, 0, "geheim");
  guint n;

  g_clear_pointer (&store, mw_case_store_free);
  store = mw_case_store_open (cases->path, FALSE, &cases->options, NULL);
  list = mw_case_store_list (store);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 0);
  g_assert_null (mw_case_store_read (store, id, 0, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_null (mw_case_store_list_revisions (store, id, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_cmpuint (try_save (store, id, "anders", &error), ==, 0);
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_false (mw_case_store_delete (store, id, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_false (mw_case_store_set_passphrase (store, NULL, passphrase, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_null (mw_case_store_renew_recovery_key (store, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_null (mw_case_store_rotate (store, passphrase, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_false (mw_case_store_verify (store, &n, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_false (mw_case_store_back_up (store, copy, &error));
  assert_case_error (&error, MW_CASE_ERROR_LOCKED);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  assert_reads (store, id, "geheim");
}

static void
test_nothing_there (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "een");
  g_autoptr (GError) error = NULL;

  g_assert_null (mw_case_store_read (store, id, 99, &error));
  assert_case_error (&error, MW_CASE_ERROR_NOT_FOUND);
  g_assert_cmpuint (try_save (store, 99, "van niemand", &error), ==, 0);
  assert_case_error (&error, MW_CASE_ERROR_NOT_FOUND);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 1);
}

/* What a full disk may leave of a copy: it is no file of cases, and no new one. */
static void
test_empty_file (Cases *cases, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (cases->path, "", 0, NULL));
  g_assert_null (mw_case_store_open (cases->path, FALSE, &cases->options, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT);
}

/* With the key of another store only its own copies open. */
static void
test_unlock_like (Cases *cases, gconstpointer data)
{
  g_autofree char *path = g_build_filename (cases->folder, "copy.db", NULL);
  g_autofree char *renewed = NULL;
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (MwCaseStore) copy = NULL;
  g_autoptr (MwCaseStore) locked = NULL;
  g_autoptr (MwCaseStore) stranger = NULL;
  g_autoptr (GError) error = NULL;
  Cases others;

  g_assert_true (mw_case_store_back_up (store, path, NULL));
  copy = mw_case_store_open (path, TRUE, &cases->options, NULL);
  locked = mw_case_store_open (path, TRUE, &cases->options, NULL);
  cases_set_up (&others, NULL);
  stranger = create_store (&others);
  g_assert_false (mw_case_store_unlock_like (copy, locked, &error));
  assert_case_error (&error, MW_CASE_ERROR_WRONG_KEY);
  g_assert_false (mw_case_store_unlock_like (copy, stranger, &error));
  assert_case_error (&error, MW_CASE_ERROR_WRONG_KEY);
  g_assert_false (mw_case_store_is_copy_of (copy, stranger));
  g_assert_true (mw_case_store_unlock_like (copy, store, NULL));
  g_assert_true (mw_case_store_unlock_like (copy, store, NULL)); /* once more is no harm */

  renewed = mw_case_store_rotate (store, passphrase, NULL);
  g_assert_true (mw_case_store_is_copy_of (locked, store));
  g_assert_false (mw_case_store_unlock_like (locked, store, &error));
  assert_case_error (&error, MW_CASE_ERROR_WRONG_KEY);
  g_clear_pointer (&stranger, mw_case_store_free);
  cases_tear_down (&others, NULL);
}

/* What is typed ten minutes later is another revision. */
static void
test_sittings (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "begonnen");
  g_autoptr (GArray) revisions = NULL;

  later += 9 * 60 * G_USEC_PER_SEC;
  save (store, id, "begonnen en verder");
  later += 2 * 60 * G_USEC_PER_SEC; /* since it began, not since it was last saved */
  save (store, id, "na de koffie");
  save (store, id, "na de koffie, en verder");
  revisions = mw_case_store_list_revisions (store, id, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  {
    g_autofree char *first = try_read (store, id, g_array_index (revisions, MwRevision, 0).revision, NULL);

    g_assert_cmpstr (first, ==, "begonnen en verder");
  }
}

static int
take_away (void *path)
{
  g_unlink (path);
  return 0;
}

/* The file goes between the last write and the end of the commit: what went with it is not acknowledged. */
static void
test_gone_in_between (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "een");
  g_autoptr (GError) error = NULL;

  sqlite3_commit_hook (store->database->handle, take_away, cases->path);
  g_assert_cmpuint (try_save (store, id, "twee", &error), ==, 0);
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_MOVED);
  sqlite3_commit_hook (store->database->handle, NULL, NULL);
  save (store, id, "twee");
  g_assert_true (mw_case_store_was_rescued (store));
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  assert_reads (store, id, "twee");
}

/* A copy without a case that is known to be there is none. */
static void
test_copy_lacks_a_case (Cases *cases, gconstpointer data)
{
  g_autofree char *path = g_build_filename (cases->folder, "copy.db", NULL);
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwCaseHeading) heading = mw_case_heading_new (9);
  g_autoptr (GError) error = NULL;

  save (store, 0, "een");
  mw_manifest_part_put (store->manifest->parts[mw_manifest_get_part_number (9)], heading);
  g_assert_false (mw_case_store_back_up (store, path, &error));
  assert_case_error (&error, MW_CASE_ERROR_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  ADD_CASE ("/case-refused/locked", test_locked);
  ADD_CASE ("/case-refused/nothing-there", test_nothing_there);
  ADD_CASE ("/case-refused/empty-file", test_empty_file);
  ADD_CASE ("/case-refused/unlock-like", test_unlock_like);
  ADD_CASE ("/case-refused/sittings", test_sittings);
  ADD_CASE ("/case-refused/gone-in-between", test_gone_in_between);
  ADD_CASE ("/case-refused/copy-lacks-a-case", test_copy_lacks_a_case);
  return g_test_run ();
}
