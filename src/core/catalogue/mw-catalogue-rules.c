/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-rules.h"

#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-intervention-xml.h"

struct _MwCatalogueRules
{
  GPtrArray *problems;
  GHashTable *ids;
  GHashTable *numbers;
};

#define MANY G_MAXUINT

/* The children of <intervention> in their order, as in catalogue.rng. */
static const struct
{
  const char *name;
  guint least;
  guint most;
  gboolean prose;
} children[] = {
  { "number", 1, 2, FALSE },         { "name", 1, MANY, TRUE },
  { "alias", 0, MANY, TRUE },        { "summary", 1, MANY, TRUE },
  { "fits", 1, MANY, FALSE },        { "remark", 0, MANY, TRUE },
  { "audience", 1, MANY, TRUE },     { "goal", 1, MANY, TRUE },
  { "method", 1, MANY, TRUE },       { "suitability", 1, MANY, TRUE },
  { "performed-by", 1, MANY, TRUE }, { "duration", 1, MANY, TRUE },
  { "intensity", 1, MANY, TRUE },    { "materials", 1, MANY, TRUE },
  { "training", 1, MANY, TRUE },     { "costs", 1, MANY, TRUE },
  { "effects", 1, MANY, TRUE },      { "developer", 1, MANY, TRUE },
  { "more-information", 1, MANY, TRUE }, { "facet", 1, MANY, FALSE },
  { "evidence", 1, 1, FALSE },
};

static void
add (MwCatalogueRules *self,
     MwProblemKind kind,
     const xmlNode *node,
     const char *attribute,
     const char *value,
     const char *expected)
{
  g_ptr_array_add (self->problems,
                   mw_problem_new (kind, (guint) xmlGetLineNo (node), (const char *) node->name, attribute, value,
                                   expected, NULL));
}

