/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facade-fixture.h"
#include "mw-outcomes.h"
#include "mw-room.h"

/* The values that a case is made of, each thing alone. */

#define DAY 739000
#define TIME G_GINT64_CONSTANT (1760000000)

/* Whatever is in one step, and nothing else: then there is a choice. */
static void
test_choice_of_one_thing (void)
{
  for (guint n = 0; n < 14; n++)
    {
      g_autoptr (MwCase) one = mw_case_new ();
      MwChoice *choice = &one->choice;
      char **texts[] = { &choice->question,  &choice->known,       &choice->client_words, &choice->decision,
                         &choice->agreed_by, &choice->unavailable, &choice->instead,      &choice->evaluation };
      guint32 *days[] = { &choice->agreed_day, &choice->told_day, &choice->evaluation_day, &choice->evaluated_day };

      if (n < 8)
        mw_case_set_text (texts[n], "iets");
      else if (n < 12)
        *days[n - 8] = DAY;
      else if (n == 12)
        mw_choice_add_action (choice, NULL, NULL, 0);
      g_assert_true (mw_choice_is_empty (choice) == (n == 13));
      if (n == 12)
        g_assert_cmpstr (((MwAction *) g_ptr_array_index (choice->actions, 0))->who, ==, "");
    }
}

/* What was weighed stays, however little it is. */
static void
test_weighed_by_one_thing (void)
{
  for (guint n = 0; n < 5; n++)
    {
      g_autoptr (MwCase) one = mw_case_new ();
      g_autoptr (MwCase) again = NULL;
      g_autoptr (GBytes) record = NULL;
      MwConsidered *option;

      mw_case_add_considered (one, "a", "1", "A", TIME);
      option = mw_case_find_considered (one, "a");
      if (n == 0)
        mw_considered_set_verdict (option, MW_VERDICT_CHOSEN, TIME, 0);
      else if (n == 1)
        option->verdict_day = DAY;
      else if (n == 2)
        option->helped = MW_HELPED_NO;
      else if (n == 3)
        mw_case_set_text (&option->reason, "reden");
      else
        mw_case_set_text (&option->appraisals[MW_KNOWLEDGE_RESEARCH], "gemeten");
      record = mw_case_encode (one);
      again = mw_case_decode (record, NULL);
      option = mw_case_find_considered (again, "a");
      g_assert_cmpint (option->verdict, ==, n == 0 ? MW_VERDICT_CHOSEN : MW_VERDICT_CONSIDERING);
      g_assert_cmpuint (option->verdict_day, ==, n == 1 ? DAY : 0);
      g_assert_cmpint (option->helped, ==, n == 2 ? MW_HELPED_NO : MW_HELPED_UNKNOWN);
      g_assert_cmpstr (option->reason, ==, n == 3 ? "reden" : "");
      g_assert_true (mw_considered_is_appraised (option) == (n == 4));
    }
}

static void
test_referred_at_no_day (void)
{
  g_autoptr (MwCase) one = mw_case_new ();

  mw_case_add_considered (one, "a", "1", "A", TIME);
  g_assert_true (mw_case_refer (one, "a", "De Linde", G_MAXINT64)); /* of a record that is wrong */
  g_assert_cmpuint (mw_case_find_considered (one, "a")->verdict_day, ==, 0);
}

