/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "mw-error.h"
#include "mw-statement.h"
#include "mw-transaction.h"

/* A throw-away folder with room for one file, and short words for what the tests of the storage do all the time. */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mw-database-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->folder, 0700);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* no journal was left behind */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline MwDatabase *
open_database (const char *path, MwDatabaseFlags flags)
{
  g_autoptr (GError) error = NULL;
  MwDatabase *database = mw_database_open (path, flags, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
  return database;
}

static inline void
assert_open_fails (const char *path, MwDatabaseFlags flags, MwStorageError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mw_database_open (path, flags, &error));
  g_assert_error (error, MW_STORAGE_ERROR, (int) code);
}

static inline void
exec (MwDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mw_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static inline void
assert_exec_fails (MwDatabase *database, const char *sql, MwStorageError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mw_database_exec (database, sql, &error));
  g_assert_error (error, MW_STORAGE_ERROR, (int) code);
}

static inline char *
read_text (MwDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwStatement) statement = mw_statement_new (database, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mw_statement_step (statement, &error), ==, MW_STEP_ROW);
  return g_strdup (mw_statement_column_text (statement, 0));
}

static inline void
assert_text (MwDatabase *database, const char *sql, const char *expected)
{
  g_autofree char *text = read_text (database, sql);

  g_assert_cmpstr (text, ==, expected);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
