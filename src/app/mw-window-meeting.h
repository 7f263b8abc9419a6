/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases-pane.h"
#include "mw-catalogue.h"

G_BEGIN_DECLS

#define MW_TYPE_WINDOW_MEETING (mw_window_meeting_get_type ())
G_DECLARE_FINAL_TYPE (MwWindowMeeting, mw_window_meeting, MW, WINDOW_MEETING, GObject)

/* The window's way to a meeting about the open case: the action win.discuss, the preview, and the meeting on the wall. It alone
 * has the case; preview and wall are given what the room may see, and what is typed on the wall comes back to be saved.
 *
 * Signals: "in-front" (gboolean): whether a meeting is on the wall, where all look, so that nobody need touch the computer. */

/* @window, @pane: not owned; @button: (nullable): for win.discuss: its tooltip says what is missing. Returns: (transfer full) */
MwWindowMeeting *mw_window_meeting_new (GtkApplicationWindow *window, MwCasesPane *pane, MwCatalogue *catalogue, GSettings *settings,
                                        GtkWidget *button);

/* Returns: (transfer none) (nullable): the window of the meeting, when there is one that can be seen */
GtkWindow *mw_window_meeting_get_wall (MwWindowMeeting *self);

/* Ends the meeting, if there is one, and keeps its record. @locking: the cases are about to be locked: the wall goes blank and
 * stays so until the program is another, or until the pane has covered itself. */
void mw_window_meeting_stop (MwWindowMeeting *self, gboolean locking);

G_END_DECLS
