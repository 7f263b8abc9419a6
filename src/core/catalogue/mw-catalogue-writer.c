/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-store.h"
#include "mw-search-words.h"
#include "mw-statement.h"

typedef enum
{
  INSERT_INTERVENTION,
  INSERT_NUMBER,
  INSERT_TITLE,
  INSERT_FACET,
  INSERT_BLOCK,
  INSERT_SPAN,
  INSERT_WORD,
  N_INSERTS,
} Insert;

struct _MwCatalogueWriter
{
  MwDatabase *database;
  MwStatement *inserts[N_INSERTS];
  MwSearchWords *words; /* of what was added since they were last written */
};

static const char *const sql[N_INSERTS] = {
  [INSERT_INTERVENTION] = ("INSERT INTO intervention (id, fits, guidance, developer_year, not_stated) "
                           "VALUES (?, ?, ?, ?, ?)"),
  [INSERT_NUMBER] = "INSERT INTO number (intervention, position, number_group, text) VALUES (?, ?, ?, ?)",
  [INSERT_TITLE] = "INSERT INTO title (intervention, kind, language, text) VALUES (?, ?, ?, ?)",
  [INSERT_FACET] = "INSERT INTO facet (intervention, facet, value) VALUES (?, ?, ?)",
  [INSERT_BLOCK] = "INSERT INTO block (intervention, field, language, kind, text) VALUES (?, ?, ?, ?, ?)",
  [INSERT_SPAN] = "INSERT INTO span (block, kind, start, stop, href) VALUES (?, ?, ?, ?, ?)",
  [INSERT_WORD] = "INSERT INTO word (text, shown, places) VALUES (?, ?, ?)",
};

static gboolean
add_number (MwCatalogueWriter *self, gint64 rowid, guint position, const MwNumber *number, GError **error)
{
  MwStatement *insert = self->inserts[INSERT_NUMBER];

  mw_statement_bind_int64 (insert, 0, rowid);
  mw_statement_bind_int64 (insert, 1, position);
  mw_statement_bind_text (insert, 2, mw_facet_get_value_id (MW_FACET_GROUP, number->group));
  mw_statement_bind_text (insert, 3, number->text);

  return mw_statement_run (insert, error);
}

static gboolean
add_title (MwCatalogueWriter *self, gint64 rowid, const char *kind, guint language, const char *text, GError **error)
{
  MwStatement *insert = self->inserts[INSERT_TITLE];

  if (!text)
    return TRUE;

  mw_statement_bind_int64 (insert, 0, rowid);
  mw_statement_bind_text (insert, 1, kind);
  mw_statement_bind_text (insert, 2, mw_language_get_id (language));
  mw_statement_bind_text (insert, 3, text);

  return mw_statement_run (insert, error);
}

