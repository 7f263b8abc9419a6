/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-words.h"

#include <glib/gi18n.h>

#include "mw-day-words.h"

const char *
mw_meeting_words_get_phase (MwPhase phase)
{
  static const char *const words[MW_N_PHASES] = {
    N_ ("The case and its question"), N_ ("Questions"), N_ ("Place in the typology"), N_ ("Options"), N_ ("Decision and actions"),
  };

  return _ (words[phase]);
}

const char *
mw_meeting_words_get_field (MwRoomField field)
{
  static const char *const words[MW_N_ROOM_FIELDS] = {
    [MW_ROOM_LABEL] = N_ ("Label of the case"),
    [MW_ROOM_AGE] = N_ ("Age"),
    [MW_ROOM_QUESTION] = N_ ("The question"),
    [MW_ROOM_WISHES] = N_ ("Needs and wishes"),
    [MW_ROOM_DOMAINS + MW_DOMAIN_LIVING] = N_ ("Living situation"),
    [MW_ROOM_DOMAINS + MW_DOMAIN_DAY_ACTIVITIES] = N_ ("Day activities"),
    [MW_ROOM_DOMAINS + MW_DOMAIN_HEALTH] = N_ ("Health"),
    [MW_ROOM_DOMAINS + MW_DOMAIN_WORK] = N_ ("Work"),
    [MW_ROOM_DOMAINS + MW_DOMAIN_NETWORK] = N_ ("Social network"),
    [MW_ROOM_DOMAINS + MW_DOMAIN_SUPPORT] = N_ ("Social support"),
    [MW_ROOM_KNOWN] = N_ ("What is known"),
    [MW_ROOM_TYPING_REASON] = N_ ("Why it was placed so"),
    [MW_ROOM_APPRAISALS] = N_ ("What speaks for and against each option"),
    [MW_ROOM_REASONS] = N_ ("Reasons of the verdicts"),
    [MW_ROOM_REFERRALS] = N_ ("To whom the client is referred"),
    [MW_ROOM_CLIENT_WORDS] = N_ ("In the client’s own words"),
    [MW_ROOM_DECISION] = N_ ("The decision so far"),
    [MW_ROOM_AGREED] = N_ ("Who agreed, and when"),
    [MW_ROOM_UNAVAILABLE] = N_ ("What is not available here"),
    [MW_ROOM_ACTIONS] = N_ ("Actions so far"),
    [MW_ROOM_EVALUATION] = N_ ("Evaluation"),
    [MW_ROOM_OWN_OPTIONS] = N_ ("Options in your own words"),
    [MW_ROOM_SCORES] = N_ ("Scores on the loneliness scale"),
  };

  return _ (words[field]);
}

const char *
mw_meeting_words_get_verdict (MwVerdict verdict)
{
  static const char *const words[MW_N_VERDICTS] = { N_ ("Considering"), N_ ("Chosen"), N_ ("Rejected"), N_ ("Referred") };

  return _ (words[verdict]);
}

const char *
mw_meeting_words_get_certainty (MwCertainty certainty)
{
  static const char *const words[MW_N_CERTAINTIES] = { N_ ("Unsure"), N_ ("Fairly sure"), N_ ("Sure") };

  return _ (words[certainty]);
}

const char *
mw_meeting_words_get_knowledge (MwKnowledge source)
{
  static const char *const words[MW_N_KNOWLEDGES] = { N_ ("The client"), N_ ("Own expertise"), N_ ("Research") };

  return _ (words[source]);
}

static const char *
get_age (MwAgeBand age)
{
  static const char *const words[MW_N_AGE_BANDS]
    = { "", N_ ("Under 55"), N_ ("55–64"), N_ ("65–74"), N_ ("75–84"), N_ ("85–94"), N_ ("95 and over") };

  return age == MW_AGE_UNKNOWN ? "" : _ (words[age]);
}

char *
mw_meeting_words_dup_case (const MwRoomView *view)
{
  if (*view->texts[MW_ROOM_LABEL])
    return g_strdup (view->texts[MW_ROOM_LABEL]);

  /* Translators: what colleagues call a case of which they do not know the name */
  return view->number ? g_strdup_printf (_ ("Case %u"), (guint) view->number) : g_strdup (_ ("A new case"));
}

char *
mw_meeting_words_dup_option (const MwRoomOption *option)
{
  if (!*option->name)
    return g_strdup (_ ("An idea of our own"));

  return *option->number ? g_strdup_printf ("%s %s", option->number, option->name) : g_strdup (option->name);
}

