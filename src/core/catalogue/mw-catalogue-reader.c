/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-reader.h"

#include "mw-catalogue-problem.h"
#include "mw-catalogue-rules.h"
#include "mw-intervention-xml.h"
#include "mw-synonyms-xml.h"
#include "mw-xml-records.h"

#define SYNONYMS "synonyms"

/* One call of mw_catalogue_read_all(). */
typedef struct
{
  GPtrArray *problems; /* of MwProblem */
  MwCatalogueRules *rules;
  MwCatalogueFuncs funcs;
  gpointer data;
} Reading;

static void
explain (const xmlNode *node, gpointer data)
{
  Reading *self = data;

  if (mw_xml_node_is (node, SYNONYMS))
    mw_synonyms_check_node (node, self->problems);
  else
    mw_catalogue_rules_explain (self->rules, node);
}

static gboolean
take_synonyms (Reading *self, const xmlNode *node, gboolean valid, GError **error)
{
  g_autoptr (MwSynonyms) synonyms = NULL;

  if (valid)
    mw_synonyms_check_node (node, self->problems);
  if (self->problems->len > 0 || !self->funcs.synonyms)
    return TRUE;

  synonyms = mw_synonyms_new_from_node (node);

  return self->funcs.synonyms (synonyms, self->data, error);
}

static gboolean
take (const xmlNode *node, gboolean valid, double fraction, gpointer data, GError **error)
{
  Reading *self = data;
  g_autoptr (MwIntervention) intervention = NULL;

  if (mw_xml_node_is (node, SYNONYMS))
    return take_synonyms (self, node, valid, error);

  intervention = mw_intervention_new_from_node (node);
  if (self->problems->len < MW_CATALOGUE_MAX_PROBLEMS)
    mw_catalogue_rules_check (self->rules, node, intervention);
  if (self->problems->len > 0 || !self->funcs.intervention)
    return TRUE;

  return self->funcs.intervention (intervention, fraction, self->data, error);
}

static const char *const records[] = { "intervention", NULL };

static const MwXmlFormat format = {
  .schema = "catalogue.rng",
  .uri = "urn:maatwerk:catalogue:1",
  .root = "catalogue",
  .prologue = SYNONYMS,
  .records = records,
  .max_records = MW_CATALOGUE_MAX_INTERVENTIONS,
  .explain = explain,
  .take = take,
};

gboolean
mw_catalogue_read (GFile *file,
                   MwInterventionFunc func,
                   gpointer data,
                   GPtrArray *problems,
                   guint *n_interventions,
                   GCancellable *cancellable,
                   GError **error)
{
  return mw_catalogue_read_all (file, &(MwCatalogueFuncs){ .intervention = func }, data, problems, n_interventions,
                                cancellable, error);
}

gboolean
mw_catalogue_read_all (GFile *file,
                       const MwCatalogueFuncs *funcs,
                       gpointer data,
                       GPtrArray *problems,
                       guint *n_interventions,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) own = problems ? g_ptr_array_ref (problems) : mw_problem_list_new ();
  g_autoptr (MwCatalogueRules) rules = mw_catalogue_rules_new (own);
  Reading reading = { own, rules, *funcs, data };

  return mw_xml_records_read_file (file, &format, &reading, own, n_interventions, cancellable, error);
}
