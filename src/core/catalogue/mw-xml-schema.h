/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/relaxng.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a schema that is part of the program, such as "catalogue.rng", with what it includes;
 * nothing is read from a file. For mw_xml_schema_free(), on the same thread. */
xmlRelaxNG *mw_xml_schema_load (const char *name);
void mw_xml_schema_free (xmlRelaxNG *schema);

/* From now on the calling thread keeps its schemas until it ends: for one that reads several small files, of each of which the
 * schema would take most of the time. */
void mw_xml_schema_keep (void);

G_END_DECLS
