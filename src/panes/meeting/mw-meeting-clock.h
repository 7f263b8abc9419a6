/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long the phases of a meeting may take, and how long they took. A plain value; it is told the time, in microseconds of any
 * clock that never goes back. */

/* The five phases. */
typedef enum
{
  MW_PHASE_CASE,
  MW_PHASE_QUESTIONS,
  MW_PHASE_ORDERING,
  MW_PHASE_OPTIONS,
  MW_PHASE_DECISION,
} MwPhase;
#define MW_N_PHASES 5

#define MW_PHASE_MOST_MINUTES 90

/* Before its end a phase is said to be nearly over. */
#define MW_PHASE_LAST_MINUTES 1

typedef struct
{
  guint minutes[MW_N_PHASES]; /* planned */
  gint64 spent[MW_N_PHASES];  /* before @since */
  gint64 since;               /* 0: the clock stands still */
  MwPhase phase;
} MwMeetingClock;

/* @minutes: (array fixed-size=5) */
void mw_meeting_clock_init (MwMeetingClock *self, const guint *minutes);

/* The meeting goes to @phase at @now. A phase that is gone back to goes on counting. */
void mw_meeting_clock_enter (MwMeetingClock *self, MwPhase phase, gint64 now);
void mw_meeting_clock_stop (MwMeetingClock *self, gint64 now);

gint64 mw_meeting_clock_get_spent (const MwMeetingClock *self, MwPhase phase, gint64 now);
/* What is left of the present phase; less than 0 when it took longer. */
gint64 mw_meeting_clock_get_left (const MwMeetingClock *self, gint64 now);
gint64 mw_meeting_clock_get_total (const MwMeetingClock *self, gint64 now);

/* As one would say it: rounded, but at least 1 of what took any time. */
guint mw_meeting_clock_to_minutes (gint64 microseconds);

G_END_DECLS
