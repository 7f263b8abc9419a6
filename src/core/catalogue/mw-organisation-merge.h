/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-change.h"
#include "mw-organisation.h"

G_BEGIN_DECLS

/* Puts two copies of an organisation together. Pure values; may be called on any thread. */

/* One item that both changed, each in another way. */
typedef struct
{
  MwOrganisationItem *mine;
  MwOrganisationItem *theirs;
} MwOrganisationConflict;

void mw_organisation_conflict_free (MwOrganisationConflict *self);
/* Returns: (transfer full) (element-type MwOrganisationConflict): an empty list that owns its conflicts */
GPtrArray *mw_organisation_conflict_list_new (void);

/**
 * mw_organisation_merge:
 * @base: what both @mine and @theirs began with
 * @conflicts: (element-type MwOrganisationConflict): receives what both changed, each in another way
 *
 * What only one of the two changed is as that one has it. Of a conflict the result has what @theirs has. What one changed
 * and the other lacks stays. When two interventions of one's own got the same number, the one that only @mine has gets
 * another one.
 *
 * Returns: (transfer full)
 */
MwOrganisation *mw_organisation_merge (MwOrganisation *base, MwOrganisation *mine, MwOrganisation *theirs,
                                       GPtrArray *conflicts);

/* An item that would change if one took over what another copy says. */
typedef struct
{
  MwOrganisationItem *before; /* (nullable): it is new */
  MwOrganisationItem *after;
  gboolean older; /* @after was changed before @before was */
} MwOrganisationChange;

void mw_organisation_change_free (MwOrganisationChange *self);
/* What taking it over would do: an offer that is emptied, or an intervention that goes, is removed. */
MwChangeKind mw_organisation_change_get_kind (const MwOrganisationChange *self);

/* Returns: (transfer full) (element-type MwOrganisationChange): what @other has and @self has not or in another way, for a
 *   preview. What @self alone has is no change: importing removes nothing that @other does not name. */
GPtrArray *mw_organisation_compare (MwOrganisation *self, MwOrganisation *other);

/* @items: (element-type MwOrganisationItem): those that are taken over.
 * Returns: (transfer full): @self with them; numbers that are taken are given anew */
MwOrganisation *mw_organisation_take_over (MwOrganisation *self, GPtrArray *items);

/**
 * mw_organisation_go_back:
 * @before, @after: what was there before something was taken over, and right after that
 * @n_kept: (out): how many items that were taken over have been changed since, and stay as they are
 *
 * Returns: (transfer full): @self with everything else that was taken over as it was @before
 */
MwOrganisation *mw_organisation_go_back (MwOrganisation *self, MwOrganisation *before, MwOrganisation *after, guint *n_kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwOrganisationConflict, mw_organisation_conflict_free)

G_END_DECLS
