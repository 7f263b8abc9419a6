/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-search-index.h"

#include <string.h>

#include "mw-catalogue-store.h"
#include "mw-search-query.h"
#include "mw-search-rows.h"
#include "mw-search-words.h"

/* In the languages of a hit: it is none. */
#define NO_HIT G_MAXUINT8

/* A damaged database must not lead to vast memory. */
#define MAX_ROWID 1000000

/* A short word is the beginning of many that have nothing to do with it: those come last. */
#define SHORT 4 /* bytes */
#define SHORT_RANK 16

/* A synonym that is shorter must be a whole word: nobody typed it. */
#define LONG_SYNONYM 6 /* bytes */

struct _MwSearchIndex
{
  MwDatabase *database;
  guint n_rows; /* more than the highest rowid */
  MwWordList *words; /* (nullable): until they are needed */
  MwSynonyms *synonyms;
  MwWordList *synonym_words; /* for corrections */
};

/* A word of the list by which something is found. */
typedef struct
{
  guint rowid;
  guint8 how;
} Entry;

/* While one word is looked for. */
typedef struct
{
  MwSearchIndex *index;
  MwFound *found;
  GArray *entries; /* of Entry */
  gboolean synonym;
  gboolean only_whole;
} Lookup;

typedef struct
{
  MwSearchRows *rows;
  GArray *entries;
  guint extra; /* to the rank of what is no whole word */
  guint8 how;
} Placing;

static void
add_place (guint rowid, guint8 places, gpointer data)
{
  Placing *placing = data;

  mw_search_rows_add (placing->rows, rowid, places, placing->how, placing->how == MW_WORD_WHOLE ? 0 : placing->extra);
}

static void
add_places (guint i, const guint8 *bytes, gsize size, gpointer data)
{
  Placing *placing = data;

  placing->how = g_array_index (placing->entries, Entry, i).how;
  mw_search_places_read (bytes, size, add_place, placing);
}

static void
add_entry (guint index, MwWordHow how, gpointer data)
{
  Lookup *lookup = data;
  Entry entry = { mw_word_list_get_rowid (lookup->index->words, index), (guint8) how };

  if ((lookup->only_whole && how != MW_WORD_WHOLE) || (lookup->synonym && how == MW_WORD_PART))
    return;
  if (lookup->found && (how != MW_WORD_START || lookup->only_whole))
    g_hash_table_add (lookup->found->words, mw_word_list_dup_text (lookup->index->words, index));
  if (lookup->synonym)
    entry.how = MW_SEARCH_HOW_SYNONYM;
  g_array_append_val (lookup->entries, entry);
}

/* Adds to @rows where @folded stands. @found: (nullable): learns what to mark */
static gboolean
look_up (MwSearchIndex *self, const char *folded, gboolean synonym, MwFound *found, MwSearchRows *rows, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree guint *rowids = NULL;
  gsize length = strlen (folded);
  Lookup lookup = { self, found, entries, synonym, synonym && length < LONG_SYNONYM };
  Placing placing = { rows, entries, length < SHORT && !synonym ? SHORT_RANK : 0, 0 };

  if (found && !lookup.only_whole)
    g_ptr_array_add (found->starts, g_strdup (folded));
  mw_word_list_find (self->words, folded, add_entry, &lookup);
  rowids = g_new (guint, entries->len + 1);
  for (guint i = 0; i < entries->len; i++)
    rowids[i] = g_array_index (entries, Entry, i).rowid;

  return mw_catalogue_store_read_places (self->database, rowids, entries->len, add_places, &placing, error);
}

/* Returns: (nullable): where all of @words stand, or %NULL with @error set */
static MwSearchRows *
look_up_all (MwSearchIndex *self, const char *const *words, guint n_words, gboolean synonym, MwFound *found, GError **error)
{
  g_autoptr (MwSearchRows) all = mw_search_rows_new (self->n_rows);
  MwFound *marked = synonym && n_words > 1 ? NULL : found; /* its words mean little alone */

  if (!look_up (self, words[0], synonym, marked, all, error))
    return NULL;
  for (guint i = 1; i < n_words; i++)
    {
      g_autoptr (MwSearchRows) one = mw_search_rows_new (self->n_rows);

      if (!look_up (self, words[i], synonym, marked, one, error))
        return NULL;
      mw_search_rows_intersect (all, one, synonym);
    }

  return g_steal_pointer (&all);
}