/* Numbers that a score cannot have do not become others. */
static void
test_scores_out_of_reach (void)
{
  static const char dict[] = "{'version': <uint32 1>, 'scores': <[(uint32 1, byte 0x06, int16 -300, int16 0, byte 0x00),"
                             " (uint32 2, byte 0x06, int16 0, int16 -300, byte 0x00), (uint32 3, byte 0x06, int16 0, int16 300, byte 0x00),"
                             " (uint32 4, byte 0x06, int16 0, int16 4, byte 0x00), (uint32 5, byte 0x06, int16 2, int16 1, byte 0x00)]>}";
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE_VARDICT, dict, NULL, NULL, NULL);
  g_autoptr (GBytes) record = g_variant_get_data_as_bytes (value);
  g_autoptr (MwCase) one = mw_case_decode (record, NULL);
  MwScore *score;

  g_assert_cmpuint (one->scores->len, ==, 1);
  score = g_ptr_array_index (one->scores, 0);
  g_assert_cmpuint (score->day, ==, 5);
  g_assert_cmpint (mw_score_get_emotional_max (7), ==, 0);
  g_assert_cmpint (mw_score_get_social_max (7), ==, 0);
  g_assert_false (mw_score_is_valid (&(MwScore){ 1, 6, -2, 0, 0 }));
  g_assert_false (mw_score_is_valid (&(MwScore){ 1, 7, 0, 0, 0 }));

  mw_scores_add (one->scores, &(MwScore){ 6, 6, 0, 0, 0 });
  ((MwScore *) g_ptr_array_index (one->scores, 1))->day = 4;
  mw_scores_sort (one->scores);
  g_assert_true (g_ptr_array_index (one->scores, 1) == score);
}

/* An option in the adviser's own words tells nothing of the catalogue. */
static void
test_outcome_of_own_text (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  MwConsidered *own = mw_case_add_own_text (one, "wekelijks bezoek", TIME);

  one->choice.evaluated_day = DAY;
  mw_considered_set_verdict (own, MW_VERDICT_CHOSEN, TIME, DAY);
  g_assert_null (mw_outcomes_gather (one));
}

static void
test_room_without_a_plan (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  MwRoomView *view;

  one->choice.evaluated_day = DAY;
  view = mw_room_view_new (one, 1, MW_ROOM_BIT (MW_ROOM_EVALUATION));
  g_assert_cmpuint (view->evaluated_day, ==, DAY);
  g_assert_cmpuint (view->evaluation_day, ==, 0);
  mw_room_view_free (view);
  mw_room_view_free (NULL);
  mw_considered_free (NULL);
  mw_due_free (NULL);
}

static void
save_touched (Facade *facade, gint64 touched)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = mw_case_new ();

  mw_case_set_text (&one->label, "Meneer Voorbeeld");
  mw_case_set_text (&one->next_action, "Bellen");
  one->next_day = DAY;
  one->touched = touched;
  mw_cases_save_async (facade->cases, 0, one, remember, &result);
  g_assert_cmpuint (mw_cases_save_finish (facade->cases, await (&result), NULL), >, 0);
}

/* What was touched last is found first; of one day and one name the agenda keeps the order of the cases. */
static void
test_orders (Facade *facade, gconstpointer data)
{
  static const guint64 expected[] = { 2, 3, 4, 1 };
  g_autoptr (GPtrArray) agenda = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  create (facade);
  save_touched (facade, TIME);
  save_touched (facade, TIME + 9);
  save_touched (facade, TIME + 5);
  save_touched (facade, TIME + 3);
  reopen (facade);
  settle (facade);
  hits = search (facade, "voorbeeld");
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < hits->len; i++)
    g_assert_cmpuint (((MwCaseHit *) g_ptr_array_index (hits, i))->id, ==, expected[i]);
  agenda = mw_cases_list_agenda (facade->cases, DAY);
  g_assert_cmpuint (agenda->len, ==, 4);
  for (guint i = 0; i < agenda->len; i++)
    g_assert_cmpuint (((MwAgendaEntry *) g_ptr_array_index (agenda, i))->heading->id, ==, i + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-values/choice-of-one-thing", test_choice_of_one_thing);
  g_test_add_func ("/case-values/weighed-by-one-thing", test_weighed_by_one_thing);
  g_test_add_func ("/case-values/referred-at-no-day", test_referred_at_no_day);
  g_test_add_func ("/case-values/scores-out-of-reach", test_scores_out_of_reach);
  g_test_add_func ("/case-values/outcome-of-own-text", test_outcome_of_own_text);
  g_test_add_func ("/case-values/room-without-a-plan", test_room_without_a_plan);
  ADD_FACADE ("/case-values/orders", test_orders);
  return g_test_run ();
}
