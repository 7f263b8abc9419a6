/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention-xml.h"

#include <string.h>

/* A block while it is being read: white space collapses as the text grows. */
typedef struct
{
  GString *text;
  gboolean space; /* white space is due before the next word */
} Text;

static void read_inline (const xmlNode *parent, MwBlock *block, Text *text);

static void
text_append (Text *self, const char *part)
{
  for (const char *p = part; *p; p++)
    if (g_ascii_isspace (*p))
      self->space = self->text->len > 0;
    else
      {
        if (self->space)
          g_string_append_c (self->text, ' ');
        self->space = FALSE;
        g_string_append_c (self->text, *p);
      }
}

/* Where the next word will start. */
static guint
text_get_start (const Text *self)
{
  return self->text->len + (self->space ? 1 : 0);
}

static const xmlAttr *
find_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (strcmp ((const char *) a->name, name) == 0)
      return a;

  return NULL;
}

/* A reference says its authors, year and so on only where its own text does not say them already. */
static void
append_reference_facts (const xmlNode *node, Text *text, guint start)
{
  static const char *const names[] = { "authors", "publisher", "year", "isbn" };
  gboolean open = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *fact = mw_xml_node_dup_attribute (node, names[i]);

      if (!fact || strstr (text->text->str + MIN (start, text->text->len), fact))
        continue;
      text_append (text, open ? ", " : " (");
      if (i == 3)
        text_append (text, "ISBN ");
      text_append (text, fact);
      open = TRUE;
    }
  if (open)
    text_append (text, ")");
}

static void
read_span (const xmlNode *node, MwSpanKind kind, MwBlock *block, Text *text)
{
  g_autofree char *href = mw_xml_node_dup_attribute (node, "href");
  guint start = text_get_start (text);

  read_inline (node, block, text);
  if (kind == MW_SPAN_REFERENCE)
    append_reference_facts (node, text, start);
  if (text->text->len > start)
    mw_block_add_span (block, kind, start, text->text->len, href);
}

static void
read_inline (const xmlNode *parent, MwBlock *block, Text *text)
{
  for (const xmlNode *n = parent->children; n; n = n->next)
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
      text_append (text, (const char *) n->content);
    else if (mw_xml_node_is (n, "reference"))
      read_span (n, MW_SPAN_REFERENCE, block, text);
    else if (mw_xml_node_is (n, "link"))
      read_span (n, MW_SPAN_LINK, block, text);
    else if (mw_xml_node_is (n, "organisation"))
      read_span (n, MW_SPAN_ORGANISATION, block, text);
}

static void
read_block (const xmlNode *node, MwBlockKind kind, GPtrArray *blocks)
{
  g_autoptr (MwBlock) block = mw_block_new (kind);
  Text text = { g_string_new (NULL), FALSE };

  read_inline (node, block, &text);
  block->text = g_string_free (text.text, FALSE);
  if (*block->text)
    g_ptr_array_add (blocks, g_steal_pointer (&block));
}

/* Prose is either running text or a sequence of <p> and <item>. */
static void
read_prose (const xmlNode *node, MwBlockKind kind, GPtrArray *blocks)
{
  gboolean structured = FALSE;

  for (const xmlNode *n = node->children; n; n = n->next)
    if (mw_xml_node_is (n, "p") || mw_xml_node_is (n, "item"))
      {
        structured = TRUE;
        read_block (n, mw_xml_node_is (n, "p") ? MW_BLOCK_PARAGRAPH : MW_BLOCK_ITEM, blocks);
      }
  if (!structured)
    read_block (node, kind, blocks);
}

static void
read_number (MwIntervention *self, const xmlNode *node)
{
  g_autofree char *id = mw_xml_node_dup_attribute (node, "group");
  guint group;

  if (self->n_numbers == G_N_ELEMENTS (self->numbers) || !mw_facet_value_from_id (MW_FACET_GROUP, id, &group))
    return;

  self->numbers[self->n_numbers].group = group;
  self->numbers[self->n_numbers].text = mw_xml_node_dup_text (node);
  self->n_numbers++;
}

static void
read_fits (MwIntervention *self, const xmlNode *node)
{
  g_autofree char *id = mw_xml_node_dup_attribute (node, "profile");
  MwProfile profile;

  if (!mw_profile_from_id (id, &profile))
    return;

  self->fits |= MW_PROFILE_SET_OF (profile);
  if (find_attribute (node, "guidance"))
    self->guidance |= MW_PROFILE_SET_OF (profile);
}

