/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide the columns of a comparison are: all the same, and never so narrow that a line holds a word or two only. */

/* @available: the width that they share; @n_columns: more than none. Returns: the width of one, in pixels */
int mw_comparison_columns_get_width (GtkWidget *widget, int available, guint n_columns);

/* The column that @widget belongs to, set on a part of the comparison and found from anything within that part.
 * Returns: -1 for none */
int mw_comparison_columns_find (GtkWidget *widget);
void mw_comparison_columns_mark (GtkWidget *widget, guint column);

G_END_DECLS
