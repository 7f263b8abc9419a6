/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-day-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

char *
mw_day_words_dup (guint32 day)
{
  static const char *const months[] = { N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),
                                        N_ ("May"),     N_ ("June"),     N_ ("July"),      N_ ("August"),
                                        N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December") };
  GDate date;

  if (!g_date_valid_julian (day))
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* Translators: day, month, year */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_get_day (&date), _ (months[g_date_get_month (&date) - 1]),
                          g_date_get_year (&date));
}

/* A day such as 2026-11-24, or a text that is none, in words. */
static char *
dup_published (const char *published)
{
  unsigned int year, month, day;
  GDate date;

  if (sscanf (published, "%4u-%2u-%2u", &year, &month, &day) != 3 || !g_date_valid_dmy (day, month, year))
    return g_strdup (published);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);

  return mw_day_words_dup (g_date_get_julian (&date));
}

char *
mw_day_words_dup_version (const MwCatalogueHeader *header)
{
  g_autofree char *published = dup_published (header->published);

  /* Translators: of a catalogue: "version 2 of 24 November 2026" */
  return g_strdup_printf (_ ("version %1$s of %2$s"), header->version, published);
}
