/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-sentence.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-browser-query.h"
#include "mw-filter-phrases.h"
#include "mw-words.h"

/* More of the wizard's profiles than this are counted, not named. */
#define MAX_NAMED 3

/* For whom before how, and what is known of it last. */
static const MwFacet order[] = {
  MW_FACET_PROFILE,   MW_FACET_ROW,   MW_FACET_AUDIENCE, MW_FACET_FORM,     MW_FACET_PERFORMED_BY, MW_FACET_DURATION,
  MW_FACET_INTENSITY, MW_FACET_COSTS, MW_FACET_TRAINING, MW_FACET_EVIDENCE, MW_FACET_LONELINESS,   MW_FACET_DESCRIBED,
  MW_FACET_GROUP, MW_FACET_OFFER,
};
G_STATIC_ASSERT (G_N_ELEMENTS (order) == MW_N_FACETS);

static void
part_free (gpointer data)
{
  MwFilterPart *part = data;

  g_free (part->text);
  g_free (part);
}

/* @text: (transfer full) */
static void
add (GPtrArray *parts, char *text, guint constraint, guint value)
{
  MwFilterPart *part = g_new (MwFilterPart, 1);

  *part = (MwFilterPart){ text, constraint, value, MW_FILTER_JOIN_COMMA };
  g_ptr_array_add (parts, part);
}

static char *
dup_fits (const char *names)
{
  /* Translators: begins a sentence about interventions; names of profiles */
  return g_strdup_printf (_ ("fits %s"), names);
}

static void
add_candidates (GPtrArray *parts, MwProfileSet candidates)
{
  guint n_profiles = mw_profile_set_count (candidates);
  g_autofree char *names = mw_words_dup_profiles (candidates);
  char *text;

  if (n_profiles <= MAX_NAMED)
    text = dup_fits (names);
  else
    /* Translators: begins a sentence about interventions, such as "fits 4 of the 8 profiles" */
    text = g_strdup_printf (_ ("fits %u of the %u profiles"), n_profiles, (guint) MW_N_PROFILES);
  add (parts, text, MW_QUERY_CANDIDATES, MW_FILTER_ALL_VALUES);
}

/* Only the first of the profiles says what it is about. */
static char *
dup_profile (const MwQuery *query, guint profile, gboolean first)
{
  g_autofree char *name = mw_words_dup_profile (profile);

  if (!first)
    return g_steal_pointer (&name);
  if (query->candidates == MW_PROFILE_SET_ALL)
    return dup_fits (name);

  /* Translators: after "fits Achterblijvers", a further demand: "also fits Actieven" */
  return g_strdup_printf (_ ("also fits %s"), name);
}

static char *
dup_phrase (const MwQuery *query, MwFacet facet, guint value, gboolean first)
{
  const char *phrase = mw_filter_phrases_get (facet, value);

  return phrase ? g_strdup (phrase) : dup_profile (query, value, first);
}

static void
add_facet (GPtrArray *parts, const MwQuery *query, MwFacet facet)
{
  guint first = parts->len;

  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    if (query->filters[facet] & (1u << v))
      add (parts, dup_phrase (query, facet, v, parts->len == first), facet, v);
  if (parts->len > first + 1)
    ((MwFilterPart *) g_ptr_array_index (parts, parts->len - 2))->join = MW_FILTER_JOIN_OR;
}

/* Two that belong to one facet. */
static gboolean
are_kin (GPtrArray *parts, guint i)
{
  MwFilterPart *part = g_ptr_array_index (parts, i);
  MwFilterPart *next = g_ptr_array_index (parts, i + 1);

  return part->constraint == next->constraint;
}

static gboolean
has_inner_comma (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      MwFilterPart *part = g_ptr_array_index (parts, i);

      if (strchr (part->text, ',')
          || (i + 1 < parts->len && part->join == MW_FILTER_JOIN_COMMA && are_kin (parts, i)))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
mw_filter_sentence_get_parts (const MwQuery *query)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  gboolean commas;

  if (query->candidates != MW_PROFILE_SET_ALL)
    add_candidates (parts, query->candidates);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_facet (parts, query, order[i]);

  commas = has_inner_comma (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      MwFilterPart *part = g_ptr_array_index (parts, i);

      if (i + 1 == parts->len)
        part->join = MW_FILTER_JOIN_END;
      else if (commas && !are_kin (parts, i))
        part->join = MW_FILTER_JOIN_SEMICOLON;
    }

  return parts;
}

const char *
mw_filter_sentence_get_join (MwFilterJoin join)
{
  switch (join)
    {
    case MW_FILTER_JOIN_OR:
      /* Translators: between two choices: "at home or online" */
      return _ ("or");
    case MW_FILTER_JOIN_SEMICOLON:
      return ";";
    case MW_FILTER_JOIN_END:
      return ".";
    default:
      return ",";
    }
}

const char *
mw_filter_sentence_get_link (const MwFilterPart *part, const MwFilterPart *next)
{
  return next && next->constraint == part->constraint ? mw_filter_sentence_get_join (MW_FILTER_JOIN_OR) : NULL;
}

char *
mw_filter_sentence_dup_capital (const char *text)
{
  GString *capital = g_string_new (NULL);

  g_string_append_unichar (capital, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (capital, g_utf8_next_char (text));

  return g_string_free (capital, FALSE);
}

char *
mw_filter_sentence_dup (const MwQuery *query)
{
  g_autoptr (GPtrArray) parts = mw_filter_sentence_get_parts (query);
  g_autoptr (GString) sentence = g_string_new (NULL);

  if (parts->len == 0)
    return NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      MwFilterPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (sentence, "%s%s%s%s", part->text, part->join == MW_FILTER_JOIN_OR ? " " : "",
                              mw_filter_sentence_get_join (part->join), part->join == MW_FILTER_JOIN_END ? "" : " ");
    }

  return mw_filter_sentence_dup_capital (sentence->str);
}
