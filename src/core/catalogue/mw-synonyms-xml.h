/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "mw-synonyms.h"

G_BEGIN_DECLS

/* Takes a <synonyms> element that the schema has found valid apart. Returns: (transfer full) */
MwSynonyms *mw_synonyms_new_from_node (const xmlNode *node);

/* Says what the schema cannot, and what was expected where it refuses the element.
 * @problems: (element-type MwProblem): receives what is wrong */
void mw_synonyms_check_node (const xmlNode *node, GPtrArray *problems);

G_END_DECLS
