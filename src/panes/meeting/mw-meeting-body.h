/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_MEETING_BODY (mw_meeting_body_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingBody, mw_meeting_body, MW, MEETING_BODY, GtkWidget)

/* The part of the wall that changes with the page. It takes the room that there is and asks for none: what is shown in it is cut to
 * that room beforehand.
 *
 * Signals: "resized": there is another room than before; after the layout, so that it may change anything. */

/* @child: (nullable): takes the place of the one before */
void mw_meeting_body_set_child (MwMeetingBody *self, GtkWidget *child);
/* Returns: (transfer none) (nullable) */
GtkWidget *mw_meeting_body_get_child (MwMeetingBody *self);

G_END_DECLS
