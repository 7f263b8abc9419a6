/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All that is written in the cases, to be searched: an FTS5 table without content that lives in memory alone. Belongs to the
 * thread that made it. Errors are in MW_STORAGE_ERROR. */
typedef struct _MwCaseIndex MwCaseIndex;

MwCaseIndex *mw_case_index_new (GError **error);
void mw_case_index_free (MwCaseIndex *self);

/* Takes the place of what was there of the same case. */
gboolean mw_case_index_put (MwCaseIndex *self, guint64 id, const char *text, GError **error);
void mw_case_index_remove (MwCaseIndex *self, guint64 id);

/* @search: as typed. Returns: (transfer full) (nullable) (element-type guint64): the cases that have all its words; every one
 * when it has none; %NULL with @error set */
GArray *mw_case_index_search (MwCaseIndex *self, const char *search, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCaseIndex, mw_case_index_free)

G_END_DECLS
