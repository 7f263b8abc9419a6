/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_BACKUPS_PAGE (mw_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (MwBackupsPage, mw_backups_page, MW, BACKUPS_PAGE, GtkWidget)

/* Restores a backup: chooses one, opens it with its passphrase, shows what is in it, and puts it in place.
 *
 * Signals: "choose-file": a file is wanted, to be answered with mw_backups_page_set_path(); "restored" (gboolean
 * with_recovery_key): the cases are open; "cancelled", also by Escape. */

void mw_backups_page_set_cases (MwBackupsPage *self, MwCases *cases);

/* Lists the backups that there are now. */
void mw_backups_page_start (MwBackupsPage *self);

/* Goes on with the file at @path, in the encoding of the file system. */
void mw_backups_page_set_path (MwBackupsPage *self, const char *path);

/* Forgets what was typed and where it was. */
void mw_backups_page_reset (MwBackupsPage *self);

G_END_DECLS
