/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facade-fixture.h"

/* The choice, what is weighed, the scores and what is due. */

#define DAY 739000
#define TIME G_GINT64_CONSTANT (1760000000)

static void
fill_choice (MwChoice *choice)
{
  mw_case_set_text (&choice->question, "Hoe komt hij weer onder de mensen?");
  mw_case_set_text (&choice->known, "Kent de buurt.");
  mw_case_set_text (&choice->client_words, "“Iemand om mee te praten.”");
  mw_case_set_text (&choice->decision, "Elke week een vrijwilliger.");
  mw_case_set_text (&choice->agreed_by, "meneer en Anneke");
  choice->agreed_day = DAY;
  mw_case_set_text (&choice->unavailable, "Bezoekdienst");
  choice->told_day = DAY + 1;
  mw_case_set_text (&choice->instead, "Eetpunt");
  mw_choice_add_action (choice, "Vrijwilliger zoeken", "Anneke", DAY + 7)->done_day = DAY + 3;
  mw_choice_add_action (choice, "Bellen", "", 0);
  choice->evaluation_day = DAY + 90;
  choice->evaluated_day = DAY + 95;
  mw_case_set_text (&choice->evaluation, "Hij lacht weer.");
}

static MwCase *
new_weighed_case (void)
{
  MwCase *one = mw_case_new ();
  MwConsidered *rejected, *own;

  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", TIME);
  mw_case_add_considered (one, "tandem", "2.1", "Tandem", TIME);
  mw_case_add_considered (one, "eetpunt", "1.7", "Eetpunt", TIME);
  own = mw_case_add_own_text (one, " psychosociale hulp ", TIME + 1);
  rejected = mw_case_find_considered (one, "bezoekdienst");
  mw_considered_set_verdict (rejected, MW_VERDICT_REJECTED, TIME + 2, DAY);
  mw_case_set_text (&rejected->reason, "Past niet bij zijn verlies.");
  mw_case_set_text (&rejected->appraisals[MW_KNOWLEDGE_CLIENT], "Wil geen lotgenoten.");
  mw_case_set_text (&rejected->appraisals[MW_KNOWLEDGE_RESEARCH], "Effect bij weduwen gemeten.");
  mw_considered_set_verdict (own, MW_VERDICT_CHOSEN, TIME + 3, DAY + 1);
  own->helped = MW_HELPED_SOMEWHAT;
  mw_case_refer (one, "tandem", "De Linde", TIME + 4);
  fill_choice (&one->choice);
  mw_scores_add (one->scores, &(MwScore){ DAY + 5, 11, 6, MW_SCORE_UNKNOWN, 2 });
  mw_scores_add (one->scores, &(MwScore){ DAY, 6, 3, 2, 0 });
  one->room = 0x80000005;
  return one;
}

static void
assert_same_choice (const MwChoice *choice, const MwChoice *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) wanted_text = g_string_new (NULL);
  MwAction *action = g_ptr_array_index (choice->actions, 0);

  mw_choice_append_text (choice, text);
  mw_choice_append_text (wanted, wanted_text);
  g_assert_cmpstr (text->str, ==, wanted_text->str);
  g_assert_cmpstr (choice->known, ==, wanted->known);
  g_assert_cmpstr (choice->instead, ==, wanted->instead);
  g_assert_cmpuint (choice->agreed_day, ==, wanted->agreed_day);
  g_assert_cmpuint (choice->told_day, ==, wanted->told_day);
  g_assert_cmpuint (choice->evaluation_day, ==, wanted->evaluation_day);
  g_assert_cmpuint (choice->evaluated_day, ==, wanted->evaluated_day);
  g_assert_cmpuint (choice->actions->len, ==, 2);
  g_assert_cmpstr (action->text, ==, "Vrijwilliger zoeken");
  g_assert_cmpstr (action->who, ==, "Anneke");
  g_assert_cmpuint (action->day, ==, DAY + 7);
  g_assert_cmpuint (action->done_day, ==, DAY + 3);
}

static void
assert_same_option (MwCase *one, MwCase *expected, const char *id)
{
  MwConsidered *option = mw_case_find_considered (one, id);
  MwConsidered *wanted = mw_case_find_considered (expected, id);

  g_assert_cmpstr (option->name, ==, wanted->name);
  g_assert_cmpint (option->verdict, ==, wanted->verdict);
  g_assert_cmpuint (option->verdict_day, ==, wanted->verdict_day);
  g_assert_cmpint (option->referred, ==, wanted->referred);
  g_assert_cmpstr (option->referred_to, ==, wanted->referred_to);
  for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
    g_assert_cmpstr (option->appraisals[s], ==, wanted->appraisals[s]);
  g_assert_cmpstr (option->reason, ==, wanted->reason);
  g_assert_cmpint (option->helped, ==, wanted->helped);
}

