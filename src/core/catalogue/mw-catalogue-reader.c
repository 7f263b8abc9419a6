/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-reader.h"

#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue-rules.h"
#include "mw-core-data.h"
#include "mw-error.h"
#include "mw-intervention-xml.h"
#include "mw-synonyms-xml.h"
#include "mw-xml-guard.h"

#define NAMESPACE "urn:maatwerk:catalogue:1"

/* One call of mw_catalogue_read(). */
typedef struct
{
  MwXmlGuard *guard;
  xmlTextReader *reader;
  xmlNode *root; /* the reader's */
  xmlRelaxNG *schema;
  xmlRelaxNGValidCtxt *validator;
  GPtrArray *problems;   /* of MwProblem */
  GPtrArray *complaints; /* of MwProblem: what the validator said since they were last taken */
  MwCatalogueRules *rules;
  MwCatalogueFuncs funcs;
  gpointer data;
  goffset size;
  guint n_interventions;
  gboolean has_synonyms;
  gboolean malformed;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->validator, xmlRelaxNGFreeValidCtxt);
  g_clear_pointer (&self->schema, xmlRelaxNGFree);
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->rules, mw_catalogue_rules_free);
  g_clear_pointer (&self->guard, mw_xml_guard_free);
  g_clear_pointer (&self->complaints, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
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

/* The validator's words are kept apart until the rules have looked at the element. */
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

static void
discard_error (void *data, xmlErrorPtr error)
{
}

static xmlRelaxNG *
load_schema (void)
{
  g_autoptr (GBytes) bytes = mw_core_data_lookup ("catalogue.rng");
  xmlRelaxNGParserCtxt *context
      = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  xmlRelaxNG *schema;

  xmlRelaxNGSetParserStructuredErrors (context, discard_error, NULL);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  g_assert (schema);

  return schema;
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

/* Takes what the validator said: as it is where the rules found nothing of their own at @node. */
static void
take_complaints (Reading *self, const xmlNode *node)
{
  guint n_before = self->problems->len;

  if (node && has_room (self))
    mw_catalogue_rules_explain (self->rules, node);
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
take_intervention (Reading *self, GError **error)
{
  g_autoptr (MwIntervention) intervention = NULL;
  xmlNode *node = xmlTextReaderExpand (self->reader);

  if (!node)
    return TRUE; /* broken off within: the parser has said so */

  self->n_interventions++;
  validate (self, node);
  if (self->complaints->len > 0)
    {
      take_complaints (self, node);
      start_validator (self);
      g_ptr_array_set_size (self->complaints, 0);
    }
  intervention = mw_intervention_new_from_node (node);
  if (has_room (self))
    mw_catalogue_rules_check (self->rules, node, intervention);
  if (self->problems->len > 0 || !self->funcs.intervention)
    return TRUE;

  return self->funcs.intervention (intervention, get_fraction (self), self->data, error);
}

static gboolean
take_synonyms (Reading *self, GError **error)
{
  g_autoptr (MwSynonyms) synonyms = NULL;
  xmlNode *node = xmlTextReaderExpand (self->reader);
  guint n_before = self->problems->len;

  self->has_synonyms = TRUE;
  if (!node)
    return TRUE;

  validate (self, node);
  mw_synonyms_check_node (node, self->problems);
  if (self->complaints->len > 0)
    {
      if (self->problems->len == n_before)
        take_complaints (self, NULL);
      start_validator (self);
      g_ptr_array_set_size (self->complaints, 0);
    }
  if (self->problems->len > 0 || !self->funcs.synonyms)
    return TRUE;

  synonyms = mw_synonyms_new_from_node (node);

  return self->funcs.synonyms (synonyms, self->data, error);
}

/* A root of another kind makes every further complaint pointless. */
static gboolean
check_root (Reading *self)
{
  guint line = (guint) xmlTextReaderGetParserLineNumber (self->reader);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);
  g_autofree char *found = NULL;

  if (g_strcmp0 (name, "catalogue") == 0 && g_strcmp0 (uri, NAMESPACE) == 0)
    {
      self->root = xmlTextReaderCurrentNode (self->reader);
      start_validator (self);
      take_complaints (self, NULL);
      return TRUE;
    }

  found = uri ? g_strdup_printf ("%s xmlns=\"%s\"", name, uri) : g_strdup (name);
  add (self, MW_PROBLEM_WRONG_ROOT, line, found, "<catalogue xmlns=\"" NAMESPACE "\">", NULL);

  return FALSE;
}

/* What stands between the interventions. Returns: whether it is one */
static gboolean
is_intervention (Reading *self)
{
  guint line = (guint) xmlTextReaderGetParserLineNumber (self->reader);
  int type = xmlTextReaderNodeType (self->reader);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);

  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
    add (self, MW_PROBLEM_UNEXPECTED_TEXT, line, "catalogue", "<intervention>", NULL);
  else if (type == XML_READER_TYPE_ELEMENT && g_strcmp0 (name, "intervention") != 0)
    add (self, MW_PROBLEM_UNEXPECTED_ELEMENT, line, name, "<intervention>", NULL);
  else
    return type == XML_READER_TYPE_ELEMENT;

  return FALSE;
}

/* They stand once, before the first intervention. */
static gboolean
is_synonyms (Reading *self)
{
  return xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT && self->n_interventions == 0
         && !self->has_synonyms && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (self->reader), "synonyms") == 0;
}

