/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

/* Takes an <intervention> element that the schema has found valid apart. Unknown words are passed over.
 * Returns: (transfer full): the intervention */
MwIntervention *mw_intervention_new_from_node (const xmlNode *node);

/* Returns: (transfer full) (nullable): the text of an element with runs of white space as one space, or %NULL */
char *mw_xml_node_dup_text (const xmlNode *node);

/* Returns: (transfer full) (nullable): an attribute without regard to its namespace, with white space as a schema's token has it:
 * none around it, and a run of it as one space */
char *mw_xml_node_dup_attribute (const xmlNode *node, const char *name);

/* The language of xml:lang on @node; Dutch where it is missing or unknown. */
MwLanguage mw_xml_node_get_language (const xmlNode *node);

/* Whether @node is the element @name; its namespace is the schema's business. */
gboolean mw_xml_node_is (const xmlNode *node, const char *name);

G_END_DECLS
