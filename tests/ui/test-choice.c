/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-agenda.h"
#include "mw-case-words.h"
#include "mw-choice-page.h"
#include "mw-text-area.h"

/* The five steps of the choice, and what is due above the list of cases. */

typedef struct
{
  MwCase *one;
  MwChoicePage *page;
  guint n_changed;
  guint n_options;
} Choice;

static MwOptionFacts *
new_facts (Fixture *fixture)
{
  g_autoptr (GFile) xml = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autofree char *database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  g_autoptr (MwCatalogue) catalogue = mw_catalogue_new (xml, database);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mw_catalogue_load_async (catalogue, NULL, keep_result, &result);
  WAIT_UNTIL (result);
  mw_catalogue_load_finish (catalogue, result, &error);
  g_assert_no_error (error);
  return mw_option_facts_new (catalogue);
}

/* @one: (transfer full) */
static void
show_choice (Fixture *fixture, Choice *choice, MwCase *one)
{
  *choice = (Choice){ .one = one };
  choice->page = show_page (fixture, MW_TYPE_CHOICE_PAGE);
  g_signal_connect_swapped (choice->page, "changed", G_CALLBACK (count), &choice->n_changed);
  g_signal_connect_swapped (choice->page, "options-changed", G_CALLBACK (count), &choice->n_options);
  mw_choice_page_show (choice->page, one);
}

static void
leave (Choice *choice)
{
  mw_choice_page_show (choice->page, NULL);
  mw_case_free (choice->one);
}

static GtkWidget *
get_view (Choice *choice, const char *name)
{
  return find_by_label (GTK_WIDGET (choice->page), GTK_TYPE_TEXT_VIEW, name);
}

