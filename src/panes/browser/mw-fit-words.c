/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-fit-words.h"

#include <glib/gi18n.h>

#include "mw-offer-words.h"
#include "mw-words.h"

/* More profiles than this are counted in a row, not named. */
#define MAX_NAMED 2

#define SEPARATOR " · "

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (SEPARATOR, (char **) parts->pdata);
}

/* All of those that are asked for with guidance, or only some. */
static char *
dup_guidance (MwProfileSet asked, MwProfileSet guidance)
{
  MwProfileSet needs = asked & guidance;
  g_autofree char *names = NULL;

  if (!needs)
    return NULL;
  if (needs == asked)
    return g_strdup (_ ("with the right guidance"));

  names = mw_words_dup_profiles (needs);

  /* Translators: names of profiles; the others need no guidance */
  return g_strdup_printf (_ ("for %s with the right guidance"), names);
}

static char *
dup_fit (MwProfileSet asked)
{
  guint n_profiles = mw_profile_set_count (asked);
  g_autofree char *names = mw_words_dup_profiles (asked);

  if (n_profiles <= MAX_NAMED)
    return g_strdup_printf (_ ("Fits %s"), names);

  return g_strdup_printf (ngettext ("Fits %u profile", "Fits %u profiles", n_profiles), n_profiles);
}

static void
add_filter_words (GPtrArray *parts, MwCatalogueEntry *entry, const MwQuery *query, MwFacet facet)
{
  guint32 matches = query->filters[facet] & entry->facets[facet];

  /* What the row says anyhow. */
  if (facet == MW_FACET_PROFILE || facet == MW_FACET_EVIDENCE || facet == MW_FACET_LONELINESS
      || facet == MW_FACET_DESCRIBED || facet == MW_FACET_OFFER)
    return;

  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    if (matches & (1u << v))
      g_ptr_array_add (parts, mw_words_dup_facet_value (facet, v));
}

char *
mw_fit_words_dup_why (MwCatalogueEntry *entry, const MwQuery *query)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  MwProfileSet filter = (MwProfileSet) query->filters[MW_FACET_PROFILE];
  MwProfileSet asked = entry->fits & query->candidates & (filter ? filter : MW_PROFILE_SET_ALL);
  char *offer = mw_offer_words_dup_mark (entry);
  char *guidance;

  /* An entry that is asked for one profile and filtered on another has none in common. */
  if (!asked)
    asked = entry->fits;
  guidance = dup_guidance (asked, entry->guidance);
  g_ptr_array_add (parts, dup_fit (asked));
  if (guidance)
    g_ptr_array_add (parts, guidance);
  for (guint f = 0; f < MW_N_FACETS; f++)
    add_filter_words (parts, entry, query, f);
  if (entry->facets[MW_FACET_DESCRIBED] & (1u << MW_DESCRIBED_PRACTICE_EXAMPLE))
    g_ptr_array_add (parts, g_strdup (_ ("Practice example")));
  if (offer)
    g_ptr_array_add (parts, offer);

  return join (parts);
}

const char *
mw_fit_words_get_other_language (const MwHit *hit, MwLanguage language)
{
  if (hit->languages & (1u << language))
    return NULL;

  return language == MW_LANGUAGE_NL ? _ ("found in the English text") : _ ("found in the Dutch text");
}

char *
mw_fit_words_dup_evidence (MwCatalogueEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int evidence = g_bit_nth_lsf (entry->facets[MW_FACET_EVIDENCE], -1);
  int loneliness = g_bit_nth_lsf (entry->facets[MW_FACET_LONELINESS], -1);

  if (evidence >= 0)
    g_ptr_array_add (parts, g_strdup (mw_words_get_evidence (evidence)));
  if (loneliness >= 0 && evidence != MW_EVIDENCE_NONE)
    {
      g_autofree char *words = mw_words_dup_lower (mw_words_get_loneliness (loneliness));

      g_ptr_array_add (parts, g_strdup_printf (_ ("on loneliness: %s"), words));
    }

  return join (parts);
}

char *
mw_fit_words_dup_profiles (MwProfileSet fits, MwProfileSet guidance)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      g_autofree char *name = mw_words_dup_profile (p);

      if (!(fits & MW_PROFILE_SET_OF (p)))
        continue;
      if (guidance & MW_PROFILE_SET_OF (p))
        /* Translators: the name of a profile */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s (with the right guidance)"), name));
      else
        g_ptr_array_add (parts, g_steal_pointer (&name));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}
