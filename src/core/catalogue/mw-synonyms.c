/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-synonyms.h"

#include "mw-token.h"

static void
synonym_free (gpointer data)
{
  MwSynonym *synonym = data;

  g_free (synonym->text);
  g_strfreev (synonym->parts);
  g_free (synonym);
}

MwSynonyms *
mw_synonyms_new (void)
{
  MwSynonyms *self = g_new0 (MwSynonyms, 1);

  g_atomic_ref_count_init (&self->refs);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

MwSynonyms *
mw_synonyms_ref (MwSynonyms *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_synonyms_unref (MwSynonyms *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->groups);
  g_free (self);
}

void
mw_synonyms_begin_group (MwSynonyms *self)
{
  g_ptr_array_add (self->groups, g_ptr_array_new_with_free_func (synonym_free));
}

void
mw_synonyms_add (MwSynonyms *self, MwLanguage language, const char *text)
{
  GPtrArray *group = g_ptr_array_index (self->groups, self->groups->len - 1);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) folded = g_string_new (NULL);
  MwSynonym *synonym;
  guint n_parts = 0;
  const char *end;

  for (const char *p = text; (p = mw_token_next_compound (p, &end)); p = end)
    {
      mw_token_fold (p, (gsize) (end - p), folded);
      if (folded->len > 0 && ++n_parts <= MW_SYNONYM_MAX_PARTS)
        g_strv_builder_add (parts, folded->str);
    }
  if (n_parts == 0 || n_parts > MW_SYNONYM_MAX_PARTS || group->len == MW_SYNONYMS_MAX_WORDS)
    return;

  synonym = g_new0 (MwSynonym, 1);
  synonym->language = language;
  synonym->text = g_strdup (text);
  synonym->parts = g_strv_builder_end (parts);
  synonym->n_parts = n_parts;
  g_ptr_array_add (group, synonym);
}
