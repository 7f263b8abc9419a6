/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-screens.h"

struct _MwMeetingScreens
{
  GObject parent_instance;

  GtkWindow *window;    /* unowned */
  GListModel *monitors; /* (nullable): after the end */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMeetingScreens, mw_meeting_screens, G_TYPE_OBJECT)

static void
on_items_changed (MwMeetingScreens *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mw_meeting_screens_dispose (GObject *object)
{
  mw_meeting_screens_set_monitors (MW_MEETING_SCREENS (object), NULL);

  G_OBJECT_CLASS (mw_meeting_screens_parent_class)->dispose (object);
}

static void
mw_meeting_screens_class_init (MwMeetingScreensClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_meeting_screens_dispose;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_MEETING_SCREENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_meeting_screens_init (MwMeetingScreens *self)
{
}

MwMeetingScreens *
mw_meeting_screens_new (GtkWindow *window)
{
  MwMeetingScreens *self = g_object_new (MW_TYPE_MEETING_SCREENS, NULL);

  self->window = window;
  mw_meeting_screens_set_monitors (self, gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))));
  return self;
}

void
mw_meeting_screens_set_monitors (MwMeetingScreens *self, GListModel *monitors)
{
  if (self->monitors)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_set_object (&self->monitors, monitors);
  if (monitors)
    g_signal_connect_object (monitors, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
}

gpointer
mw_meeting_screens_get_own (MwMeetingScreens *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return surface ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

gpointer
mw_meeting_screens_find_second (MwMeetingScreens *self)
{
  gpointer own = mw_meeting_screens_get_own (self);

  for (guint m = 0; self->monitors && m < g_list_model_get_n_items (self->monitors); m++)
    {
      g_autoptr (GObject) monitor = g_list_model_get_item (self->monitors, m);

      if (monitor != own)
        return monitor; /* the list keeps it */
    }

  return NULL;
}

int
mw_meeting_screens_get_place (MwMeetingScreens *self, gpointer monitor)
{
  for (guint m = 0; monitor && m < g_list_model_get_n_items (self->monitors); m++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (self->monitors, m);

      if (one == monitor)
        return (int) m;
    }

  return -1;
}
