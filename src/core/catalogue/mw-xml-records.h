/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Reads an XML file that is a root with records in it, as a stream: validated against a schema, within the caps of
 * mw-xml-guard.h, without network, entities or DOCTYPE. May be called on any thread. */

/**
 * MwXmlFormat:
 * @schema: a file of data/ that is part of the program
 * @uri: the namespace of the root
 * @root: its name
 * @prologue: (nullable): the name of an element that may stand once before the records, and is taken as they are
 * @records: (array zero-terminated=1): the names of what may stand in it
 * @max_records: how many
 * @may_be_empty: whether there may be none
 * @explain: says in the list of problems what is wrong with a record that breaks the schema; where it has nothing to say, the
 *   validator's own words are listed
 * @take: called for each record; @valid: the schema allows it; @fraction: how much of the file has been read, from 0 to 1.
 *   Returns: %FALSE with @error set to stop reading
 */
typedef struct
{
  const char *schema;
  const char *uri;
  const char *root;
  const char *prologue;
  const char *const *records;
  guint max_records;
  gboolean may_be_empty;
  void (*explain) (const xmlNode *node, gpointer data);
  gboolean (*take) (const xmlNode *node, gboolean valid, double fraction, gpointer data, GError **error);
} MwXmlFormat;

/**
 * mw_xml_records_read:
 * @size: of the whole stream, in bytes; 0 when it is not known
 * @problems: (element-type MwProblem): receives every problem
 * @n_records: (out) (nullable): the number of records
 *
 * Returns: whether the whole file is valid; else @error is MW_CATALOGUE_ERROR_INVALID, that of @format's function, or
 *   G_IO_ERROR_CANCELLED
 */
gboolean mw_xml_records_read (GInputStream *stream, goffset size, const MwXmlFormat *format, gpointer data,
                              GPtrArray *problems, guint *n_records, GCancellable *cancellable, GError **error);

/* As mw_xml_records_read(), and MW_CATALOGUE_ERROR_UNREADABLE. */
gboolean mw_xml_records_read_file (GFile *file, const MwXmlFormat *format, gpointer data, GPtrArray *problems,
                                   guint *n_records, GCancellable *cancellable, GError **error);

G_END_DECLS
