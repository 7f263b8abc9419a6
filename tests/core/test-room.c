/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-room.h"

#define CANARY "kanarie"

/* A text that is nowhere else, with the name of its field in it. */
static char *
canary (const char *field)
{
  return g_strdup_printf (CANARY "-%s-x", field);
}

static void
set (char **text, const char *field)
{
  g_free (*text);
  *text = canary (field);
}

static MwConsidered *
add_option (MwCase *one, const char *id)
{
  mw_case_add_considered (one, id, "1.4", "Bezoekdienst", 5);
  return mw_case_find_considered (one, id);
}

/* Every text of the case is a canary, but for what the catalogue says. */
static MwCase *
new_case (void)
{
  static const char *const domains[MW_N_DOMAINS] = { "living", "day", "health", "work", "network", "support" };
  static const char *const knowledges[MW_N_KNOWLEDGES] = { "by-client", "by-expertise", "by-research" };
  MwCase *one = mw_case_new ();
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_UNANSWERED };
  MwScore score = { 2460000, 6, 2, 3, 0 };
  MwConsidered *option = add_option (one, "bezoekdienst");
  MwConsidered *own = mw_case_add_own_text (one, CANARY "-own-option-x", 6);

  set (&one->label, "label");
  set (&one->wishes, "wishes");
  set (&one->next_action, "next-action");
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    set (&one->domains[d], domains[d]);
  one->age = MW_AGE_75;
  mw_case_add_note (one, MW_NOTE_CONTACT, 2460000, CANARY "-note-x");
  mw_case_add_assessment (one, 3, &answers, MW_CERTAINTY_SURE, CANARY "-earlier-x");
  mw_case_add_assessment (one, 4, &answers, MW_CERTAINTY_SURE, CANARY "-typing-x");
  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    set (&option->appraisals[k], knowledges[k]);
  set (&option->reason, "reason");
  mw_case_refer (one, option->id, CANARY "-referred-x", 7);
  set (&own->reason, "own-reason");
  set (&one->choice.question, "question");
  set (&one->choice.known, "known");
  set (&one->choice.client_words, "client-words");
  set (&one->choice.decision, "decision");
  set (&one->choice.agreed_by, "agreed");
  one->choice.agreed_day = 2460001;
  set (&one->choice.unavailable, "unavailable");
  set (&one->choice.instead, "instead");
  one->choice.told_day = 2460002;
  mw_choice_add_action (&one->choice, CANARY "-action-x", CANARY "-who-x", 2460003);
  set (&one->choice.evaluation, "evaluation");
  one->choice.evaluation_day = 2460004;
  mw_scores_add (one->scores, &score);
  g_strfreev (one->filters);
  one->filters = g_strsplit (CANARY "-filter-x", " ", -1);
  return one;
}

/* Every text that the view holds, and every number that tells of the client. */
static char *
dup_all (const MwRoomView *view)
{
  GString *all = g_string_new (view->instead);

  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    g_string_append_printf (all, " %s", view->texts[f]);
  for (guint i = 0; i < view->options->len; i++)
    {
      const MwRoomOption *option = g_ptr_array_index (view->options, i);

      g_string_append_printf (all, " %s %s %s %s %s", option->id, option->number, option->name, option->reason, option->referred_to);
      for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
        g_string_append_printf (all, " %s", option->appraisals[k]);
    }
  for (guint a = 0; a < view->actions->len; a++)
    {
      const MwAction *action = g_ptr_array_index (view->actions, a);

      g_string_append_printf (all, " %s %s %u", action->text, action->who, action->day);
    }
  for (guint s = 0; s < view->scores->len; s++)
    g_string_append (all, " " CANARY "-score-x");
  if (view->age != MW_AGE_UNKNOWN)
    g_string_append (all, " " CANARY "-age-x");
  g_string_append_printf (all, " %u %u %u %u", view->agreed_day, view->told_day, view->evaluation_day, view->evaluated_day);

  return g_string_free (all, FALSE);
}

static guint
count_canaries (const char *text)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, CANARY)); at++)
    n++;
  return n;
}

