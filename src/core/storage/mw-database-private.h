/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "mw-database.h"
#include "mw-error.h"
#include "mw-transaction.h"

G_BEGIN_DECLS

struct _MwDatabase
{
  GObject parent_instance;

  GThread *owner;
  sqlite3 *handle;
  gboolean left_open; /* a transaction that could not even be rolled back */
};

/* Aborts when the caller does not run on the thread that opened the connection. */
void mw_database_assert_owner (MwDatabase *self);

/* Sets @error for @result, the code that the last call on this connection returned. */
void mw_database_set_error (MwDatabase *self, int result, GError **error);

/* @result: an extended result code; @system_error: the errno that goes with it, or 0 */
MwStorageError mw_database_code_from_result (int result, int system_error);

/* @sql: what begins it, such as "BEGIN" to read from one view of the file. Returns: (transfer full) (nullable) */
MwTransaction *mw_transaction_begin_with (MwDatabase *database, const char *sql, GError **error);

G_END_DECLS
