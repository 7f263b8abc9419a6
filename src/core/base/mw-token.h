/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a text as every search of ours takes them. Texts are valid UTF-8. Any thread. */

/* The next run of letters and digits at or after @p. @end: (out). Returns: (nullable): its beginning */
const char *mw_token_next (const char *p, const char **end);

/* As mw_token_next(), but what a hyphen or an apostrophe joins is one word ("e-mail", "50-plusser"), and so is a number
 * with a point or comma in it ("1.4"). */
const char *mw_token_next_compound (const char *p, const char **end);

/* Sets @folded to the letters and digits of @word, without accents and capitals; of a number also the points. */
void mw_token_fold (const char *word, gsize length, GString *folded);

G_END_DECLS
