/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* Prose as plain text to be typed, and back. A blank line parts paragraphs; a line that begins with "- " (or "* " or "• ") is an
 * item of a list, and goes on until a blank line or the next item. Other line breaks are spaces. */

/* @blocks: (element-type MwBlock). Returns: (transfer full) */
char *mw_prose_text_dup (GPtrArray *blocks);

/**
 * mw_prose_text_parse:
 * @text: anything goes; what cannot stand in XML falls away
 * @before: (nullable) (element-type MwBlock): what the text was made of before it was changed
 *
 * A link, organisation or reference of @before is kept where its words still stand; a web address that was typed becomes a
 * link. The rest of what is marked up is lost with the words that it marked.
 *
 * Returns: (transfer full) (element-type MwBlock)
 */
GPtrArray *mw_prose_text_parse (const char *text, GPtrArray *before);

/* Returns: (transfer full): the text on one line, without white space at its ends; may be empty */
char *mw_prose_text_dup_line (const char *text);

G_END_DECLS
