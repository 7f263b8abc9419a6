/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison.h"

#include <string.h>

/* The facets that sum a line up. */
static const struct
{
  MwComparisonLine line;
  MwFacet facet;
  gboolean outline; /* the same values mean that the texts say much the same */
  guint32 vague;    /* but for these, behind which anything may stand */
} summaries[] = {
  { MW_COMPARISON_FITS, MW_FACET_PROFILE, FALSE, 0 },
  { MW_COMPARISON_EVIDENCE, MW_FACET_EVIDENCE, FALSE, 0 },
  { MW_COMPARISON_EVIDENCE, MW_FACET_LONELINESS, FALSE, 0 },
  { MW_COMPARISON_FIELDS + MW_FIELD_AUDIENCE, MW_FACET_AUDIENCE, TRUE, 0 },
  { MW_COMPARISON_FIELDS + MW_FIELD_METHOD, MW_FACET_FORM, FALSE, 0 },
  { MW_COMPARISON_FIELDS + MW_FIELD_PERFORMED_BY, MW_FACET_PERFORMED_BY, TRUE, 0 },
  { MW_COMPARISON_FIELDS + MW_FIELD_DURATION, MW_FACET_DURATION, TRUE, 1u << 4 },   /* varies */
  { MW_COMPARISON_FIELDS + MW_FIELD_INTENSITY, MW_FACET_INTENSITY, TRUE, 1u << 4 }, /* varies */
  { MW_COMPARISON_FIELDS + MW_FIELD_TRAINING, MW_FACET_TRAINING, TRUE, 0 },
  { MW_COMPARISON_FIELDS + MW_FIELD_COSTS, MW_FACET_COSTS, TRUE, 1u << 1 }, /* paid: how much? */
};

gboolean
mw_comparison_is_not_stated (MwIntervention *intervention, MwComparisonLine line)
{
  return line >= MW_COMPARISON_FIELDS && intervention->not_stated & (1u << (line - MW_COMPARISON_FIELDS));
}

GPtrArray *
mw_comparison_get_blocks (MwIntervention *intervention, MwComparisonLine line, MwLanguage language)
{
  g_return_val_if_fail (line < MW_N_COMPARISON_LINES, NULL);

  if (line == MW_COMPARISON_REMARKS)
    return mw_intervention_get_remarks (intervention, language);
  if (line < MW_COMPARISON_FIELDS || mw_comparison_is_not_stated (intervention, line))
    return NULL;

  return mw_intervention_get_field (intervention, line - MW_COMPARISON_FIELDS, language);
}

static gboolean
is_same_text (GPtrArray *one, GPtrArray *other)
{
  guint n_one = one ? one->len : 0;
  guint n_other = other ? other->len : 0;

  if (n_one != n_other)
    return FALSE;

  for (guint i = 0; i < n_one; i++)
    if (strcmp (((MwBlock *) g_ptr_array_index (one, i))->text, ((MwBlock *) g_ptr_array_index (other, i))->text) != 0)
      return FALSE;

  return TRUE;
}

/* Dutch is what every intervention has. */
static gboolean
are_same_texts (MwIntervention *const *interventions, guint n_interventions, MwComparisonLine line)
{
  for (guint i = 1; i < n_interventions; i++)
    if (mw_comparison_is_not_stated (interventions[i], line) != mw_comparison_is_not_stated (interventions[0], line)
        || !is_same_text (mw_comparison_get_blocks (interventions[0], line, MW_LANGUAGE_NL),
                          mw_comparison_get_blocks (interventions[i], line, MW_LANGUAGE_NL)))
      return FALSE;

  return TRUE;
}

/* A profile that one fits with guidance and another without is not shared. */
static guint32
find_unlike_guidance (MwIntervention *const *interventions, guint n_interventions)
{
  guint32 some = 0;
  guint32 all = G_MAXUINT32;

  for (guint i = 0; i < n_interventions; i++)
    {
      some |= interventions[i]->guidance;
      all &= interventions[i]->guidance;
    }

  return some & ~all;
}

