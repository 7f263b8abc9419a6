/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-backup.h"
#include "mw-case-store.h"

G_BEGIN_DECLS

/* The copies of the case file: one a day, seven of them, each checked before it takes the place of the oldest. They lie in
 * the folder "backups" beside the file, with the copies of before a migration and the files that were set aside. All is called on
 * the store's thread. Errors are in MW_CASE_ERROR and MW_STORAGE_ERROR. */

#define MW_N_DAILY_BACKUPS 7

/* Makes today's copy unless it is there. @made: (out) */
gboolean mw_case_backups_make_daily (MwCaseStore *store, const char *folder, gboolean *made, GError **error);

/* Makes a copy in any folder, named after the day. @path: (out) (transfer full) */
gboolean mw_case_backups_make_in (MwCaseStore *store, const char *folder, char **path, GError **error);

/* Takes a case out of all copies in @folder. A copy under an older key, which cannot be opened, is deleted. */
void mw_case_backups_remove_case (MwCaseStore *store, const char *folder, guint64 id);

/**
 * mw_case_backups_restore:
 * @backup: stays where it is
 * @path: the case file, which must be closed; it is kept in @folder
 * @kept: (out) (transfer full) (nullable): where
 */
gboolean mw_case_backups_restore (const char *backup, const char *path, const char *folder, char **kept, GError **error);

/* The name of the service that copies everything in this folder elsewhere, as far as it can be told from the folder and those
 * that it lies in. Returns: (transfer none) (nullable) */
const char *mw_case_backups_get_sync_service (const char *folder);

G_END_DECLS
