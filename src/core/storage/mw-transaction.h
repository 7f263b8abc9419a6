/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"

G_BEGIN_DECLS

/* A transaction that rolls back when it is freed, unless it was committed. They do not nest. */
typedef struct _MwTransaction MwTransaction;

/* Returns: (transfer full) (nullable): begun with BEGIN IMMEDIATE, or %NULL with @error set */
MwTransaction *mw_transaction_begin (MwDatabase *database, GError **error);
/* After a failure the transaction is still open and rolls back when freed. */
gboolean mw_transaction_commit (MwTransaction *self, GError **error);
void mw_transaction_free (MwTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwTransaction, mw_transaction_free)

G_END_DECLS
