/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-synonyms-xml.h"

#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-intervention-xml.h"
#include "mw-token.h"

MwSynonyms *
mw_synonyms_new_from_node (const xmlNode *node)
{
  MwSynonyms *self = mw_synonyms_new ();

  for (const xmlNode *group = node->children; group; group = group->next)
    {
      if (!mw_xml_node_is (group, "group") || self->groups->len == MW_SYNONYMS_MAX_GROUPS)
        continue;
      mw_synonyms_begin_group (self);
      for (const xmlNode *word = group->children; word; word = word->next)
        {
          g_autofree char *text = mw_xml_node_is (word, "word") ? mw_xml_node_dup_text (word) : NULL;

          if (text)
            mw_synonyms_add (self, mw_xml_node_get_language (word), text);
        }
    }

  return self;
}

static void
add (GPtrArray *problems, MwProblemKind kind, const xmlNode *node, const char *attribute, const char *value, const char *expected)
{
  if (problems->len < MW_CATALOGUE_MAX_PROBLEMS)
    g_ptr_array_add (problems, mw_problem_new (kind, (guint) xmlGetLineNo (node), (const char *) node->name, attribute,
                                               value, expected, NULL));
}

static guint
count_parts (const char *text)
{
  guint n_parts = 0;
  const char *end;

  for (const char *p = text; (p = mw_token_next_compound (p, &end)); p = end)
    n_parts++;

  return n_parts;
}

static void
check_word (const xmlNode *node, GPtrArray *problems)
{
  g_autofree char *lang = mw_xml_node_dup_attribute (node, "lang");
  g_autofree char *text = mw_xml_node_dup_text (node);
  guint n_parts = count_parts (text ? text : "");
  MwLanguage language;

  if (!lang)
    add (problems, MW_PROBLEM_MISSING_ATTRIBUTE, node, "xml:lang", NULL, "nl, en");
  else if (!mw_language_from_id (lang, &language))
    add (problems, MW_PROBLEM_WRONG_VALUE, node, "xml:lang", lang, "nl, en");
  if (n_parts == 0)
    add (problems, MW_PROBLEM_EMPTY, node, NULL, NULL, NULL);
  else if (n_parts > MW_SYNONYM_MAX_PARTS || g_utf8_strlen (text, -1) > MW_SYNONYM_MAX_LENGTH)
    add (problems, MW_PROBLEM_WRONG_VALUE, node, NULL, text, "weduwnaar, partner verloren");
}

static void
check_group (const xmlNode *node, GPtrArray *problems)
{
  guint n_words = 0;

  for (const xmlNode *n = node->children; n; n = n->next)
    if (mw_xml_node_is (n, "word") && ++n_words <= MW_SYNONYMS_MAX_WORDS)
      check_word (n, problems);
    else if (n->type == XML_ELEMENT_NODE)
      add (problems, MW_PROBLEM_UNEXPECTED_ELEMENT, n, NULL, NULL, n_words > MW_SYNONYMS_MAX_WORDS ? "<group>" : "<word>");
  if (n_words < 2)
    add (problems, MW_PROBLEM_MISSING_ELEMENT, node, NULL, NULL, "<word>");
}

void
mw_synonyms_check_node (const xmlNode *node, GPtrArray *problems)
{
  guint n_groups = 0;

  for (const xmlNode *n = node->children; n; n = n->next)
    if (mw_xml_node_is (n, "group") && ++n_groups <= MW_SYNONYMS_MAX_GROUPS)
      check_group (n, problems);
    else if (n->type == XML_ELEMENT_NODE)
      add (problems, MW_PROBLEM_UNEXPECTED_ELEMENT, n, NULL, NULL,
           n_groups > MW_SYNONYMS_MAX_GROUPS ? "<intervention>" : "<group>");
}
