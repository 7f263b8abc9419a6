/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-cases build|unlock|index|save|search FOLDER: makes a file of 2,000 cases in FOLDER, or measures with it. Prints lines of what
 * was measured, how long it took and how long its comparator did, in milliseconds; and at the end the longest time for
 * which the main loop was kept from its events. */
#include "config.h"

#include <sodium.h>

#include "bench-case-data.h"
#include "mw-case-store.h"
#include "bench-case-save.h"
#include "mw-statement.h"

#define N_UNLOCKS 7
#define N_INDEXES 5
#define N_SEARCHES 40

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static double
hash_passphrase (void)
{
  g_autoptr (MwSecret) passphrase = bench_dup_passphrase ();
  guint8 salt[crypto_pwhash_SALTBYTES] = { 1 };
  guint8 key[MW_SEAL_KEY_LENGTH];
  gint64 start = g_get_monotonic_time ();

  if (crypto_pwhash (key, sizeof key, (const char *) passphrase->bytes, passphrase->length, salt,
                     MW_KDF_MODERATE.operations, MW_KDF_MODERATE.memory, crypto_pwhash_ALG_ARGON2ID13)
      != 0)
    g_error ("No memory");
  return get_milliseconds_since (start);
}

static void
unlock (const char *folder)
{
  for (guint i = 0; i < N_UNLOCKS; i++)
    {
      double hashing = hash_passphrase ();
      MwCases *cases;

      bench_skip_block ();
      cases = bench_open_cases (folder);
      g_print ("unlock %.3f %.3f\n", bench_unlock (cases), hashing);
      bench_close_cases (cases);
    }
}

static MwCaseStore *
open_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  g_autoptr (MwSecret) passphrase = bench_dup_passphrase ();
  g_autoptr (GError) error = NULL;
  MwCaseStore *store = mw_case_store_open (path, FALSE, NULL, &error);

  if (store)
    mw_case_store_unlock (store, passphrase, &error);
  bench_check (error);
  return store;
}

static GBytes *
read_case (MwCaseStore *store, guint64 id)
{
  g_autoptr (GError) error = NULL;
  GBytes *record = mw_case_store_read (store, id, 0, &error);

  bench_check (error);
  return record;
}

/* Returns: (transfer full) (element-type utf8) */
static GPtrArray *
dup_texts (MwCaseStore *store)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint64 id = 1; id <= BENCH_N_CASES; id++)
    {
      g_autoptr (GBytes) record = read_case (store, id);
      g_autoptr (MwCase) one = mw_case_decode (record, NULL);

      g_ptr_array_add (texts, mw_case_dup_text (one));
    }
  return texts;
}

static void
build_bare_index (GPtrArray *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = mw_database_open (":memory:", MW_DATABASE_CREATE, &error);
  g_autoptr (MwStatement) insert = NULL;

  mw_database_exec (database, "CREATE VIRTUAL TABLE written USING fts5 (text, content='', columnsize=0,"
                              " tokenize='unicode61 remove_diacritics 2'); BEGIN", &error);
  bench_check (error);
  insert = mw_statement_new (database, "INSERT INTO written (rowid, text) VALUES (?, ?)", NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      mw_statement_bind_int64 (insert, 0, i + 1);
      mw_statement_bind_text (insert, 1, g_ptr_array_index (texts, i));
      mw_statement_run (insert, &error);
      bench_check (error);
    }
  mw_database_exec (database, "COMMIT", &error);
  bench_check (error);
}

static double
index_bare (const char *folder)
{
  MwCaseStore *store = open_store (folder);
  g_autoptr (GPtrArray) texts = dup_texts (store);
  gint64 start = g_get_monotonic_time ();
  double milliseconds;

  for (guint64 id = 1; id <= BENCH_N_CASES; id++)
    g_bytes_unref (read_case (store, id));
  build_bare_index (texts);
  milliseconds = get_milliseconds_since (start);
  mw_case_store_free (store);
  return milliseconds;
}

static void
measure_index (const char *folder)
{
  for (guint i = 0; i < N_INDEXES; i++)
    {
      double bare = index_bare (folder);
      gint64 start;
      MwCases *cases;

      bench_skip_block ();
      cases = bench_open_cases (folder);
      bench_unlock (cases);
      start = g_get_monotonic_time ();
      bench_wait_for_index (cases);
      g_print ("index %.3f %.3f\n", get_milliseconds_since (start), bare);
      start = g_get_monotonic_time ();
      bench_wait_for_thread (cases);
      g_print ("backup %.3f\n", get_milliseconds_since (start));
      bench_close_cases (cases);
    }
}

static void
search (const char *folder)
{
  static const char *const searches[] = { "t", "tu", "tuin", "meneer", "schaakmaatje", "tuin koffie" };
  MwCases *cases = bench_open_cases (folder);

  bench_unlock (cases);
  bench_wait_for_index (cases);
  bench_wait_for_thread (cases);
  for (guint s = 0; s < G_N_ELEMENTS (searches) * N_SEARCHES; s++)
    {
      const char *text = searches[s % G_N_ELEMENTS (searches)];
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GError) error = NULL;

      mw_cases_search_async (cases, text, NULL, bench_keep_result, &result);
      bench_wait (&result);
      hits = mw_cases_search_finish (cases, result, &error);
      bench_check (error);
      g_print ("search:%s %.3f %u\n", text, get_milliseconds_since (start), hits->len);
    }
  bench_close_cases (cases);
}

int
main (int argc, char *argv[])
{
  const char *what = argv[1], *folder = argv[2];

  bench_watch_loop ();
  if (g_str_equal (what, "build"))
    bench_build_cases (folder);
  else if (g_str_equal (what, "unlock"))
    unlock (folder);
  else if (g_str_equal (what, "index"))
    measure_index (folder);
  else if (g_str_equal (what, "save"))
    bench_save_cases (folder);
  else
    search (folder);
  g_print ("block %.3f\n", bench_get_longest_block ());

  return 0;
}