static int
find_child (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if (strcmp (children[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* The words that may follow child @from of an intervention, up to the next obligatory one. */
static char *
dup_expected_children (guint from)
{
  GString *words = g_string_new (NULL);

  for (guint i = from; i < G_N_ELEMENTS (children); i++)
    {
      g_string_append_printf (words, "%s<%s>", words->len > 0 ? ", " : "", children[i].name);
      if (i > from && children[i].least > 0)
        break;
    }

  return g_string_free (words, FALSE);
}

static char *
dup_facet_values (MwFacet facet)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < mw_facet_get_n_values (facet); i++)
    g_ptr_array_add (values, (char *) mw_facet_get_value_id (facet, i));
  g_ptr_array_add (values, NULL);

  return g_strjoinv (", ", (char **) values->pdata);
}

static char *
dup_facet_names (void)
{
  const char *names[MW_N_XML_FACETS + 1] = { NULL };

  for (guint i = 0; i < MW_N_XML_FACETS; i++)
    names[i] = mw_facet_get_id (i);

  return g_strjoinv (", ", (char **) names);
}

static void
check_attribute (MwCatalogueRules *self, const xmlNode *node, const char *attribute, MwFacet facet)
{
  g_autofree char *value = mw_xml_node_dup_attribute (node, attribute);
  g_autofree char *expected = dup_facet_values (facet);
  guint known;

  if (!value)
    add (self, MW_PROBLEM_MISSING_ATTRIBUTE, node, attribute, NULL, expected);
  else if (!mw_facet_value_from_id (facet, value, &known))
    add (self, MW_PROBLEM_WRONG_VALUE, node, attribute, value, expected);
}

static void
check_facet (MwCatalogueRules *self, const xmlNode *node)
{
  g_autofree char *name = mw_xml_node_dup_attribute (node, "name");
  g_autofree char *names = dup_facet_names ();
  MwFacet facet;

  if (!name)
    add (self, MW_PROBLEM_MISSING_ATTRIBUTE, node, "name", NULL, names);
  else if (!mw_facet_from_id (name, &facet) || facet >= MW_N_XML_FACETS)
    add (self, MW_PROBLEM_WRONG_VALUE, node, "name", name, names);
  else
    check_attribute (self, node, "value", facet);
}

static gboolean
is_number (const char *text)
{
  return text && g_regex_match_simple ("^([1-9]|L)\\.[1-9][0-9]{0,4}$", text, 0, 0);
}

static void
check_number (MwCatalogueRules *self, const xmlNode *node)
{
  g_autofree char *text = mw_xml_node_dup_text (node);

  check_attribute (self, node, "group", MW_FACET_GROUP);
  if (!is_number (text))
    add (self, MW_PROBLEM_WRONG_VALUE, node, NULL, text ? text : "", "1.1, L.1");
}

static void
check_prose (MwCatalogueRules *self, const xmlNode *node)
{
  g_autofree char *lang = mw_xml_node_dup_attribute (node, "lang");
  g_autofree char *stated = mw_xml_node_dup_attribute (node, "stated");
  g_autofree char *text = (char *) xmlNodeGetContent (node);
  MwLanguage language;

  if (!lang)
    add (self, MW_PROBLEM_MISSING_ATTRIBUTE, node, "xml:lang", NULL, "nl, en");
  else if (!mw_language_from_id (lang, &language))
    add (self, MW_PROBLEM_WRONG_VALUE, node, "xml:lang", lang, "nl, en");
  if (stated && strcmp (stated, "no") != 0)
    add (self, MW_PROBLEM_WRONG_VALUE, node, "stated", stated, "no");
  if (!stated && !*g_strstrip (text))
    add (self, MW_PROBLEM_EMPTY, node, NULL, NULL, NULL);
}

static void
check_child (MwCatalogueRules *self, const xmlNode *node, guint position)
{
  if (children[position].prose)
    check_prose (self, node);
  else if (mw_xml_node_is (node, "number"))
    check_number (self, node);
  else if (mw_xml_node_is (node, "fits"))
    check_attribute (self, node, "profile", MW_FACET_PROFILE);
  else if (mw_xml_node_is (node, "facet"))
    check_facet (self, node);
  else if (mw_xml_node_is (node, "evidence"))
    {
      check_attribute (self, node, "level", MW_FACET_EVIDENCE);
      check_attribute (self, node, "loneliness", MW_FACET_LONELINESS);
    }
}

/* Notes the children that should have come before position @stop. */
static void
check_missing (MwCatalogueRules *self, const xmlNode *parent, const guint *counts, guint from, guint stop)
{
  for (guint i = from; i < stop; i++)
    if (counts[i] < children[i].least)
      {
        g_autofree char *expected = g_strdup_printf ("<%s>", children[i].name);

        add (self, MW_PROBLEM_MISSING_ELEMENT, parent, NULL, NULL, expected);
      }
}

static void
check_id (MwCatalogueRules *self, const xmlNode *node)
{
  g_autofree char *id = mw_xml_node_dup_attribute (node, "id");

  if (!id)
    add (self, MW_PROBLEM_MISSING_ATTRIBUTE, node, "id", NULL, "a-z, 0-9, -");
  else if (!g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", id, 0, 0))
    add (self, MW_PROBLEM_WRONG_VALUE, node, "id", id, "a-z, 0-9, -");
}

/* Says whether the id or number @key is new. */
static gboolean
take_key (GHashTable *keys, const char *key)
{
  return g_hash_table_add (keys, g_strdup (key));
}

static const xmlNode *
find_element (const xmlNode *parent, const char *name)
{
  for (const xmlNode *n = parent->children; n; n = n->next)
    if (mw_xml_node_is (n, name))
      return n;

  return NULL;
}

/* An element that is missing altogether is the schema's business. */
static void
add_missing_dutch (MwCatalogueRules *self, const xmlNode *parent, const char *name)
{
  const xmlNode *node = find_element (parent, name);

  if (node)
    add (self, MW_PROBLEM_MISSING_DUTCH, node, NULL, NULL, NULL);
}

static void
check_dutch (MwCatalogueRules *self, const xmlNode *node, MwIntervention *intervention)
{
  if (!intervention->name[MW_LANGUAGE_NL])
    add_missing_dutch (self, node, "name");
  if (!intervention->summary[MW_LANGUAGE_NL])
    add_missing_dutch (self, node, "summary");
  if (intervention->remarks[MW_LANGUAGE_NL]->len < intervention->remarks[MW_LANGUAGE_EN]->len)
    add_missing_dutch (self, node, "remark");
  for (guint f = 0; f < MW_N_FIELDS; f++)
    if (intervention->fields[f][MW_LANGUAGE_NL]->len == 0 && !(intervention->not_stated & (1u << f)))
      add_missing_dutch (self, node, mw_field_get_id (f));
}

MwCatalogueRules *
mw_catalogue_rules_new (GPtrArray *problems)
{
  MwCatalogueRules *self = g_new0 (MwCatalogueRules, 1);

  self->problems = problems;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
mw_catalogue_rules_free (MwCatalogueRules *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

void
mw_catalogue_rules_explain (MwCatalogueRules *self, const xmlNode *node)
{
  guint counts[G_N_ELEMENTS (children)] = { 0 };
  guint at = 0;

  check_id (self, node);
  for (const xmlNode *n = node->children; n; n = n->next)
    {
      int position = n->type == XML_ELEMENT_NODE ? find_child ((const char *) n->name) : -1;

      if (n->type == XML_TEXT_NODE && !xmlIsBlankNode (n))
        add (self, MW_PROBLEM_UNEXPECTED_TEXT, node, NULL, (const char *) n->content, NULL);
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (position < (int) at || counts[position] == children[position].most)
        {
          g_autofree char *expected = dup_expected_children (at);

          add (self, MW_PROBLEM_UNEXPECTED_ELEMENT, n, NULL, NULL, expected);
          continue;
        }
      check_missing (self, node, counts, at, (guint) position);
      at = (guint) position;
      counts[position]++;
      check_child (self, n, (guint) position);
    }
  check_missing (self, node, counts, at, G_N_ELEMENTS (children));
}

void
mw_catalogue_rules_check (MwCatalogueRules *self, const xmlNode *node, MwIntervention *intervention)
{
  const xmlNode *number = find_element (node, "number");

  check_dutch (self, node, intervention);
  if (intervention->id && !take_key (self->ids, intervention->id))
    add (self, MW_PROBLEM_DUPLICATE, node, "id", intervention->id, NULL);
  for (guint i = 0; number && i < intervention->n_numbers; i++)
    if (intervention->numbers[i].text && !take_key (self->numbers, intervention->numbers[i].text))
      add (self, MW_PROBLEM_DUPLICATE, number, NULL, intervention->numbers[i].text, NULL);
}
