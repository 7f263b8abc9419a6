/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-cases.h"

G_BEGIN_DECLS

/* The words of backups, in the interface's present language. Main thread only. */

/* @time: when it was made, 0 when that is not known. Returns: (transfer full): such as "12 May 2026, 14:05", or the file's name */
char *mw_backup_words_dup_name (const char *path, gint64 time);

/* Returns: (transfer full) (element-type utf8): sentences that say what is in it */
GPtrArray *mw_backup_words_list_contents (const MwBackupContents *contents, gint64 time);

/* Why it could not be opened or restored, what is safe, and what to do. Returns: (transfer full) */
char *mw_backup_words_dup_error (const GError *error);

G_END_DECLS