static void
test_round_trip (void)
{
  static const char *const ids[] = { "bezoekdienst", "tandem", "eetpunt", "own-text-1" };
  g_autoptr (MwCase) one = new_weighed_case ();
  g_autoptr (GBytes) record = mw_case_encode (one);
  g_autoptr (MwCase) again = mw_case_decode (record, NULL);
  g_autoptr (GBytes) encoded_again = mw_case_encode (again);
  MwScore *score;

  g_assert_true (g_bytes_equal (record, encoded_again));
  assert_same_choice (&again->choice, &one->choice);
  g_assert_cmpuint (again->considered->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_same_option (again, one, ids[i]);
  g_assert_cmpuint (again->scores->len, ==, 2);
  score = g_ptr_array_index (again->scores, 0);
  g_assert_cmpuint (score->day, ==, DAY);
  g_assert_cmpint (score->emotional, ==, 3);
  score = g_ptr_array_index (again->scores, 1);
  g_assert_cmpuint (score->items, ==, 11);
  g_assert_cmpint (score->social, ==, MW_SCORE_UNKNOWN);
  g_assert_cmpuint (score->missing, ==, 2);
  g_assert_cmpuint (again->room, ==, 0x80000005);
}

static MwCase *
decode (const char *dict)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE_VARDICT, dict, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (value);
  g_autoptr (GError) error = NULL;
  MwCase *one = mw_case_decode (bytes, &error);

  g_assert_no_error (error);
  return one;
}

/* As it was written before there was a choice. */
static void
test_old_record (void)
{
  g_autoptr (MwCase) old = decode ("{'version': <uint32 1>, 'considered': <[('a','1','A',int64 1), ('b','2','B',int64 2)]>,"
                                   " 'referred': <[('a',int64 1760000000,'De Linde')]>}");
  MwConsidered *referred = mw_case_find_considered (old, "a");
  MwConsidered *other = mw_case_find_considered (old, "b");

  g_assert_true (mw_choice_is_empty (&old->choice));
  g_assert_cmpstr (old->choice.question, ==, "");
  g_assert_cmpstr (old->choice.evaluation, ==, "");
  g_assert_cmpuint (old->scores->len, ==, 0);
  g_assert_cmpuint (old->room, ==, 0);
  g_assert_cmpint (referred->verdict, ==, MW_VERDICT_REFERRED);
  g_assert_cmpuint (referred->verdict_day, >, 0);
  g_assert_cmpint (other->verdict, ==, MW_VERDICT_CONSIDERING);
  g_assert_cmpstr (other->reason, ==, "");
  g_assert_cmpstr (other->appraisals[MW_KNOWLEDGE_RESEARCH], ==, "");
}

static void
test_odd_numbers (void)
{
  g_autoptr (MwCase) odd = decode (
    "{'version': <uint32 1>, 'question': <5>, 'room': <'x'>, 'agreed-day': <uint32 0xffffffff>, 'told-day': <uint32 3652060>,"
    " 'evaluation-day': <uint32 3652059>, 'actions': <[('a','b',uint32 0xffffffff,uint32 0xffffffff)]>,"
    " 'considered': <[('a','1','A',int64 7), ('b','2','B',int64 0), ('c','3','C',int64 7)]>,"
    " 'referred': <[('c',int64 5,'De Linde')]>,"
    " 'weighed': <[('a',byte 0x63,uint32 0xffffffff,['x','y','z','te veel'],byte 0x63,'reden'),"
    "              ('b',byte 0x03,uint32 5,@as [],byte 0x01,''), ('c',byte 0x01,uint32 5,@as ['x'],byte 0x00,''),"
    "              ('nergens',byte 0x01,uint32 5,['x'],byte 0x00,'')]>,"
    " 'scores': <[(uint32 9,byte 0x07,int16 1,int16 1,byte 0x00), (uint32 9,byte 0x06,int16 4,int16 0,byte 0x00),"
    "             (uint32 9,byte 0x0b,int16 6,int16 -2,byte 0x00), (uint32 9,byte 0x0b,int16 259,int16 5,byte 0x00),"
    "             (uint32 9,byte 0x06,int16 1,int16 1,byte 0x07), (uint32 0xffffffff,byte 0x06,int16 -1,int16 3,byte 0x06)]>}");
  MwConsidered *option = mw_case_find_considered (odd, "a");
  MwScore *score = g_ptr_array_index (odd->scores, 0);

  g_assert_cmpstr (odd->choice.question, ==, "");
  g_assert_cmpuint (odd->room, ==, 0);
  g_assert_cmpuint (odd->choice.agreed_day, ==, 0);
  g_assert_cmpuint (odd->choice.told_day, ==, 0);
  g_assert_cmpuint (odd->choice.evaluation_day, ==, MW_LAST_DAY);
  g_assert_cmpuint (((MwAction *) g_ptr_array_index (odd->choice.actions, 0))->day, ==, 0);
  g_assert_cmpuint (((MwAction *) g_ptr_array_index (odd->choice.actions, 0))->done_day, ==, 0);
  g_assert_cmpint (option->verdict, ==, MW_VERDICT_CONSIDERING);
  g_assert_cmpuint (option->verdict_day, ==, 0);
  g_assert_cmpint (option->helped, ==, MW_HELPED_UNKNOWN);
  g_assert_cmpstr (option->appraisals[MW_KNOWLEDGE_RESEARCH], ==, "z");
  g_assert_cmpstr (option->reason, ==, "reden");
  option = mw_case_find_considered (odd, "b"); /* a referral that nothing tells of */
  g_assert_cmpint (option->verdict, ==, MW_VERDICT_REFERRED);
  g_assert_cmpint (option->referred, ==, 1);
  option = mw_case_find_considered (odd, "c"); /* one that its verdict contradicts */
  g_assert_cmpint (option->verdict, ==, MW_VERDICT_CHOSEN);
  g_assert_cmpint (option->referred, ==, 0);
  g_assert_cmpstr (option->referred_to, ==, "");
  g_assert_cmpuint (odd->scores->len, ==, 1);
  g_assert_cmpuint (score->day, ==, 0);
  g_assert_cmpint (score->emotional, ==, MW_SCORE_UNKNOWN);
}

