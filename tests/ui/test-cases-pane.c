/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-case-list.h"
#include "mw-cases-pane.h"

static MwCasesPane *
show_pane (Fixture *fixture)
{
  MwCasesPane *pane = show_page (fixture, MW_TYPE_CASES_PANE);

  mw_cases_pane_set_cases (pane, fixture->cases, "", TRUE);
  mw_cases_pane_set_retention (pane, 15);
  return pane;
}

static guint64
save_closed (Fixture *fixture, const char *label, GDateYear year)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = mw_case_new ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_FEBRUARY, year);
  mw_case_set_text (&one->label, label);
  one->status = MW_STATUS_CLOSED;
  one->closed_day = g_date_get_julian (&day);
  mw_cases_save_async (fixture->cases, 0, one, keep_result, &result);
  WAIT_UNTIL (result);
  return mw_cases_save_finish (fixture->cases, result, NULL);
}

/* The case as the list has it. */
static GtkWidget *
find_row (MwCasesPane *pane, const char *label)
{
  GtkWidget *list = find_widget (GTK_WIDGET (pane), MW_TYPE_CASE_LIST);

  return list ? find_label (list, label) : NULL;
}

/* As a user does. */
static void
unlock_in (MwCasesPane *pane)
{
  GtkWidget *entry;

  WAIT_UNTIL ((entry = find_widget (GTK_WIDGET (pane), GTK_TYPE_PASSWORD_ENTRY)) && gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), PASSPHRASE);
  press (pane, "Unlock");
  WAIT_UNTIL (mw_cases_pane_is_open (pane));
}

static void
test_retention (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane;

  create (fixture);
  g_assert_cmpuint (save_closed (fixture, "Meneer Lang Geleden", 2001), >, 0);
  g_assert_cmpuint (save_closed (fixture, "Mevrouw Onlangs", 2026), >, 0);
  save (fixture, 0, "Meneer Nu", "Woont alleen.");
  lock (fixture);
  pane = show_pane (fixture);
  g_assert_false (mw_cases_pane_is_open (pane));
  g_assert_null (find_label (GTK_WIDGET (pane), "1 case was closed more than 15 years ago. Does it still have to be kept?"));

  unlock_in (pane);
  WAIT_UNTIL (find_row (pane, "Meneer Nu"));
  WAIT_UNTIL (find_label (GTK_WIDGET (pane), "1 case was closed more than 15 years ago. Does it still have to be kept?"));
  press (pane, "Show Them");
  WAIT_UNTIL (!find_row (pane, "Meneer Nu"));
  g_assert_nonnull (find_row (pane, "Meneer Lang Geleden"));
  g_assert_null (find_row (pane, "Mevrouw Onlangs"));
  /* Proposed, and nothing more. */
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (fixture->cases)), ==, 3);

  mw_cases_pane_set_retention (pane, 50);
  WAIT_UNTIL (!find_label (GTK_WIDGET (pane), "1 case was closed more than 15 years ago. Does it still have to be kept?"));
}

static void
test_first_case_asks_for_a_passphrase (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane = show_pane (fixture);

  WAIT_UNTIL (find_by_label (GTK_WIDGET (pane), GTK_TYPE_BUTTON, "New Case"));
  mw_cases_pane_new_case (pane);
  WAIT_UNTIL (find_label (GTK_WIDGET (pane), "Choose a Passphrase"));
  g_assert_false (mw_cases_pane_is_open (pane));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
on_left (MwCasesPane *pane, int reason, int *left)
{
  *left = reason;
}

/* Nothing of a case is in the pane once it was locked. */
static void
test_locked_shows_nothing (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane;
  int left = -1;

  create (fixture);
  save (fixture, 0, "Meneer Geheim", "Woont alleen.");
  lock (fixture);
  pane = show_pane (fixture);
  unlock_in (pane);
  WAIT_UNTIL (find_row (pane, "Meneer Geheim"));

  g_signal_connect (pane, "left", G_CALLBACK (on_left), &left);
  mw_cases_pane_leave (pane, MW_LEAVE_LOCK);
  WAIT_UNTIL (left == MW_LEAVE_LOCK);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  lock (fixture);
  pane = show_pane (fixture);
  WAIT_UNTIL (find_label (GTK_WIDGET (pane), "Your cases are locked. Type your passphrase to open them."));
  g_assert_null (find_row (pane, "Meneer Geheim"));
}

static void
test_consider_without_a_case (Fixture *fixture, gconstpointer data)
{
  MwCasesPane *pane;
  g_auto (GStrv) before = NULL;

  create (fixture);
  lock (fixture);
  pane = show_pane (fixture);
  unlock_in (pane);
  before = mw_cases_pane_dup_considered (pane);
  g_assert_null (before);

  mw_cases_pane_consider (pane, "humanitas-tandem", "1.11", "Humanitas Tandem");
  mw_cases_pane_new_case (pane);
  for (;;)
    {
      g_auto (GStrv) considered = mw_cases_pane_dup_considered (pane);

      if (considered && considered[0])
        {
          g_assert_cmpstr (considered[0], ==, "humanitas-tandem");
          break;
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
find_whom (MwCasesPane *pane)
{
  return find_by_label (GTK_WIDGET (pane), GTK_TYPE_ENTRY, "To whom to refer for Humanitas Tandem");
}

/* A referral goes into the open case, with whom; it can be filled in there. */
static void
test_refer (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) considered = NULL;
  MwCasesPane *pane;

  create (fixture);
  lock (fixture);
  pane = show_pane (fixture);
  unlock_in (pane);
  mw_cases_pane_new_case (pane);
  WAIT_UNTIL ((considered = mw_cases_pane_dup_considered (pane)));

  mw_cases_pane_consider (pane, "humanitas-tandem", "1.11", "Humanitas Tandem");
  run_for (100);
  g_assert_null (find_whom (pane));
  mw_cases_pane_refer (pane, "humanitas-tandem", "1.11", "Humanitas Tandem", "");
  WAIT_UNTIL (find_whom (pane));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_whom (pane))), ==, "");
  mw_cases_pane_refer (pane, "humanitas-tandem", "1.11", "Humanitas Tandem", "De Linde");
  WAIT_UNTIL (find_whom (pane) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (find_whom (pane))), "De Linde"));
}

#define ADD(path, func) g_test_add ("/cases-pane/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("first-case", test_first_case_asks_for_a_passphrase);
  ADD ("retention", test_retention);
  ADD ("locked", test_locked_shows_nothing);
  ADD ("consider", test_consider_without_a_case);
  ADD ("refer", test_refer);

  return g_test_run ();
}
