/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-typology.h"

G_BEGIN_DECLS

/* The fixed vocabulary of catalogue.rng. The interface words the codes; ids are the words of the XML. Pure values. */

/* The facets of an intervention; the first eight stand in its XML, the rest follow from its other elements. */
typedef enum
{
  MW_FACET_AUDIENCE,
  MW_FACET_FORM,
  MW_FACET_PERFORMED_BY,
  MW_FACET_DURATION,
  MW_FACET_INTENSITY,
  MW_FACET_COSTS,
  MW_FACET_TRAINING,
  MW_FACET_DESCRIBED,
  MW_FACET_EVIDENCE,   /* values: MwEvidence */
  MW_FACET_LONELINESS, /* values: MwLoneliness */
  MW_FACET_PROFILE,    /* values: MwProfile */
  MW_FACET_ROW,        /* values: MwPersistence less 2: impending, situational, structural, complex */
  MW_FACET_GROUP,      /* values: MwGroup */
  MW_FACET_OFFER,      /* values: MwOfferStatus; of the organisation, never of a catalogue */
} MwFacet;
#define MW_N_FACETS 14
#define MW_N_XML_FACETS 8
/* No facet has more values, so that a set of values is a guint32 with bit n for value n. */
#define MW_MAX_FACET_VALUES 14

/* The three groups of the publication and that of an organisation's own interventions. */
typedef enum
{
  MW_GROUP_EARLY,
  MW_GROUP_STRUCTURAL,
  MW_GROUP_SPECIFIC,
  MW_GROUP_LOCAL,
} MwGroup;

typedef enum
{
  MW_EVIDENCE_NONE,
  MW_EVIDENCE_PRACTICE,
  MW_EVIDENCE_DESCRIPTIVE,
  MW_EVIDENCE_EFFECT,
  MW_EVIDENCE_CONTROLLED,
} MwEvidence;

typedef enum
{
  MW_LONELINESS_DECREASED,
  MW_LONELINESS_SLIGHTLY_DECREASED,
  MW_LONELINESS_UNCHANGED,
  MW_LONELINESS_NOT_MEASURED,
  MW_LONELINESS_UNKNOWN,
} MwLoneliness;

/* Who offers an intervention, as far as the organisation has filled it in. */
typedef enum
{
  MW_OFFER_OWN, /* we do */
  MW_OFFER_PARTNER,
  MW_OFFER_UNAVAILABLE, /* nobody does here */
  MW_OFFER_UNKNOWN,
} MwOfferStatus;
#define MW_N_OFFER_STATUSES 4

#define MW_DESCRIBED_PRACTICE_EXAMPLE 1

/* Returns: (transfer none): such as "performed-by" */
const char *mw_facet_get_id (MwFacet facet);
gboolean mw_facet_from_id (const char *id, MwFacet *facet);

/* The number of values that @facet knows. */
guint mw_facet_get_n_values (MwFacet facet);

/* Returns: (transfer none): such as "widowed"; @value must be less than the number of values */
const char *mw_facet_get_value_id (MwFacet facet, guint value);
gboolean mw_facet_value_from_id (MwFacet facet, const char *id, guint *value);

G_END_DECLS