static void
write_in (Choice *choice, const char *name, const char *text)
{
  GtkWidget *view = get_view (choice, name);
  GtkTextBuffer *buffer;

  g_test_message ("writing in “%s”", name);
  g_assert_nonnull (view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* The button of a fold tells what is in it, after its heading. */
static void
unfold (Choice *choice, const char *name)
{
  press (choice->page, name);
}

static void
choose (Choice *choice, const char *name)
{
  GtkWidget *chip = find_by_label (GTK_WIDGET (choice->page), GTK_TYPE_TOGGLE_BUTTON, name);

  g_test_message ("choosing “%s”", name);
  g_assert_nonnull (chip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  Choice choice;

  show_choice (fixture, &choice, mw_case_new ());
  assert_name (get_view (&choice, "The question"), GTK_ACCESSIBLE_ROLE_TEXT_BOX, "The question");
  write_in (&choice, "The question", "Hoe komt hij weer onder de mensen?");
  g_assert_cmpstr (choice.one->choice.question, ==, "Hoe komt hij weer onder de mensen?");
  g_assert_cmpuint (choice.n_changed, >=, 1);
  find_button (choice.page, "1. The question, Hoe komt hij weer onder de mensen?");
  g_assert_null (get_view (&choice, "What was agreed")); /* what is folded is not there */

  mw_choice_page_show (choice.page, choice.one);
  g_assert_null (get_view (&choice, "The question"));
  g_assert_nonnull (get_view (&choice, "What else is known")); /* the next step that is empty */
  leave (&choice);
  g_assert_false (says (choice.page, "mensen"));
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();
  MwConsidered *own;

  mw_case_add_considered (one, "humanitas-tandem", "1.11", "Humanitas Tandem", 1);
  show_choice (fixture, &choice, one);
  mw_choice_page_show_options (choice.page);
  type (choice.page, "An option in your own words", "  ");
  press (choice.page, "Add the Option");
  g_assert_cmpuint (one->considered->len, ==, 1);
  type (choice.page, "An option in your own words", "psychosociale hulp");
  press (choice.page, "Add the Option");
  g_assert_cmpuint (one->considered->len, ==, 2);
  g_assert_cmpuint (choice.n_options, ==, 1);
  g_assert_true (says (choice.page, "In your own words; not in the catalogue"));
  g_assert_cmpstr (get_typed (choice.page, "An option in your own words"), ==, "");
  find_button (choice.page, "2. What is known, 2 options");

  own = g_ptr_array_index (one->considered, 1);
  mw_case_set_text (&own->reason, "Praten helpt hem.");
  press (choice.page, "No longer consider psychosociale hulp");
  g_assert_cmpuint (one->considered->len, ==, 1);
  g_assert_true (says (choice.page, "“psychosociale hulp” is no longer considered."));
  press (choice.page, "Put Back");
  g_assert_cmpuint (one->considered->len, ==, 2);
  g_assert_cmpstr (((MwConsidered *) g_ptr_array_index (one->considered, 1))->reason, ==, "Praten helpt hem.");
  g_assert_false (says (choice.page, "is no longer considered."));
  leave (&choice);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, 0, 0 };
  g_autoptr (MwOptionFacts) facts = new_facts (fixture);
  Choice choice;
  MwCase *one = mw_case_new ();

  mw_case_add_considered (one, "bezoekdienst-weduwen-en-weduwnaars", "1.4", "Bezoekdienst weduwen en weduwnaars", 1);
  mw_case_add_considered (one, "verdwenen", "9.9", "Verdwenen", 1);
  mw_case_add_assessment (one, 1, &answers, MW_CERTAINTY_SURE, "");
  show_choice (fixture, &choice, one);
  mw_choice_page_show_options (choice.page);
  g_assert_false (says (choice.page, "No longer in the catalogue"));
  mw_choice_page_set_facts (choice.page, facts);
  WAIT_UNTIL (says (choice.page, "No longer in the catalogue"));
  WAIT_UNTIL (says (choice.page, "suits Achterblijvers"));
  leave (&choice);
}

static void
test_weighing (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();
  MwConsidered *visits;

  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", 1);
  mw_case_add_own_text (one, "psychosociale hulp", 1);
  visits = g_ptr_array_index (one->considered, 0);
  show_choice (fixture, &choice, one);
  unfold (&choice, "3. Weighing the options");
  g_assert_null (get_view (&choice, "Bezoekdienst: Why"));
  unfold (&choice, "1.4  Bezoekdienst, being considered");
  write_in (&choice, "Bezoekdienst: What the client wants and can do", "Wil geen lotgenoten.");
  write_in (&choice, "Bezoekdienst: Your own expertise", "Te vroeg.");
  write_in (&choice, "Bezoekdienst: What research says", "Werkt bij weduwen.");
  choose (&choice, "Bezoekdienst: Rejected");
  write_in (&choice, "Bezoekdienst: Why", "Past niet.");
  g_assert_cmpstr (visits->appraisals[MW_KNOWLEDGE_CLIENT], ==, "Wil geen lotgenoten.");
  g_assert_cmpstr (visits->appraisals[MW_KNOWLEDGE_EXPERTISE], ==, "Te vroeg.");
  g_assert_cmpstr (visits->appraisals[MW_KNOWLEDGE_RESEARCH], ==, "Werkt bij weduwen.");
  g_assert_cmpint (visits->verdict, ==, MW_VERDICT_REJECTED);
  g_assert_cmpuint (visits->verdict_day, ==, mw_case_words_get_today ());
  g_assert_cmpstr (visits->reason, ==, "Past niet.");
  find_button (choice.page, "1.4  Bezoekdienst, rejected");
  find_button (choice.page, "3. Weighing the options, rejected: 1, being considered: 1");

  choose (&choice, "Bezoekdienst: Referred");
  g_assert_cmpint (visits->referred, >, 0);
  type (choice.page, "To whom to refer for Bezoekdienst", "De Linde");
  g_assert_cmpstr (visits->referred_to, ==, "De Linde");
  leave (&choice);
}

static void
test_decision (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();
  MwAction *action;

  show_choice (fixture, &choice, one);
  unfold (&choice, "4. The decision");
  write_in (&choice, "In the client’s own words", "Iemand om mee te praten.");
  write_in (&choice, "What was agreed", "Elke week een vrijwilliger.");
  type (choice.page, "Agreed by", "meneer en zijn dochter");
  press (choice.page, "Add an Action");
  type (choice.page, "What is to be done", "Vrijwilliger zoeken");
  type (choice.page, "Who does it", "Anneke");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (GTK_WIDGET (choice.page), GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_cmpuint (one->choice.actions->len, ==, 1);
  action = g_ptr_array_index (one->choice.actions, 0);
  g_assert_cmpstr (action->text, ==, "Vrijwilliger zoeken");
  g_assert_cmpstr (action->who, ==, "Anneke");
  g_assert_cmpuint (action->done_day, ==, mw_case_words_get_today ());
  unfold (&choice, "What fits best is not available here");
  write_in (&choice, "What would fit best", "Maatjesproject");
  write_in (&choice, "Offered instead", "Eetpunt");
  g_assert_cmpstr (one->choice.client_words, ==, "Iemand om mee te praten.");
  g_assert_cmpstr (one->choice.decision, ==, "Elke week een vrijwilliger.");
  g_assert_cmpstr (one->choice.agreed_by, ==, "meneer en zijn dochter");
  g_assert_cmpstr (one->choice.unavailable, ==, "Maatjesproject");
  g_assert_cmpstr (one->choice.instead, ==, "Eetpunt");

  press (choice.page, "Remove This Action");
  g_assert_cmpuint (one->choice.actions->len, ==, 0);
  g_assert_null (find_by_label (GTK_WIDGET (choice.page), GTK_TYPE_ENTRY, "Who does it"));
  leave (&choice);
}

static void
test_evaluation (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();
  MwConsidered *chosen;

  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", 1);
  chosen = mw_case_add_own_text (one, "psychosociale hulp", 1);
  mw_considered_set_verdict (chosen, MW_VERDICT_CHOSEN, 1, 5);
  show_choice (fixture, &choice, one);
  unfold (&choice, "5. Looking back");
  press (choice.page, "In 6 weeks");
  g_assert_cmpuint (one->choice.evaluation_day, ==, mw_case_words_get_today () + 42);
  g_assert_null (find_by_label (GTK_WIDGET (choice.page), GTK_TYPE_TOGGLE_BUTTON, "Bezoekdienst: Helped"));
  choose (&choice, "psychosociale hulp: Helped somewhat");
  g_assert_cmpint (chosen->helped, ==, MW_HELPED_SOMEWHAT);
  write_in (&choice, "What came of it", "Hij lacht weer.");
  g_assert_cmpstr (one->choice.evaluation, ==, "Hij lacht weer.");

  /* A day that has come opens the step by itself. */
  one->choice.evaluation_day = mw_case_words_get_today () - 3;
  mw_choice_page_show (choice.page, one);
  g_assert_nonnull (get_view (&choice, "What came of it"));
  g_assert_null (get_view (&choice, "The question"));
  leave (&choice);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  MwAnswers answers = { MW_PERSISTENCE_STRUCTURAL, MW_ORIENTATION_ORIENTED, 0, 0 };
  MwAnswers other = { MW_PERSISTENCE_IMPENDING, MW_ORIENTATION_ORIENTED, 0, 0 };
  Choice choice;
  MwCase *one = mw_case_new ();

  mw_case_add_assessment (one, 1, &answers, MW_CERTAINTY_SURE, "");
  show_choice (fixture, &choice, one);
  g_assert_true (says (choice.page, "Do not deploy a volunteer"));
  g_assert_true (says (choice.page, "Compenseerders (compensators): what the publication warns of"));
  mw_case_add_assessment (one, 2, &other, MW_CERTAINTY_SURE, "");
  mw_choice_page_update (choice.page);
  g_assert_false (says (choice.page, "volunteer"));
  leave (&choice);
}

/* Dozens of options come row by row, and none is made to be looked into before it is asked for. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("optie %u", i);

      mw_case_add_own_text (one, name, 1);
    }
  show_choice (fixture, &choice, one);
  mw_choice_page_show_options (choice.page);
  WAIT_UNTIL (find_by_label (GTK_WIDGET (choice.page), GTK_TYPE_BUTTON, "No longer consider optie 59"));
  unfold (&choice, "3. Weighing the options");
  WAIT_UNTIL (find_by_label (GTK_WIDGET (choice.page), GTK_TYPE_BUTTON, "optie 59, being considered"));
  g_assert_null (get_view (&choice, "optie 59: Why"));
  mw_choice_page_show (choice.page, one); /* while nothing is left to be made */
  unfold (&choice, "3. Weighing the options");
  leave (&choice); /* while most of it is */
  run_for (50);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();

  mw_case_add_own_text (one, "praten", 1);
  show_choice (fixture, &choice, one);
  mw_choice_page_set_editable (choice.page, FALSE);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_view (&choice, "The question"))));
  mw_choice_page_show_options (choice.page);
  g_assert_false (gtk_widget_is_sensitive (find_button (choice.page, "No longer consider praten")));
  g_assert_false (gtk_widget_is_sensitive (find_button (choice.page, "Add the Option")));
  leave (&choice);
}

