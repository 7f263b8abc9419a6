/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"
#include "mw-found.h"

G_BEGIN_DECLS

/* Finds interventions by text. All words that were typed must be found, each as a word, its beginning, a part of a compound,
 * or by a synonym, in any language, whatever the accents and capitals. When nothing is found so, one typing error in a word is
 * made good.
 *
 * Belongs to the thread that owns the database. Nothing that was typed reaches SQL. */
typedef struct _MwSearchIndex MwSearchIndex;

/* More words than these are passed over, so that a pasted page is no more work than a sentence. */
#define MW_SEARCH_INDEX_MAX_TERMS 16
#define MW_SEARCH_INDEX_MAX_TERM 64 /* characters */

/* Reads the words when they are first needed; what is added to the database after that needs a new index.
 * Returns: (transfer full) */
MwSearchIndex *mw_search_index_new (MwDatabase *database);
void mw_search_index_free (MwSearchIndex *self);

/**
 * mw_search_index_run:
 * @text: (nullable): what was typed; anything goes
 * @found: (out) (transfer full) (nullable): %NULL when there is nothing to look for
 *
 * Returns: %FALSE with @error set, in MW_STORAGE_ERROR
 */
gboolean mw_search_index_run (MwSearchIndex *self, const char *text, MwFound **found, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwSearchIndex, mw_search_index_free)

G_END_DECLS
