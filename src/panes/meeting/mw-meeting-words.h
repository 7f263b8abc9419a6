/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-meeting-clock.h"
#include "mw-room.h"

G_BEGIN_DECLS

/* A meeting in words, in the present language of the interface. Main thread only. */

const char *mw_meeting_words_get_phase (MwPhase phase);
/* A switch of the preview. */
const char *mw_meeting_words_get_field (MwRoomField field);
const char *mw_meeting_words_get_verdict (MwVerdict verdict);
const char *mw_meeting_words_get_certainty (MwCertainty certainty);
const char *mw_meeting_words_get_knowledge (MwKnowledge source);

/* What the room calls the case: its label when that is allowed, else "Case 3". Returns: (transfer full) */
char *mw_meeting_words_dup_case (const MwRoomView *view);
/* What the room sees of a field, in words. Returns: (transfer full): "" when it sees nothing of it */
char *mw_meeting_words_dup_field (const MwRoomView *view, MwRoomField field);
/* Returns: (transfer full): such as "Call the sister (Anna, 3 December 2026)" */
char *mw_meeting_words_dup_action (const MwAction *action);
/* Returns: (transfer full): such as "1.4 Bezoekdienst" */
char *mw_meeting_words_dup_option (const MwRoomOption *option);
/* Returns: (transfer full): such as "7 min left" */
char *mw_meeting_words_dup_left (gint64 microseconds);

G_END_DECLS
