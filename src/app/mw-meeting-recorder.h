/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-cases-pane.h"

G_BEGIN_DECLS

#define MW_TYPE_MEETING_RECORDER (mw_meeting_recorder_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingRecorder, mw_meeting_recorder, MW, MEETING_RECORDER, GObject)

/* Writes into the case what a meeting comes to, and lets the pane of the adviser show it a moment later. */

/* @pane: not owned, and it has to outlive this; @saver: (transfer none): of the case. Returns: (transfer full) */
MwMeetingRecorder *mw_meeting_recorder_new (MwCasesPane *pane, MwCaseSaver *saver);

/* The decision that the case has is not seen by the room: what the room decides is added to it. */
void mw_meeting_recorder_keep_decision (MwMeetingRecorder *self);
void mw_meeting_recorder_decide (MwMeetingRecorder *self, const char *text);
void mw_meeting_recorder_add_action (MwMeetingRecorder *self, const MwAction *action);
/* @record: (nullable): a note of the meeting. Saves, and shows everything at once. */
void mw_meeting_recorder_end (MwMeetingRecorder *self, const char *record);
/* What was to be shown a moment later is shown now: the adviser turns to her own window. */
void mw_meeting_recorder_catch_up (MwMeetingRecorder *self);
/* Nothing is shown later any more. */
void mw_meeting_recorder_stop (MwMeetingRecorder *self);

G_END_DECLS
