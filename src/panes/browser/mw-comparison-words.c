/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-words.h"

#include <glib/gi18n.h>

#include "mw-fit-words.h"
#include "mw-offer-words.h"
#include "mw-prose.h"
#include "mw-words.h"

/* Between paragraphs: half a line. */
#define GAP "<span size=\"50%\"> </span>"

static const char *const signs[] = {
  [MW_LIKENESS_EQUAL] = "=",
  [MW_LIKENESS_ALIKE] = "≈",
  [MW_LIKENESS_DIFFERENT] = "≠",
};

static const char *const likenesses[] = {
  /* Translators: what interventions say under one heading, as in "Duration: the same" */
  [MW_LIKENESS_EQUAL] = N_ ("the same"),
  [MW_LIKENESS_ALIKE] = N_ ("the same in outline"),
  [MW_LIKENESS_DIFFERENT] = N_ ("different"),
};

const char *
mw_comparison_words_get_line (MwComparisonLine line)
{
  switch (line)
    {
    case MW_COMPARISON_FITS:
      return _ ("Fits");
    case MW_COMPARISON_EVIDENCE:
      return _ ("Research");
    case MW_COMPARISON_OFFER:
      return mw_words_get_facet (MW_FACET_OFFER);
    case MW_COMPARISON_REMARKS:
      return _ ("Note");
    case MW_COMPARISON_FIELDS:
    default:
      return mw_words_get_field (line - MW_COMPARISON_FIELDS);
    }
}

char *
mw_comparison_words_dup_numbers (MwIntervention *intervention)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < intervention->n_numbers; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " / " : "", intervention->numbers[i].text);

  return g_string_free (numbers, FALSE);
}

const char *
mw_comparison_words_get_sign (MwLikeness likeness)
{
  return signs[likeness];
}

const char *
mw_comparison_words_get_likeness (MwLikeness likeness)
{
  return _ (likenesses[likeness]);
}

/* Returns: (transfer full) */
static char *
dup_value (MwFacet facet, guint value, MwIntervention *intervention)
{
  g_autofree char *words = NULL;

  if (facet == MW_FACET_PROFILE)
    return mw_fit_words_dup_profiles (MW_PROFILE_SET_OF (value), intervention->guidance);

  words = mw_words_dup_facet_value (facet, value);
  if (facet == MW_FACET_LONELINESS)
    return g_strdup_printf ("%s: %s", mw_words_get_facet (facet), words);

  return g_steal_pointer (&words);
}

static void
append_line (GString *markup, const char *more)
{
  if (markup->len > 0)
    g_string_append_c (markup, '\n');
  g_string_append (markup, more);
}

static void
append_facet (GString *markup, const MwComparisonFacet *facet, MwIntervention *intervention, guint column)
{
  for (guint v = 0; v < mw_facet_get_n_values (facet->facet); v++)
    if (facet->values[column] & (1u << v))
      {
        g_autofree char *words = dup_value (facet->facet, v, intervention);
        g_autofree char *escaped = g_markup_printf_escaped ("<b>%s%s</b>", facet->shared & (1u << v) ? "" : MW_COMPARISON_MARK, words);

        append_line (markup, escaped);
      }
}

static void
append_blocks (GString *markup, GPtrArray *blocks)
{
  for (guint b = 0; b < blocks->len; b++)
    {
      const MwBlock *block = g_ptr_array_index (blocks, b);
      g_autofree char *text = mw_prose_dup_markup (block);
      g_autofree char *item = block->kind == MW_BLOCK_ITEM && blocks->len > 1 ? g_strdup_printf ("• %s", text) : NULL;

      if (b > 0 && !item)
        append_line (markup, GAP);
      append_line (markup, item ? item : text);
    }
}

static void
append_dim (GString *markup, const char *words)
{
  g_autofree char *escaped = g_markup_printf_escaped ("<i>%s</i>", words);

  append_line (markup, escaped);
}

