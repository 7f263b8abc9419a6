/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a box with a row for each item, the last item first and a few at a time, so that nothing waits for a long list. Main thread
 * only. */
typedef struct _MwRowFiller MwRowFiller;

/* Returns: (transfer floating): a row for @item */
typedef GtkWidget *(*MwRowMaker) (gpointer user_data, gpointer item);

/* @box: not owned; @step: how many rows at a time. Returns: (transfer full) */
MwRowFiller *mw_row_filler_new (GtkBox *box, guint step, MwRowMaker make, gpointer user_data);
/* Nothing is added any more. */
void mw_row_filler_free (MwRowFiller *self);

/* @items: (nullable): which must stay until they are rows, or until others are shown; the rows of before go */
void mw_row_filler_show (MwRowFiller *self, GPtrArray *items);
/* Puts a row for @item before the others, and the keyboard in it. */
void mw_row_filler_prepend (MwRowFiller *self, gpointer item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwRowFiller, mw_row_filler_free)

G_END_DECLS
