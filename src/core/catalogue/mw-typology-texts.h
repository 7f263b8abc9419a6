/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* The words of the typology, from data/typology.xml, which is part of the program. Read once, then never changed. */

typedef enum
{
  MW_TYPOLOGY_NAME,
  MW_TYPOLOGY_DESCRIPTION,
  MW_TYPOLOGY_DURATION,
  MW_TYPOLOGY_ORIENTATION, /* of profiles only */
  MW_TYPOLOGY_COMPETENCES,
  MW_TYPOLOGY_STRATEGY,             /* of profiles only */
  MW_TYPOLOGY_KIND_OF_INTERVENTION, /* of rows only; one string for each */
  MW_TYPOLOGY_POSSIBLE_RESULT,      /* of rows only; one string for each */
  MW_TYPOLOGY_LIMIT,                /* none, one or more */
  MW_TYPOLOGY_ASK,                  /* one or more */
  MW_TYPOLOGY_OBSERVE,              /* one or more */
  MW_TYPOLOGY_EXAMPLE,              /* of profiles only */
} MwTypologyText;
#define MW_N_TYPOLOGY_TEXTS 12

/* Returns: (transfer none) (element-type utf8): the texts of a profile; empty where it has none of the kind */
GPtrArray *mw_typology_texts_get_profile (MwProfile profile, MwTypologyText text, MwLanguage language);

/* @persistence: answered. Returns: (transfer none) (element-type utf8): the texts of a row */
GPtrArray *mw_typology_texts_get_row (MwPersistence persistence, MwTypologyText text, MwLanguage language);

/* Returns: (transfer none): the first text of the kind, or "" */
const char *mw_typology_texts_peek_profile (MwProfile profile, MwTypologyText text, MwLanguage language);
const char *mw_typology_texts_peek_row (MwPersistence persistence, MwTypologyText text, MwLanguage language);

G_END_DECLS