/* Who offers it, and then the rest. */
static char *
dup_offer (const MwComparisonRow *row, const MwOrganisationItem *offer)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *status
    = mw_offer_words_dup_status (offer ? offer->status : MW_OFFER_UNKNOWN, offer ? offer->texts[MW_OFFER_PROVIDER] : NULL);
  gboolean shared = row->facets[0].shared && row->shared_texts & (1u << MW_OFFER_PROVIDER);
  g_autofree char *escaped = g_markup_printf_escaped ("<b>%s%s</b>", shared ? "" : MW_COMPARISON_MARK, status);

  if (!offer)
    append_dim (markup, status);
  else
    append_line (markup, escaped);
  for (guint t = MW_OFFER_PROVIDER + 1; offer && t < MW_COMPARISON_OFFER_TEXTS; t++)
    {
      g_autofree char *fact = mw_offer_words_dup_fact (offer, t);
      g_autofree char *marked
        = fact ? g_markup_printf_escaped ("%s%s", row->shared_texts & (1u << t) ? "" : MW_COMPARISON_MARK, fact) : NULL;

      if (marked)
        append_line (markup, marked);
    }

  return g_string_free (markup, FALSE);
}

char *
mw_comparison_words_dup_cell (const MwComparisonRow *row, MwComparisonLine line, MwIntervention *intervention, guint column,
                              MwOrganisation *organisation)
{
  GString *markup;
  GPtrArray *blocks = mw_comparison_get_blocks (intervention, line, mw_words_get_language ());

  if (line == MW_COMPARISON_OFFER)
    return dup_offer (row, mw_comparison_get_offer (intervention, organisation));

  markup = g_string_new (NULL);
  if (mw_comparison_is_not_stated (intervention, line))
    {
      append_dim (markup, _ ("Not stated in the publication"));
      return g_string_free (markup, FALSE);
    }

  for (guint f = 0; f < row->n_facets; f++)
    append_facet (markup, &row->facets[f], intervention, column);
  if (blocks)
    append_blocks (markup, blocks);
  if (markup->len == 0)
    /* Translators: an intervention has no remarks */
    append_dim (markup, _ ("None"));

  return g_string_free (markup, FALSE);
}

char *
mw_comparison_words_dup_spoken (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MW_COMPARISON_MARK, -1);

  /* Translators: read aloud before what only some of the interventions have */
  return g_strjoinv (_ ("not in all: "), parts);
}

/* Returns: (transfer full): on one line */
static char *
dup_common_offer (const MwOrganisationItem *offer)
{
  g_autofree char *status
    = mw_offer_words_dup_status (offer ? offer->status : MW_OFFER_UNKNOWN, offer ? offer->texts[MW_OFFER_PROVIDER] : NULL);
  GString *words = g_string_new (status);

  for (guint t = MW_OFFER_PROVIDER + 1; offer && t < MW_COMPARISON_OFFER_TEXTS; t++)
    {
      g_autofree char *fact = mw_offer_words_dup_fact (offer, t);

      if (fact)
        g_string_append_printf (words, " · %s", g_strdelimit (fact, "\n", ' '));
    }

  return g_string_free (words, FALSE);
}

char *
mw_comparison_words_dup_common (const MwComparisonRow *row, MwComparisonLine line, MwIntervention *intervention,
                                MwOrganisation *organisation)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *blocks = mw_comparison_get_blocks (intervention, line, mw_words_get_language ());

  if (row->likeness == MW_LIKENESS_DIFFERENT)
    return NULL;
  if (line == MW_COMPARISON_OFFER)
    return dup_common_offer (mw_comparison_get_offer (intervention, organisation));
  if (!row->stated)
    return g_strdup (_ ("Not stated in the publication"));

  for (guint f = 0; f < row->n_facets; f++)
    for (guint v = 0; v < mw_facet_get_n_values (row->facets[f].facet); v++)
      if (row->facets[f].shared & (1u << v))
        g_ptr_array_add (parts, dup_value (row->facets[f].facet, v, intervention));
  for (guint b = 0; parts->len == 0 && blocks && b < blocks->len; b++)
    g_ptr_array_add (parts, g_strdup (((MwBlock *) g_ptr_array_index (blocks, b))->text));
  g_ptr_array_add (parts, NULL);

  return mw_words_join ((char **) parts->pdata);
}
