/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-window-meeting-private.h"

/* On which screen the meeting is, and what has to hold as long as it is there. */

gboolean
mw_window_meeting_is_on_wall (MwWindowMeeting *self)
{
  return self->meeting && gtk_widget_get_visible (GTK_WIDGET (self->meeting));
}

/* On one screen another program may be before it. */
void
mw_window_meeting_update_in_front (MwWindowMeeting *self)
{
  gboolean in_front = mw_window_meeting_is_on_wall (self) && !self->locking
                      && (self->on_second || gtk_window_is_active (GTK_WINDOW (self->meeting)));

  if (in_front == self->in_front)
    return;

  self->in_front = in_front;
  g_signal_emit_by_name (self, "in-front", in_front);
}

void
mw_window_meeting_keep_awake (MwWindowMeeting *self, gboolean awake)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  if (awake && !self->cookie && application)
    self->cookie = gtk_application_inhibit (application, GTK_WINDOW (self->meeting), GTK_APPLICATION_INHIBIT_IDLE,
                                            _ ("A meeting is on the screen"));
  else if (!awake && self->cookie && application)
    {
      gtk_application_uninhibit (application, self->cookie);
      self->cookie = 0;
    }
}

void
mw_window_meeting_go_to_wall (MwWindowMeeting *self)
{
  gpointer second = mw_meeting_screens_find_second (self->screens);
  gpointer place = second ? second : mw_meeting_screens_get_own (self->screens);

  self->place = place;
  self->on_second = second != NULL;
  mw_meeting_window_go_to (self->meeting, GDK_IS_MONITOR (place) ? place : NULL);
  mw_window_meeting_keep_awake (self, TRUE);
  mw_window_meeting_update_in_front (self);
}

GtkWindow *
mw_window_meeting_get_wall (MwWindowMeeting *self)
{
  return mw_window_meeting_is_on_wall (self) ? GTK_WINDOW (self->meeting) : NULL;
}

int
mw_window_meeting_get_place (MwWindowMeeting *self)
{
  return mw_window_meeting_is_on_wall (self) ? mw_meeting_screens_get_place (self->screens, self->place) : -1;
}
