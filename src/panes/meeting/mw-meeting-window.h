/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-meeting-clock.h"
#include "mw-room.h"

G_BEGIN_DECLS

#define MW_TYPE_MEETING_WINDOW (mw_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingWindow, mw_meeting_window, MW, MEETING_WINDOW, GtkWindow)

/* What a room sees of a case: five phases on the whole of a screen, led by the keys that presenter remotes send. It knows
 * nothing of the case but an MwRoomView, and nothing in it scrolls. At first it shows nothing.
 *
 * Keys: Page Down and Page Up through pages and phases, 1 to 5 to a phase, B or a full stop for a blank wall (Ctrl+B while typing), the
 * arrows to move the frame of the third phase, Enter to type in the fifth, Escape to stop typing and to end.
 *
 * Signals:
 * "decision" (const char *text): what is typed as the decision, after every change;
 * "action" (const MwAction *action): one that was agreed on;
 * "ended" (const char *record): (nullable): the meeting is over; what is to be kept of it. Emitted once, when the user ends it
 * or by mw_meeting_window_end(). */

/* @minutes: (array fixed-size=5): of the phases. Returns: (transfer none): owned by GTK until it is destroyed */
MwMeetingWindow *mw_meeting_window_new (const guint *minutes);

/* @view: (transfer full): what the room may see from now on */
void mw_meeting_window_set_view (MwMeetingWindow *self, MwRoomView *view);
/* @interventions: (transfer none) (element-type utf8 MwIntervention): by their ids */
void mw_meeting_window_set_interventions (MwMeetingWindow *self, GHashTable *interventions);

/* Fills @monitor, at first or from where it was. @monitor: (nullable): a window like others */
void mw_meeting_window_go_to (MwMeetingWindow *self, GdkMonitor *monitor);
/* Shows nothing anywhere until mw_meeting_window_go_to(); everything is kept, and the clock stands still. */
void mw_meeting_window_pause (MwMeetingWindow *self);

/* A blank wall, at once. */
void mw_meeting_window_set_blank (MwMeetingWindow *self, gboolean blank);

/* Ends the meeting: what was typed is handed over, then "ended" is emitted. Does nothing the second time. */
void mw_meeting_window_end (MwMeetingWindow *self);

G_END_DECLS
