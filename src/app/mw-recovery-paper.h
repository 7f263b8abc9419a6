/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-paper-print.h"

G_BEGIN_DECLS

/* The recovery key on paper or in a file: the texts that MwRecoveryPage hands out. No copy of a text stays in memory.
 */

/* Writes @text to @file, for its owner alone where the file system can tell; nothing is left of it if that fails. It is
 * on the disk when this returns, which may take long: on any thread. Errors: G_FILE_ERROR, G_IO_ERROR */
gboolean mw_recovery_paper_save (GFile *file, const char *text, GError **error);

/* As mw_recovery_paper_save(), without keeping the main loop. */
void mw_recovery_paper_save_async (GFile *file, const char *text, GAsyncReadyCallback callback, gpointer data);
gboolean mw_recovery_paper_save_finish (GAsyncResult *result, GError **error);

/* Returns: (transfer full): why saving or printing failed, what is safe and what to do, for the user */
char *mw_recovery_paper_dup_failure (const GError *error);

/* Asks how to print and prints one page of A4. Main thread only. @callback is called once, unless @parent is closed
 * before. */
void mw_recovery_paper_print (GtkWindow *parent, const char *text, MwPaperPrinted callback, gpointer data);

G_END_DECLS
