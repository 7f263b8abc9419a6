/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-meeting-body.h"
#include "mw-meeting-clock.h"
#include "mw-meeting-decision.h"
#include "mw-meeting-matrix.h"
#include "mw-room.h"

G_BEGIN_DECLS

#define MW_TYPE_MEETING_PAGES (mw_meeting_pages_get_type ())
G_DECLARE_FINAL_TYPE (MwMeetingPages, mw_meeting_pages, MW, MEETING_PAGES, GObject)

/* What stands on the pages of each phase: first what the phase is about, then the text that goes with it. Pages are counted
 * from 0. */

/* @body: where they are shown. Returns: (transfer full) */
MwMeetingPages *mw_meeting_pages_new (MwMeetingBody *body);

/* @view: (transfer full) */
void mw_meeting_pages_set_view (MwMeetingPages *self, MwRoomView *view);
/* Returns: (transfer none) (nullable) */
const MwRoomView *mw_meeting_pages_get_view (MwMeetingPages *self);
/* @interventions: (transfer none) (element-type utf8 MwIntervention) */
void mw_meeting_pages_set_interventions (MwMeetingPages *self, GHashTable *interventions);
/* In pixels. */
void mw_meeting_pages_set_text_size (MwMeetingPages *self, int text_size);
/* The body has another size, or what is on a page has changed. */
void mw_meeting_pages_invalidate (MwMeetingPages *self);

gboolean mw_meeting_pages_has (MwMeetingPages *self, MwPhase phase, guint page);
void mw_meeting_pages_show (MwMeetingPages *self, MwPhase phase, guint page);

/* Whether arrows move the frame on that page, and whether it can be typed on. */
gboolean mw_meeting_pages_is_matrix (MwPhase phase, guint page);
gboolean mw_meeting_pages_is_typed (MwPhase phase, guint page);
/* Returns: (transfer full) (nullable): such as "Options 1–2 of 60" */
char *mw_meeting_pages_dup_count (MwMeetingPages *self, MwPhase phase, guint page);

/* Returns: (transfer none) */
MwMeetingMatrix *mw_meeting_pages_get_matrix (MwMeetingPages *self);
MwMeetingDecision *mw_meeting_pages_get_decision (MwMeetingPages *self);

G_END_DECLS
