/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-index.h"

#include "mw-search-terms.h"
#include "mw-statement.h"

/* Where a word stands is not kept, which would take most of the time and room: what is typed is looked for word by word. */
#define TABLE(name) \
  "CREATE VIRTUAL TABLE " name " USING fts5 (text, content='', columnsize=0, detail=none," \
  " tokenize='unicode61 remove_diacritics 2');"

/* The larger the pieces that FTS5 gathers, the fewer it has to merge: a commit would end one, so there is none. */
static const char schema[] = TABLE ("written") TABLE ("typed")
  "CREATE VIRTUAL TABLE word USING fts5vocab ('typed', 'row');"
  "INSERT INTO written (written, rank) VALUES ('hashsize', 8388608);"
  "BEGIN;";

struct _MwCaseIndex
{
  MwDatabase *database;
  MwStatement *insert;
  GArray *ids;      /* of guint64: the case of row n + 1, 0 when it was replaced */
  GHashTable *rows; /* case id -> its row */
};

MwCaseIndex *
mw_case_index_new (GError **error)
{
  g_autoptr (MwCaseIndex) self = g_new0 (MwCaseIndex, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->database = mw_database_open (":memory:", MW_DATABASE_CREATE, error);
  if (!self->database || !mw_database_exec (self->database, schema, error))
    return NULL;

  self->insert = mw_statement_new (self->database, "INSERT INTO written (rowid, text) VALUES (?, ?)", error);
  return self->insert ? g_steal_pointer (&self) : NULL;
}

void
mw_case_index_free (MwCaseIndex *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->insert, mw_statement_free);
  g_clear_object (&self->database);
  g_array_unref (self->ids);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/* A table without content cannot forget a row whose text is gone: the row is passed over instead. */
void
mw_case_index_remove (MwCaseIndex *self, guint64 id)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &id));

  if (row > 0)
    g_array_index (self->ids, guint64, row - 1) = 0;
  g_hash_table_remove (self->rows, &id);
}

gboolean
mw_case_index_put (MwCaseIndex *self, guint64 id, const char *text, GError **error)
{
  mw_statement_bind_int64 (self->insert, 0, self->ids->len + 1);
  mw_statement_bind_text (self->insert, 1, text);
  if (!mw_statement_run (self->insert, error))
    return FALSE;

  mw_statement_bind_null (self->insert, 1);
  mw_case_index_remove (self, id);
  g_array_append_val (self->ids, id);
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->ids->len));
  return TRUE;
}

static void
add_row (MwCaseIndex *self, GArray *found, gint64 row)
{
  guint64 id = row > 0 && row <= (gint64) self->ids->len ? g_array_index (self->ids, guint64, row - 1) : 0;

  if (id > 0)
    g_array_append_val (found, id);
}

/* Splits what was typed as the tokenizer splits what was written, in any script: what it takes for two words would be a
 * phrase. @words: (out): with blanks between them */
static gboolean
split (MwCaseIndex *self, const char *search, GString *words, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (search ? search : "", -1);
  g_autoptr (MwStatement) insert = NULL;
  g_autoptr (MwStatement) select = NULL;
  MwStep step;

  if (!mw_database_exec (self->database, "INSERT INTO typed (typed) VALUES ('delete-all')", error))
    return FALSE;
  insert = mw_statement_new (self->database, "INSERT INTO typed (rowid, text) VALUES (1, ?)", error);
  select = insert ? mw_statement_new (self->database, "SELECT term FROM word", error) : NULL;
  if (!select)
    return FALSE;

  mw_statement_bind_text (insert, 0, valid);
  if (!mw_statement_run (insert, error))
    return FALSE;
  while ((step = mw_statement_step (select, error)) == MW_STEP_ROW)
    g_string_append_printf (words, "%s ", mw_statement_column_text (select, 0));
  return step == MW_STEP_DONE;
}

GArray *
mw_case_index_search (MwCaseIndex *self, const char *search, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *expression = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (MwStatement) statement = NULL;
  MwStep step;

  if (!split (self, search, words, error))
    return NULL;

  expression = mw_search_terms_parse (words->str);
  if (!expression)
    {
      for (guint row = self->ids->len; row > 0; row--)
        add_row (self, found, row);
      return g_steal_pointer (&found);
    }

  statement = mw_statement_new (self->database, "SELECT rowid FROM written WHERE written MATCH ? ORDER BY rowid DESC", error);
  if (!statement)
    return NULL;

  mw_statement_bind_text (statement, 0, expression);
  while ((step = mw_statement_step (statement, error)) == MW_STEP_ROW)
    add_row (self, found, mw_statement_column_int64 (statement, 0));
  return step == MW_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
