/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-xml-records.h"

#include <libxml/xmlreader.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-xml-guard.h"
#include "mw-xml-schema.h"

/* One call of mw_xml_records_read(). */
typedef struct
{
  const MwXmlFormat *format;
  gpointer data;
  MwXmlGuard *guard;
  xmlTextReader *reader;
  xmlNode *root; /* the reader's */
  xmlRelaxNG *schema;
  xmlRelaxNGValidCtxt *validator;
  GPtrArray *problems;   /* of MwProblem */
  GPtrArray *complaints; /* of MwProblem: what the validator said since they were last taken */
  goffset size;
  guint n_records;
  gboolean has_prologue;
  gboolean malformed;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->validator, xmlRelaxNGFreeValidCtxt);
  g_clear_pointer (&self->schema, mw_xml_schema_free);
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->guard, mw_xml_guard_free);
  g_clear_pointer (&self->complaints, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
has_room (Reading *self)
{
  return self->problems->len < MW_CATALOGUE_MAX_PROBLEMS;
}

static void
add (Reading *self, MwProblemKind kind, guint line, const char *element, const char *expected, const char *detail)
{
  if (has_room (self))
    g_ptr_array_add (self->problems, mw_problem_new (kind, line, element, NULL, NULL, expected, detail));
}

/* The validator's words are kept apart until the format has looked at the element. */
static void
on_error (void *data, xmlErrorPtr error)
{
  Reading *self = data;
  const xmlNode *node = error->node;

  if (error->level < XML_ERR_ERROR)
    return;

  if (error->domain == XML_FROM_RELAXNGV)
    g_ptr_array_add (self->complaints,
                     mw_problem_new (MW_PROBLEM_SCHEMA, error->line, node ? (const char *) node->name : NULL, NULL,
                                     NULL, NULL, error->message));
  else if (!self->malformed && mw_xml_guard_get_failure (self->guard) == MW_XML_GUARD_OK)
    {
      self->malformed = TRUE;
      add (self, MW_PROBLEM_MALFORMED, error->line, NULL, NULL, error->message);
    }
}

/* Validates an expanded element the way a stream is validated. The reader could do so by itself, but would complain
 * only when the element's children have gone. */
static void
validate (Reading *self, xmlNode *node)
{
  int pushed = xmlRelaxNGValidatePushElement (self->validator, node->doc, node);

  if (pushed == 0) /* not to be had piece by piece; it pops by itself */
    xmlRelaxNGValidateFullElement (self->validator, node->doc, node);
  if (pushed != 1)
    return;

  for (xmlNode *n = node->children; n && self->complaints->len == 0; n = n->next)
    {
      if (n->type == XML_ELEMENT_NODE)
        validate (self, n);
      else if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
        xmlRelaxNGValidatePushCData (self->validator, n->content, xmlStrlen (n->content));
    }
  if (self->complaints->len == 0)
    xmlRelaxNGValidatePopElement (self->validator, node->doc, node);
}

/* After a complaint a validator is of no use any more: the next one begins with the root again. */
static void
start_validator (Reading *self)
{
  g_clear_pointer (&self->validator, xmlRelaxNGFreeValidCtxt);
  self->validator = xmlRelaxNGNewValidCtxt (self->schema);
  xmlRelaxNGSetValidStructuredErrors (self->validator, on_error, self);
  xmlRelaxNGValidatePushElement (self->validator, self->root->doc, self->root);
}

static void
add_guard_failure (Reading *self)
{
  static const MwProblemKind kinds[] = {
    [MW_XML_GUARD_FILE_TOO_LARGE] = MW_PROBLEM_FILE_TOO_LARGE,
    [MW_XML_GUARD_TAG_TOO_LONG] = MW_PROBLEM_TAG_TOO_LONG,
    [MW_XML_GUARD_TEXT_TOO_LONG] = MW_PROBLEM_TEXT_TOO_LONG,
    [MW_XML_GUARD_TOO_DEEP] = MW_PROBLEM_TOO_DEEP,
    [MW_XML_GUARD_RECORD_TOO_LARGE] = MW_PROBLEM_RECORD_TOO_LARGE,
    [MW_XML_GUARD_DOCTYPE] = MW_PROBLEM_DOCTYPE,
    [MW_XML_GUARD_ENCODING] = MW_PROBLEM_ENCODING,
    [MW_XML_GUARD_READ] = MW_PROBLEM_UNREADABLE,
  };
  MwXmlGuardFailure failure = mw_xml_guard_get_failure (self->guard);

  if (failure != MW_XML_GUARD_OK)
    add (self, kinds[failure], mw_xml_guard_get_line (self->guard), NULL, NULL, NULL);
}

/* Takes what the validator said: as it is where the format has nothing of its own to say of @node. */
static void
take_complaints (Reading *self, const xmlNode *node)
{
  guint n_before = self->problems->len;

  if (node && has_room (self))
    self->format->explain (node, self->data);
  for (guint i = 0; self->problems->len == n_before && i < self->complaints->len && has_room (self); i++)
    {
      MwProblem *complaint = g_ptr_array_index (self->complaints, i);

      add (self, complaint->kind, complaint->line, complaint->element, NULL, complaint->detail);
    }
  g_ptr_array_set_size (self->complaints, 0);
}

static double
get_fraction (Reading *self)
{
  return self->size > 0 ? MIN (1.0, (double) mw_xml_guard_get_n_bytes (self->guard) / (double) self->size) : 0.0;
}

static gboolean
take_record (Reading *self, GError **error)
{
  xmlNode *node = xmlTextReaderExpand (self->reader);
  gboolean valid;

  if (!node)
    return TRUE; /* broken off within: the parser has said so */

  validate (self, node);
  valid = self->complaints->len == 0;
  if (!valid)
    {
      take_complaints (self, node);
      start_validator (self);
      g_ptr_array_set_size (self->complaints, 0);
    }

  return self->format->take (node, valid, get_fraction (self), self->data, error);
}

/* A root of another kind makes every further complaint pointless. */
static gboolean
check_root (Reading *self)
{
  guint line = (guint) xmlTextReaderGetParserLineNumber (self->reader);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (g_strcmp0 (name, self->format->root) == 0 && g_strcmp0 (uri, self->format->uri) == 0)
    {
      self->root = xmlTextReaderCurrentNode (self->reader);
      start_validator (self);
      take_complaints (self, NULL);
      return TRUE;
    }

  found = uri ? g_strdup_printf ("%s xmlns=\"%s\"", name, uri) : g_strdup (name);
  expected = g_strdup_printf ("<%s xmlns=\"%s\">", self->format->root, self->format->uri);
  add (self, MW_PROBLEM_WRONG_ROOT, line, found, expected, NULL);

  return FALSE;
}

/* Returns: (transfer full): such as "<offer>, <own>" */
static char *
dup_records (Reading *self)
{
  g_autofree char *joined = g_strjoinv (">, <", (char **) self->format->records);

  return g_strdup_printf ("<%s>", joined);
}

/* What stands in the root. Returns: whether it is a record */
static gboolean
is_record (Reading *self)
{
  guint line = (guint) xmlTextReaderGetParserLineNumber (self->reader);
  int type = xmlTextReaderNodeType (self->reader);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  g_autofree char *expected = NULL;

  if (type == XML_READER_TYPE_ELEMENT && g_strv_contains (self->format->records, name))
    return TRUE;

  expected = dup_records (self);
  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
    add (self, MW_PROBLEM_UNEXPECTED_TEXT, line, self->format->root, expected, NULL);
  else if (type == XML_READER_TYPE_ELEMENT)
    add (self, MW_PROBLEM_UNEXPECTED_ELEMENT, line, name, expected, NULL);

  return FALSE;
}

static gboolean
is_prologue (Reading *self)
{
  return self->format->prologue && !self->has_prologue && self->n_records == 0
         && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT
         && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (self->reader), self->format->prologue) == 0;
}

