/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-backup.h"

G_BEGIN_DECLS

/* Returns: (transfer floating): a row of a list box that says when the backup was made */
GtkWidget *mw_backup_row_new (const MwBackup *backup);

G_END_DECLS
