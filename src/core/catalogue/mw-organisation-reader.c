/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-reader.h"

#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue-rules.h"
#include "mw-intervention-xml.h"
#include "mw-xml-records.h"

/* One call of mw_organisation_read(). */
typedef struct
{
  GPtrArray *problems; /* of MwProblem */
  MwCatalogueRules *rules;
  MwOrganisation *organisation;
} Reading;

static void
add (Reading *self,
     MwProblemKind kind,
     const xmlNode *node,
     const char *attribute,
     const char *value,
     const char *expected)
{
  if (self->problems->len < MW_CATALOGUE_MAX_PROBLEMS)
    g_ptr_array_add (self->problems, mw_problem_new (kind, (guint) xmlGetLineNo (node), (const char *) node->name,
                                                     attribute, value, expected, NULL));
}

static const xmlNode *
find_element (const xmlNode *parent, const char *name)
{
  for (const xmlNode *n = parent->children; n; n = n->next)
    if (mw_xml_node_is (n, name))
      return n;

  return NULL;
}

/* Attributes, each with the pattern of its values and an example of one. */
static const struct
{
  const char *name;
  const char *pattern;
  const char *expected;
} attributes[] = {
  { "intervention", "^[a-z0-9]+(-[a-z0-9]+)*$", "a-z, 0-9, -" },
  { "status", "^(own|partner|unavailable|unknown)$", "own, partner, unavailable, unknown" },
  { "modified", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", "2026-12-31T12:00:00Z" },
  { "revision", "^[1-9][0-9]{0,8}$", "1" },
};

static void
explain_attribute (Reading *self, const xmlNode *node, guint which)
{
  g_autofree char *value = mw_xml_node_dup_attribute (node, attributes[which].name);

  if (!value)
    add (self, MW_PROBLEM_MISSING_ATTRIBUTE, node, attributes[which].name, NULL, attributes[which].expected);
  else if (!g_regex_match_simple (attributes[which].pattern, value, 0, 0))
    add (self, MW_PROBLEM_WRONG_VALUE, node, attributes[which].name, value, attributes[which].expected);
}

/* Of an offer: at most one of each text, in their order. */
static void
explain_texts (Reading *self, const xmlNode *node)
{
  int last = -1;

  for (const xmlNode *n = node->children; n; n = n->next)
    {
      MwOfferText which;

      if (n->type == XML_TEXT_NODE && !xmlIsBlankNode (n))
        add (self, MW_PROBLEM_UNEXPECTED_TEXT, node, NULL, (const char *) n->content, NULL);
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (!mw_offer_text_from_id ((const char *) n->name, &which) || (int) which <= last)
        add (self, MW_PROBLEM_UNEXPECTED_ELEMENT, n, NULL, NULL, "<provider>, <contact>, <waiting-time>, <remarks>");
      else
        last = (int) which;
    }
}

static void
explain (const xmlNode *node, gpointer data)
{
  Reading *self = data;
  const xmlNode *intervention = find_element (node, "intervention");
  gboolean own = mw_xml_node_is (node, "own");

  if (!own)
    explain_attribute (self, node, 0);
  if (mw_xml_node_is (node, "offer"))
    {
      explain_attribute (self, node, 1);
      explain_texts (self, node);
    }
  explain_attribute (self, node, 2);
  explain_attribute (self, node, 3);
  if (own && intervention)
    mw_catalogue_rules_explain (self->rules, intervention);
  else if (own)
    add (self, MW_PROBLEM_MISSING_ELEMENT, node, NULL, NULL, "<intervention>");
}

static char *
dup_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = g_strdup ((const char *) content);

  xmlFree (content);

  return text;
}

static MwOrganisationItem *
read_offer (Reading *self, const xmlNode *node, const char *id)
{
  g_autofree char *name = mw_xml_node_dup_attribute (node, "name");
  g_autofree char *status_id = mw_xml_node_dup_attribute (node, "status");
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, name, MW_OFFER_UNKNOWN);
  guint status;

  if (mw_facet_value_from_id (MW_FACET_OFFER, status_id, &status))
    item->status = status;
  for (const xmlNode *n = node->children; n; n = n->next)
    {
      g_autofree char *text = NULL;
      MwOfferText which;

      if (n->type != XML_ELEMENT_NODE || !mw_offer_text_from_id ((const char *) n->name, &which))
        continue;
      text = dup_text (n);
      if (g_utf8_strlen (text, -1) > MW_OFFER_MAX_TEXT)
        add (self, MW_PROBLEM_TEXT_TOO_LONG, n, NULL, NULL, NULL);
      mw_organisation_item_set_text (item, which, text);
    }

  return item;
}

