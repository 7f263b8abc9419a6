/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-typology.h"

G_BEGIN_DECLS

#define MW_TYPE_MEETING_MATRIX (mw_meeting_matrix_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingMatrix, mw_meeting_matrix, MW, MEETING_MATRIX, GtkWidget)

/* The eight profiles as large as a room can read: where the case was placed, and where the meeting would place it, which a
 * frame shows that can be moved while talking. Nothing of that changes the case.
 *
 * Signals: "moved". */

/* @candidates: 0 when the case was not placed */
void mw_meeting_matrix_set_place (MwMeetingMatrix *self, MwProfileSet candidates);
/* Returns: whether the frame stands somewhere; @profile: (out) */
gboolean mw_meeting_matrix_get_proposed (MwMeetingMatrix *self, MwProfile *profile);
/* Moves the frame by columns and rows, as far as it can. */
void mw_meeting_matrix_move (MwMeetingMatrix *self, int columns, int rows);
/* Whether the frame was moved to where the case is not. */
gboolean mw_meeting_matrix_is_moved (MwMeetingMatrix *self);

/* What is said under it: the profile in the frame. */
void mw_meeting_matrix_set_text_size (MwMeetingMatrix *self, int text_size);

G_END_DECLS
