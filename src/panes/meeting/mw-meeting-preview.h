/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-meeting-clock.h"
#include "mw-room.h"

G_BEGIN_DECLS

#define MW_TYPE_MEETING_PREVIEW (mw_meeting_preview_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingPreview, mw_meeting_preview, MW, MEETING_PREVIEW, AdwWindow)

/* What the room will see, field by field, before it sees it. It shows of a case no more than the room will: a field that is
 * switched off is named and no more, since the screen may be on the wall already.
 *
 * Signals:
 * "allow" (guint field, gboolean allowed): a switch of the user's; answered with mw_meeting_preview_set_view();
 * "begin": the meeting is to begin, or to go on;
 * "cancelled": it is not. */

/* Returns: (transfer none): owned by GTK until it is destroyed */
MwMeetingPreview *mw_meeting_preview_new (GtkWindow *parent);

/* @view: (transfer none): what the room may see */
void mw_meeting_preview_set_view (MwMeetingPreview *self, const MwRoomView *view);

/* @minutes: (array fixed-size=5) */
void mw_meeting_preview_set_minutes (MwMeetingPreview *self, const guint *minutes);
/* @minutes: (out) (array fixed-size=5) */
void mw_meeting_preview_get_minutes (MwMeetingPreview *self, guint *minutes);

/* @second: (nullable): the name of the second screen, when there is one */
void mw_meeting_preview_set_screen (MwMeetingPreview *self, gboolean has_second, const char *second);
/* The meeting is under way and was called off the wall, since its screen is gone. */
void mw_meeting_preview_set_interrupted (MwMeetingPreview *self, gboolean interrupted);

G_END_DECLS
