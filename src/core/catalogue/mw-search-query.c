/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-search-query.h"

#include <string.h>

#include "mw-search-index.h"
#include "mw-token.h"

static void
term_clear (gpointer data)
{
  g_free (((MwSearchTerm *) data)->folded);
}

static void
unit_clear (gpointer data)
{
  g_ptr_array_unref (((MwSearchUnit *) data)->synonyms);
}

static void
note_word (guint index, MwWordHow how, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Whether something is found by @term alone. */
static gboolean
is_known (const char *term, MwWordList *words, MwSynonyms *synonyms)
{
  gboolean found = FALSE;

  mw_word_list_find (words, term, note_word, &found);
  for (guint g = 0; g < synonyms->groups->len && !found; g++)
    {
      GPtrArray *group = g_ptr_array_index (synonyms->groups, g);

      for (guint i = 0; i < group->len && !found; i++)
        {
          const MwSynonym *synonym = g_ptr_array_index (group, i);

          found = synonym->n_parts == 1 && mw_word_is_form_of (term, synonym->parts[0]);
        }
    }

  return found;
}

static void
add_term (MwSearchQuery *self, const char *start, const char *end, GString *folded)
{
  MwSearchTerm term = { NULL, (gsize) (start - self->text), (gsize) (end - self->text) };

  mw_token_fold (start, (gsize) (end - start), folded);
  if (folded->len == 0 || self->terms->len == MW_SEARCH_INDEX_MAX_TERMS)
    return;

  if (g_utf8_strlen (folded->str, -1) > MW_SEARCH_INDEX_MAX_TERM)
    *g_utf8_offset_to_pointer (folded->str, MW_SEARCH_INDEX_MAX_TERM) = '\0';
  term.folded = g_strdup (folded->str);
  g_array_append_val (self->terms, term);
}

/* A word that is not there, but may be a compound of words that are: its letters can be cut only where they are plain. */
static void
add_split (MwSearchQuery *self, const char *start, const char *end, MwWordList *words, GString *folded)
{
  gboolean plain = folded->len == (gsize) (end - start) && folded->len <= MW_SEARCH_INDEX_MAX_TERM;
  gsize at;

  if (plain && g_str_is_ascii (folded->str) && mw_word_list_split (words, folded->str, &at))
    {
      add_term (self, start, start + at, folded);
      add_term (self, start + at, end, folded);
      return;
    }
  add_term (self, start, end, folded);
}

static void
add_compound (MwSearchQuery *self,
              const char *start,
              const char *end,
              MwWordList *words,
              MwSynonyms *synonyms,
              GString *folded)
{
  const char *part_end;

  mw_token_next (start, &part_end);
  mw_token_fold (start, (gsize) (end - start), folded);
  if (is_known (folded->str, words, synonyms))
    {
      add_term (self, start, end, folded);
      return;
    }
  if (part_end == end)
    {
      add_split (self, start, end, words, folded);
      return;
    }
  for (const char *part = start; (part = mw_token_next (part, &part_end)) && part < end; part = part_end)
    add_term (self, part, part_end, folded);
}

/* In any order: "overleden man" is "man overleden". */
static gboolean
is_at (MwSearchQuery *self, guint first, const MwSynonym *synonym)
{
  if (first + synonym->n_parts > self->terms->len)
    return FALSE;

  for (guint i = 0; i < synonym->n_parts; i++)
    {
      gboolean found = FALSE;

      for (guint t = first; t < first + synonym->n_parts && !found; t++)
        found = mw_word_is_form_of (g_array_index (self->terms, MwSearchTerm, t).folded, synonym->parts[i]);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

/* Adds the other words of @group when one of them stands at @first in @n_terms terms. */
static void
add_group (MwSearchQuery *self, guint first, guint n_terms, GPtrArray *group, GPtrArray *synonyms)
{
  gboolean stands_here = FALSE;

  for (guint i = 0; i < group->len && !stands_here; i++)
    {
      const MwSynonym *synonym = g_ptr_array_index (group, i);

      stands_here = synonym->n_parts == n_terms && is_at (self, first, synonym);
    }
  for (guint i = 0; stands_here && i < group->len; i++)
    {
      MwSynonym *synonym = g_ptr_array_index (group, i);

      if (!(synonym->n_parts == n_terms && is_at (self, first, synonym)))
        g_ptr_array_add (synonyms, synonym);
    }
}

/* The longest synonym that begins at @first, or the one word there. Returns: the number of its words */
static guint
add_unit (MwSearchQuery *self, guint first, MwSynonyms *synonyms)
{
  MwSearchUnit unit = { first, MIN (MW_SYNONYM_MAX_PARTS, self->terms->len - first), g_ptr_array_new () };

  for (; unit.n_terms > 0; unit.n_terms--)
    {
      for (guint g = 0; g < synonyms->groups->len; g++)
        add_group (self, first, unit.n_terms, g_ptr_array_index (synonyms->groups, g), unit.synonyms);
      if (unit.synonyms->len > 0)
        break;
    }
  unit.n_terms = MAX (unit.n_terms, 1);
  g_array_append_val (self->units, unit);

  return unit.n_terms;
}

MwSearchQuery *
mw_search_query_new (const char *text, MwWordList *words, MwSynonyms *synonyms)
{
  MwSearchQuery *self = g_new0 (MwSearchQuery, 1);
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *end;

  self->text = g_utf8_make_valid (text ? text : "", -1);
  self->terms = g_array_new (FALSE, FALSE, sizeof (MwSearchTerm));
  self->units = g_array_new (FALSE, FALSE, sizeof (MwSearchUnit));
  g_array_set_clear_func (self->terms, term_clear);
  g_array_set_clear_func (self->units, unit_clear);
  for (const char *p = self->text;
       self->terms->len < MW_SEARCH_INDEX_MAX_TERMS && (p = mw_token_next_compound (p, &end)); p = end)
    add_compound (self, p, end, words, synonyms, folded);
  for (guint i = 0; i < self->terms->len;)
    i += add_unit (self, i, synonyms);

  return self;
}

void
mw_search_query_free (MwSearchQuery *self)
{
  g_free (self->text);
  g_array_unref (self->terms);
  g_array_unref (self->units);
  g_free (self);
}