static void
read_facet_value (MwIntervention *self, MwFacet facet, const xmlNode *node, const char *attribute)
{
  g_autofree char *id = mw_xml_node_dup_attribute (node, attribute);
  guint value;

  if (mw_facet_value_from_id (facet, id, &value))
    self->facets[facet] |= 1u << value;
}

static void
read_facet (MwIntervention *self, const xmlNode *node)
{
  g_autofree char *id = mw_xml_node_dup_attribute (node, "name");
  MwFacet facet;

  if (mw_facet_from_id (id, &facet) && facet < MW_N_XML_FACETS)
    read_facet_value (self, facet, node, "value");
}

static void
read_evidence (MwIntervention *self, const xmlNode *node)
{
  read_facet_value (self, MW_FACET_EVIDENCE, node, "level");
  read_facet_value (self, MW_FACET_LONELINESS, node, "loneliness");
}

static void
read_field (MwIntervention *self, MwField field, const xmlNode *node)
{
  if (find_attribute (node, "stated"))
    self->not_stated |= 1u << field;
  if (field == MW_FIELD_DEVELOPER && !self->developer_year)
    self->developer_year = mw_xml_node_dup_attribute (node, "year");

  read_prose (node,
              field == MW_FIELD_GOAL ? MW_BLOCK_ITEM : MW_BLOCK_PARAGRAPH,
              self->fields[field][mw_xml_node_get_language (node)]);
}

static void
read_child (MwIntervention *self, const xmlNode *node)
{
  MwLanguage language = mw_xml_node_get_language (node);
  MwField field;

  if (mw_field_from_id ((const char *) node->name, &field))
    read_field (self, field, node);
  else if (mw_xml_node_is (node, "number"))
    read_number (self, node);
  else if (mw_xml_node_is (node, "name") && !self->name[language])
    self->name[language] = mw_xml_node_dup_text (node);
  else if (mw_xml_node_is (node, "alias"))
    g_ptr_array_add (self->aliases, mw_xml_node_dup_text (node));
  else if (mw_xml_node_is (node, "summary") && !self->summary[language])
    self->summary[language] = mw_xml_node_dup_text (node);
  else if (mw_xml_node_is (node, "fits"))
    read_fits (self, node);
  else if (mw_xml_node_is (node, "remark"))
    read_prose (node, MW_BLOCK_PARAGRAPH, self->remarks[language]);
  else if (mw_xml_node_is (node, "facet"))
    read_facet (self, node);
  else if (mw_xml_node_is (node, "evidence"))
    read_evidence (self, node);
}

MwIntervention *
mw_intervention_new_from_node (const xmlNode *node)
{
  MwIntervention *self = mw_intervention_new ();

  self->id = mw_xml_node_dup_attribute (node, "id");
  for (const xmlNode *n = node->children; n; n = n->next)
    if (n->type == XML_ELEMENT_NODE)
      read_child (self, n);
  mw_intervention_derive_facets (self);

  return self;
}

char *
mw_xml_node_dup_text (const xmlNode *node)
{
  g_autoptr (MwBlock) block = mw_block_new (MW_BLOCK_PARAGRAPH);
  Text text = { g_string_new (NULL), FALSE };

  read_inline (node, block, &text);
  if (text.text->len == 0)
    {
      g_string_free (text.text, TRUE);
      return NULL;
    }

  return g_string_free (text.text, FALSE);
}

char *
mw_xml_node_dup_attribute (const xmlNode *node, const char *name)
{
  const xmlAttr *attribute = find_attribute (node, name);
  Text text = { g_string_new (NULL), FALSE };

  if (!attribute)
    {
      g_string_free (text.text, TRUE);
      return NULL;
    }
  if (attribute->children)
    text_append (&text, (const char *) attribute->children->content);

  return g_string_free (text.text, FALSE);
}

MwLanguage
mw_xml_node_get_language (const xmlNode *node)
{
  g_autofree char *id = mw_xml_node_dup_attribute (node, "lang");
  MwLanguage language = MW_LANGUAGE_NL;

  mw_language_from_id (id, &language);

  return language;
}

gboolean
mw_xml_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}
