/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writing the files of the data folder so that each is the old one or the new one at every moment, also after a power cut.
 * Errors are in MW_STORAGE_ERROR unless said otherwise. Any thread. */

gboolean mw_catalogue_files_make_folder (const char *folder, GError **error);

/* Writes beside @path and renames. Whether it is on the disk is known after mw_catalogue_files_sync(). */
gboolean mw_catalogue_files_write (const char *path, const char *bytes, gsize length, GError **error);

/* Sees to it that all files of a folder, and their names, are on the disk. */
gboolean mw_catalogue_files_sync (const char *folder, GError **error);

/**
 * mw_catalogue_files_copy:
 * @from: a file of any kind of folder
 * @prefix: of the copy's path
 * @max_size: in bytes
 * @too_large: (out): whether @from is larger
 *
 * Returns: (transfer full) (nullable): the path of a new copy, which is on the disk; or %NULL with @error set, also
 *   MW_CATALOGUE_ERROR_UNREADABLE or G_IO_ERROR_CANCELLED, and none of it left
 */
char *mw_catalogue_files_copy (GFile *from, const char *prefix, gsize max_size, gboolean *too_large,
                               GCancellable *cancellable, GError **error);

/* Renames, and syncs the folder of @to. */
gboolean mw_catalogue_files_rename (const char *from, const char *to, GError **error);

/* Whether both hold the same bytes; not when one of them cannot be read. */
gboolean mw_catalogue_files_are_equal (const char *a, const char *b);

/* Removes what mw_catalogue_files_copy() made for a program that was killed, once it can no longer be in use. */
void mw_catalogue_files_remove_leftovers (const char *prefix);

G_END_DECLS
