/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include "case-fixture.h"
#include "failing-vfs.h"
#include "mw-case-store-private.h"

/* What can be read of a file without its manifest, or with pages that are gone. */

#define N_CASES 40
#define PAGE 4096
#define NO_ROOT "DELETE FROM manifest WHERE part = 0;"

static char *
dup_text (guint64 id)
{
  return g_strdup_printf ("case %" G_GUINT64_FORMAT, id);
}

/* The first case has three revisions; the records fill many pages. */
static void
fill (Cases *cases, gconstpointer data)
{
  MwCaseStore *store;

  cases_set_up (cases, data);
  store = create_store (cases);
  save (store, 0, "long ago");
  for (guint64 id = 2; id <= N_CASES; id++)
    {
      g_autofree char *text = dup_text (id);

      g_assert_cmpuint (save (store, 0, text), ==, id);
    }
  mw_case_store_free (store);
  store = open_store (cases);
  save (store, 1, "yesterday");
  mw_case_store_free (store);
  store = open_store (cases);
  save (store, 1, "case 1");
  mw_case_store_free (store);
}

static guint
count_reading (MwCaseStore *store, gboolean *reads)
{
  guint n = 0;

  for (guint64 id = 1; id <= N_CASES; id++)
    {
      g_autofree char *expected = dup_text (id);
      g_autofree char *text = try_read (store, id, 0, NULL);

      reads[id] = text != NULL;
      n += text ? 1 : 0;
      if (text && id > 1) /* of the first one an older revision may be the newest that is left */
        g_assert_cmpstr (text, ==, expected);
    }
  return n;
}

static void
assert_revisions_of_first (MwCaseStore *store)
{
  static const char *const expected[] = { "long ago", "yesterday", "case 1" };
  g_autoptr (GArray) revisions = mw_case_store_list_revisions (store, 1, NULL);

  g_assert_cmpuint (revisions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = try_read (store, 1, i + 1, NULL);

      g_assert_cmpuint (g_array_index (revisions, MwRevision, i).revision, ==, i + 1);
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* In whatever order the rows stand, and however often. */
static void
test_order (Cases *cases, gconstpointer data)
{
  static const char *const changes[] = {
    NO_ROOT,
    NO_ROOT "UPDATE record SET id = id + 1000 WHERE case_id = 1 AND revision = 1",
    NO_ROOT "UPDATE record SET id = -id WHERE case_id = 1",
    NO_ROOT "INSERT INTO record SELECT id + 5000, case_id, revision, key, sealed FROM record",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (MwCaseStore) store = NULL;
      gboolean reads[N_CASES + 1];

      cases_tear_down (cases, NULL);
      fill (cases, NULL);
      change (cases, changes[i]);
      store = open_store (cases);
      g_assert_true (mw_case_store_is_damaged (store));
      g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, N_CASES);
      g_assert_cmpuint (count_reading (store, reads), ==, N_CASES);
      assert_revisions_of_first (store);
      g_assert_true (mw_case_store_repair (store, NULL));
      assert_revisions_of_first (store);
      save (store, 2, "It goes on.");
    }
}

/* Sealed with the right key, but no case has this number. */
static void
test_case_of_no_number (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = open_store (cases);
  MwSealPlace place = mw_case_store_get_place (store, MW_SEAL_RECORD, 0, 1);
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GBytes) record = mw_case_encode (one);
  g_autoptr (GBytes) sealed
    = mw_seal (&place, store->data_key, g_bytes_get_data (record, NULL), g_bytes_get_size (record), NULL);
  g_autoptr (MwStatement) insert
    = mw_statement_new (store->database, "INSERT INTO record VALUES (7000, 0, 1, 1, ?)", NULL);

  mw_statement_bind_blob (insert, 0, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  g_assert_true (mw_statement_run (insert, NULL));
  g_clear_pointer (&insert, mw_statement_free);
  g_clear_pointer (&store, mw_case_store_free);
  change (cases, NO_ROOT);
  store = open_store (cases);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, N_CASES);
}

static void
wipe_page (Cases *cases, guint page)
{
  static const char zeros[PAGE];
  int fd = g_open (cases->path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, zeros, PAGE, (off_t) page * PAGE), ==, PAGE);
  close (fd);
}

