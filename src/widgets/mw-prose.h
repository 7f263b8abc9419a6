/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

/* The catalogue's prose as widgets. */

/* Returns: (transfer full): Pango markup of a block; references are set in italics, links can be followed */
char *mw_prose_dup_markup (const MwBlock *block);

/* @blocks: (element-type MwBlock). Returns: (transfer floating): the blocks below one another, selectable and wrapped */
GtkWidget *mw_prose_new (GPtrArray *blocks);

/* @texts: (element-type utf8). Returns: (transfer floating): the texts as a list with bullets */
GtkWidget *mw_prose_new_list (GPtrArray *texts);

/* Returns: (transfer floating): a paragraph of plain text */
GtkWidget *mw_prose_new_paragraph (const char *text);

G_END_DECLS
