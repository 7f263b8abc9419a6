/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-paper.h"

G_BEGIN_DECLS

/* @printed: whether it went to the printer; if not, and @error is %NULL, the user thought better of it */
typedef void (*MwPaperPrinted) (gboolean printed, const GError *error, gpointer data);

/* Asks how to print, and prints. Pages are laid out on another thread. Main thread only. @callback is called once, unless @parent is
 * closed before. @destroy: (nullable): frees @data, also when @callback was not called */
void mw_paper_print (GtkWindow *parent, MwPaper *paper, MwPaperPrinted callback, gpointer data, GDestroyNotify destroy);

/* Returns: (transfer full): what mw_paper_print() runs */
GtkPrintOperation *mw_paper_print_new_operation (MwPaper *paper);

/* Returns: (transfer full): an operation for pages of A4 with margins of @margin mm, in points */
GtkPrintOperation *mw_paper_print_new_plain_operation (gboolean landscape, double margin);
/* Runs @operation: (transfer full), with the dialog. The others: as above */
void mw_paper_print_run (GtkPrintOperation *operation, GtkWindow *parent, MwPaperPrinted callback, gpointer data,
                         GDestroyNotify destroy);

G_END_DECLS
