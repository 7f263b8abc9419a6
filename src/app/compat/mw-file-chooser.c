/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-file-chooser.h"

#include <glib/gi18n.h>

typedef struct
{
  MwFileChosen callback;
  gpointer data;
  GDestroyNotify destroy;
} Choice;

static void
choice_free (Choice *choice)
{
  if (choice->destroy)
    choice->destroy (choice->data);
  g_free (choice);
}

/* Through the list: asking for one that is not there is a mistake to GTK while the list has never been written. */
static void
forget_recent (GtkRecentManager *manager, GHashTable *chosen)
{
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *item = items; item; item = item->next)
    if (g_hash_table_contains (chosen, gtk_recent_info_get_uri (item->data)))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (item->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* GTK, or the desktop for it, puts the file in the list of all programs some time later. Switching that list off in
 * GTK's settings is no way out: it empties the list of every other program. */
static void
keep_from_recent (GFile *file)
{
  static GHashTable *chosen = NULL;
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  if (!chosen)
    {
      chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (manager, "changed", G_CALLBACK (forget_recent), chosen);
    }
  g_hash_table_add (chosen, g_file_get_uri (file));
}

static void
on_response (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file)
    keep_from_recent (file);
  gtk_native_dialog_hide (dialog);
  choice->callback (file, choice->data);
  g_object_unref (dialog);
}

static void
on_parent_destroyed (GtkNativeDialog *dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooserAction
get_action (MwFileChooserKind kind)
{
  switch (kind)
    {
    case MW_FILE_CHOOSER_FOLDER:
      return GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
    case MW_FILE_CHOOSER_TEXT:
      return GTK_FILE_CHOOSER_ACTION_SAVE;
    case MW_FILE_CHOOSER_DATABASE:
    case MW_FILE_CHOOSER_CATALOGUE:
    case MW_FILE_CHOOSER_OFFER:
    case MW_FILE_CHOOSER_HANDOVER:
    default:
      return GTK_FILE_CHOOSER_ACTION_OPEN;
    }
}

void
mw_file_chooser_choose (GtkWindow *parent,
                        MwFileChooserKind kind,
                        const char *title,
                        const char *accept,
                        const char *suggested_name,
                        MwFileChosen callback,
                        gpointer data,
                        GDestroyNotify destroy)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, get_action (kind), accept, _ ("_Cancel"));
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ callback, data, destroy };
  g_object_set_data_full (G_OBJECT (native), "mw-choice", choice, (GDestroyNotify) choice_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (kind == MW_FILE_CHOOSER_DATABASE)
    add_filter (GTK_FILE_CHOOSER (native), _ ("Cases and their backups (*.db)"), "*.db");
  if (kind == MW_FILE_CHOOSER_CATALOGUE)
    add_filter (GTK_FILE_CHOOSER (native), _ ("Catalogues (*.xml)"), "*.xml");
  if (kind == MW_FILE_CHOOSER_OFFER)
    add_filter (GTK_FILE_CHOOSER (native), _ ("Offers of an organisation (*.xml)"), "*.xml");
  if (kind == MW_FILE_CHOOSER_HANDOVER)
    {
      add_filter (GTK_FILE_CHOOSER (native), _ ("Cases of colleagues (*.maatwerk)"), "*.maatwerk");
      add_filter (GTK_FILE_CHOOSER (native), _ ("All files"), "*");
    }
  if (kind == MW_FILE_CHOOSER_TEXT && suggested_name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), suggested_name);
  g_signal_connect (native, "response", G_CALLBACK (on_response), choice);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_destroyed), native, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
