/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-case-save.h"

#include <sodium.h>

#include "bench-case-data.h"
#include "mw-statement.h"

#define N_CASES 400 /* each is saved twice: a revision of its own, and one that takes its place */

/* The same rows, without anything that makes them safe. */
typedef struct
{
  MwDatabase *database;
  MwStatement *insert;
  MwStatement *remove;
  MwStatement *manifest;
  MwStatement *measure;
  guint8 *noise;
} Bare;

static void
bare_open (Bare *bare, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (GError) error = NULL;

  bare->database = mw_database_open (path, MW_DATABASE_PRECIOUS, &error);
  bench_check (error);
  bare->insert = mw_statement_new (
    bare->database, "INSERT INTO record (case_id, revision, key, sealed) VALUES (?, ?, 1, ?)", NULL);
  bare->remove = mw_statement_new (bare->database, "DELETE FROM record WHERE id = ?", NULL);
  bare->manifest = mw_statement_new (bare->database, "INSERT OR REPLACE INTO manifest VALUES (?, ?, ?)", NULL);
  bare->measure = mw_statement_new (bare->database, "SELECT length (sealed) FROM manifest WHERE part = ?", NULL);
  bare->noise = g_malloc (MW_SEAL_MAX_LENGTH);
  randombytes_buf (bare->noise, MW_SEAL_MAX_LENGTH / 64);
}

static void
bare_close (Bare *bare)
{
  mw_statement_free (bare->insert);
  mw_statement_free (bare->remove);
  mw_statement_free (bare->manifest);
  mw_statement_free (bare->measure);
  g_object_unref (bare->database);
  g_free (bare->noise);
}

static gsize
bare_measure_part (Bare *bare, gint64 part)
{
  gsize length;

  mw_statement_bind_int64 (bare->measure, 0, part);
  mw_statement_step (bare->measure, NULL);
  length = (gsize) mw_statement_column_int64 (bare->measure, 0);
  mw_statement_reset (bare->measure);
  return length;
}

static void
bare_write_part (Bare *bare, gint64 part, gsize length, GError **error)
{
  mw_statement_bind_int64 (bare->manifest, 0, part);
  mw_statement_bind_int64 (bare->manifest, 1, 1);
  mw_statement_bind_blob (bare->manifest, 2, bare->noise, length);
  mw_statement_run (bare->manifest, error);
}

/* @row: (inout): the revision that this one takes the place of, 0 for none; then the new one. Returns: milliseconds */
static double
bare_commit (Bare *bare, guint64 id, gsize length, gint64 *row)
{
  gint64 part = (gint64) (id % MW_MANIFEST_N_PARTS) + 1;
  gsize part_length = bare_measure_part (bare, part);
  gsize root_length = bare_measure_part (bare, 0);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  gint64 added;

  mw_database_exec (bare->database, "BEGIN IMMEDIATE", &error);
  bench_check (error);
  mw_statement_bind_int64 (bare->insert, 0, (gint64) id);
  mw_statement_bind_int64 (bare->insert, 1, 2);
  mw_statement_bind_blob (bare->insert, 2, bare->noise, length);
  mw_statement_run (bare->insert, &error);
  bench_check (error);
  added = mw_database_get_last_rowid (bare->database);
  mw_statement_bind_int64 (bare->remove, 0, *row);
  if (*row > 0)
    mw_statement_run (bare->remove, &error);
  bare_write_part (bare, part, part_length, &error);
  bare_write_part (bare, 0, root_length, &error);
  mw_database_exec (bare->database, "COMMIT", &error);
  bench_check (error);
  *row = added;
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static MwCase *
load (MwCases *cases, guint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MwCase *one;

  mw_cases_load_async (cases, id, 0, bench_keep_result, &result);
  bench_wait (&result);
  one = mw_cases_load_finish (cases, result, &error);
  bench_check (error);
  return one;
}

static double
save (MwCases *cases, guint64 id, MwCase *one)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double milliseconds;

  mw_cases_save_async (cases, id, one, bench_keep_result, &result);
  bench_wait (&result);
  mw_cases_save_finish (cases, result, &error);
  milliseconds = (double) (g_get_monotonic_time () - start) / 1e3;
  bench_check (error);
  return milliseconds;
}

static gsize
get_stored_length (const MwCase *one)
{
  g_autoptr (GBytes) record = mw_case_encode (one);

  return MW_SEAL_NONCE_LENGTH + mw_seal_get_padded_length (g_bytes_get_size (record) + 8) + MW_SEAL_TAG_LENGTH;
}

static void
copy_file (const char *folder)
{
  g_autofree char *from = g_build_filename (folder, "cases.db", NULL);
  g_autofree char *to = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) copy = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  bench_check (error);
}

void
bench_save_cases (const char *folder)
{
  MwCases *cases;
  Bare bare;

  copy_file (folder);
  bare_open (&bare, folder);
  cases = bench_open_cases (folder);
  bench_unlock (cases);
  bench_wait_for_index (cases);
  bench_wait_for_thread (cases);
  for (guint i = 0; i < N_CASES; i++)
    {
      guint64 id = 1 + i * 37 % BENCH_N_CASES;
      g_autoptr (MwCase) one = load (cases, id);
      gint64 row = 0;

      for (guint time = 0; time < 2; time++)
        {
          double milliseconds;

          bench_change_note (one, 2 * i + time);
          bench_wait_for_thread (cases);
          bench_skip_block ();
          milliseconds = save (cases, id, one);
          bench_wait_for_thread (cases);
          g_print ("save %.3f %.3f\n", milliseconds, bare_commit (&bare, id, get_stored_length (one), &row));
          bench_skip_block ();
        }
    }
  bench_close_cases (cases);
  bare_close (&bare);
}
