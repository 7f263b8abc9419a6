/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy of the case file. */
typedef struct
{
  char *path;
  gint64 time; /* when it was made, seconds since 1970 */
} MwBackup;

void mw_backup_free (MwBackup *self);

/* Returns: (transfer full) (element-type MwBackup): what can be restored from @folder, the newest first; files that were set
 * aside are not among it */
GPtrArray *mw_case_backups_list (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwBackup, mw_backup_free)

G_END_DECLS
