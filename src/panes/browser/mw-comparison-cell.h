/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_CELL (mw_comparison_cell_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonCell, mw_comparison_cell, MW, COMPARISON_CELL, GtkWidget)

/* What one intervention says under one heading. The keyboard stops at it; Tab goes on to the links within. */

/* @markup: what it shows; @name: what a screen reader calls it. Returns: (transfer floating) */
GtkWidget *mw_comparison_cell_new (const char *markup, const char *name);

G_END_DECLS
