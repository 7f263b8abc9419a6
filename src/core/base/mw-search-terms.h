/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than these are passed over, so that a pasted page is no more work than a sentence. */
#define MW_SEARCH_MAX_TERMS 16
#define MW_SEARCH_MAX_TERM 64 /* characters */

/**
 * mw_search_terms_parse:
 * @text: (nullable): what was typed; anything goes
 *
 * Nothing that was typed reaches FTS5 as syntax: the words are quoted, each to be found as the beginning of a word, all
 * of them to be found. What has no letter or digit is passed over.
 *
 * Returns: (transfer full) (nullable): an FTS5 expression, or %NULL when there is nothing to look for
 */
char *mw_search_terms_parse (const char *text);

G_END_DECLS
