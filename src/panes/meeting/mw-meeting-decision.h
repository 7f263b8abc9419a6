/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-room.h"

G_BEGIN_DECLS

#define MW_TYPE_MEETING_DECISION (mw_meeting_decision_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingDecision, mw_meeting_decision, MW, MEETING_DECISION, GtkWidget)

/* Where the decision is typed while all look on, and the actions that follow from it: two pages.
 *
 * Signals:
 * "decision" (const char *text): what stands there after every change by the user;
 * "action" (const MwAction *action): one that was agreed on. */

typedef enum
{
  MW_DECISION_TEXT,
  MW_DECISION_ACTIONS,
} MwDecisionPart;
#define MW_N_DECISION_PARTS 2

/* What the room may see of what was decided before. Leaves alone what is being typed. */
void mw_meeting_decision_set_view (MwMeetingDecision *self, const MwRoomView *view);

void mw_meeting_decision_show_part (MwMeetingDecision *self, MwDecisionPart part);
/* Puts the keyboard into the text, or takes it away. */
void mw_meeting_decision_type (MwMeetingDecision *self, gboolean type);
gboolean mw_meeting_decision_is_typing (MwMeetingDecision *self);

/* An action that was typed and not yet added. Nothing is lost at the end of a meeting. */
void mw_meeting_decision_add_pending (MwMeetingDecision *self);

/* Returns: (transfer full): what was decided */
char *mw_meeting_decision_dup_text (MwMeetingDecision *self);
/* All of a part of which too little room shows only some. Returns: (transfer full): "" when all of it is shown */
char *mw_meeting_decision_dup_rest (MwMeetingDecision *self, MwDecisionPart part);
/* Whether the decision was changed in this meeting. */
gboolean mw_meeting_decision_is_changed (MwMeetingDecision *self);
/* Returns: (transfer none) (element-type MwAction): those of this meeting */
GPtrArray *mw_meeting_decision_get_actions (MwMeetingDecision *self);

/* @day: (out): the next day that @text means, such as "3-12" or "3/12/2026"; 0 for an empty text. @today: a Julian day.
 * Returns: whether it is a day or empty */
gboolean mw_meeting_decision_read_day (const char *text, guint32 today, guint32 *day);

G_END_DECLS