static void
test_search_unfolds (Fixture *fixture, gconstpointer data)
{
  Choice choice;
  MwCase *one = mw_case_new ();

  mw_case_set_text (&one->choice.decision, "Samen naar de biljartclub.");
  show_choice (fixture, &choice, one);
  mw_choice_page_mark (choice.page, "biljart");
  mw_choice_page_show (choice.page, one);
  g_assert_nonnull (get_view (&choice, "What was agreed"));
  g_assert_null (get_view (&choice, "What came of it"));
  leave (&choice);
}

static guint64
save_due (Fixture *fixture, const char *label, guint32 next_day, guint32 evaluation_day)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = mw_case_new ();

  mw_case_set_text (&one->label, label);
  mw_case_set_text (&one->next_action, "Bellen");
  one->next_day = next_day;
  one->choice.evaluation_day = evaluation_day;
  mw_cases_save_async (fixture->cases, 0, one, keep_result, &result);
  WAIT_UNTIL (result);
  return mw_cases_save_finish (fixture->cases, result, NULL);
}

static void
keep_id (gpointer widget, guint64 id, guint64 *kept)
{
  *kept = id;
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  guint32 today = mw_case_words_get_today ();
  guint64 first, second, opened = 0, step_opened = 0;
  g_autofree char *late = mw_case_words_dup_day (today - 3);
  g_autofree char *name = g_strdup_printf ("Mevrouw Proef: Looking back · was due on %s", late);
  MwAgenda *agenda;

  create (fixture);
  agenda = g_object_ref_sink (g_object_new (MW_TYPE_AGENDA, NULL));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (agenda));
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_agenda_show (agenda, fixture->cases);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (agenda)));

  first = save_due (fixture, "Meneer Voorbeeld", today, 0);
  second = save_due (fixture, "Mevrouw Proef", 0, today - 3);
  save_due (fixture, "Later", today + 8, today + 90);
  mw_agenda_show (agenda, fixture->cases);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (agenda)));
  find_button (agenda, "This week, 2, 1 of them overdue");
  g_assert_false (says (agenda, "Later"));
  g_signal_connect (agenda, "opened", G_CALLBACK (keep_id), &opened);
  g_signal_connect (agenda, "step-opened", G_CALLBACK (keep_id), &step_opened);
  press (agenda, "Meneer Voorbeeld: Bellen · today");
  press (agenda, name);
  g_assert_cmpuint (opened, ==, first);
  g_assert_cmpuint (step_opened, ==, second);

  mw_agenda_show (agenda, NULL);
  g_assert_false (says (agenda, "Mevrouw Proef"));
  g_object_unref (agenda);
}

#define ADD(path, func) g_test_add ("/choice/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("question", test_question);
  ADD ("options", test_options);
  ADD ("facts", test_facts);
  ADD ("weighing", test_weighing);
  ADD ("decision", test_decision);
  ADD ("evaluation", test_evaluation);
  ADD ("limits", test_limits);
  ADD ("many", test_many);
  ADD ("read-only", test_read_only);
  ADD ("search", test_search_unfolds);
  ADD ("agenda", test_agenda);

  return g_test_run ();
}
