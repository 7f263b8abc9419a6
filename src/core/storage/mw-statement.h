/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"

G_BEGIN_DECLS

/* A prepared statement; belongs to its connection's thread. Parameters and columns count from 0. */
typedef struct _MwStatement MwStatement;

typedef enum
{
  MW_STEP_ROW,   /* a row is there: read its columns */
  MW_STEP_DONE,  /* no more rows */
  MW_STEP_ERROR, /* failed; the error is set */
} MwStep;

/* Returns: (transfer full) (nullable): the statement, which holds a reference on @database, or %NULL with @error set */
MwStatement *mw_statement_new (MwDatabase *database, const char *sql, GError **error);
void mw_statement_free (MwStatement *self);

/* Binding fails only on a mistake in the program and then aborts it. Text is copied; %NULL binds NULL. */
void mw_statement_bind_int64 (MwStatement *self, int parameter, gint64 value);
void mw_statement_bind_text (MwStatement *self, int parameter, const char *text);
/* @bytes: not copied; must stay until the statement is stepped for the last time, reset or freed */
void mw_statement_bind_blob (MwStatement *self, int parameter, gconstpointer bytes, gsize length);
void mw_statement_bind_null (MwStatement *self, int parameter);

MwStep mw_statement_step (MwStatement *self, GError **error);

/* Steps once, expects no row, and resets: for INSERT and the like. */
gboolean mw_statement_run (MwStatement *self, GError **error);

/* Makes the statement ready to be stepped again; keeps what was bound. */
void mw_statement_reset (MwStatement *self);

gint64 mw_statement_column_int64 (MwStatement *self, int column);
/* Returns: (transfer none) (nullable): UTF-8, valid until the next step or reset */
const char *mw_statement_column_text (MwStatement *self, int column);
/* @length: (out). Returns: (transfer none) (nullable): %NULL when it is empty or anything but a blob, as in a
 * damaged file; valid until the next step or reset */
gconstpointer mw_statement_column_blob (MwStatement *self, int column, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwStatement, mw_statement_free)

G_END_DECLS