/* Returns: whether to go on; with @error set when the caller's function stopped it */
static gboolean
take_node (Reading *self, GError **error)
{
  int depth = xmlTextReaderDepth (self->reader);

  if (depth == 0 && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
    return check_root (self);
  if (depth == 1 && is_prologue (self))
    {
      self->has_prologue = TRUE;
      return take_record (self, error);
    }
  if (depth != 1 || !is_record (self))
    return TRUE;
  if (self->n_records == self->format->max_records)
    {
      add (self, MW_PROBLEM_TOO_MANY, xmlTextReaderGetParserLineNumber (self->reader), NULL, NULL, NULL);
      return FALSE;
    }

  self->n_records++;

  return take_record (self, error);
}

/* What can be told only at the end of the file. */
static void
finish (Reading *self, gboolean broken_off)
{
  guint line = mw_xml_guard_get_line (self->guard);
  g_autofree char *expected = dup_records (self);

  add_guard_failure (self);
  if (self->problems->len > 0)
    return;

  if (broken_off)
    add (self, MW_PROBLEM_MALFORMED, line, NULL, NULL, NULL);
  else if (self->n_records == 0 && !self->format->may_be_empty)
    add (self, MW_PROBLEM_MISSING_ELEMENT, line, self->format->root, expected, NULL);
}

static gboolean
read_all (Reading *self, GCancellable *cancellable, GError **error)
{
  int more = xmlTextReaderRead (self->reader);

  while (more == 1)
    {
      g_autoptr (GError) stopped = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!take_node (self, &stopped))
        {
          if (stopped)
            g_propagate_error (error, g_steal_pointer (&stopped));
          return !*error;
        }
      more = xmlTextReaderDepth (self->reader) == 1 ? xmlTextReaderNext (self->reader)
                                                    : xmlTextReaderRead (self->reader);
    }

  finish (self, more < 0);

  return TRUE;
}