/* Returns: whether to go on; with @error set when the caller's function stopped it */
static gboolean
take_node (Reading *self, GError **error)
{
  int depth = xmlTextReaderDepth (self->reader);

  if (depth == 0 && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
    return check_root (self);
  if (depth == 1 && is_synonyms (self))
    return take_synonyms (self, error);
  if (depth != 1 || !is_intervention (self))
    return TRUE;
  if (self->n_interventions == MW_CATALOGUE_MAX_INTERVENTIONS)
    {
      add (self, MW_PROBLEM_TOO_MANY, xmlTextReaderGetParserLineNumber (self->reader), NULL, NULL, NULL);
      return FALSE;
    }

  return take_intervention (self, error);
}

/* What can be told only at the end of the file. */
static void
finish (Reading *self, gboolean broken_off)
{
  add_guard_failure (self);
  if (self->problems->len > 0)
    return;

  if (broken_off)
    add (self, MW_PROBLEM_MALFORMED, mw_xml_guard_get_line (self->guard), NULL, NULL, NULL);
  else if (self->n_interventions == 0)
    add (self, MW_PROBLEM_MISSING_ELEMENT, mw_xml_guard_get_line (self->guard), "catalogue", "<intervention>", NULL);
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

static GInputStream *
open_file (GFile *file, goffset *size, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  g_autoptr (GFileInfo) info = NULL;

  if (stream)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, &local);
  if (!info)
    {
      g_ptr_array_add (problems,
                       mw_problem_new (MW_PROBLEM_UNREADABLE, 0, NULL, NULL, NULL, NULL, local->message));
      g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);
      return NULL;
    }
  *size = g_file_info_get_size (info);

  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

static void
reading_init (Reading *self, GInputStream *stream, GPtrArray *problems)
{
  self->guard = mw_xml_guard_new (stream);
  self->problems = g_ptr_array_ref (problems);
  self->complaints = mw_problem_list_new ();
  self->rules = mw_catalogue_rules_new (problems);
  self->reader = xmlReaderForIO (mw_xml_guard_read, NULL, self->guard, NULL, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  self->schema = load_schema ();
  xmlTextReaderSetStructuredErrorHandler (self->reader, on_error, self);
}

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
  g_autoptr (GError) local = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_auto (Reading) reading = { .funcs = *funcs, .data = data };

  stream = open_file (file, &reading.size, own, error);
  if (!stream)
    return FALSE;

  reading_init (&reading, stream, own);
  if (reading.size > (goffset) MW_XML_MAX_FILE)
    add (&reading, MW_PROBLEM_FILE_TOO_LARGE, 0, NULL, NULL, NULL);
  else
    read_all (&reading, cancellable, &local);
  if (n_interventions)
    *n_interventions = reading.n_interventions;
  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (own->len > 0)
    {
      g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID, "%u problems", own->len);
      return FALSE;
    }

  return TRUE;
}
