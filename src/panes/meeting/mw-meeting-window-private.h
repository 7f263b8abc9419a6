/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-meeting-pages.h"
#include "mw-meeting-window.h"

G_BEGIN_DECLS

struct _MwMeetingWindow
{
  GtkWindow parent_instance;

  GtkStack *stack;
  GtkWidget *wall;
  GtkWidget *blank;
  MwMeetingBody *body;
  GtkLabel *phase_label;
  GtkLabel *case_label;
  GtkLabel *time_label;
  GtkLabel *hint_label;
  GtkLabel *next_label;

  MwMeetingPages *pages;
  MwMeetingClock clock;
  MwPhase phase;
  guint page;
  gint64 begun;   /* seconds since 1970; 0: not yet */
  gint64 skipped; /* µs by which the clock was put forward */
  guint tick_id;
  int text_size;
  gboolean asked; /* whether it is to be ended */
  gboolean ended;
};

/* In mw-meeting-window.c. */
/* What the page, the time and the keys ask for is shown. */
void mw_meeting_window_show (MwMeetingWindow *self);
void mw_meeting_window_show_footer (MwMeetingWindow *self);
void mw_meeting_window_stop_typing (MwMeetingWindow *self);
gboolean mw_meeting_window_is_blank (MwMeetingWindow *self);
gint64 mw_meeting_window_get_now (MwMeetingWindow *self);

/* In mw-meeting-window-keys.c. */

/* What the key does; as the window's own controller. Returns: whether it does anything */
gboolean mw_meeting_window_press (MwMeetingWindow *self, guint key, GdkModifierType state);

/* For tests. */
MwPhase mw_meeting_window_get_phase (MwMeetingWindow *self);
guint mw_meeting_window_get_page (MwMeetingWindow *self);
/* In pixels, for a window of that height. */
int mw_meeting_window_get_text_size_for (int height);
/* Lets the clock's time go by. */
void mw_meeting_window_skip_minutes (MwMeetingWindow *self, guint minutes);

G_END_DECLS