static void
test_verdicts (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  MwConsidered *option;

  mw_case_add_considered (one, "a", "1", "A", TIME);
  option = mw_case_find_considered (one, "a");
  g_assert_false (mw_considered_set_verdict (option, MW_VERDICT_CONSIDERING, TIME, DAY));
  g_assert_true (mw_case_refer (one, "a", "De Linde", TIME));
  g_assert_cmpint (option->verdict, ==, MW_VERDICT_REFERRED);
  g_assert_cmpuint (option->verdict_day, >, 0);
  g_assert_true (mw_considered_set_verdict (option, MW_VERDICT_CHOSEN, TIME + 1, DAY));
  g_assert_cmpint (option->referred, ==, 0);
  g_assert_cmpuint (option->verdict_day, ==, DAY);
  g_assert_true (mw_considered_set_verdict (option, MW_VERDICT_REFERRED, TIME + 2, DAY + 1));
  g_assert_cmpint (option->referred, ==, TIME + 2);
  g_assert_cmpstr (option->referred_to, ==, "De Linde"); /* a slip loses nothing */
  g_assert_true (mw_considered_set_verdict (option, MW_VERDICT_CONSIDERING, TIME + 3, DAY + 2));
  g_assert_cmpuint (option->verdict_day, ==, 0);
}

static void
test_own_texts (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  MwConsidered *first = mw_case_add_own_text (one, "  psychosociale hulp\n", TIME);
  MwConsidered *second = mw_case_add_own_text (one, "wekelijkse vrijwilliger", TIME);

  g_assert_cmpstr (first->id, ==, "own-text-1");
  g_assert_cmpstr (first->name, ==, "psychosociale hulp");
  g_assert_cmpstr (first->number, ==, "");
  g_assert_true (mw_considered_is_own_text (first));
  g_assert_cmpstr (second->id, ==, "own-text-2");
  g_assert_null (mw_case_add_own_text (one, " \n", TIME));
  g_assert_null (mw_case_add_own_text (one, NULL, TIME));
  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", TIME);
  g_assert_false (mw_considered_is_own_text (mw_case_find_considered (one, "bezoekdienst")));
}

static void
test_searchable (void)
{
  static const char *const written[] = { "onder de mensen", "Kent de buurt", "Iemand om mee", "Elke week", "meneer en Anneke",
                                         "Eetpunt", "Vrijwilliger zoeken", "Hij lacht", "verlies", "lotgenoten", "gemeten",
                                         "psychosociale" };
  g_autoptr (MwCase) one = new_weighed_case ();
  g_autofree char *text = mw_case_dup_text (one);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    g_assert_nonnull (strstr (text, written[i]));
}

static void
test_scores (void)
{
  g_autoptr (GPtrArray) scores = mw_scores_new ();
  MwScore *moved = mw_scores_add (scores, &(MwScore){ 5, 6, 1, 1, 0 });

  mw_scores_add (scores, &(MwScore){ 9, 6, 2, 2, 0 });
  mw_scores_add (scores, &(MwScore){ 5, 6, 3, 3, 0 });
  mw_scores_add (scores, &(MwScore){ 1, 6, 0, 0, 0 });
  g_assert_cmpint (((MwScore *) g_ptr_array_index (scores, 0))->emotional, ==, 0);
  g_assert_cmpint (((MwScore *) g_ptr_array_index (scores, 1))->emotional, ==, 1);
  g_assert_cmpint (((MwScore *) g_ptr_array_index (scores, 2))->emotional, ==, 3);
  g_assert_cmpint (((MwScore *) g_ptr_array_index (scores, 3))->emotional, ==, 2);
  moved->day = 12;
  mw_scores_sort (scores);
  g_assert_true (g_ptr_array_index (scores, 3) == moved);
  g_assert_cmpint (((MwScore *) g_ptr_array_index (scores, 1))->emotional, ==, 3);
}