char *
mw_meeting_words_dup_action (const MwAction *action)
{
  g_autofree char *day = mw_day_words_dup (action->day);
  const char *open = *action->who || *day ? " (" : "";
  const char *comma = *action->who && *day ? ", " : "";

  return g_strdup_printf ("%s%s%s%s%s%s%s", action->text, open, action->who, comma, day, *open ? ")" : "",
                          action->done_day ? _ (": done") : "");
}

static void
append_line (GString *lines, const char *line)
{
  if (!*line)
    return;

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

typedef enum
{
  AGREED,
  TOLD,
  PLANNED,
  EVALUATED,
} DayKind;

static void
append_day (GString *lines, DayKind kind, guint32 day)
{
  g_autofree char *words = mw_day_words_dup (day);
  g_autofree char *line = NULL;

  if (kind == AGREED)
    line = g_strdup_printf (_ ("On %s"), words);
  else if (kind == TOLD)
    line = g_strdup_printf (_ ("The client was told on %s"), words);
  else if (kind == PLANNED)
    line = g_strdup_printf (_ ("Planned for %s"), words);
  else
    line = g_strdup_printf (_ ("Evaluated on %s"), words);
  if (day)
    append_line (lines, line);
}

static void
append_options (GString *lines, const MwRoomView *view, MwRoomField field)
{
  for (guint i = 0; i < view->options->len; i++)
    {
      const MwRoomOption *option = g_ptr_array_index (view->options, i);
      const char *said[MW_N_KNOWLEDGES] = { 0 };

      if (field == MW_ROOM_APPRAISALS)
        for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
          said[s] = option->appraisals[s];
      else if (field == MW_ROOM_OWN_OPTIONS)
        said[0] = option->own_text ? option->name : "";
      else
        said[0] = field == MW_ROOM_REASONS ? option->reason : option->referred_to;
      for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
        if (said[s] && *said[s])
          {
            g_autofree char *name = mw_meeting_words_dup_option (option);
            g_autofree char *line = field == MW_ROOM_OWN_OPTIONS ? g_strdup (name) : g_strdup_printf ("%s: %s", name, said[s]);

            append_line (lines, line);
          }
    }
}

static void
append_scores (GString *lines, const MwRoomView *view)
{
  for (guint i = 0; i < view->scores->len; i++)
    {
      const MwScore *score = &g_array_index (view->scores, MwScore, i);
      g_autofree char *day = mw_day_words_dup (score->day);
      g_autofree char *line = NULL;

      if (score->emotional == MW_SCORE_UNKNOWN || score->social == MW_SCORE_UNKNOWN)
        continue;
      /* Translators: a day; a score; the most that it can be */
      line = g_strdup_printf (_ ("%1$s: %2$d of %3$d"), day, score->emotional + score->social, score->items);
      append_line (lines, line);
    }
}

char *
mw_meeting_words_dup_field (const MwRoomView *view, MwRoomField field)
{
  GString *lines = g_string_new (view->texts[field]);

  if (field == MW_ROOM_AGE)
    append_line (lines, get_age (view->age));
  else if (field == MW_ROOM_AGREED)
    append_day (lines, AGREED, view->agreed_day);
  else if (field == MW_ROOM_UNAVAILABLE)
    {
      append_day (lines, TOLD, view->told_day);
      append_line (lines, view->instead);
    }
  else if (field == MW_ROOM_EVALUATION)
    {
      append_day (lines, PLANNED, view->evaluation_day);
      append_day (lines, EVALUATED, view->evaluated_day);
    }
  else if (field == MW_ROOM_APPRAISALS || field == MW_ROOM_REASONS || field == MW_ROOM_REFERRALS
           || field == MW_ROOM_OWN_OPTIONS)
    append_options (lines, view, field);
  else if (field == MW_ROOM_SCORES)
    append_scores (lines, view);
  for (guint a = 0; field == MW_ROOM_ACTIONS && a < view->actions->len; a++)
    {
      g_autofree char *action = mw_meeting_words_dup_action (g_ptr_array_index (view->actions, a));

      append_line (lines, action);
    }

  return g_string_free (lines, FALSE);
}

char *
mw_meeting_words_dup_left (gint64 microseconds)
{
  guint minutes = (guint) ((ABS (microseconds) + 59 * G_USEC_PER_SEC) / (60 * G_USEC_PER_SEC));

  if (microseconds > MW_PHASE_LAST_MINUTES * 60 * G_USEC_PER_SEC)
    return g_strdup_printf (_ ("%u min left"), minutes);
  if (microseconds > 0)
    return g_strdup (_ ("Last minute"));

  /* Translators: by so many minutes a phase of the meeting takes longer than planned */
  return g_strdup_printf (_ ("%u min over"), (guint) (-microseconds / (60 * G_USEC_PER_SEC)));
}
