/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-changes.h"
#include "mw-catalogue.h"

G_BEGIN_DECLS

/* Puts another catalogue in the place of the present one, in two steps: a proposal, which says what would change, and its
 * acceptance. Or in one: back to the previous. Main thread; the work is done on the catalogue's own. For catalogues of
 * mw_catalogue_new_installed() only. */

#define MW_TYPE_CATALOGUE_PROPOSAL (mw_catalogue_proposal_get_type ())

/* A checked copy of a catalogue. Never changed once it is there; the copy is deleted with it unless it was accepted. */
typedef struct
{
  gatomicrefcount refs;
  char *staged;
  gboolean is_present;       /* it is the catalogue that is in use, byte for byte */
  MwCatalogueHeader *before; /* (nullable): there is no catalogue */
  MwCatalogueHeader *after;
  MwCatalogueChanges *changes;
} MwCatalogueProposal;

GType mw_catalogue_proposal_get_type (void);
MwCatalogueProposal *mw_catalogue_proposal_ref (MwCatalogueProposal *self);
void mw_catalogue_proposal_unref (MwCatalogueProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueProposal, mw_catalogue_proposal_unref)

/* Whether another catalogue can take its place at all. */
gboolean mw_catalogue_is_renewable (MwCatalogue *self);

/**
 * mw_catalogue_propose_async:
 * @file: any file
 * @problems: (element-type MwProblem): receives what is wrong with @file; not to be touched before the end
 *
 * Checks @file whole and finds what it changes; mw_catalogue_get_progress() tells how far it is. Nothing is replaced.
 * Errors: MW_CATALOGUE_ERROR_UNREADABLE, MW_CATALOGUE_ERROR_INVALID, those of MW_STORAGE_ERROR, G_IO_ERROR_CANCELLED.
 */
void mw_catalogue_propose_async (MwCatalogue *self, GFile *file, GPtrArray *problems, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the proposal, or %NULL with @error set */
MwCatalogueProposal *mw_catalogue_propose_finish (MwCatalogue *self, GAsyncResult *result, GError **error);

/* Makes the proposal the catalogue; on the way every intervention that leaves is kept. The present one becomes the previous.
 * With an error, nothing has changed: MW_CATALOGUE_ERROR_UNREADABLE, MW_CATALOGUE_ERROR_INVALID or MW_STORAGE_ERROR. Emits
 * "changed" when mw_catalogue_renew_finish() is called, which must be once. */
void mw_catalogue_accept_async (MwCatalogue *self, MwCatalogueProposal *proposal, GAsyncReadyCallback callback,
                                gpointer user_data);

/* Makes the previous catalogue the present one, and the other way round. As mw_catalogue_accept_async(). */
void mw_catalogue_undo_async (MwCatalogue *self, GAsyncReadyCallback callback, gpointer user_data);

gboolean mw_catalogue_renew_finish (MwCatalogue *self, GAsyncResult *result, GError **error);

G_END_DECLS
