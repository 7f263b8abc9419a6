/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-search-place.h"
#include "mw-word-list.h"

G_BEGIN_DECLS

/* In which rows of a catalogue something was found, and how well. One thread. */
typedef struct
{
  guint n_rows;   /* more than the highest rowid */
  guint8 *ranks;  /* by rowid, the better the lower; MW_SEARCH_ROWS_NONE where it was not found */
  guint8 *places; /* by rowid, of MwPlace */
} MwSearchRows;

#define MW_SEARCH_ROWS_NONE G_MAXUINT8

/* How something was found: as MwWordHow says, or else by what means the same. */
#define MW_SEARCH_HOW_SYNONYM (MW_WORD_PART + 1)
#define MW_SEARCH_N_HOWS (MW_SEARCH_HOW_SYNONYM + 1)

/* Returns: (transfer full): nothing found in any of @n_rows */
MwSearchRows *mw_search_rows_new (guint n_rows);
void mw_search_rows_free (MwSearchRows *self);

/* @rowid: passed over when there is no such row; @extra: by how much it is worse than its like */
void mw_search_rows_add (MwSearchRows *self, guint rowid, guint8 places, guint how, guint extra);
gboolean mw_search_rows_are_empty (const MwSearchRows *self);

/* Keeps what is in both. @phrase: all words in one name or summary, where they mean the same together, else anywhere */
void mw_search_rows_intersect (MwSearchRows *self, const MwSearchRows *other, gboolean phrase);
/* Returns: whether @other has anything */
gboolean mw_search_rows_unite (MwSearchRows *self, const MwSearchRows *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwSearchRows, mw_search_rows_free)

G_END_DECLS