static MwSearchRows *
look_up_unit (MwSearchIndex *self, MwSearchQuery *query, const MwSearchUnit *unit, MwFound *found, GError **error)
{
  const char *typed[MW_SYNONYM_MAX_PARTS] = { NULL };
  g_autoptr (MwSearchRows) rows = NULL;

  for (guint i = 0; i < unit->n_terms; i++)
    typed[i] = g_array_index (query->terms, MwSearchTerm, unit->first + i).folded;
  rows = look_up_all (self, typed, unit->n_terms, FALSE, found, error);
  for (guint i = 0; rows && i < unit->synonyms->len; i++)
    {
      MwSynonym *synonym = g_ptr_array_index (unit->synonyms, i);
      g_autoptr (MwSearchRows) others
        = look_up_all (self, (const char *const *) synonym->parts, synonym->n_parts, TRUE, found, error);

      if (!others)
        return NULL;
      if (mw_search_rows_unite (rows, others))
        g_ptr_array_add (found->also, synonym);
    }

  return g_steal_pointer (&rows);
}

/* What was found for one unit joins what was found for those before. */
static void
take_unit (MwFound *found, GArray *hits, MwSearchRows *rows, gboolean first)
{
  guint8 seen[MW_N_LANGUAGES];

  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    seen[l] = mw_places_of_language (l);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      MwHit *hit = &g_array_index (hits, MwHit, i);

      if (rows->ranks[i] == MW_SEARCH_ROWS_NONE || (!first && hit->languages == NO_HIT))
        {
          hit->languages = NO_HIT;
          continue;
        }
      if (first)
        *hit = (MwHit){ i, 0, (1 << MW_N_LANGUAGES) - 1 };
      hit->rank += rows->ranks[i];
      for (guint l = 0; l < MW_N_LANGUAGES; l++)
        if (!(rows->places[i] & seen[l]))
          hit->languages &= (guint8) ~(1u << l);
    }
}

/* @empty: (nullable) (element-type guint): receives the units that are nowhere. Returns: (nullable): with @error set */
static MwFound *
find (MwSearchIndex *self, MwSearchQuery *query, GArray *empty, GError **error)
{
  g_autoptr (MwFound) found = mw_found_new (self->synonyms);
  g_autoptr (GArray) hits = g_array_sized_new (FALSE, TRUE, sizeof (MwHit), self->n_rows);

  g_array_set_size (hits, self->n_rows);
  for (guint u = 0; u < query->units->len; u++)
    {
      g_autoptr (MwSearchRows) rows
        = look_up_unit (self, query, &g_array_index (query->units, MwSearchUnit, u), found, error);

      if (!rows)
        return NULL;
      if (mw_search_rows_are_empty (rows) && empty)
        g_array_append_val (empty, u);
      take_unit (found, hits, rows, u == 0);
    }
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, MwHit, i).languages != NO_HIT)
      g_array_append_val (found->hits, g_array_index (hits, MwHit, i));

  return g_steal_pointer (&found);
}

static char *
dup_nearest (MwSearchIndex *self, const char *term)
{
  gboolean is_word = FALSE, is_synonym = FALSE;
  g_autofree char *word = mw_word_list_dup_nearest (self->words, term, &is_word);
  g_autofree char *synonym = mw_word_list_dup_nearest (self->synonym_words, term, &is_synonym);

  return synonym && (!word || (is_synonym && !is_word)) ? g_steal_pointer (&synonym) : g_steal_pointer (&word);
}

