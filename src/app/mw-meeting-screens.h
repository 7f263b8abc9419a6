/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_MEETING_SCREENS (mw_meeting_screens_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingScreens, mw_meeting_screens, MW, MEETING_SCREENS, GObject)

/* The screens that a meeting can be on: the adviser's own, and a projector when there is one.
 *
 * Signals: "changed": one was plugged in or unplugged. */

/* @window: the adviser's; not owned, and it has to outlive this. Returns: (transfer full) */
MwMeetingScreens *mw_meeting_screens_new (GtkWindow *window);

/* @monitors: (nullable) (element-type GObject): what takes the place of the display's; %NULL: there are none any more */
void mw_meeting_screens_set_monitors (MwMeetingScreens *self, GListModel *monitors);

/* The screen of the adviser's window. Returns: (transfer none) (nullable) */
gpointer mw_meeting_screens_get_own (MwMeetingScreens *self);
/* Another screen than that. Returns: (transfer none) (nullable) */
gpointer mw_meeting_screens_find_second (MwMeetingScreens *self);
/* Returns: the place of @monitor among all; -1: it is none of them */
int mw_meeting_screens_get_place (MwMeetingScreens *self, gpointer monitor);

G_END_DECLS
