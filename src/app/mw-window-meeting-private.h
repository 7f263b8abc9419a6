/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-meeting-preview.h"
#include "mw-meeting-recorder.h"
#include "mw-meeting-screens.h"
#include "mw-meeting-window.h"
#include "mw-option-descriptions.h"
#include "mw-window-meeting.h"

G_BEGIN_DECLS

struct _MwWindowMeeting
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* unowned */
  MwCasesPane *pane;            /* unowned */
  GtkWidget *button;            /* (nullable) (unowned) */
  GSettings *settings;
  MwMeetingScreens *screens;
  MwOptionDescriptions *descriptions;

  MwCaseSaver *saver;        /* (nullable): of the case of preview and meeting */
  MwMeetingRecorder *recorder; /* (nullable): with the saver */
  MwMeetingPreview *preview; /* (nullable) (unowned) */
  MwMeetingWindow *meeting;  /* (nullable) (unowned) */
  gpointer place;            /* (nullable) (unowned): the monitor of the meeting */
  gboolean on_second;
  guint cookie; /* of what keeps the screen awake; 0: nothing */
  gboolean locking;
  gboolean in_front;
};

/* In mw-window-meeting-wall.c */
gboolean mw_window_meeting_is_on_wall (MwWindowMeeting *self);
void mw_window_meeting_go_to_wall (MwWindowMeeting *self);
/* Whether the screen may go to sleep. */
void mw_window_meeting_keep_awake (MwWindowMeeting *self, gboolean awake);
void mw_window_meeting_update_in_front (MwWindowMeeting *self);

/* For tests, which have one screen and no projector. */

/* @monitors: (element-type GObject): what takes the place of the display's */
void mw_window_meeting_set_monitors (MwWindowMeeting *self, GListModel *monitors);
/* The place of @monitors on which the meeting is; -1: on none. */
int mw_window_meeting_get_place (MwWindowMeeting *self);
/* Returns: (transfer none) (nullable) */
MwMeetingPreview *mw_window_meeting_get_preview (MwWindowMeeting *self);

G_END_DECLS