/* Returns: (nullable): the text with a word that is known for each that is nowhere; %NULL when there is none for one */
static char *
dup_corrected (MwSearchIndex *self, MwSearchQuery *query, GArray *empty)
{
  g_autoptr (GString) text = g_string_new (query->text);

  for (guint i = empty->len; i > 0; i--)
    {
      MwSearchUnit *unit = &g_array_index (query->units, MwSearchUnit, g_array_index (empty, guint, i - 1));
      MwSearchTerm *term = &g_array_index (query->terms, MwSearchTerm, unit->first);
      g_autofree char *nearest = dup_nearest (self, term->folded);

      if (!nearest || unit->n_terms > 1)
        return NULL;
      g_string_erase (text, (gssize) term->start, (gssize) (term->end - term->start));
      g_string_insert (text, (gssize) term->start, nearest);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (nullable): what is found by the corrected text; %NULL when that finds nothing either, or with @error set */
static MwFound *
find_corrected (MwSearchIndex *self, MwSearchQuery *query, GArray *empty, GError **error)
{
  g_autofree char *text = empty->len > 0 ? dup_corrected (self, query, empty) : NULL;
  g_autoptr (MwSearchQuery) corrected = NULL;
  g_autoptr (MwFound) found = NULL;

  if (!text)
    return NULL;

  corrected = mw_search_query_new (text, self->words, self->synonyms);
  found = find (self, corrected, NULL, error);
  if (!found || found->hits->len == 0)
    return NULL;

  found->corrected = g_steal_pointer (&text);

  return g_steal_pointer (&found);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static MwWordList *
list_synonyms (MwSynonyms *synonyms)
{
  MwWordList *list = mw_word_list_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint g = 0; g < synonyms->groups->len; g++)
    {
      GPtrArray *group = g_ptr_array_index (synonyms->groups, g);

      for (guint i = 0; i < group->len; i++)
        {
          MwSynonym *synonym = g_ptr_array_index (group, i);

          for (guint p = 0; p < synonym->n_parts; p++)
            g_ptr_array_add (words, synonym->parts[p]);
        }
    }
  g_ptr_array_sort (words, compare_strings);
  for (guint i = 0; i < words->len; i++)
    mw_word_list_add (list, 0, g_ptr_array_index (words, i), NULL, 0);

  return list;
}

static gboolean
load (MwSearchIndex *self, GError **error)
{
  g_autoptr (MwWordList) words = mw_word_list_new ();
  g_autoptr (MwSynonyms) synonyms = NULL;
  gint64 last = 0;

  if (self->words)
    return TRUE;
  if (!mw_database_read_int64 (self->database, "SELECT ifnull(max(rowid), 0) FROM intervention", &last, error)
      || !mw_catalogue_store_load_words (self->database, words, error))
    return FALSE;
  synonyms = mw_catalogue_store_load_synonyms (self->database, error);
  if (!synonyms)
    return FALSE;

  self->n_rows = (guint) CLAMP (last, 0, MAX_ROWID) + 1;
  self->synonym_words = list_synonyms (synonyms);
  self->synonyms = g_steal_pointer (&synonyms);
  self->words = g_steal_pointer (&words);

  return TRUE;
}

MwSearchIndex *
mw_search_index_new (MwDatabase *database)
{
  MwSearchIndex *self = g_new0 (MwSearchIndex, 1);

  self->database = g_object_ref (database);

  return self;
}

void
mw_search_index_free (MwSearchIndex *self)
{
  g_clear_pointer (&self->words, mw_word_list_free);
  g_clear_pointer (&self->synonym_words, mw_word_list_free);
  g_clear_pointer (&self->synonyms, mw_synonyms_unref);
  g_object_unref (self->database);
  g_free (self);
}

gboolean
mw_search_index_run (MwSearchIndex *self, const char *text, MwFound **found, GError **error)
{
  g_autoptr (MwSearchQuery) query = NULL;
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) local = NULL;

  *found = NULL;
  if (!text || !*text)
    return TRUE;
  if (!load (self, error))
    return FALSE;

  query = mw_search_query_new (text, self->words, self->synonyms);
  if (query->terms->len == 0)
    return TRUE;
  *found = find (self, query, empty, error);
  if (*found && (*found)->hits->len == 0)
    {
      MwFound *corrected = find_corrected (self, query, empty, &local);

      if (corrected)
        {
          mw_found_unref (*found);
          *found = corrected;
        }
    }
  if (local)
    {
      g_clear_pointer (found, mw_found_unref);
      g_propagate_error (error, g_steal_pointer (&local));
    }

  return *found != NULL;
}
