/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-header.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "mw-error.h"
#include "mw-xml-guard.h"

#define NAMESPACE "urn:maatwerk:catalogue:1"

MwCatalogueHeader *
mw_catalogue_header_new (const char *id, const char *version, const char *published, const char *source)
{
  MwCatalogueHeader *self = g_new0 (MwCatalogueHeader, 1);

  self->id = g_strdup (id);
  self->version = g_strdup (version);
  self->published = g_strdup (published);
  self->source = g_strdup (source);

  return self;
}

MwCatalogueHeader *
mw_catalogue_header_copy (const MwCatalogueHeader *self)
{
  return mw_catalogue_header_new (self->id, self->version, self->published, self->source);
}

void
mw_catalogue_header_free (MwCatalogueHeader *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->published);
  g_free (self->source);
  g_free (self);
}

static void
discard_error (void *data, xmlErrorPtr error)
{
}

/* Returns: (transfer full) (nullable): without white space around it */
static char *
dup_attribute (xmlTextReader *reader, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  char *copy = value ? g_strstrip (g_strdup ((const char *) value)) : NULL;

  xmlFree (value);

  return copy;
}

static MwCatalogueHeader *
take_root (xmlTextReader *reader)
{
  g_autoptr (MwCatalogueHeader) self = NULL;

  if (g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), "catalogue") != 0
      || g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (reader), NAMESPACE) != 0)
    return NULL;

  self = g_new0 (MwCatalogueHeader, 1);
  self->id = dup_attribute (reader, "id");
  self->version = dup_attribute (reader, "version");
  self->published = dup_attribute (reader, "published");
  self->source = dup_attribute (reader, "source");

  return self->id && self->version && self->published && self->source ? g_steal_pointer (&self) : NULL;
}

MwCatalogueHeader *
mw_catalogue_header_read (GFile *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  g_autoptr (MwXmlGuard) guard = NULL;
  MwCatalogueHeader *self = NULL;
  xmlTextReader *reader;

  if (!stream)
    {
      g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);
      return NULL;
    }

  guard = mw_xml_guard_new (G_INPUT_STREAM (stream));
  reader = xmlReaderForIO (mw_xml_guard_read, NULL, guard, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlTextReaderSetStructuredErrorHandler (reader, discard_error, NULL);
  while (xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      {
        self = take_root (reader);
        break;
      }
  xmlFreeTextReader (reader);
  if (!self)
    g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID, "No catalogue begins here");

  return self;
}

/* Numbers by their value, however long they are. */
static int
compare_digits (const char **a, const char **b)
{
  gsize length_a, length_b;
  int order;

  while (**a == '0')
    (*a)++;
  while (**b == '0')
    (*b)++;
  length_a = strspn (*a, "0123456789");
  length_b = strspn (*b, "0123456789");
  order = length_a == length_b ? strncmp (*a, *b, length_a) : length_a < length_b ? -1 : 1;
  *a += length_a;
  *b += length_b;

  return order;
}

static int
compare_versions (const char *a, const char *b)
{
  while (*a && *b)
    {
      int order;

      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        order = compare_digits (&a, &b);
      else
        order = (guchar) *a++ - (guchar) *b++;
      if (order != 0)
        return order;
    }

  return (*a != '\0') - (*b != '\0');
}

int
mw_catalogue_header_compare (const MwCatalogueHeader *a, const MwCatalogueHeader *b)
{
  int order = compare_versions (a->version, b->version);

  return order != 0 ? order : strcmp (a->published, b->published);
}
