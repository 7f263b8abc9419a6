/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-clock.h"

#define MINUTE (60 * G_USEC_PER_SEC)

void
mw_meeting_clock_init (MwMeetingClock *self, const guint *minutes)
{
  *self = (MwMeetingClock){ 0 };
  for (guint p = 0; p < MW_N_PHASES; p++)
    self->minutes[p] = CLAMP (minutes[p], 1, MW_PHASE_MOST_MINUTES);
}

void
mw_meeting_clock_stop (MwMeetingClock *self, gint64 now)
{
  if (self->since)
    self->spent[self->phase] += now - self->since;
  self->since = 0;
}

void
mw_meeting_clock_enter (MwMeetingClock *self, MwPhase phase, gint64 now)
{
  mw_meeting_clock_stop (self, now);
  self->phase = phase;
  self->since = now;
}

gint64
mw_meeting_clock_get_spent (const MwMeetingClock *self, MwPhase phase, gint64 now)
{
  return self->spent[phase] + (self->since && self->phase == phase ? now - self->since : 0);
}

gint64
mw_meeting_clock_get_left (const MwMeetingClock *self, gint64 now)
{
  return self->minutes[self->phase] * MINUTE - mw_meeting_clock_get_spent (self, self->phase, now);
}

gint64
mw_meeting_clock_get_total (const MwMeetingClock *self, gint64 now)
{
  gint64 total = 0;

  for (guint p = 0; p < MW_N_PHASES; p++)
    total += mw_meeting_clock_get_spent (self, p, now);

  return total;
}

guint
mw_meeting_clock_to_minutes (gint64 microseconds)
{
  if (microseconds <= 0)
    return 0;

  return (guint) MAX (1, (microseconds + MINUTE / 2) / MINUTE);
}
