/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-found.h"

#include <string.h>

#include "mw-token.h"

G_DEFINE_BOXED_TYPE (MwFound, mw_found, mw_found_ref, mw_found_unref)

MwFound *
mw_found_new (MwSynonyms *synonyms)
{
  MwFound *self = g_new0 (MwFound, 1);

  g_atomic_ref_count_init (&self->refs);
  self->hits = g_array_new (FALSE, FALSE, sizeof (MwHit));
  self->also = g_ptr_array_new ();
  self->synonyms = synonyms ? mw_synonyms_ref (synonyms) : NULL;
  self->starts = g_ptr_array_new_with_free_func (g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

MwFound *
mw_found_ref (MwFound *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_found_unref (MwFound *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->hits);
  g_free (self->corrected);
  g_ptr_array_unref (self->also);
  g_clear_pointer (&self->synonyms, mw_synonyms_unref);
  g_ptr_array_unref (self->starts);
  g_hash_table_unref (self->words);
  g_free (self);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const MwHit *first = a, *second = b;

  return (first->rowid > second->rowid) - (first->rowid < second->rowid);
}

const MwHit *
mw_found_lookup (const MwFound *self, guint rowid)
{
  const MwHit key = { .rowid = rowid };

  return self->hits->len > 0 ? bsearch (&key, self->hits->data, self->hits->len, sizeof key, compare_hits) : NULL;
}

static gboolean
is_found (const MwFound *self, const char *word, gsize length, GString *folded)
{
  mw_token_fold (word, length, folded);
  if (folded->len == 0)
    return FALSE;

  for (guint i = 0; i < self->starts->len; i++)
    if (g_str_has_prefix (folded->str, g_ptr_array_index (self->starts, i)))
      return TRUE;

  return g_hash_table_contains (self->words, folded->str);
}

static void
add_match (GArray *matches, const char *text, const char *start, const char *end)
{
  MwMatch match = { (gsize) (start - text), (gsize) (end - text) };

  g_array_append_val (matches, match);
}

/* A word with a hyphen as a whole, or else its parts. */
GArray *
mw_found_match (const MwFound *self, const char *text, guint max)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MwMatch));
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *end, *part_end;

  for (const char *p = text; self && matches->len < max && (p = mw_token_next_compound (p, &end)); p = end)
    {
      if (is_found (self, p, (gsize) (end - p), folded))
        {
          add_match (matches, text, p, end);
          continue;
        }
      for (const char *part = p; matches->len < max && (part = mw_token_next (part, &part_end)) && part < end; part = part_end)
        if (is_found (self, part, (gsize) (part_end - part), folded))
          add_match (matches, text, part, part_end);
    }

  return matches;
}
