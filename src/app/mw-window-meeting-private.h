/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-meeting-preview.h"
#include "mw-meeting-window.h"
#include "mw-window-meeting.h"

G_BEGIN_DECLS

/* For tests, which have one screen and no projector. */

/* @monitors: (element-type GObject): what takes the place of the display's */
void mw_window_meeting_set_monitors (MwWindowMeeting *self, GListModel *monitors);
/* The place of @monitors on which the meeting is; -1: on none. */
int mw_window_meeting_get_place (MwWindowMeeting *self);
/* Returns: (transfer none) (nullable) */
MwMeetingPreview *mw_window_meeting_get_preview (MwWindowMeeting *self);

G_END_DECLS
