/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-search-place.h"

G_BEGIN_DECLS

/* Gathers the words of interventions and where they stand, for the store to keep. One thread.
 *
 * The places of a word are pairs: how much the rowid is more than that of the pair before, in groups of seven bits with
 * the lowest first and the eighth bit set on all but the last, and a byte of MwPlace. */

typedef struct _MwSearchWords MwSearchWords;

/* @shown: (nullable): with its accents, where that is another word than @text */
typedef gboolean (*MwSearchWordFunc) (const char *text, const char *shown, const guint8 *places, gsize size, gpointer data,
                                      GError **error);

/* Returns: (transfer full) */
MwSearchWords *mw_search_words_new (void);
void mw_search_words_free (MwSearchWords *self);

/* All words of @intervention. @rowid: more than any before */
void mw_search_words_add (MwSearchWords *self, guint rowid, MwIntervention *intervention);

/* Whether it holds so much that it should be handed over before more is added. */
gboolean mw_search_words_is_full (MwSearchWords *self);

/* Hands over all words, sorted, and forgets them. Returns: %FALSE with @error set by @func */
gboolean mw_search_words_flush (MwSearchWords *self, MwSearchWordFunc func, gpointer data, GError **error);

typedef void (*MwPlaceFunc) (guint rowid, guint8 places, gpointer data);

/* Reads what mw_search_words_flush() gave, up to where it makes no sense. */
void mw_search_places_read (const guint8 *bytes, gsize size, MwPlaceFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwSearchWords, mw_search_words_free)

G_END_DECLS
