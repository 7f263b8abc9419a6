/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-choice-words.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-day-words.h"
#include "mw-words.h"

/* In characters: what is said of a step beside its heading. */
#define MAX_DETAIL 60

const char *
mw_choice_words_get_step (guint step)
{
  static const char *const words[MW_N_CHOICE_STEPS] = {
    N_ ("1. The question"), N_ ("2. What is known"), N_ ("3. Weighing the options"), N_ ("4. The decision"), N_ ("5. Looking back"),
  };

  return _ (words[step]);
}

const char *
mw_choice_words_get_verdict (MwVerdict verdict)
{
  static const char *const words[MW_N_VERDICTS] = { N_ ("Being considered"), N_ ("Chosen"), N_ ("Rejected"), N_ ("Referred") };

  return _ (words[verdict]);
}

const char *
mw_choice_words_get_knowledge (MwKnowledge knowledge)
{
  static const char *const words[MW_N_KNOWLEDGES]
    = { N_ ("What the client wants and can do"), N_ ("Your own expertise"), N_ ("What research says") };

  return _ (words[knowledge]);
}

const char *
mw_choice_words_get_helped (MwHelped helped)
{
  static const char *const words[MW_N_HELPED] = { N_ ("Not known yet"), N_ ("Helped"), N_ ("Helped somewhat"), N_ ("Did not help") };

  return _ (words[helped]);
}

char *
mw_choice_words_dup_option (const MwConsidered *option)
{
  return *option->number ? g_strdup_printf ("%s  %s", option->number, option->name) : g_strdup (option->name);
}

static void
add_effect (GPtrArray *parts, MwIntervention *intervention)
{
  int evidence = g_bit_nth_lsf (intervention->facets[MW_FACET_EVIDENCE], -1);
  int loneliness = g_bit_nth_lsf (intervention->facets[MW_FACET_LONELINESS], -1);

  if (evidence >= 0)
    g_ptr_array_add (parts, g_strdup (mw_words_get_evidence (evidence)));
  if (loneliness >= 0 && evidence != MW_EVIDENCE_NONE)
    {
      g_autofree char *words = mw_words_dup_lower (mw_words_get_loneliness (loneliness));

      g_ptr_array_add (parts, g_strdup_printf (_ ("on loneliness: %s"), words));
    }
}

static void
add_fit (GPtrArray *parts, MwIntervention *intervention, MwProfileSet profiles)
{
  MwProfileSet fitting = intervention->fits & profiles;
  g_autofree char *names = profiles == 0 || profiles == MW_PROFILE_SET_ALL ? NULL : mw_words_dup_profiles (fitting ? fitting : profiles);

  if (!names)
    return;
  if (fitting)
    /* Translators: the names of profiles, parted by "or" */
    g_ptr_array_add (parts, g_strdup_printf (_ ("suits %s"), names));
  else
    g_ptr_array_add (parts, g_strdup_printf (_ ("the overview does not name it for %s"), names));
}

char *
mw_choice_words_dup_facts (const MwConsidered *option, MwOptionFacts *facts, MwProfileSet profiles)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  MwIntervention *intervention = NULL;
  MwOptionState state = MW_OPTION_ASKED;

  if (mw_considered_is_own_text (option))
    return g_strdup (_ ("In your own words; not in the catalogue"));

  if (facts)
    state = mw_option_facts_get (facts, option->id, &intervention);
  if (state == MW_OPTION_GONE)
    return g_strdup (_ ("No longer in the catalogue"));
  if (state == MW_OPTION_TROUBLE)
    return g_strdup (_ ("The catalogue cannot be read now"));
  if (!intervention)
    return g_strdup ("");

  if (state == MW_OPTION_FORMER)
    {
      g_autofree char *version = mw_day_words_dup_version (intervention->former);

      /* Translators: such as "version 2 of 24 November 2026" */
      g_ptr_array_add (parts, g_strdup_printf (_ ("No longer in the catalogue; last in %s"), version));
    }
  add_effect (parts, intervention);
  add_fit (parts, intervention, profiles);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* The first line, not too much of it. */
static char *
dup_start (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));

  if (!*g_strstrip (line))
    return NULL;
  if (g_utf8_strlen (line, -1) > MAX_DETAIL)
    {
      g_autofree char *cut = g_utf8_substring (line, 0, MAX_DETAIL - 1);

      return g_strconcat (g_strchomp (cut), "…", NULL);
    }
  return g_steal_pointer (&line);
}

