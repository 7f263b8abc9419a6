/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-xml-private.h"

#define REPLACEMENT 0xfffd

/* The characters of UTF-8 that XML 1.0 allows; of those, the parser keeps a carriage return only when it is written as a number. */
static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= ' ' && c != 0xfffe && c != 0xffff);
}

static void
append_character (GString *xml, gunichar c)
{
  switch (c)
    {
    case '&':
      g_string_append (xml, "&amp;");
      break;
    case '<':
      g_string_append (xml, "&lt;");
      break;
    case '>':
      g_string_append (xml, "&gt;");
      break;
    case '"':
      g_string_append (xml, "&quot;");
      break;
    case '\r':
      g_string_append (xml, "&#13;");
      break;
    default:
      g_string_append_unichar (xml, is_allowed (c) ? c : REPLACEMENT);
      break;
    }
}

void
mw_case_xml_append_text (GString *xml, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    append_character (xml, g_utf8_get_char (p));
}

/* In an attribute, a parser makes blanks of other white space. */
void
mw_case_xml_append_attribute (GString *xml, const char *name, const char *value)
{
  if (!*value)
    return;

  g_string_append_printf (xml, " %s=\"", name);
  for (const char *p = value; *p; p = g_utf8_next_char (p))
    if (*p == '\t' || *p == '\n')
      g_string_append_printf (xml, "&#%d;", *p);
    else
      append_character (xml, g_utf8_get_char (p));
  g_string_append_c (xml, '"');
}

void
mw_case_xml_append_day (GString *xml, const char *name, guint32 day)
{
  GDate date;

  if (!g_date_valid_julian (day))
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_string_append_printf (xml, " %s=\"%04d-%02d-%02d\"", name, g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date));
}

void
mw_case_xml_append_time (GString *xml, const char *name, gint64 time)
{
  g_autoptr (GDateTime) moment = time ? g_date_time_new_from_unix_utc (time) : NULL;

  if (moment)
    g_string_append_printf (xml, " %s=\"%04d-%02d-%02dT%02d:%02d:%02dZ\"", name, g_date_time_get_year (moment),
                            g_date_time_get_month (moment), g_date_time_get_day_of_month (moment), g_date_time_get_hour (moment),
                            g_date_time_get_minute (moment), g_date_time_get_second (moment));
}

void
mw_case_xml_begin (GString *xml, guint indent, const char *name)
{
  g_string_append_printf (xml, "%*s<%s", (int) indent, "", name);
}

void
mw_case_xml_end (GString *xml, const char *name, const char *text)
{
  g_string_append_c (xml, '>');
  mw_case_xml_append_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

void
mw_case_xml_append_element (GString *xml, guint indent, const char *name, const char *text)
{
  if (!*text)
    return;

  mw_case_xml_begin (xml, indent, name);
  mw_case_xml_end (xml, name, text);
}

void
mw_case_xml_append_dated (GString *xml, guint indent, const char *name, const char *attribute, guint32 day, const char *text)
{
  if (!*text && !day)
    return;

  mw_case_xml_begin (xml, indent, name);
  mw_case_xml_append_day (xml, attribute, day);
  mw_case_xml_end (xml, name, text);
}
