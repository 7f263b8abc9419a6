/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-paper.h"

G_BEGIN_DECLS

/**
 * mw_paper_file_write:
 * @secret: whether only its owner may read it, where the file system can tell
 *
 * Writes a file that is whole and on the disk when this returns; if it fails, nothing is left of it, and what was there before stays.
 * May take long: on any thread.
 *
 * Errors: G_FILE_ERROR, G_IO_ERROR.
 */
gboolean mw_paper_file_write (GFile *file, GBytes *contents, gboolean secret, GError **error);

/* Makes a PDF of @paper and writes it to @file, without keeping the main loop. Errors: as above. */
void mw_paper_file_save_async (GFile *file, MwPaper *paper, GAsyncReadyCallback callback, gpointer data);
gboolean mw_paper_file_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