/* "chosen: 2, rejected: 1"; nothing while all are only considered. */
static char *
dup_verdicts (const MwCase *one)
{
  static const char *const words[MW_N_VERDICTS]
    = { N_ ("being considered: %u"), N_ ("chosen: %u"), N_ ("rejected: %u"), N_ ("referred: %u") };
  static const MwVerdict order[MW_N_VERDICTS] = { MW_VERDICT_CHOSEN, MW_VERDICT_REFERRED, MW_VERDICT_REJECTED, MW_VERDICT_CONSIDERING };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n[MW_N_VERDICTS] = { 0 };

  for (guint i = 0; i < one->considered->len; i++)
    n[((MwConsidered *) g_ptr_array_index (one->considered, i))->verdict]++;
  if (n[MW_VERDICT_CONSIDERING] == one->considered->len)
    return NULL;

  for (guint v = 0; v < MW_N_VERDICTS; v++)
    if (n[order[v]] > 0)
      {
        if (text->len > 0)
          g_string_append (text, ", ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        g_string_append_printf (text, _ (words[order[v]]), n[order[v]]);
#pragma GCC diagnostic pop
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_evaluation (const MwChoice *choice)
{
  g_autofree char *done = mw_case_words_dup_day (choice->evaluated_day);
  g_autofree char *due = mw_case_words_dup_day (choice->evaluation_day);

  if (*done)
    return g_strdup_printf (_ ("done on %s"), done);
  if (!*due)
    return dup_start (choice->evaluation);

  return choice->evaluation_day < mw_case_words_get_today () ? g_strdup_printf (_ ("was due on %s"), due)
                                                             : g_strdup_printf (_ ("on %s"), due);
}

char *
mw_choice_words_dup_step_detail (const MwCase *one, guint step)
{
  const MwChoice *choice = &one->choice;

  switch (step)
    {
    case 0:
      return dup_start (choice->question);
    case 1:
      return one->considered->len > 0
               ? g_strdup_printf (ngettext ("%u option", "%u options", one->considered->len), one->considered->len)
               : dup_start (choice->known);
    case 2:
      return dup_verdicts (one);
    case 3:
      return *choice->decision ? dup_start (choice->decision) : dup_start (choice->client_words);
    default:
      return dup_evaluation (choice);
    }
}

char *
mw_choice_words_dup_action (const MwAction *action)
{
  g_autofree char *day = mw_case_words_dup_day (action->day);
  g_autofree char *done = mw_case_words_dup_day (action->done_day);
  g_autoptr (GString) text = g_string_new (action->text);
  const char *separator = " (";

  if (*action->who)
    {
      g_string_append_printf (text, "%s%s", separator, action->who);
      separator = ", ";
    }
  if (*day)
    {
      g_string_append_printf (text, "%s%s", separator, day);
      separator = ", ";
    }
  if (*done)
    {
      g_string_append (text, separator);
      g_string_append_printf (text, _ ("done on %s"), done);
      separator = ", ";
    }
  if (g_str_equal (separator, ", "))
    g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is to be done, without when. */
static char *
dup_due_kind (const MwDue *due)
{
  g_autofree char *text = dup_start (due->text);

  if (text)
    return g_steal_pointer (&text);

  switch (due->kind)
    {
    case MW_DUE_EVALUATION:
      return g_strdup (_ ("Looking back"));
    case MW_DUE_ACTION:
      return g_strdup (_ ("Agreed action"));
    case MW_DUE_NEXT_ACTION:
    default:
      return g_strdup (_ ("Next action"));
    }
}

char *
mw_choice_words_dup_due (const MwDue *due, guint32 today)
{
  g_autofree char *what = dup_due_kind (due);
  g_autofree char *day = mw_case_words_dup_day (due->day);

  if (due->day < today)
    /* Translators: what is to be done, and a day that is past */
    return g_strdup_printf (_ ("%1$s · was due on %2$s"), what, day);
  if (due->day == today)
    return g_strdup_printf (_ ("%s · today"), what);

  /* Translators: what is to be done, and a day to come */
  return g_strdup_printf (_ ("%1$s · on %2$s"), what, day);
}
