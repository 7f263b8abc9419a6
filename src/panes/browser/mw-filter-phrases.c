/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-phrases.h"

#include <glib/gi18n.h>

/* In the order of mw_facet_get_value_id(). Each follows another after a comma or "or", and may also be the first.
 *
 * Translators: parts of one sentence about interventions, such as "Fits Achterblijvers, for widows and widowers, at home,
 * weekly or monthly." */
static const char *const phrases[MW_N_FACETS][MW_MAX_FACET_VALUES] = {
  [MW_FACET_AUDIENCE] = { N_ ("for older people"), N_ ("for widows and widowers"), N_ ("for women"), N_ ("for men"),
                          N_ ("for people with a migration background"), N_ ("for LGBT people"),
                          N_ ("for people with a visual impairment"), N_ ("for people who are hard of hearing"),
                          N_ ("for people with mental health problems"), N_ ("for care home residents"),
                          N_ ("for housebound people"), N_ ("for frail people"), N_ ("for neighbourhood residents"),
                          N_ ("for any adult") },
  [MW_FACET_FORM] = { N_ ("one to one"), N_ ("at home"), N_ ("in a group"), N_ ("as a course"), N_ ("at a meeting place"),
                      N_ ("by telephone"), N_ ("online"), N_ ("as a form of housing") },
  [MW_FACET_PERFORMED_BY] = { N_ ("by professionals"), N_ ("by volunteers"), N_ ("by peers"), N_ ("by self-study") },
  [MW_FACET_DURATION] = { N_ ("lasting up to 3 months"), N_ ("lasting 3 months to 1 year"), N_ ("lasting more than 1 year"),
                          N_ ("without an end date"), N_ ("of varying length"), N_ ("of unstated length") },
  [MW_FACET_INTENSITY] = { N_ ("daily"), N_ ("weekly"), N_ ("every two weeks"), N_ ("monthly"), N_ ("at varying intervals"),
                           N_ ("without a stated frequency") },
  [MW_FACET_COSTS] = { N_ ("free of charge"), N_ ("at a cost"), N_ ("with costs on request"), N_ ("without stated costs") },
  [MW_FACET_TRAINING] = { N_ ("with training available"), N_ ("with required training"), N_ ("without training"),
                          N_ ("with nothing stated on training") },
  [MW_FACET_DESCRIBED] = { N_ ("described as a method"), N_ ("described as a practice example") },
  [MW_FACET_EVIDENCE] = { N_ ("without known research"), N_ ("with experience from practice"),
                          N_ ("with a descriptive study"), N_ ("with an effect study"),
                          N_ ("with a controlled effect study") },
  [MW_FACET_LONELINESS] = { N_ ("less loneliness found"), N_ ("somewhat less loneliness found"),
                            N_ ("no effect on loneliness found"), N_ ("loneliness not measured"),
                            N_ ("nothing reported on loneliness") },
  [MW_FACET_ROW] = { N_ ("for impending isolation"), N_ ("for situational isolation"), N_ ("for structural isolation"),
                     N_ ("for structural isolation with complex problems") },
  [MW_FACET_GROUP] = { N_ ("from the part on impending and situational isolation"),
                       N_ ("from the part on structural isolation"), N_ ("from the part on specific target groups"),
                       N_ ("of our own") },
  [MW_FACET_OFFER] = { N_ ("in our offer"), N_ ("at a partner"), N_ ("not available here"),
                       N_ ("without a word on our offer") },
};

const char *
mw_filter_phrases_get (MwFacet facet, guint value)
{
  g_return_val_if_fail (value < mw_facet_get_n_values (facet), NULL);

  return phrases[facet][value] ? _ (phrases[facet][value]) : NULL;
}
