/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

/* What the schema cannot say, and what is wrong with an element that the schema refuses: the validator tells that
 * something is amiss, these rules tell what was expected. One object judges one catalogue. */

typedef struct _MwCatalogueRules MwCatalogueRules;

/* @problems: (element-type MwProblem): receives what is found; must outlive the rules */
MwCatalogueRules *mw_catalogue_rules_new (GPtrArray *problems);
void mw_catalogue_rules_free (MwCatalogueRules *self);

/* Says what is wrong with an <intervention> that breaks the schema. */
void mw_catalogue_rules_explain (MwCatalogueRules *self, const xmlNode *node);

/* Checks that every text has its Dutch, and that id and numbers are new to this catalogue. */
void mw_catalogue_rules_check (MwCatalogueRules *self, const xmlNode *node, MwIntervention *intervention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueRules, mw_catalogue_rules_free)

G_END_DECLS