/* Returns: whether all of them have the same values */
static gboolean
add_facet (MwComparisonRow *row, MwFacet facet, MwIntervention *const *interventions, guint n_interventions)
{
  MwComparisonFacet *added = &row->facets[row->n_facets++];
  guint32 some = 0;

  added->facet = facet;
  added->shared = G_MAXUINT32;
  for (guint i = 0; i < n_interventions; i++)
    {
      added->values[i] = interventions[i]->facets[facet];
      added->shared &= added->values[i];
      some |= added->values[i];
    }
  if (facet == MW_FACET_PROFILE)
    added->shared &= ~find_unlike_guidance (interventions, n_interventions);

  return added->shared == some;
}

static gboolean
is_stated (MwIntervention *const *interventions, guint n_interventions, MwComparisonLine line)
{
  for (guint i = 0; i < n_interventions; i++)
    {
      GPtrArray *blocks = mw_comparison_get_blocks (interventions[i], line, MW_LANGUAGE_NL);

      if (line == MW_COMPARISON_FITS || line == MW_COMPARISON_EVIDENCE || (blocks && blocks->len > 0))
        return TRUE;
    }

  return FALSE;
}

static void
compare_line (MwComparisonRow *row, MwComparisonLine line, MwIntervention *const *interventions, guint n_interventions)
{
  gboolean same_text = are_same_texts (interventions, n_interventions, line);
  gboolean same_values = TRUE;
  gboolean outline = FALSE;

  row->stated = is_stated (interventions, n_interventions, line);
  for (guint s = 0; s < G_N_ELEMENTS (summaries); s++)
    if (summaries[s].line == line)
      {
        gboolean same = add_facet (row, summaries[s].facet, interventions, n_interventions);

        same_values = same_values && same;
        outline = summaries[s].outline && !(row->facets[row->n_facets - 1].shared & summaries[s].vague);
      }

  if (same_text && same_values)
    row->likeness = MW_LIKENESS_EQUAL;
  else if (outline && same_values && row->facets[0].shared)
    row->likeness = MW_LIKENESS_ALIKE;
  else
    row->likeness = MW_LIKENESS_DIFFERENT;
}

MwOrganisationItem *
mw_comparison_get_offer (MwIntervention *intervention, MwOrganisation *organisation)
{
  MwOrganisationItem *offer = organisation ? mw_organisation_lookup (organisation, MW_ITEM_OFFER, intervention->id) : NULL;

  if (!offer || offer->status != MW_OFFER_UNKNOWN)
    return offer;
  for (guint t = 0; t < MW_COMPARISON_OFFER_TEXTS; t++)
    if (*offer->texts[t])
      return offer;

  return NULL;
}

static gboolean
is_same_offer_text (const MwOrganisationItem *one, const MwOrganisationItem *other, MwOfferText which)
{
  return g_str_equal (one ? one->texts[which] : "", other ? other->texts[which] : "");
}

static void
compare_offers (MwComparisonRow *row, MwIntervention *const *interventions, guint n_interventions, MwOrganisation *organisation)
{
  MwComparisonFacet *status = &row->facets[row->n_facets++];
  guint all_texts = (1u << MW_COMPARISON_OFFER_TEXTS) - 1;

  row->shared_texts = all_texts;
  row->stated = FALSE;
  status->facet = MW_FACET_OFFER;
  status->shared = G_MAXUINT32;
  for (guint i = 0; i < n_interventions; i++)
    {
      const MwOrganisationItem *offer = mw_comparison_get_offer (interventions[i], organisation);

      row->stated = row->stated || offer;
      status->values[i] = 1u << (offer ? offer->status : MW_OFFER_UNKNOWN);
      status->shared &= status->values[i];
      for (guint t = 0; t < MW_COMPARISON_OFFER_TEXTS; t++)
        if (!is_same_offer_text (offer, mw_comparison_get_offer (interventions[0], organisation), t))
          row->shared_texts &= ~(1u << t);
    }
  row->likeness = status->shared && row->shared_texts == all_texts ? MW_LIKENESS_EQUAL : MW_LIKENESS_DIFFERENT;
}

void
mw_comparison_compare (MwComparison *self, MwIntervention *const *interventions, guint n_interventions, MwOrganisation *organisation)
{
  g_return_if_fail (n_interventions >= 1 && n_interventions <= MW_COMPARISON_MOST);

  memset (self, 0, sizeof *self);
  self->n_interventions = n_interventions;
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    if (line != MW_COMPARISON_OFFER)
      compare_line (&self->rows[line], line, interventions, n_interventions);
  compare_offers (&self->rows[MW_COMPARISON_OFFER], interventions, n_interventions, organisation);
}
