/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-draft.h"

#include <string.h>

/* A draft as a key file: one group, a key per text and language, sets as the words of the format. */

#define GROUP "Draft"

static void
set_text (GKeyFile *file, const char *key, MwLanguage language, const char *text)
{
  g_autofree char *full = g_strdup_printf ("%s-%s", key, mw_language_get_id (language));

  if (*text)
    g_key_file_set_string (file, GROUP, full, text);
}

static void
get_text (GKeyFile *file, const char *key, MwLanguage language, char **text)
{
  g_autofree char *full = g_strdup_printf ("%s-%s", key, mw_language_get_id (language));
  g_autofree char *found = g_key_file_get_string (file, GROUP, full, NULL);

  mw_own_draft_set_text (text, found);
}

static void
set_values (GKeyFile *file, const char *key, MwFacet facet, guint32 set)
{
  const char *words[32];
  gsize n_words = 0;

  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    if (set & (1u << v))
      words[n_words++] = mw_facet_get_value_id (facet, v);
  if (n_words > 0)
    g_key_file_set_string_list (file, GROUP, key, words, n_words);
}

static guint32
get_values (GKeyFile *file, const char *key, MwFacet facet)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, GROUP, key, NULL, NULL);
  guint32 set = 0;
  guint value;

  for (guint i = 0; words && words[i]; i++)
    if (mw_facet_value_from_id (facet, words[i], &value))
      set |= 1u << value;

  return set;
}

/* Keys of facets must not be those of fields, two of which have the same name. */
static char *
dup_facet_key (MwFacet facet)
{
  return g_strconcat ("facet-", mw_facet_get_id (facet), NULL);
}

char *
mw_own_draft_dup_data (const MwOwnDraft *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "id", self->id);
  set_text (file, "alias", MW_LANGUAGE_NL, self->aliases);
  set_values (file, "fits", MW_FACET_PROFILE, self->fits);
  set_values (file, "guidance", MW_FACET_PROFILE, self->guidance);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      set_text (file, "name", l, self->name[l]);
      set_text (file, "summary", l, self->summary[l]);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        set_text (file, mw_field_get_id (f), l, self->fields[f][l]);
    }
  for (guint f = 0; f <= MW_FACET_LONELINESS; f++)
    {
      g_autofree char *key = dup_facet_key (f);

      set_values (file, key, f, self->facets[f]);
    }
  g_key_file_set_integer (file, GROUP, "not-stated", self->not_stated);

  return g_key_file_to_data (file, NULL, NULL);
}

MwOwnDraft *
mw_own_draft_new_from_data (const char *data, gsize length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  MwOwnDraft *self;
  char *id;

  if (!g_key_file_load_from_data (file, data, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  id = g_key_file_get_string (file, GROUP, "id", NULL);
  if (!id || !g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", id, 0, 0))
    {
      g_free (id);
      return NULL;
    }

  self = mw_own_draft_new ();
  g_free (self->id);
  self->id = id;
  get_text (file, "alias", MW_LANGUAGE_NL, &self->aliases);
  self->fits = get_values (file, "fits", MW_FACET_PROFILE);
  self->guidance = get_values (file, "guidance", MW_FACET_PROFILE);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      get_text (file, "name", l, &self->name[l]);
      get_text (file, "summary", l, &self->summary[l]);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        get_text (file, mw_field_get_id (f), l, &self->fields[f][l]);
    }
  for (guint f = 0; f <= MW_FACET_LONELINESS; f++)
    {
      g_autofree char *key = dup_facet_key (f);

      self->facets[f] = get_values (file, key, f);
    }
  self->not_stated = (guint16) (g_key_file_get_integer (file, GROUP, "not-stated", NULL) & ((1 << MW_N_FIELDS) - 1));

  return self;
}