static void
put_back (Cases *cases, const char *bytes, gsize length)
{
  g_assert_true (g_file_set_contents_full (cases->path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static MwCaseStore *
try_open (Cases *cases, GError **error)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  MwCaseStore *store = mw_case_store_open (cases->path, FALSE, &cases->options, error);

  if (store && mw_case_store_unlock (store, passphrase, error))
    return store;

  mw_case_store_free (store);
  return NULL;
}

/* Any one of them: around it everything reads, and is there after a repair too. Returns: whether there is such a file */
static gboolean
assert_reads_around (Cases *cases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = try_open (cases, &error);
  gboolean before[N_CASES + 1], after[N_CASES + 1];
  guint n;

  if (!store)
    {
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT);
      return FALSE;
    }
  n = count_reading (store, before);
  g_assert_true (mw_case_store_repair (store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_reading (store, after), >=, n);
  for (guint64 id = 1; id <= N_CASES; id++)
    g_assert_true (after[id] || !before[id]);
  g_assert_false (mw_case_store_is_damaged (store));
  return n > 0 && n < N_CASES;
}

static void
test_pages (Cases *cases, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  guint n_partly = 0;
  gsize length;

  change (cases, NO_ROOT);
  g_assert_true (g_file_get_contents (cases->path, &bytes, &length, NULL));
  for (guint page = 0; page < length / PAGE; page++)
    {
      put_back (cases, bytes, length);
      wipe_page (cases, page);
      n_partly += assert_reads_around (cases) ? 1 : 0;
    }
  g_assert_cmpuint (n_partly, >, 10);
}

/* The leaf with the first records: reading from the front is cut at once, and goes on from the end. */
static guint
find_leaf (Cases *cases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = mw_database_open (cases->path, MW_DATABASE_READ_ONLY, &error);
  gint64 page = 0;

  g_assert_no_error (error);
  mw_database_read_int64 (database, "SELECT pageno FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' LIMIT 1 OFFSET 1", &page,
                          &error);
  g_assert_no_error (error);
  return (guint) page - 1;
}

/* A disk that fails for a moment takes nothing away for good: either it is said, or all that can be read is there. */
static void
test_faults (Cases *cases, gconstpointer data)
{
  gboolean reads[N_CASES + 1];
  guint n_calls, n_expected, n_failures = 0;

  change (cases, NO_ROOT);
  wipe_page (cases, find_leaf (cases));
  {
    g_autoptr (MwCaseStore) store = NULL;

    failing_vfs_arm (FAULT_NONE, 0);
    store = open_store (cases);
    n_calls = failing_vfs_disarm (NULL);
    n_expected = count_reading (store, reads);
    g_assert_cmpuint (n_expected, <, N_CASES);
    g_assert_cmpuint (n_expected, >, N_CASES / 2);
  }
  for (guint n = 1; n <= n_calls; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MwCaseStore) store = NULL;

      failing_vfs_arm (n % 2 ? FAULT_ONCE : FAULT_FOR_GOOD, n);
      store = try_open (cases, &error);
      failing_vfs_disarm (NULL);
      n_failures += store ? 0 : 1;
      if (store)
        g_assert_cmpuint (count_reading (store, reads), ==, n_expected);
      else
        g_assert_true (error->domain == MW_STORAGE_ERROR && error->code != MW_STORAGE_ERROR_CORRUPT);
    }
  g_assert_cmpuint (n_failures, >, 0);
}

/* A copy of it is refused, whatever fails while that is found out. */
static void
test_copy_of_damaged (Cases *cases, gconstpointer data)
{
  g_autofree char *path = g_build_filename (cases->folder, "copy.db", NULL);
  g_autoptr (MwCaseStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_calls;

  change (cases, NO_ROOT "UPDATE record SET sealed = zeroblob (2000) WHERE case_id = 7");
  store = open_store (cases);
  failing_vfs_arm (FAULT_NONE, 0);
  g_assert_false (mw_case_store_back_up (store, path, &error));
  n_calls = failing_vfs_disarm (NULL);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED);
  for (guint n = 1; n <= n_calls; n++)
    {
      g_clear_error (&error);
      failing_vfs_arm (FAULT_FOR_GOOD, n);
      g_assert_false (mw_case_store_back_up (store, path, &error));
      failing_vfs_disarm (NULL);
      g_assert_nonnull (error);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Under the running program somebody writes the file of before into the same file. */
static void
test_rolled_back (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = open_store (cases);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int fd;

  g_assert_true (g_file_get_contents (cases->path, &bytes, &length, NULL));
  save (store, 2, "of today");
  failing_vfs_arm (FAULT_FULL, 1);
  g_assert_cmpuint (try_save (store, 2, "no room", &error), ==, 0);
  failing_vfs_disarm (NULL);
  g_clear_error (&error);
  fd = g_open (cases->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, (gssize) length);
  close (fd);

  g_assert_cmpuint (try_save (store, 2, "on top of it", &error), ==, 0);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);
  g_assert_true (mw_case_store_is_damaged (store));
}

#define ADD_FILLED(path, func) g_test_add (path, Cases, NULL, fill, func, cases_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  failing_vfs_install ();
  ADD_FILLED ("/case-salvage/order", test_order);
  ADD_FILLED ("/case-salvage/case-of-no-number", test_case_of_no_number);
  ADD_FILLED ("/case-salvage/pages", test_pages);
  ADD_FILLED ("/case-salvage/faults", test_faults);
  ADD_FILLED ("/case-salvage/copy-of-damaged", test_copy_of_damaged);
  ADD_FILLED ("/case-salvage/rolled-back", test_rolled_back);
  return g_test_run ();
}
