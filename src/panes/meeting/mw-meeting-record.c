/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-record.h"

#include <glib/gi18n.h>

#include "mw-meeting-words.h"
#include "mw-words.h"

static char *
dup_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

static void
append_phases (GString *text, const MwMeetingClock *clock)
{
  for (guint p = 0; p < MW_N_PHASES; p++)
    {
      guint minutes = mw_meeting_clock_to_minutes (clock->spent[p]);
      g_autofree char *words = NULL;

      if (minutes == 0)
        continue;
      /* Translators: a phase of a meeting, how long it took, and how long it was to take */
      words = g_strdup_printf (_ ("%1$s: %2$u min (planned: %3$u)"), mw_meeting_words_get_phase (p), minutes, clock->minutes[p]);
      g_string_append_printf (text, "\n%u. %s", p + 1, words);
    }
}

char *
mw_meeting_record_dup (const MwMeetingRecord *record)
{
  GString *text;
  g_autofree char *begun = dup_time (record->begun);
  g_autofree char *ended = dup_time (record->ended);
  gboolean decided = record->decision && *record->decision;

  if (mw_meeting_clock_get_total (record->clock, 0) < 60 * G_USEC_PER_SEC && !record->moved && !decided && record->actions->len == 0)
    return NULL;

  text = g_string_new (NULL);
  /* Translators: two times of day */
  g_string_append_printf (text, _ ("Meeting from %1$s to %2$s"), begun, ended);
  append_phases (text, record->clock);
  if (record->moved)
    {
      g_autofree char *profile = mw_words_dup_profile (record->placed);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("The meeting would place the case at: %s"), profile);
    }
  if (decided)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Decision: %s"), record->decision);
    }
  for (guint a = 0; a < record->actions->len; a++)
    {
      g_autofree char *action = mw_meeting_words_dup_action (g_ptr_array_index (record->actions, a));

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Action: %s"), action);
    }

  return g_string_free (text, FALSE);
}
