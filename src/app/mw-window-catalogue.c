/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-catalogue.h"

#include <glib/gi18n.h>

#include "mw-file-chooser.h"
#include "mw-organisation-exchange.h"
#include "mw-renewal-window.h"
#include "mw-window-cases.h"

/* What belongs to one window; on the window, under KEY. */
#define KEY "mw-window-catalogue"

typedef struct
{
  GtkApplicationWindow *window;
  MwCatalogue *catalogue;
  GFile *waiting; /* (nullable): came before the catalogue had loaded */
  gboolean loaded;
  GtkWindow *open; /* (nullable): one at a time */
} Ways;

static void
ways_free (gpointer data)
{
  Ways *ways = data;

  g_clear_weak_pointer (&ways->open);
  g_object_unref (ways->catalogue);
  g_clear_object (&ways->waiting);
  g_free (ways);
}

static void
set_enabled (Ways *ways, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (ways->window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (Ways *ways)
{
  set_enabled (ways, "import-catalogue", ways->loaded && mw_catalogue_is_renewable (ways->catalogue));
  set_enabled (ways, "undo-import", ways->loaded && mw_catalogue_get_previous (ways->catalogue) != NULL);
}

static void
on_changed (GtkApplicationWindow *window)
{
  update (g_object_get_data (G_OBJECT (window), KEY));
}

/* Typing in it keeps the cases from being locked, as typing in the window does. */
static void
present (Ways *ways, GtkWindow *open)
{
  if (ways->open)
    gtk_window_destroy (ways->open);
  g_set_weak_pointer (&ways->open, open);
  if (gtk_window_get_application (GTK_WINDOW (ways->window)))
    gtk_application_add_window (gtk_window_get_application (GTK_WINDOW (ways->window)), open);
  gtk_window_present (open);
}

static void
start (Ways *ways, GFile *file)
{
  present (ways, mw_renewal_window_new (GTK_WINDOW (ways->window), ways->catalogue, file));
}

static void
on_chosen (GFile *file, gpointer data)
{
  if (file)
    mw_window_catalogue_import (data, file);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_file_chooser_choose (GTK_WINDOW (((Ways *) data)->window), MW_FILE_CHOOSER_CATALOGUE, _ ("Import a Catalogue"), _ ("_Import"),
                          NULL, on_chosen, ((Ways *) data)->window, NULL);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Ways *ways = data;

  present (ways, mw_renewal_window_new_for_undo (GTK_WINDOW (ways->window), ways->catalogue));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, Ways *ways)
{
  GSList *files = g_value_get_boxed (value);

  if (!files)
    return FALSE;
  if (mw_window_cases_receive (ways->window, files->data))
    return TRUE;

  mw_window_catalogue_import (ways->window, files->data);

  return TRUE;
}

static void
import_catalogue (Ways *ways, GFile *file)
{
  if (!ways->loaded)
    g_set_object (&ways->waiting, file);
  else if (mw_catalogue_is_renewable (ways->catalogue))
    start (ways, file);
}

static void
on_recognised (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *pointer = data;
  g_autoptr (GtkApplicationWindow) window = g_weak_ref_get (pointer);
  gboolean is_offer = mw_organisation_recognise_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (G_FILE (source));

  g_weak_ref_clear (pointer);
  g_free (pointer);
  if (!window)
    return;
  if (!is_offer || !gtk_widget_activate_action (GTK_WIDGET (window), "win.import-offer-file", "s", uri))
    import_catalogue (g_object_get_data (G_OBJECT (window), KEY), G_FILE (source));
}

void
mw_window_catalogue_connect (GtkApplicationWindow *window, MwCatalogue *catalogue)
{
  static const GActionEntry actions[] = {
    { "import-catalogue", on_import, NULL, NULL, NULL },
    { "undo-import", on_undo, NULL, NULL, NULL },
  };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Ways *ways = g_new0 (Ways, 1);

  ways->window = window;
  ways->catalogue = g_object_ref (catalogue);
  g_object_set_data_full (G_OBJECT (window), KEY, ways, ways_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), ways);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), ways);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (on_changed), window, G_CONNECT_SWAPPED);
  update (ways);
}

void
mw_window_catalogue_set_loaded (GtkApplicationWindow *window)
{
  Ways *ways = g_object_get_data (G_OBJECT (window), KEY);
  g_autoptr (GFile) waiting = g_steal_pointer (&ways->waiting);

  ways->loaded = TRUE;
  update (ways);
  if (waiting && mw_catalogue_is_renewable (ways->catalogue))
    start (ways, waiting);
}

void
mw_window_catalogue_import (GtkApplicationWindow *window, GFile *file)
{
  GWeakRef *pointer = g_new (GWeakRef, 1);

  g_weak_ref_init (pointer, window);
  mw_organisation_recognise_async (file, NULL, on_recognised, pointer);
}
