/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-own-drafts.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_KEEPER (mw_own_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnKeeper, mw_own_keeper, MW, OWN_KEEPER, GObject)

/* The draft that one form has on the disk. What the disk answers later about another draft than the one that is open is passed over,
 * and does not keep the form alive: what is typed last is kept when that goes.
 *
 * Signals:
 * "loaded" (MwOwnDraft *, gint64 time): what there is of the draft that was opened (nullable), and since when;
 * "kept" (const GError *): it is on the disk, or (nullable) why not. */

/* @drafts: kept. Returns: (transfer full) */
MwOwnKeeper *mw_own_keeper_new (MwOwnDrafts *drafts);

/* @id: (nullable): that of the intervention that is being changed; "loaded" follows */
void mw_own_keeper_open (MwOwnKeeper *self, const char *id);
/* @draft: (nullable): %NULL when there is nothing to be kept any more; "kept" follows */
void mw_own_keeper_keep (MwOwnKeeper *self, const MwOwnDraft *draft);
/* Returns: (transfer none) (nullable) */
const char *mw_own_keeper_get_id (MwOwnKeeper *self);

G_END_DECLS
