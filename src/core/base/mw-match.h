/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the words that were looked for stand in a text, found as the search finds them: at the beginning of a word, whatever
 * the capitals and accents. */

/* In bytes, from the beginning of the text. */
typedef struct
{
  gsize start;
  gsize end;
} MwMatch;

/* @text: UTF-8; @search: (nullable): as typed. Returns: (transfer full) (element-type MwMatch): ascending, at most @max */
GArray *mw_match_find (const char *text, const char *search, guint max);

/* Some words around the first match, in one line.
 * Returns: (transfer full) (nullable): %NULL when there is no match */
char *mw_match_dup_excerpt (const char *text, const char *search);

G_END_DECLS
