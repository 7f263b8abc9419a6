/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-backup-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-backup-words.h"

GtkWidget *
mw_backup_row_new (const MwBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *name = mw_backup_words_dup_name (backup->path, backup->time);
  g_autofree char *base = g_path_get_basename (backup->path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (g_str_has_prefix (base, "version-"))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Made before an update of Maatwerk"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  mw_accessible_set_name (row, name);
  return row;
}
