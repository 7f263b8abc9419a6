/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"

G_BEGIN_DECLS

/* Case files as files: moved so that a program that is killed half way leaves the old one or the new one in place. Paths are
 * in the encoding of the file system. Errors are in MW_STORAGE_ERROR. */

/* Removes a file and its journal, if they are there. */
void mw_case_files_remove (const char *path);

/* Makes the folder, for its owner alone, where it is missing. */
gboolean mw_case_files_make_folder (const char *folder, GError **error);

/* Renames @from, which must be closed, to @to, and syncs the folder. Without @replace it fails when @to is there. */
gboolean mw_case_files_put_in_place (const char *from, const char *to, gboolean replace, GError **error);

/* Writes @bytes beside @path, syncs, and renames: what was at @path is replaced as a whole, or left as it is. @mode: without what the
 * umask takes away. */
gboolean mw_case_files_write (const char *path, GBytes *bytes, int mode, GError **error);

/* Gives the file at @path, if there is one, a second name in @folder, and moves its journal along: from then on the file may be
 * replaced. @kept: (out) (transfer full) (nullable): the second name */
gboolean mw_case_files_set_aside (const char *path, const char *folder, char **kept, GError **error);

/* A checked copy of the file of an older version. */
gboolean mw_case_files_keep_before_migration (MwDatabase *database, const char *folder, guint version, GError **error);

/* Returns: (transfer full): a name in @folder that is free, such as "cases-2026-05-12T140501.db" */
char *mw_case_files_dup_free_name (const char *folder, const char *prefix);

G_END_DECLS
