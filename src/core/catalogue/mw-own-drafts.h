/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-own-draft.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_DRAFTS (mw_own_drafts_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnDrafts, mw_own_drafts, MW, OWN_DRAFTS, GObject)

/* The drafts that are kept in the data folder, each in a file of its own beside organisation.xml: one of an intervention that is
 * new, and one of each that is being changed. They are never in a shared folder. Belongs to the main thread; the disk is waited for
 * on another one, in the order in which it was asked. Dropping the last reference waits until all is written. */

/* @folder: the data folder, which is made when it is not there; in the encoding of the file system. Returns: (transfer full) */
MwOwnDrafts *mw_own_drafts_new (const char *folder);

/* @id: (nullable): that of the intervention that is being changed; %NULL for one that is new */
void mw_own_drafts_load_async (MwOwnDrafts *self, const char *id, GAsyncReadyCallback callback, gpointer user_data);
/* @time: (out): when it was last written, in seconds since 1970.
 * Returns: (transfer full) (nullable): %NULL without @error when there is none, also when it cannot be understood */
MwOwnDraft *mw_own_drafts_load_finish (MwOwnDrafts *self, GAsyncResult *result, gint64 *time, GError **error);

/* @draft: (nullable): %NULL to keep none any more */
void mw_own_drafts_keep_async (MwOwnDrafts *self, const char *id, const MwOwnDraft *draft, GAsyncReadyCallback callback,
                               gpointer user_data);
/* Errors: those of MW_STORAGE_ERROR; then the file is as it was. */
gboolean mw_own_drafts_keep_finish (MwOwnDrafts *self, GAsyncResult *result, GError **error);

G_END_DECLS
