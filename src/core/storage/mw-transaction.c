/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-transaction.h"

#include "mw-database-private.h"

struct _MwTransaction
{
  MwDatabase *database;
  gboolean open;
};

MwTransaction *
mw_transaction_begin_with (MwDatabase *database, const char *sql, GError **error)
{
  MwTransaction *self;

  if (database->left_open && !sqlite3_get_autocommit (database->handle) && !mw_database_exec (database, "ROLLBACK", error))
    return NULL;

  database->left_open = FALSE;
  if (!mw_database_exec (database, sql, error))
    return NULL;

  self = g_new (MwTransaction, 1);
  self->database = g_object_ref (database);
  self->open = TRUE;
  return self;
}

MwTransaction *
mw_transaction_begin (MwDatabase *database, GError **error)
{
  return mw_transaction_begin_with (database, "BEGIN IMMEDIATE", error);
}

gboolean
mw_transaction_commit (MwTransaction *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!mw_database_exec (self->database, "COMMIT", error))
    return FALSE;

  self->open = FALSE;
  return TRUE;
}

void
mw_transaction_free (MwTransaction *self)
{
  if (self == NULL)
    return;

  mw_database_assert_owner (self->database);

  /* SQLite itself has rolled back after some failures, such as a full disk. What a failed rollback leaves behind, the
   * journal undoes when the file is read next; without memory it does not even begin. */
  if (self->open && !sqlite3_get_autocommit (self->database->handle))
    {
      sqlite3_exec (self->database->handle, "ROLLBACK", NULL, NULL, NULL);
      self->database->left_open = !sqlite3_get_autocommit (self->database->handle);
    }

  g_object_unref (self->database);
  g_free (self);
}
