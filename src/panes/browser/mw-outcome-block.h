/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-outcomes.h"

G_BEGIN_DECLS

#define MW_TYPE_OUTCOME_BLOCK (mw_outcome_block_get_type ())
G_DECLARE_FINAL_TYPE (MwOutcomeBlock, mw_outcome_block, MW, OUTCOME_BLOCK, GtkWidget)

/* What became of one intervention in the own cases, which it does not name. Hidden when there is nothing to tell; follows what
 * is saved, deleted and locked. */

/* @outcomes: kept. Returns: (transfer floating) */
GtkWidget *mw_outcome_block_new (MwOutcomes *outcomes);

/* In the language that the interface has at this moment, also for what changes later. @id: of the intervention */
void mw_outcome_block_show (MwOutcomeBlock *self, const char *id);

G_END_DECLS