/* At first: what identifies nobody. */
static void
test_nothing_allowed (void)
{
  g_autoptr (MwCase) one = new_case ();
  g_autoptr (MwRoomView) view = mw_room_view_new (one, 3, one->room);
  g_autofree char *all = dup_all (view);

  g_assert_cmpuint (one->room, ==, 0);
  g_assert_cmpuint (count_canaries (all), ==, 0);
  g_assert_true (g_str_has_suffix (all, " 0 0 0 0"));
  g_assert_cmpuint (view->number, ==, 3);
  g_assert_true (view->assessed);
  g_assert_cmpint (view->answers.persistence, ==, MW_PERSISTENCE_SITUATIONAL);
  g_assert_cmpuint (view->options->len, ==, 2);
  g_assert_cmpstr (((MwRoomOption *) g_ptr_array_index (view->options, 0))->name, ==, "Bezoekdienst");
  g_assert_cmpint (((MwRoomOption *) g_ptr_array_index (view->options, 0))->verdict, ==, MW_VERDICT_REFERRED);
  g_assert_true (((MwRoomOption *) g_ptr_array_index (view->options, 1))->own_text);
  g_assert_cmphex (view->filled, ==, MW_ROOM_BIT (MW_N_ROOM_FIELDS) - 1);
}

/* One field after another: its canaries come, and no others. */
static void
test_one_field (void)
{
  static const struct
  {
    MwRoomField field;
    const char *canaries[4];
  } fields[] = {
    { MW_ROOM_LABEL, { "label" } },
    { MW_ROOM_AGE, { "age" } },
    { MW_ROOM_QUESTION, { "question" } },
    { MW_ROOM_WISHES, { "wishes" } },
    { MW_ROOM_DOMAINS + MW_DOMAIN_LIVING, { "living" } },
    { MW_ROOM_DOMAINS + MW_DOMAIN_DAY_ACTIVITIES, { "day" } },
    { MW_ROOM_DOMAINS + MW_DOMAIN_HEALTH, { "health" } },
    { MW_ROOM_DOMAINS + MW_DOMAIN_WORK, { "work" } },
    { MW_ROOM_DOMAINS + MW_DOMAIN_NETWORK, { "network" } },
    { MW_ROOM_DOMAINS + MW_DOMAIN_SUPPORT, { "support" } },
    { MW_ROOM_KNOWN, { "known" } },
    { MW_ROOM_TYPING_REASON, { "typing" } },
    { MW_ROOM_APPRAISALS, { "by-client", "by-expertise", "by-research" } },
    { MW_ROOM_REASONS, { "reason", "own-reason" } },
    { MW_ROOM_REFERRALS, { "referred" } },
    { MW_ROOM_CLIENT_WORDS, { "client-words" } },
    { MW_ROOM_DECISION, { "decision" } },
    { MW_ROOM_AGREED, { "agreed" } },
    { MW_ROOM_UNAVAILABLE, { "unavailable", "instead" } },
    { MW_ROOM_ACTIONS, { "action", "who" } },
    { MW_ROOM_EVALUATION, { "evaluation" } },
    { MW_ROOM_SCORES, { "score" } },
    { MW_ROOM_OWN_OPTIONS, { "own-option" } },
  };
  g_autoptr (MwCase) one = new_case ();

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == MW_N_ROOM_FIELDS);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (MwRoomView) view = mw_room_view_new (one, 3, MW_ROOM_BIT (fields[i].field));
      g_autofree char *all = dup_all (view);
      guint n = 0;

      for (; n < 4 && fields[i].canaries[n]; n++)
        {
          g_autofree char *text = canary (fields[i].canaries[n]);

          g_assert_nonnull (strstr (all, text));
        }
      g_assert_cmpuint (count_canaries (all), ==, n);
    }
}

/* Whatever is allowed, and even what no field stands for. */
static void
test_never (void)
{
  g_autoptr (MwCase) one = new_case ();
  g_autoptr (MwRoomView) view = mw_room_view_new (one, 3, G_MAXUINT32);
  g_autofree char *all = dup_all (view);

  g_assert_null (strstr (all, CANARY "-note-x"));
  g_assert_null (strstr (all, CANARY "-next-action-x"));
  g_assert_null (strstr (all, CANARY "-earlier-x"));
  g_assert_null (strstr (all, CANARY "-filter-x"));
  g_assert_nonnull (strstr (all, CANARY "-decision-x"));
  g_assert_cmphex (view->allowed, ==, MW_ROOM_BIT (MW_N_ROOM_FIELDS) - 1);
}

static void
test_empty (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (MwRoomView) view = mw_room_view_new (one, 0, G_MAXUINT32);

  g_assert_cmphex (view->filled, ==, 0);
  g_assert_false (view->assessed);
  g_assert_cmpuint (view->options->len + view->actions->len + view->scores->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room/nothing-allowed", test_nothing_allowed);
  g_test_add_func ("/room/one-field", test_one_field);
  g_test_add_func ("/room/never", test_never);
  g_test_add_func ("/room/empty", test_empty);

  return g_test_run ();
}