/* The numbers of an organisation's own are apart from those of every catalogue. */
static void
check_number (Reading *self, const xmlNode *node)
{
  for (const xmlNode *n = node->children; n; n = n->next)
    {
      g_autofree char *group = NULL;
      g_autofree char *number = NULL;

      if (!mw_xml_node_is (n, "number"))
        continue;
      group = mw_xml_node_dup_attribute (n, "group");
      number = mw_xml_node_dup_text (n);
      if (g_strcmp0 (group, mw_facet_get_value_id (MW_FACET_GROUP, MW_GROUP_LOCAL)) != 0)
        add (self, MW_PROBLEM_WRONG_VALUE, n, "group", group, "local");
      else if (number && !g_str_has_prefix (number, "L."))
        add (self, MW_PROBLEM_WRONG_VALUE, n, NULL, number, "L.1");
    }
}

static MwOrganisationItem *
read_own (Reading *self, const xmlNode *node)
{
  const xmlNode *element = find_element (node, "intervention");
  g_autoptr (MwIntervention) intervention = element ? mw_intervention_new_from_node (element) : NULL;

  if (!intervention)
    return NULL;

  mw_catalogue_rules_check (self->rules, element, intervention);
  check_number (self, element);

  return intervention->id ? mw_organisation_item_new_own (intervention->id, intervention) : NULL;
}

static void
read_change (Reading *self, const xmlNode *node, MwOrganisationItem *item)
{
  g_autofree char *modified = mw_xml_node_dup_attribute (node, "modified");
  g_autofree char *revision = mw_xml_node_dup_attribute (node, "revision");
  g_autoptr (GDateTime) time = modified ? g_date_time_new_from_iso8601 (modified, NULL) : NULL;

  if (time)
    item->modified = g_date_time_to_unix (time);
  else if (self->problems->len == 0)
    add (self, MW_PROBLEM_WRONG_VALUE, node, "modified", modified, attributes[2].expected);
  item->revision = (guint) g_ascii_strtoull (revision ? revision : "1", NULL, 10);
}

/* An intervention of one's own is there once, or was removed once. */
static void
take_item (Reading *self, const xmlNode *node, MwOrganisationItem *item)
{
  if (mw_organisation_lookup (self->organisation, item->kind, item->id))
    add (self, MW_PROBLEM_DUPLICATE, node, "intervention", item->id, NULL);
  mw_organisation_take (self->organisation, item);
}

static gboolean
take (const xmlNode *node, gboolean valid, double fraction, gpointer data, GError **error)
{
  Reading *self = data;
  g_autofree char *id = mw_xml_node_dup_attribute (node, "intervention");
  MwOrganisationItem *item = NULL;

  if (self->problems->len >= MW_CATALOGUE_MAX_PROBLEMS)
    return TRUE;

  if (mw_xml_node_is (node, "own"))
    item = read_own (self, node);
  else if (id && mw_xml_node_is (node, "offer"))
    item = read_offer (self, node, id);
  else if (id)
    item = mw_organisation_item_new_own (id, NULL);
  if (!item)
    return TRUE;

  read_change (self, node, item);
  take_item (self, node, item);

  return TRUE;
}

static const char *const records[] = { "offer", "own", "removed", NULL };

static const MwXmlFormat format = {
  .schema = "organisation.rng",
  .uri = "urn:maatwerk:organisation:1",
  .root = "organisation",
  .records = records,
  .max_records = MW_ORGANISATION_MAX_ITEMS,
  .may_be_empty = TRUE,
  .explain = explain,
  .take = take,
};

MwOrganisation *
mw_organisation_read (GFile *file, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) own = problems ? g_ptr_array_ref (problems) : mw_problem_list_new ();
  g_autoptr (MwCatalogueRules) rules = mw_catalogue_rules_new (own);
  g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
  Reading reading = { own, rules, organisation };

  if (!mw_xml_records_read_file (file, &format, &reading, own, NULL, cancellable, error))
    return NULL;

  return g_steal_pointer (&organisation);
}

MwOrganisation *
mw_organisation_read_bytes (GBytes *bytes, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) own = problems ? g_ptr_array_ref (problems) : mw_problem_list_new ();
  g_autoptr (MwCatalogueRules) rules = mw_catalogue_rules_new (own);
  g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  Reading reading = { own, rules, organisation };

  if (!mw_xml_records_read (stream, (goffset) g_bytes_get_size (bytes), &format, &reading, own, NULL, cancellable,
                            error))
    return NULL;

  return g_steal_pointer (&organisation);
}
