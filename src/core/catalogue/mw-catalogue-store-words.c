/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-store.h"
#include "mw-statement.h"

gboolean
mw_catalogue_store_load_words (MwDatabase *database, MwWordList *words, GError **error)
{
  g_autoptr (MwStatement) select
    = mw_statement_new (database, "SELECT rowid, text, shown, length(places) FROM word ORDER BY text", error);
  MwStep step;

  if (!select)
    return FALSE;

  while ((step = mw_statement_step (select, error)) == MW_STEP_ROW)
    {
      const char *text = mw_statement_column_text (select, 1);

      if (text)
        mw_word_list_add (words, (guint) mw_statement_column_int64 (select, 0), text, mw_statement_column_text (select, 2),
                          (guint) mw_statement_column_int64 (select, 3));
    }

  return step == MW_STEP_DONE;
}

gboolean
mw_catalogue_store_read_places (MwDatabase *database,
                                const guint *rowids,
                                guint n_rowids,
                                MwStoredPlacesFunc func,
                                gpointer data,
                                GError **error)
{
  g_autoptr (MwStatement) select = NULL;

  if (n_rowids == 0)
    return TRUE;

  select = mw_statement_new (database, "SELECT places FROM word WHERE rowid = ?", error);
  for (guint i = 0; select && i < n_rowids; i++)
    {
      MwStep step;

      mw_statement_bind_int64 (select, 0, rowids[i]);
      step = mw_statement_step (select, error);
      if (step == MW_STEP_ERROR)
        return FALSE;
      if (step == MW_STEP_ROW)
        {
          gsize size;
          const guint8 *bytes = mw_statement_column_blob (select, 0, &size);

          func (i, bytes, bytes ? size : 0, data);
        }
      mw_statement_reset (select);
    }

  return select != NULL;
}

gboolean
mw_catalogue_store_set_synonyms (MwDatabase *database, MwSynonyms *synonyms, GError **error)
{
  g_autoptr (MwStatement) insert
    = mw_statement_new (database, "INSERT INTO synonym (word_group, language, text) VALUES (?, ?, ?)", error);

  if (!insert)
    return FALSE;

  for (guint g = 0; g < synonyms->groups->len; g++)
    {
      GPtrArray *group = g_ptr_array_index (synonyms->groups, g);

      for (guint i = 0; i < group->len; i++)
        {
          const MwSynonym *synonym = g_ptr_array_index (group, i);

          mw_statement_bind_int64 (insert, 0, g);
          mw_statement_bind_text (insert, 1, mw_language_get_id (synonym->language));
          mw_statement_bind_text (insert, 2, synonym->text);
          if (!mw_statement_run (insert, error))
            return FALSE;
        }
    }

  return TRUE;
}

MwSynonyms *
mw_catalogue_store_load_synonyms (MwDatabase *database, GError **error)
{
  g_autoptr (MwSynonyms) synonyms = mw_synonyms_new ();
  g_autoptr (MwStatement) select
    = mw_statement_new (database, "SELECT word_group, language, text FROM synonym ORDER BY word_group, rowid", error);
  gint64 last = -1;
  MwStep step;

  if (!select)
    return NULL;

  while ((step = mw_statement_step (select, error)) == MW_STEP_ROW)
    {
      const char *text = mw_statement_column_text (select, 2);
      MwLanguage language = MW_LANGUAGE_NL;

      mw_language_from_id (mw_statement_column_text (select, 1), &language);
      if (mw_statement_column_int64 (select, 0) != last || synonyms->groups->len == 0)
        mw_synonyms_begin_group (synonyms);
      last = mw_statement_column_int64 (select, 0);
      if (text)
        mw_synonyms_add (synonyms, language, text);
    }

  return step == MW_STEP_DONE ? g_steal_pointer (&synonyms) : NULL;
}
