/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-xml-schema.h"

#include <string.h>

#include "mw-core-data.h"

static void
discard_error (void *data, xmlErrorPtr error)
{
}

static xmlDoc *
load_document (const char *name)
{
  g_autoptr (GBytes) bytes = mw_core_data_lookup (name);
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), name, NULL,
                                    XML_PARSE_NONET);

  g_assert (document);

  return document;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static void
copy_attribute (const xmlNode *from, xmlNode *to, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (from, (const xmlChar *) name);

  if (value)
    xmlNewProp (to, (const xmlChar *) name, value);
  xmlFree (value);
}

/* Puts the definitions of the included grammar, but for its start, in the place of <include>: that is what <include>
 * means, and libxml2 would look for the file. What <include> holds itself follows them. */
static void
resolve (xmlNode *include)
{
  xmlChar *name = xmlGetNoNsProp (include, (const xmlChar *) "href");
  xmlDoc *document = load_document ((const char *) name);
  xmlNode *grammar = xmlDocGetRootElement (document);
  xmlNode *definitions = xmlNewDocNode (include->doc, include->ns, (const xmlChar *) "div", NULL);

  copy_attribute (grammar, definitions, "ns");
  copy_attribute (grammar, definitions, "datatypeLibrary");
  for (const xmlNode *n = grammar->children; n; n = n->next)
    if (n->type == XML_ELEMENT_NODE && !is_element (n, "start"))
      xmlAddChild (definitions, xmlDocCopyNode ((xmlNode *) n, include->doc, 1));
  while (include->children)
    {
      xmlNode *own = include->children;

      xmlUnlinkNode (own);
      xmlAddNextSibling (include, own);
    }
  xmlReplaceNode (include, definitions);
  xmlFreeNode (include);
  xmlFreeDoc (document);
  xmlFree (name);
}

static void
resolve_all (xmlNode *grammar)
{
  for (xmlNode *n = grammar->children, *next; n; n = next)
    {
      next = n->next;
      if (is_element (n, "include"))
        resolve (n);
    }
}

static void
free_kept (gpointer data)
{
  g_hash_table_unref (data);
}

/* By name. */
static GPrivate kept = G_PRIVATE_INIT (free_kept);

static xmlRelaxNG *
load (const char *name)
{
  xmlDoc *document = load_document (name);
  xmlRelaxNGParserCtxt *context;
  xmlRelaxNG *schema;

  resolve_all (xmlDocGetRootElement (document));
  context = xmlRelaxNGNewDocParserCtxt (document);
  xmlRelaxNGSetParserStructuredErrors (context, discard_error, NULL);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  xmlFreeDoc (document);
  g_assert (schema);

  return schema;
}

xmlRelaxNG *
mw_xml_schema_load (const char *name)
{
  GHashTable *schemas = g_private_get (&kept);
  xmlRelaxNG *schema = schemas ? g_hash_table_lookup (schemas, name) : NULL;

  if (schema)
    return schema;

  schema = load (name);
  if (schemas)
    g_hash_table_insert (schemas, g_strdup (name), schema);

  return schema;
}

void
mw_xml_schema_free (xmlRelaxNG *schema)
{
  if (!g_private_get (&kept))
    xmlRelaxNGFree (schema);
}

void
mw_xml_schema_keep (void)
{
  if (!g_private_get (&kept))
    g_private_set (&kept, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) xmlRelaxNGFree));
}