static gboolean
add_titles (MwCatalogueWriter *self, gint64 rowid, MwIntervention *intervention, GError **error)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    if (!add_title (self, rowid, "name", l, intervention->name[l], error)
        || !add_title (self, rowid, "summary", l, intervention->summary[l], error))
      return FALSE;

  for (guint i = 0; i < intervention->aliases->len; i++)
    if (!add_title (self, rowid, "alias", MW_LANGUAGE_NL, g_ptr_array_index (intervention->aliases, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_facets (MwCatalogueWriter *self, gint64 rowid, MwIntervention *intervention, GError **error)
{
  MwStatement *insert = self->inserts[INSERT_FACET];

  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      if (intervention->facets[f] & (1u << v))
        {
          mw_statement_bind_int64 (insert, 0, rowid);
          mw_statement_bind_text (insert, 1, mw_facet_get_id (f));
          mw_statement_bind_text (insert, 2, mw_facet_get_value_id (f, v));
          if (!mw_statement_run (insert, error))
            return FALSE;
        }

  return TRUE;
}

static gboolean
add_spans (MwCatalogueWriter *self, gint64 rowid, const MwBlock *block, GError **error)
{
  MwStatement *insert = self->inserts[INSERT_SPAN];

  for (guint i = 0; i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);

      mw_statement_bind_int64 (insert, 0, rowid);
      mw_statement_bind_int64 (insert, 1, span->kind);
      mw_statement_bind_int64 (insert, 2, span->start);
      mw_statement_bind_int64 (insert, 3, span->stop);
      mw_statement_bind_text (insert, 4, span->href);
      if (!mw_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_blocks (MwCatalogueWriter *self,
            gint64 rowid,
            const char *field,
            MwLanguage language,
            GPtrArray *blocks,
            GError **error)
{
  MwStatement *insert = self->inserts[INSERT_BLOCK];

  for (guint i = 0; i < blocks->len; i++)
    {
      const MwBlock *block = g_ptr_array_index (blocks, i);

      mw_statement_bind_int64 (insert, 0, rowid);
      mw_statement_bind_text (insert, 1, field);
      mw_statement_bind_text (insert, 2, mw_language_get_id (language));
      mw_statement_bind_int64 (insert, 3, block->kind);
      mw_statement_bind_text (insert, 4, block->text);
      if (!mw_statement_run (insert, error)
          || !add_spans (self, mw_database_get_last_rowid (self->database), block, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_texts (MwCatalogueWriter *self, gint64 rowid, MwIntervention *intervention, GError **error)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      if (!add_blocks (self, rowid, "remark", l, intervention->remarks[l], error))
        return FALSE;
      for (guint f = 0; f < MW_N_FIELDS; f++)
        if (!add_blocks (self, rowid, mw_field_get_id (f), l, intervention->fields[f][l], error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
add_word (const char *text, const char *shown, const guint8 *places, gsize size, gpointer data, GError **error)
{
  MwStatement *insert = ((MwCatalogueWriter *) data)->inserts[INSERT_WORD];

  mw_statement_bind_text (insert, 0, text);
  mw_statement_bind_text (insert, 1, shown);
  mw_statement_bind_blob (insert, 2, places, size);

  return mw_statement_run (insert, error);
}

static gboolean
add_row (MwCatalogueWriter *self, MwIntervention *intervention, GError **error)
{
  MwStatement *insert = self->inserts[INSERT_INTERVENTION];

  mw_statement_bind_text (insert, 0, intervention->id);
  mw_statement_bind_int64 (insert, 1, intervention->fits);
  mw_statement_bind_int64 (insert, 2, intervention->guidance);
  mw_statement_bind_text (insert, 3, intervention->developer_year);
  mw_statement_bind_int64 (insert, 4, intervention->not_stated);

  return mw_statement_run (insert, error);
}

MwCatalogueWriter *
mw_catalogue_writer_new (MwDatabase *database, GError **error)
{
  g_autoptr (MwCatalogueWriter) self = g_new0 (MwCatalogueWriter, 1);

  self->database = g_object_ref (database);
  self->words = mw_search_words_new ();
  for (guint i = 0; i < N_INSERTS; i++)
    {
      self->inserts[i] = mw_statement_new (database, sql[i], error);
      if (!self->inserts[i])
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
mw_catalogue_writer_free (MwCatalogueWriter *self)
{
  for (guint i = 0; i < N_INSERTS; i++)
    g_clear_pointer (&self->inserts[i], mw_statement_free);
  mw_search_words_free (self->words);
  g_object_unref (self->database);
  g_free (self);
}

gboolean
mw_catalogue_writer_add (MwCatalogueWriter *self, MwIntervention *intervention, GError **error)
{
  gint64 rowid;

  if (!add_row (self, intervention, error))
    return FALSE;

  rowid = mw_database_get_last_rowid (self->database);
  for (guint i = 0; i < intervention->n_numbers; i++)
    if (!add_number (self, rowid, i, &intervention->numbers[i], error))
      return FALSE;
  if (!add_titles (self, rowid, intervention, error) || !add_facets (self, rowid, intervention, error)
      || !add_texts (self, rowid, intervention, error))
    return FALSE;

  mw_search_words_add (self->words, (guint) rowid, intervention);

  return !mw_search_words_is_full (self->words) || mw_catalogue_writer_finish (self, error);
}

gboolean
mw_catalogue_writer_finish (MwCatalogueWriter *self, GError **error)
{
  return mw_search_words_flush (self->words, add_word, self, error);
}
