/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-facet.h"

typedef struct
{
  const char *id;
  const char *values[MW_MAX_FACET_VALUES + 1];
} Facet;

static const Facet facets[MW_N_FACETS] = {
  [MW_FACET_AUDIENCE] = { "audience",
                          { "older", "widowed", "women", "men", "migrant", "lgbt", "visually-impaired",
                            "hard-of-hearing", "mental-health", "care-home", "housebound", "frail", "neighbourhood",
                            "any-adult" } },
  [MW_FACET_FORM] = { "form",
                      { "individual", "home-visit", "group", "course", "meeting-place", "telephone", "online",
                        "housing" } },
  [MW_FACET_PERFORMED_BY] = { "performed-by", { "professional", "volunteer", "peer", "self-study" } },
  [MW_FACET_DURATION] = { "duration",
                          { "up-to-3-months", "up-to-1-year", "over-1-year", "open-ended", "varies", "not-stated" } },
  [MW_FACET_INTENSITY] = { "intensity", { "daily", "weekly", "fortnightly", "monthly", "varies", "not-stated" } },
  [MW_FACET_COSTS] = { "costs", { "free", "paid", "on-request", "not-stated" } },
  [MW_FACET_TRAINING] = { "training", { "available", "required", "none", "not-stated" } },
  [MW_FACET_DESCRIBED] = { "described", { "yes", "practice-example" } },
  [MW_FACET_EVIDENCE] = { "evidence", { "none", "practice", "descriptive", "effect", "controlled" } },
  [MW_FACET_LONELINESS] = { "loneliness",
                            { "decreased", "slightly-decreased", "unchanged", "not-measured", "unknown" } },
  [MW_FACET_PROFILE] = { "profile",
                         { "actieven", "geborgenen", "achterblijvers", "afhankelijken", "compenseerders",
                           "buitenstaanders", "hoopvollen", "overlevers" } },
  [MW_FACET_ROW] = { "row", { "impending", "situational", "structural", "complex" } },
  [MW_FACET_GROUP] = { "group", { "early", "structural", "specific", "local" } },
  [MW_FACET_OFFER] = { "offer", { "own", "partner", "unavailable", "unknown" } },
};

const char *
mw_facet_get_id (MwFacet facet)
{
  g_return_val_if_fail (facet < MW_N_FACETS, NULL);

  return facets[facet].id;
}

gboolean
mw_facet_from_id (const char *id, MwFacet *facet)
{
  for (guint i = 0; i < MW_N_FACETS; i++)
    if (g_strcmp0 (id, facets[i].id) == 0)
      {
        *facet = i;
        return TRUE;
      }

  return FALSE;
}

guint
mw_facet_get_n_values (MwFacet facet)
{
  g_return_val_if_fail (facet < MW_N_FACETS, 0);

  return g_strv_length ((char **) facets[facet].values);
}

const char *
mw_facet_get_value_id (MwFacet facet, guint value)
{
  g_return_val_if_fail (value < mw_facet_get_n_values (facet), NULL);

  return facets[facet].values[value];
}

gboolean
mw_facet_value_from_id (MwFacet facet, const char *id, guint *value)
{
  g_return_val_if_fail (facet < MW_N_FACETS, FALSE);

  for (guint i = 0; facets[facet].values[i]; i++)
    if (g_strcmp0 (id, facets[facet].values[i]) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}
