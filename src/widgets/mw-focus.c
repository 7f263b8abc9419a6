/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-focus.h"

static gboolean
is_backward (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
}

gboolean
mw_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean backward = is_backward (direction);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!child)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child)
    {
      if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
        return TRUE;
      child = backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
    }

  return FALSE;
}

static void
on_active (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (!gtk_window_is_active (window) || !focus || gtk_widget_get_mapped (focus))
    return;

  while (focus && !(gtk_widget_get_mapped (focus) && gtk_widget_grab_focus (focus)))
    focus = gtk_widget_get_parent (focus);
}

void
mw_focus_return_from_menus (GtkWindow *window)
{
  g_signal_connect (window, "notify::is-active", G_CALLBACK (on_active), NULL);
}
