/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-case-list.h"
#include "mw-cases-pane.h"

/* A case is deleted while the pane goes elsewhere. */

static MwCasesPane *
show_pane (Fixture *fixture)
{
  MwCasesPane *pane;
  GtkWidget *entry;

  create (fixture);
  save (fixture, 0, "Meneer Weg", "Woont alleen.");
  lock (fixture);
  pane = show_page (fixture, MW_TYPE_CASES_PANE);
  mw_cases_pane_set_cases (pane, fixture->cases, "", TRUE);
  WAIT_UNTIL ((entry = find_widget (GTK_WIDGET (pane), GTK_TYPE_PASSWORD_ENTRY)) && gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), PASSPHRASE);
  press (pane, "Unlock");
  WAIT_UNTIL (mw_cases_pane_is_open (pane));
  return pane;
}

static void
open_only_case (Fixture *fixture, MwCasesPane *pane)
{
  GtkWidget *list;

  WAIT_UNTIL ((list = find_widget (GTK_WIDGET (pane), MW_TYPE_CASE_LIST)) && find_label (list, "Meneer Weg"));
  g_signal_emit_by_name (list, "opened", (guint64) 1);
  WAIT_UNTIL (mw_cases_pane_get_number (pane) == 1);
}

/* The answer of the worker cannot come before the main loop runs again. */
static void
begin_deleting (MwCasesPane *pane)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "cases.delete", NULL));
  press (pane, "Delete for Good");
}

static guint
count_cases (Fixture *fixture)
{
  return g_list_model_get_n_items (mw_cases_get_list (fixture->cases));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  open_only_case (fixture, pane);
  begin_deleting (pane);
  WAIT_UNTIL (says (pane, "The case is deleted"));
  g_assert_null (mw_cases_pane_peek_case (pane));
  g_assert_cmpuint (count_cases (fixture), ==, 0);
}

static void
test_to_the_list (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  open_only_case (fixture, pane);
  begin_deleting (pane);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "cases.list", NULL));
  WAIT_UNTIL (says (pane, "The case is deleted"));
  g_assert_cmpuint (count_cases (fixture), ==, 0);
}

/* What is written in the new one is saved, and it stays open. */
static void
test_to_another_case (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  open_only_case (fixture, pane);
  begin_deleting (pane);
  mw_cases_pane_new_case (pane);
  mw_cases_pane_consider (pane, "huiskamer", "1.19", "Huiskamer");
  WAIT_UNTIL (says (pane, "The case is deleted"));
  g_assert_nonnull (mw_cases_pane_peek_case (pane));
  WAIT_UNTIL (mw_cases_pane_get_number (pane) == 2);
  g_assert_cmpuint (count_cases (fixture), ==, 1);
}

/* Words that were not saved yet hold nothing up, and nothing comes back afterwards. */
static void
test_unsaved_words (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  open_only_case (fixture, pane);
  mw_cases_pane_consider (pane, "huiskamer", "1.19", "Huiskamer");
  begin_deleting (pane);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "cases.list", NULL));
  g_assert_nonnull (mw_cases_pane_peek_case (pane)); /* it waits for the words to be saved */
  WAIT_UNTIL (says (pane, "The case is deleted"));
  g_assert_null (mw_cases_pane_peek_case (pane));

  mw_cases_pane_new_case (pane);
  mw_cases_pane_consider (pane, "huiskamer", "1.19", "Huiskamer");
  WAIT_UNTIL (mw_cases_pane_get_number (pane) == 2);
  g_assert_nonnull (mw_cases_pane_peek_case (pane)); /* nobody is sent to the list any more */
  g_assert_cmpuint (count_cases (fixture), ==, 1);
}

/* A new case whose first save is under way has no number yet, but is soon in the file. */
static void
test_while_it_is_first_saved (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  mw_cases_pane_new_case (pane);
  mw_cases_pane_consider (pane, "huiskamer", "1.19", "Huiskamer");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "cases.list", NULL)); /* saves at once */
  begin_deleting (pane);
  WAIT_UNTIL (says (pane, "The case is deleted"));
  g_assert_null (mw_cases_pane_peek_case (pane));
  g_assert_cmpuint (count_cases (fixture), ==, 1);
}

static void
test_nothing_written (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  mw_cases_pane_new_case (pane);
  begin_deleting (pane);
  g_assert_null (mw_cases_pane_peek_case (pane));
  g_assert_cmpuint (count_cases (fixture), ==, 1);
}

/* Another language takes another window, which has the case open when the answer comes. */
static void
test_other_window (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);
  GtkWidget *window = gtk_window_new ();
  MwCasesPane *next = g_object_new (MW_TYPE_CASES_PANE, NULL);

  open_only_case (fixture, pane);
  begin_deleting (pane);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (next));
  mw_cases_pane_set_cases (next, fixture->cases, "", TRUE);
  mw_cases_pane_take_over (next, pane);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (mw_cases_pane_peek_case (next));
  WAIT_UNTIL (!mw_cases_pane_peek_case (next));
  g_assert_cmpuint (count_cases (fixture), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* It is said where the adviser is by then. */
static void
test_not_deleted (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);
  g_autoptr (GAsyncResult) result = NULL;

  open_only_case (fixture, pane);
  mw_cases_delete_async (fixture->cases, 1, keep_result, &result); /* as by another window */
  begin_deleting (pane);
  mw_cases_pane_new_case (pane);
  WAIT_UNTIL (result && says (pane, "was not deleted"));
  g_assert_true (mw_cases_delete_finish (fixture->cases, result, NULL));
  g_assert_nonnull (mw_cases_pane_peek_case (pane));
}

#define ADD(path, func) g_test_add ("/case-deleting/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("deleted", test_deleted);
  ADD ("to-the-list", test_to_the_list);
  ADD ("to-another-case", test_to_another_case);
  ADD ("unsaved-words", test_unsaved_words);
  ADD ("first-saved", test_while_it_is_first_saved);
  ADD ("nothing-written", test_nothing_written);
  ADD ("other-window", test_other_window);
  ADD ("not-deleted", test_not_deleted);
  return g_test_run ();
}
