/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-organisation.h"

G_BEGIN_DECLS

/* Interventions side by side: what is the same in them and what is not. Pure values; any thread. */

#define MW_COMPARISON_LEAST 2
#define MW_COMPARISON_MOST 4

/* The rows: what the overview, the studies and the organisation's own offer say, then the thirteen fields of the fixed format. */
typedef enum
{
  MW_COMPARISON_FITS,
  MW_COMPARISON_EVIDENCE,
  MW_COMPARISON_OFFER,
  MW_COMPARISON_REMARKS,
  MW_COMPARISON_FIELDS, /* the first field; MwField f stands at MW_COMPARISON_FIELDS + f */
} MwComparisonLine;
#define MW_N_COMPARISON_LINES (MW_COMPARISON_FIELDS + MW_N_FIELDS)

typedef enum
{
  MW_LIKENESS_EQUAL,     /* word for word; also when none states it */
  MW_LIKENESS_ALIKE,     /* in the words of the facets; the texts say more */
  MW_LIKENESS_DIFFERENT,
} MwLikeness;

/* What the facets say of a line. */
typedef struct
{
  MwFacet facet;
  guint32 values[MW_COMPARISON_MOST]; /* for each intervention a set of values */
  guint32 shared;                     /* the values that all of them have */
} MwComparisonFacet;

typedef struct
{
  MwLikeness likeness;
  gboolean stated; /* whether one of them says something */
  guint shared_texts; /* of the offer: bit t: all of them have the same MwOfferText t */
  guint n_facets;
  MwComparisonFacet facets[2];
} MwComparisonRow;

typedef struct
{
  guint n_interventions;
  MwComparisonRow rows[MW_N_COMPARISON_LINES];
} MwComparison;

/* What the organisation tells everyone about its offer: provider, contact and waiting time. Remarks are for colleagues, and a comparison
 * is also shown to a room. */
#define MW_COMPARISON_OFFER_TEXTS (MW_OFFER_WAITING_TIME + 1)

/**
 * mw_comparison_compare:
 * @interventions: (array length=n_interventions): from one to MW_COMPARISON_MOST
 * @organisation: (nullable): whose offer is compared; %NULL leaves that line empty
 *
 * One intervention alone has nothing that it differs from.
 */
void mw_comparison_compare (MwComparison *self, MwIntervention *const *interventions, guint n_interventions,
                            MwOrganisation *organisation);

/* What @organisation (nullable) filled in about @intervention. Returns: (transfer none) (nullable): %NULL when there is nothing to be
 * compared, even if there are remarks */
MwOrganisationItem *mw_comparison_get_offer (MwIntervention *intervention, MwOrganisation *organisation);

/* The blocks of a line in @language, or in Dutch where it has none. Returns: (transfer none) (nullable) (element-type MwBlock):
 * %NULL when the line has no text of its own, or when the publication does not state it */
GPtrArray *mw_comparison_get_blocks (MwIntervention *intervention, MwComparisonLine line, MwLanguage language);

/* Whether the publication leaves out what @line asks for. */
gboolean mw_comparison_is_not_stated (MwIntervention *intervention, MwComparisonLine line);

G_END_DECLS
