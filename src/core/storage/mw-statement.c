/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-statement.h"

#include <string.h>

#include "mw-database-private.h"

struct _MwStatement
{
  MwDatabase *database;
  sqlite3_stmt *handle;
  MwStep last_step;    /* MW_STEP_ERROR also before the first */
  GPtrArray *repaired; /* (nullable): texts handed out in place of bytes that are no UTF-8 */
};

static void
check_bound (MwStatement *self, int parameter, int result)
{
  if (result != SQLITE_OK)
    g_error ("Cannot bind parameter %d of \"%s\": %s", parameter, sqlite3_sql (self->handle), sqlite3_errstr (result));
}

static void
forget_row (MwStatement *self)
{
  self->last_step = MW_STEP_ERROR;
  g_clear_pointer (&self->repaired, g_ptr_array_unref);
}

static gboolean
has_column (MwStatement *self, int column)
{
  return self->last_step == MW_STEP_ROW && column >= 0 && column < sqlite3_data_count (self->handle);
}

/* A damaged file may hold any bytes. */
static const char *
repair (MwStatement *self, const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);

  if (self->repaired == NULL)
    self->repaired = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->repaired, valid);
  return valid;
}

MwStatement *
mw_statement_new (MwDatabase *database, const char *sql, GError **error)
{
  g_autoptr (MwStatement) self = NULL;
  const char *rest = NULL;
  int result;

  g_return_val_if_fail (MW_IS_DATABASE (database), NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  mw_database_assert_owner (database);

  self = g_new0 (MwStatement, 1);
  self->database = g_object_ref (database);
  self->last_step = MW_STEP_ERROR;

  result = sqlite3_prepare_v2 (database->handle, sql, -1, &self->handle, &rest);
  if (result != SQLITE_OK)
    {
      mw_database_set_error (database, result, error);
      return NULL;
    }
  if (self->handle == NULL || rest[strspn (rest, "; \t\r\n")] != '\0')
    {
      g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL, "Not exactly one statement: %s", sql);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
mw_statement_free (MwStatement *self)
{
  if (self == NULL)
    return;

  mw_database_assert_owner (self->database);

  forget_row (self);
  sqlite3_finalize (self->handle);
  g_object_unref (self->database);
  g_free (self);
}

void
mw_statement_bind_int64 (MwStatement *self, int parameter, gint64 value)
{
  g_return_if_fail (self != NULL);
  mw_database_assert_owner (self->database);

  check_bound (self, parameter, sqlite3_bind_int64 (self->handle, parameter + 1, value));
}

void
mw_statement_bind_text (MwStatement *self, int parameter, const char *text)
{
  g_return_if_fail (self != NULL);
  mw_database_assert_owner (self->database);

  check_bound (self, parameter, sqlite3_bind_text (self->handle, parameter + 1, text, -1, SQLITE_TRANSIENT));
}

void
mw_statement_bind_blob (MwStatement *self, int parameter, gconstpointer bytes, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);
  mw_database_assert_owner (self->database);

  check_bound (self, parameter, sqlite3_bind_blob64 (self->handle, parameter + 1, bytes, length, SQLITE_STATIC));
}

void
mw_statement_bind_null (MwStatement *self, int parameter)
{
  g_return_if_fail (self != NULL);
  mw_database_assert_owner (self->database);

  check_bound (self, parameter, sqlite3_bind_null (self->handle, parameter + 1));
}

MwStep
mw_statement_step (MwStatement *self, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, MW_STEP_ERROR);
  mw_database_assert_owner (self->database);

  /* SQLite would start again from the first row. */
  if (self->last_step == MW_STEP_DONE)
    return MW_STEP_DONE;

  forget_row (self);
  result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    self->last_step = MW_STEP_ROW;
  else if (result == SQLITE_DONE)
    self->last_step = MW_STEP_DONE;
  else
    mw_database_set_error (self->database, result, error);

  return self->last_step;
}

gboolean
mw_statement_run (MwStatement *self, GError **error)
{
  MwStep step;

  g_return_val_if_fail (self != NULL, FALSE);

  mw_statement_reset (self); /* a statement that is done would not run again */
  step = mw_statement_step (self, error);
  if (step == MW_STEP_ROW)
    g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_SQL, "Returned a row: %s", sqlite3_sql (self->handle));

  mw_statement_reset (self);
  return step == MW_STEP_DONE;
}

void
mw_statement_reset (MwStatement *self)
{
  g_return_if_fail (self != NULL);
  mw_database_assert_owner (self->database);

  forget_row (self);
  /* Repeats the failure of the last step, which that step has reported. */
  sqlite3_reset (self->handle);
}

gint64
mw_statement_column_int64 (MwStatement *self, int column)
{
  g_return_val_if_fail (self != NULL && has_column (self, column), 0);
  mw_database_assert_owner (self->database);

  return sqlite3_column_int64 (self->handle, column);
}

const char *
mw_statement_column_text (MwStatement *self, int column)
{
  const char *text;

  g_return_val_if_fail (self != NULL && has_column (self, column), NULL);
  mw_database_assert_owner (self->database);

  if (sqlite3_column_type (self->handle, column) == SQLITE_NULL)
    return NULL;

  text = (const char *) sqlite3_column_text (self->handle, column);
  if (text == NULL) /* as GLib does when memory runs out; NULL would pass for no value */
    g_error ("No memory for column %d of \"%s\"", column, sqlite3_sql (self->handle));

  return g_utf8_validate (text, -1, NULL) ? text : repair (self, text);
}

gconstpointer
mw_statement_column_blob (MwStatement *self, int column, gsize *length)
{
  gconstpointer blob;

  g_return_val_if_fail (self != NULL && has_column (self, column), NULL);
  mw_database_assert_owner (self->database);

  *length = 0;
  if (sqlite3_column_type (self->handle, column) != SQLITE_BLOB)
    return NULL;

  blob = sqlite3_column_blob (self->handle, column);
  *length = (gsize) sqlite3_column_bytes (self->handle, column);
  if (blob == NULL && *length > 0)
    g_error ("No memory for column %d of \"%s\"", column, sqlite3_sql (self->handle));

  return blob;
}