gboolean
mw_xml_records_read (GInputStream *stream,
                     goffset size,
                     const MwXmlFormat *format,
                     gpointer data,
                     GPtrArray *problems,
                     guint *n_records,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Reading) reading = { .format = format, .data = data, .size = size, .problems = problems };
  g_autoptr (GError) local = NULL;

  reading.guard = mw_xml_guard_new (stream);
  reading.complaints = mw_problem_list_new ();
  reading.schema = mw_xml_schema_load (format->schema);
  reading.reader = xmlReaderForIO (mw_xml_guard_read, NULL, reading.guard, NULL, "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlTextReaderSetStructuredErrorHandler (reading.reader, on_error, &reading);
  if (size > (goffset) MW_XML_MAX_FILE)
    add (&reading, MW_PROBLEM_FILE_TOO_LARGE, 0, NULL, NULL, NULL);
  else
    read_all (&reading, cancellable, &local);
  if (n_records)
    *n_records = reading.n_records;
  if (!local && problems->len > 0)
    g_set_error (&local, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID, "%u problems", problems->len);
  if (!local)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
mw_xml_records_read_file (GFile *file,
                          const MwXmlFormat *format,
                          gpointer data,
                          GPtrArray *problems,
                          guint *n_records,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  g_autoptr (GFileInfo) info = NULL;

  if (stream)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, &local);
  if (!info)
    {
      g_ptr_array_add (problems, mw_problem_new (MW_PROBLEM_UNREADABLE, 0, NULL, NULL, NULL, NULL, local->message));
      g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);
      return FALSE;
    }

  return mw_xml_records_read (G_INPUT_STREAM (stream), g_file_info_get_size (info), format, data, problems, n_records,
                              cancellable, error);
}
