/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_DAY_CALENDAR (mw_day_calendar_get_type ())
G_DECLARE_FINAL_TYPE (MwDayCalendar, mw_day_calendar, MW, DAY_CALENDAR, GtkWidget)

/* A calendar that tells of a day when it is chosen: by a click on it, or by the space bar. GTK's own also tells of a day while
 * someone only leafs through the months (from 31 March to 28 February), and is silent about the day on which it stands and
 * about the same day of another month.
 *
 * Signals: "chosen" (guint): the Julian day, by the user; it may be the one that was set. */
MwDayCalendar *mw_day_calendar_new (void);

/* @day: a Julian day; 0 leaves the calendar where it is. */
void mw_day_calendar_set_day (MwDayCalendar *self, guint32 day);

G_END_DECLS
