/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "count-branches.h"
#include "database-fixture.h"

static MwDatabase *
open_notes (void)
{
  MwDatabase *database = open_database (":memory:", MW_DATABASE_DEFAULT);

  exec (database, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE)");
  return database;
}

static MwStatement *
prepare (MwDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  MwStatement *statement = mw_statement_new (database, sql, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statement);
  return statement;
}

static void
test_steps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = open_notes ();
  g_autoptr (MwStatement) rows = prepare (database, "VALUES (1), (2)");
  /* The first row is there, the second cannot be computed. */
  g_autoptr (MwStatement) failing = prepare (database, "SELECT abs(column1) FROM (VALUES (-5), (?1))");

  for (int round = 0; round < 2; round++)
    {
      for (gint64 i = 1; i <= 2; i++)
        {
          g_assert_cmpint (mw_statement_step (rows, &error), ==, MW_STEP_ROW);
          g_assert_cmpint (mw_statement_column_int64 (rows, 0), ==, i);
        }
      g_assert_cmpint (mw_statement_step (rows, &error), ==, MW_STEP_DONE);
      g_assert_cmpint (mw_statement_step (rows, &error), ==, MW_STEP_DONE);
      g_assert_no_error (error);
      mw_statement_reset (rows);
    }

  mw_statement_bind_int64 (failing, 0, G_MININT64);
  g_assert_cmpint (mw_statement_step (failing, &error), ==, MW_STEP_ROW);
  g_assert_cmpint (mw_statement_column_int64 (failing, 0), ==, 5);
  g_assert_no_error (error);
  g_assert_cmpint (mw_statement_step (failing, &error), ==, MW_STEP_ERROR);
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL);
}

static void
test_run (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = open_notes ();
  g_autoptr (MwStatement) insert = prepare (database, "INSERT INTO note (text) VALUES (?)");
  g_autoptr (MwStatement) rows = prepare (database, "VALUES (1), (2)");

  mw_statement_bind_text (insert, 0, "a");
  g_assert_true (mw_statement_run (insert, &error));
  g_assert_cmpint (mw_database_get_last_rowid (database), ==, 1);

  /* What was bound is kept, a failure does not spoil the statement. */
  g_assert_false (mw_statement_run (insert, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  mw_statement_bind_text (insert, 0, "b");
  g_assert_true (mw_statement_run (insert, &error));
  g_assert_cmpint (mw_database_get_last_rowid (database), ==, 2);

  /* Nor does a step without a reset make it do nothing. */
  mw_statement_bind_null (insert, 0);
  g_assert_cmpint (mw_statement_step (insert, &error), ==, MW_STEP_DONE);
  g_assert_true (mw_statement_run (insert, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mw_database_get_last_rowid (database), ==, 4);

  g_assert_false (mw_statement_run (rows, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL);
}

static void
test_values (void)
{
  g_autoptr (MwDatabase) database = open_notes ();
  g_autoptr (MwStatement) echo = prepare (database, "SELECT ?, ?, ?, ?, typeof(?3)");
  g_autofree char *text = g_strdup ("één €");

  mw_statement_bind_int64 (echo, 0, G_MININT64);
  mw_statement_bind_text (echo, 1, text);
  text[0] = 'x'; /* a copy was bound */
  mw_statement_bind_text (echo, 2, NULL);
  mw_statement_bind_text (echo, 3, "");

  g_assert_cmpint (mw_statement_step (echo, NULL), ==, MW_STEP_ROW);
  g_assert_cmpint (mw_statement_column_int64 (echo, 0), ==, G_MININT64);
  g_assert_cmpstr (mw_statement_column_text (echo, 1), ==, "één €");
  g_assert_null (mw_statement_column_text (echo, 2));
  g_assert_cmpint (mw_statement_column_int64 (echo, 2), ==, 0);
  g_assert_cmpstr (mw_statement_column_text (echo, 3), ==, "");
  g_assert_cmpstr (mw_statement_column_text (echo, 4), ==, "null");
}

/* A damaged file may hold bytes that GTK would choke on. */
static void
test_invalid_utf8 (void)
{
  g_autoptr (MwDatabase) database = open_notes ();
  g_autoptr (MwStatement) statement = prepare (database, "SELECT CAST(x'61ff62' AS TEXT), CAST(x'c3' AS TEXT)");
  const char *first, *second;

  g_assert_cmpint (mw_statement_step (statement, NULL), ==, MW_STEP_ROW);
  first = mw_statement_column_text (statement, 0);
  second = mw_statement_column_text (statement, 1);
  g_assert_cmpstr (first, ==, "a\357\277\275b");
  g_assert_cmpstr (second, ==, "\357\277\275");
}

/* One bit in a damaged file makes text of bytes. */
static void
test_only_blobs (void)
{
  g_autoptr (MwDatabase) database = open_notes ();
  g_autoptr (MwStatement) statement = prepare (database, "SELECT CAST(x'616263' AS TEXT), 97, x'616263', x''");
  gsize length = 1;

  g_assert_cmpint (mw_statement_step (statement, NULL), ==, MW_STEP_ROW);
  g_assert_null (mw_statement_column_blob (statement, 0, &length));
  g_assert_cmpuint (length, ==, 0);
  g_assert_null (mw_statement_column_blob (statement, 1, &length));
  g_assert_cmpuint (length, ==, 0);
  g_assert_cmpmem (mw_statement_column_blob (statement, 2, &length), 3, "abc", 3);
  g_assert_cmpuint (length, ==, 3);
  g_assert_null (mw_statement_column_blob (statement, 3, &length));
}

static void
test_refused (void)
{
  static const char *const refused[] = {
    "", "  ", "-- nothing", "SELECT", "SELECT 1; SELECT 2", "SELECT nothing", "INSERT INTO nowhere VALUES (1)",
  };
  g_autoptr (MwDatabase) database = open_notes ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mw_statement_new (database, refused[i], &error));
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL);
    }

  mw_statement_free (prepare (database, "SELECT 1 ; \n"));
}

/* The statement keeps the connection alive. */
static void
test_lifetime (void)
{
  MwDatabase *database = open_notes ();
  g_autoptr (MwStatement) statement = prepare (database, "SELECT 1");

  g_object_unref (database);
  g_assert_cmpint (mw_statement_step (statement, NULL), ==, MW_STEP_ROW);
  mw_statement_free (NULL);
}

static void
on_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  count_branches ();
  g_log_default_handler (domain, level, message, data);
}

static void
test_bind_mistake (void)
{
  g_autoptr (MwDatabase) database = NULL;
  g_autoptr (MwStatement) statement = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*Cannot bind parameter 1*");
      return;
    }

  g_log_set_default_handler (on_message, NULL);
  database = open_notes ();
  statement = prepare (database, "SELECT ?");
  mw_statement_bind_int64 (statement, 1, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statement/steps", test_steps);
  g_test_add_func ("/statement/run", test_run);
  g_test_add_func ("/statement/values", test_values);
  g_test_add_func ("/statement/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/statement/only-blobs", test_only_blobs);
  g_test_add_func ("/statement/refused", test_refused);
  g_test_add_func ("/statement/lifetime", test_lifetime);
  g_test_add_func ("/statement/bind-mistake", test_bind_mistake);

  return g_test_run ();
}
