/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-synonyms.h"
#include "mw-word-list.h"

G_BEGIN_DECLS

/* What was typed, taken apart. */

/* One word. */
typedef struct
{
  char *folded;
  gsize start; /* in the text, in bytes */
  gsize end;
} MwSearchTerm;

/* What must be found: one word, or a few that are a synonym together, or one of their synonyms. */
typedef struct
{
  guint first;
  guint n_terms;
  GPtrArray *synonyms; /* of MwSynonym: the others of their groups */
} MwSearchUnit;

typedef struct
{
  char *text;    /* as typed, valid */
  GArray *terms; /* of MwSearchTerm */
  GArray *units; /* of MwSearchUnit */
} MwSearchQuery;

/* @text: (nullable): anything goes; @words: what is joined by a hyphen is one word if these have it, else it is several.
 * Returns: (transfer full): it has no terms when there is nothing to look for */
MwSearchQuery *mw_search_query_new (const char *text, MwWordList *words, MwSynonyms *synonyms);
void mw_search_query_free (MwSearchQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwSearchQuery, mw_search_query_free)

G_END_DECLS