static void
test_dues (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GPtrArray) dues = NULL;
  MwDue *due;

  mw_case_set_text (&one->next_action, "Bellen");
  one->next_day = DAY + 3;
  mw_choice_add_action (&one->choice, "gedaan", "", DAY)->done_day = DAY;
  mw_choice_add_action (&one->choice, "zonder dag", "", 0);
  mw_choice_add_action (&one->choice, "Vrijwilliger zoeken", "", DAY + 1);
  one->choice.evaluation_day = DAY + 2;
  dues = mw_case_list_dues (one);
  g_assert_cmpuint (dues->len, ==, 3);
  due = g_ptr_array_index (dues, 0);
  g_assert_cmpint (due->kind, ==, MW_DUE_ACTION);
  g_assert_cmpstr (due->text, ==, "Vrijwilliger zoeken");
  g_assert_cmpuint (due->day, ==, DAY + 1);
  g_assert_cmpint (((MwDue *) g_ptr_array_index (dues, 1))->kind, ==, MW_DUE_EVALUATION);
  g_assert_cmpstr (((MwDue *) g_ptr_array_index (dues, 2))->text, ==, "Bellen");

  mw_case_set_status (one, MW_STATUS_CLOSED, DAY);
  g_clear_pointer (&dues, g_ptr_array_unref);
  dues = mw_case_list_dues (one);
  g_assert_cmpuint (dues->len, ==, 1); /* one looks back after closing too */
  one->choice.evaluated_day = DAY;
  g_clear_pointer (&dues, g_ptr_array_unref);
  dues = mw_case_list_dues (one);
  g_assert_cmpuint (dues->len, ==, 0);
}

static guint64
save_due (Facade *facade, guint64 id, const char *label, guint32 next_day, guint32 evaluation_day)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mw_case_set_text (&one->label, label);
  mw_case_set_text (&one->next_action, "Bellen");
  one->next_day = next_day;
  one->choice.evaluation_day = evaluation_day;
  mw_cases_save_async (facade->cases, id, one, remember, &result);
  id = mw_cases_save_finish (facade->cases, await (&result), &error);
  g_assert_no_error (error);
  return id;
}

/* @expected: labels and days, such as "A 3, B 5" */
static void
assert_agenda (Facade *facade, guint32 last, const char *expected)
{
  g_autoptr (GPtrArray) agenda = mw_cases_list_agenda (facade->cases, last);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < agenda->len; i++)
    {
      MwAgendaEntry *entry = g_ptr_array_index (agenda, i);

      g_string_append_printf (found, "%s%s %d", i > 0 ? ", " : "", entry->heading->label, (int) entry->due->day - DAY);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_agenda (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint64 a, b;

  create (facade);
  a = save_due (facade, 0, "A", DAY + 5, DAY + 20);
  b = save_due (facade, 0, "B", DAY + 5, DAY - 3);
  save_due (facade, 0, "C", 0, 0);
  assert_agenda (facade, DAY + 6, "B -3, A 5, B 5");
  save_due (facade, b, "B", DAY + 1, 0);
  assert_agenda (facade, DAY + 100, "B 1, A 5, A 20");

  close_facade (facade);
  start_facade (facade);
  assert_agenda (facade, DAY + 100, "");
  unlock (facade);
  settle (facade);
  assert_agenda (facade, DAY + 100, "B 1, A 5, A 20");

  mw_cases_delete_async (facade->cases, a, remember, &result);
  g_assert_true (mw_cases_delete_finish (facade->cases, await (&result), NULL));
  assert_agenda (facade, DAY + 100, "B 1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-choice/round-trip", test_round_trip);
  g_test_add_func ("/case-choice/old-record", test_old_record);
  g_test_add_func ("/case-choice/odd-numbers", test_odd_numbers);
  g_test_add_func ("/case-choice/verdicts", test_verdicts);
  g_test_add_func ("/case-choice/own-texts", test_own_texts);
  g_test_add_func ("/case-choice/searchable", test_searchable);
  g_test_add_func ("/case-choice/scores", test_scores);
  g_test_add_func ("/case-choice/dues", test_dues);
  ADD_FACADE ("/case-choice/agenda", test_agenda);
  return g_test_run ();
}
