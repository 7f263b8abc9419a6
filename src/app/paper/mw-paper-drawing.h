/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-paper-pages.h"

G_BEGIN_DECLS

/* Draws a page, for the printer and for a file alike. @x and @y: of what may be written on; @tagged: whether the surface is a PDF of
 * one's own, in which a reader that reads it aloud finds headings, paragraphs, lists, tables and links */
void mw_paper_pages_draw (const MwPaperPages *self, guint page, cairo_t *cr, double x, double y, gboolean tagged);

G_END_DECLS
