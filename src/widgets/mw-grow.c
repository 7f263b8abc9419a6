/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-grow.h"

typedef struct
{
  MwGrow grow;
  GObject *owner;
  guint idle_id; /* 0: none */
} Growing;

static gboolean
on_idle (gpointer data)
{
  Growing *growing = data;

  growing->idle_id = 0;
  growing->grow (growing->owner);
  return G_SOURCE_REMOVE;
}

static void
on_scrolled (GtkAdjustment *adjustment, Growing *growing)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (page > 0 && left < 2 * page && !growing->idle_id)
    growing->idle_id = g_idle_add (on_idle, growing);
}

static void
growing_free (gpointer data, GClosure *closure)
{
  Growing *growing = data;

  g_clear_handle_id (&growing->idle_id, g_source_remove);
  g_free (growing);
}

void
mw_grow_below (GtkScrolledWindow *scroller, MwGrow grow, GObject *owner)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  Growing *growing = g_new0 (Growing, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_scrolled), growing, growing_free);

  growing->grow = grow;
  growing->owner = owner;
  g_object_watch_closure (owner, closure);
  g_signal_connect_closure (adjustment, "changed", closure, FALSE);
  g_signal_connect_closure (adjustment, "value-changed", closure, FALSE);
}
