/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue.h"

G_BEGIN_DECLS

#define MW_TYPE_OPTION_FACTS (mw_option_facts_get_type ())
G_DECLARE_FINAL_TYPE (MwOptionFacts, mw_option_facts, MW, OPTION_FACTS, GObject)

/* What the catalogue knows of the options of a case: asked for once, and anew when another catalogue takes its place. Main thread
 * only.
 *
 * Signals: "known" (const char *id): the answer is there; "changed": every answer may be another one. */

typedef enum
{
  MW_OPTION_ASKED,  /* the answer has yet to come */
  MW_OPTION_THERE,
  MW_OPTION_FORMER, /* it has left the catalogue, which still knows what it was */
  MW_OPTION_GONE,
  MW_OPTION_TROUBLE, /* the catalogue could not be read */
} MwOptionState;

/* @catalogue: (transfer none) */
MwOptionFacts *mw_option_facts_new (MwCatalogue *catalogue);

/* @intervention: (out) (transfer none) (nullable): of what is or was in the catalogue */
MwOptionState mw_option_facts_get (MwOptionFacts *self, const char *id, MwIntervention **intervention);

G_END_DECLS
