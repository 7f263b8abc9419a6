/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-catalogue.h"

G_BEGIN_DECLS

#define MW_TYPE_OPTION_DESCRIPTIONS (mw_option_descriptions_get_type ())
G_DECLARE_FINAL_TYPE (MwOptionDescriptions, mw_option_descriptions, MW, OPTION_DESCRIPTIONS, GObject)

/* What the catalogue says of the options of a case, as it comes.
 *
 * Signals: "changed": another one is there. */

/* Returns: (transfer full) */
MwOptionDescriptions *mw_option_descriptions_new (MwCatalogue *catalogue);

/* Asks for those of @one that are not there yet; what was asked for before does not come any more. */
void mw_option_descriptions_ask (MwOptionDescriptions *self, const MwCase *one);
/* Nothing comes any more, and nothing is there. */
void mw_option_descriptions_clear (MwOptionDescriptions *self);
/* Returns: (transfer none) (element-type utf8 MwIntervention): by id */
GHashTable *mw_option_descriptions_get (MwOptionDescriptions *self);

G_END_DECLS
