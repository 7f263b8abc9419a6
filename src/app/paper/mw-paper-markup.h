/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-paper.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a paragraph without spans */
MwPaperText *mw_paper_text_new (const char *text, gssize length);
void mw_paper_text_free (MwPaperText *self);
/* @href: (nullable) */
void mw_paper_text_add_span (MwPaperText *self, MwPaperStyle style, guint start, guint stop, const char *href);
/* Returns: (transfer full) */
MwPaperText *mw_paper_text_new_for_block (const MwBlock *block);

/* @markup: see mw_paper_block_add_markup(). Returns: (transfer full) (element-type MwPaperText) */
GPtrArray *mw_paper_markup_parse (const char *markup);

G_END_DECLS
