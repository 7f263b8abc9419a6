/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-meeting-clock.h"
#include "mw-room.h"

G_BEGIN_DECLS

/* What is kept of a meeting as a note in the case. In the present language of the interface; main thread only. */

typedef struct
{
  const MwMeetingClock *clock; /* standing still */
  gint64 begun;                /* seconds since 1970 */
  gint64 ended;
  gboolean moved;              /* the meeting would place the case elsewhere: */
  MwProfile placed;
  const char *decision; /* (nullable): when it was changed */
  GPtrArray *actions;   /* of MwAction */
} MwMeetingRecord;

/* Returns: (transfer full) (nullable): %NULL when nothing happened: less than a minute, and nothing written or moved */
char *mw_meeting_record_dup (const MwMeetingRecord *record);

G_END_DECLS
