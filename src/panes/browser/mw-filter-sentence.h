/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-query.h"

G_BEGIN_DECLS

/* What narrows the list, as one sentence: "Fits Achterblijvers, for widows and widowers, at home or online." Between the
 * values of a facet stands "or", between facets a comma: all of those must be met. The text that is searched for is no
 * part of it: it stands in its own box. */

/* What follows a part. */
typedef enum
{
  MW_FILTER_JOIN_COMMA,
  MW_FILTER_JOIN_OR,
  MW_FILTER_JOIN_SEMICOLON, /* between facets, when one of them has commas of its own */
  MW_FILTER_JOIN_END,
  MW_N_FILTER_JOINS,
} MwFilterJoin;

/* A part that can be dropped by itself. */
typedef struct
{
  char *text; /* begins with a small letter, if it begins with a word of ours */
  guint constraint; /* what mw_browser_query_drop() takes */
  guint value;
  MwFilterJoin join;
} MwFilterPart;

/* Returns: (transfer full) (element-type MwFilterPart): in the order of the sentence; empty when nothing narrows the list */
GPtrArray *mw_filter_sentence_get_parts (const MwQuery *query);

/* Returns: (transfer none): what a join looks like, without spaces */
const char *mw_filter_sentence_get_join (MwFilterJoin join);

/* What stands between two parts that are shown as buttons: the buttons tell one facet from the next by themselves. @next: (nullable).
 * Returns: (transfer none) (nullable): a word within a facet, and never a mark */
const char *mw_filter_sentence_get_link (const MwFilterPart *part, const MwFilterPart *next);

/* Returns: (transfer full): @text as it begins a sentence */
char *mw_filter_sentence_dup_capital (const char *text);

/* Returns: (transfer full) (nullable): the sentence; %NULL when nothing narrows the list */
char *mw_filter_sentence_dup (const MwQuery *query);

G_END_DECLS
