/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-backups-page.h"
#include "mw-history-page.h"

#define ENTRY "Passphrase of the backup"

typedef struct
{
  guint n_restored;
  guint n_cancelled;
  guint n_file;
} Signals;

static MwBackupsPage *
show_backups (Fixture *fixture, Signals *signals)
{
  MwBackupsPage *page = show_page (fixture, MW_TYPE_BACKUPS_PAGE);

  memset (signals, 0, sizeof *signals);
  mw_backups_page_set_cases (page, fixture->cases);
  mw_backups_page_start (page);
  g_signal_connect_swapped (page, "restored", G_CALLBACK (count), &signals->n_restored);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (count), &signals->n_cancelled);
  g_signal_connect_swapped (page, "choose-file", G_CALLBACK (count), &signals->n_file);
  return page;
}

static void
open_with (MwBackupsPage *page, const char *passphrase, const char *expected)
{
  type (page, ENTRY, passphrase);
  press (page, "Open");
  g_assert_cmpstr (get_typed (page, ENTRY), ==, "");
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Open")));
  WAIT_UNTIL (says (page, expected));
}

static guint
count_set_aside (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->backups, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)))
    n += g_str_has_prefix (name, "set-aside-");
  return n;
}

/* One case goes into the backup; what is written after that does not. */
static char *
make_backup (Fixture *fixture)
{
  char *path;

  create (fixture);
  save (fixture, 0, "Meneer Voorbeeld", "Woont alleen.");
  path = back_up (fixture);
  save (fixture, 0, "Mevrouw Voorbeeld", "Woont samen.");
  return path;
}

/* Where it stands in the list: today's own backup may be of the same second. */
static int
get_position (Fixture *fixture, const char *path)
{
  g_autoptr (GPtrArray) backups = mw_cases_list_backups (fixture->cases);
  int position = 0;

  while (g_strcmp0 (((MwBackup *) g_ptr_array_index (backups, (guint) position))->path, path) != 0)
    position++;
  return position;
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);
  GtkListBox *list = GTK_LIST_BOX (find_by_label (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, "Backups"));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, get_position (fixture, path));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_date_time_format (now, "%Y, ");

  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "Restore a Backup");
  g_assert_true (get_focus (fixture) == GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_true (says (row, year));
  g_signal_emit_by_name (list, "row-activated", row);
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "Open the Backup");
  g_assert_true (says (page, year));

  open_with (page, "de merel zwijgt", "That does not open this backup.");
  open_with (page, PASSPHRASE, "It holds 1 case.");
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "What Is in This Backup");
  g_assert_true (says (page, "All of it can be read."));
  g_assert_true (says (page, "What you wrote after that is not in it."));
  g_assert_true (says (page, fixture->backups));
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (fixture->cases)), ==, 2);
  g_assert_cmpuint (count_set_aside (fixture), ==, 0);

  press (page, "Restore This Backup");
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Back")));
  WAIT_UNTIL (signals.n_restored);
  g_assert_cmpint (mw_cases_get_state (fixture->cases), ==, MW_CASES_OPEN);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (fixture->cases)), ==, 1);
  g_assert_cmpuint (count_set_aside (fixture), ==, 1);
}

static void
on_restored (MwBackupsPage *page, gboolean with_recovery_key, gboolean *kept)
{
  *kept = with_recovery_key;
}

/* The passphrase of then is forgotten; another one can be chosen afterwards. */
static void
test_restore_with_recovery_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  g_autofree char *groups = g_strdelimit (g_strdup (fixture->recovery_key), "-", ' ');
  g_autoptr (GAsyncResult) result = NULL;
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);
  gboolean with_recovery_key = FALSE;

  g_signal_connect (page, "restored", G_CALLBACK (on_restored), &with_recovery_key);
  mw_backups_page_set_path (page, path);
  open_with (page, "7KQ2-M0XD", "That does not open this backup.");
  open_with (page, groups, "It holds 1 case.");
  press (page, "Restore This Backup");
  WAIT_UNTIL (signals.n_restored);
  g_assert_true (with_recovery_key);
  mw_cases_set_passphrase_async (fixture->cases, NULL, secret ("een hele nieuwe zin"), keep_result, &result);
  WAIT_UNTIL (result);
  g_assert_true (mw_cases_set_passphrase_finish (fixture->cases, result, NULL));
}

/* A damaged file leads to the same: the state becomes open. */
static void
test_restore_over_damaged_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  Signals signals;
  MwBackupsPage *page;

  close_cases (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  fixture->cases = new_cases (fixture);
  look_again (fixture, MW_CASES_TROUBLE);
  page = show_backups (fixture, &signals);
  mw_backups_page_set_path (page, path);
  open_with (page, PASSPHRASE, "It holds 1 case.");
  press (page, "Restore This Backup");
  WAIT_UNTIL (signals.n_restored);
  g_assert_cmpint (mw_cases_get_state (fixture->cases), ==, MW_CASES_OPEN);
  g_assert_cmpuint (count_set_aside (fixture), ==, 1);
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);

  press (page, "Another File…");
  g_assert_cmpuint (signals.n_file, ==, 1);
  mw_backups_page_set_path (page, path);
  type (page, ENTRY, "half a pass");
  press_escape (page);
  g_assert_cmpstr (get_typed (page, ENTRY), ==, "");
  g_assert_true (says (page, "Choose one to see what is in it."));

  mw_backups_page_set_path (page, path);
  open_with (page, PASSPHRASE, "It holds 1 case.");
  g_assert_true (get_focus (fixture) == find_button (page, "Back"));
  press (page, "Back");
  g_assert_false (says (page, "It holds 1 case."));
  g_assert_cmpuint (signals.n_cancelled, ==, 0);
  press (page, "Cancel");
  g_assert_cmpuint (signals.n_cancelled, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (fixture->cases)), ==, 2);
}

/* An answer that comes when something else is shown changes nothing. */
static void
test_late_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);

  mw_backups_page_set_path (page, path);
  type (page, ENTRY, PASSPHRASE);
  press (page, "Open");
  mw_backups_page_start (page);
  save (fixture, 0, "Meneer Later", ""); /* waits its turn after the answer */
  g_assert_true (says (page, "Choose one to see what is in it."));
  g_assert_true (gtk_widget_is_sensitive (find_button (page, "Cancel")));
}

static void
test_no_backups (Fixture *fixture, gconstpointer data)
{
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);

  g_assert_true (says (page, "There are no backups in the usual place."));
  g_assert_true (get_focus (fixture) == find_button (page, "Another File…"));
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  g_autofree char *text = g_build_filename (fixture->folder, "brief.odt", NULL);
  g_autofree char *gone = g_build_filename (fixture->folder, "weg.db", NULL);
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);

  g_assert_true (g_file_set_contents (text, "Beste mevrouw Voorbeeld, dank voor uw brief.", -1, NULL));
  mw_backups_page_set_path (page, text);
  g_assert_true (says (page, "brief.odt"));
  open_with (page, PASSPHRASE, "it is no backup of Maatwerk");
  mw_backups_page_set_path (page, gone);
  open_with (page, PASSPHRASE, "This file cannot be opened.");
  change (path, "PRAGMA user_version=99");
  mw_backups_page_set_path (page, path);
  open_with (page, PASSPHRASE, "A newer version of Maatwerk made this backup.");
  g_assert_cmpint (mw_cases_get_state (fixture->cases), ==, MW_CASES_OPEN);
}

static void
test_damaged_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  Signals signals;
  MwBackupsPage *page = show_backups (fixture, &signals);

  change (path, "UPDATE record SET sealed=zeroblob(length(sealed))");
  mw_backups_page_set_path (page, path);
  open_with (page, PASSPHRASE, "1 record in it is damaged and cannot be read.");
  g_assert_false (says (page, "All of it can be read."));
}

/* Two sittings make two revisions. */
static guint64
make_history (Fixture *fixture)
{
  guint64 id;

  create (fixture);
  id = save (fixture, 0, "Meneer Voorbeeld", "Woont alleen.");
  lock (fixture);
  unlock (fixture);
  return save (fixture, id, "Meneer Voorbeeld", "Woont bij zijn dochter.");
}

static MwHistoryPage *
show_history (Fixture *fixture, guint64 id, guint n_revisions)
{
  MwHistoryPage *page = show_page (fixture, MW_TYPE_HISTORY_PAGE);
  GtkListView *list = GTK_LIST_VIEW (find_by_label (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, "Earlier versions"));

  mw_history_page_start (page, fixture->cases, id);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == n_revisions);
  return page;
}

static void
choose (MwHistoryPage *page, guint position)
{
  g_signal_emit_by_name (find_by_label (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, "Earlier versions"), "activate", position);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  guint64 id = make_history (fixture);
  MwHistoryPage *page = show_history (fixture, id, 2);
  guint n_back = 0, n_cancelled = 0;
  g_autoptr (MwCase) one = NULL;

  g_signal_connect_swapped (page, "bring-back", G_CALLBACK (count), &n_back);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (count), &n_cancelled);
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "Earlier Versions");
  WAIT_UNTIL (says (page, "(as it is now)"));

  choose (page, 0);
  WAIT_UNTIL (says (page, "Woont bij zijn dochter."));
  g_assert_true (says (page, "This is the case as it was saved last."));
  g_assert_false (gtk_widget_get_visible (find_button (page, "Bring This Back")));
  press_escape (page);
  g_assert_false (says (page, "Woont bij zijn dochter."));
  g_assert_cmpuint (n_cancelled, ==, 0);

  choose (page, 1);
  WAIT_UNTIL (says (page, "Woont alleen."));
  g_assert_true (says (page, "Meneer Voorbeeld"));
  g_assert_true (says (page, "Living situation"));
  g_assert_true (says (page, "Age unknown · Open"));
  press (page, "Bring This Back");
  g_assert_cmpuint (n_back, ==, 1);
  one = mw_history_page_steal_case (page);
  g_assert_cmpstr (one->domains[MW_DOMAIN_LIVING], ==, "Woont alleen.");
  g_assert_false (says (page, "Woont alleen."));
  g_assert_null (mw_history_page_steal_case (page));

  press (page, "Cancel");
  g_assert_cmpuint (n_cancelled, ==, 1);
}

static void
test_history_damaged (Fixture *fixture, gconstpointer data)
{
  guint64 id = make_history (fixture);
  MwHistoryPage *page;

  close_cases (fixture);
  change (fixture->path, "UPDATE record SET sealed=zeroblob(length(sealed)) WHERE revision=1");
  fixture->cases = new_cases (fixture);
  look_again (fixture, MW_CASES_LOCKED);
  unlock (fixture);
  page = show_history (fixture, id, 2);
  choose (page, 1);
  WAIT_UNTIL (says (page, "This version is damaged and cannot be read."));
  g_assert_false (gtk_widget_get_visible (find_button (page, "Bring This Back")));
  choose (page, 0);
  WAIT_UNTIL (says (page, "Woont bij zijn dochter."));
  g_assert_false (says (page, "This version is damaged"));
}

static void
test_history_of_nothing (Fixture *fixture, gconstpointer data)
{
  MwHistoryPage *page = show_page (fixture, MW_TYPE_HISTORY_PAGE);

  create (fixture);
  mw_history_page_start (page, fixture->cases, 4711);
  WAIT_UNTIL (says (page, "The case is no longer in the file."));
  press (page, "Cancel");
}

/* Everything that a case can hold is shown, the latest note first. */
static void
fill_choice (MwCase *one, guint32 day)
{
  MwConsidered *option = mw_case_find_considered (one, "bezoekdienst");
  MwChoice *choice = &one->choice;

  mw_considered_set_verdict (option, MW_VERDICT_REJECTED, 1778000000, day);
  mw_case_set_text (&option->appraisals[MW_KNOWLEDGE_CLIENT], "Wil het niet.");
  mw_case_set_text (&option->reason, "Past niet.");
  mw_case_set_text (&choice->question, "Hoe verder?");
  mw_case_set_text (&choice->client_words, "Iemand om mee te praten.");
  mw_case_set_text (&choice->agreed_by, "meneer");
  mw_choice_add_action (choice, "Vrijwilliger zoeken", "Anneke", day + 1)->done_day = day;
  mw_case_set_text (&choice->unavailable, "Maatjes");
  choice->told_day = day;
  choice->evaluation_day = day + 1;
  mw_case_set_text (&choice->evaluation, "Het ging beter.");
}

static void
test_history_shows_all (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[]
    = { "75–84 · Closed since 12 May 2026", "13 May 2026: Bellen", "Wil weer biljarten.", "13 May 2026 · Observation",
        "Tuin verzorgd.",                   "1.4  Bezoekdienst · rejected on 12 May 2026",
        " · fairly sure",                   "Weduwnaar sinds kort.",
        "Hoe verder?",                      "What the client wants and can do: Wil het niet.",
        "Why: Past niet.",                  "Iemand om mee te praten.",
        "Agreed by: meneer",                "Vrijwilliger zoeken (Anneke, 13 May 2026, done on 12 May 2026)",
        "What would fit best: Maatjes",     "Client told on: 12 May 2026",
        "Het ging beter.",                  "To look back on: 13 May 2026" };
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GAsyncResult) result = NULL;
  guint32 day = 739748; /* 12 May 2026 */
  MwHistoryPage *page;

  create (fixture);
  one->age = MW_AGE_75;
  mw_case_set_status (one, MW_STATUS_CLOSED, day);
  mw_case_set_text (&one->wishes, "Wil weer biljarten.");
  mw_case_set_text (&one->next_action, "Bellen");
  one->next_day = day + 1;
  mw_case_add_note (one, MW_NOTE_OBSERVATION, day + 1, "Tuin verzorgd.");
  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", 0);
  fill_choice (one, day);
  mw_case_add_assessment (one, 1778000000, &(MwAnswers){ MW_PERSISTENCE_SITUATIONAL, 0, 0, 0 }, MW_CERTAINTY_FAIRLY,
                          "Weduwnaar sinds kort.");
  mw_cases_save_async (fixture->cases, 0, one, keep_result, &result);
  WAIT_UNTIL (result);
  page = show_history (fixture, mw_cases_save_finish (fixture->cases, result, NULL), 1);
  choose (page, 0);
  WAIT_UNTIL (says (page, "Case without a label"));
  for (guint e = 0; e < G_N_ELEMENTS (expected); e++)
    {
      g_test_message ("looking for “%s”", expected[e]);
      g_assert_true (says (page, expected[e]));
    }
}

#define ADD(path, func) g_test_add ("/case-restoring/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("backup", test_restore);
  ADD ("backup/recovery-key", test_restore_with_recovery_key);
  ADD ("backup/over-damaged-file", test_restore_over_damaged_file);
  ADD ("backup/back", test_back);
  ADD ("backup/late-answer", test_late_answer);
  ADD ("backup/none", test_no_backups);
  ADD ("backup/bad-files", test_bad_files);
  ADD ("backup/damaged-record", test_damaged_record);
  ADD ("history", test_history);
  ADD ("history/damaged", test_history_damaged);
  ADD ("history/of-nothing", test_history_of_nothing);
  ADD ("history/all", test_history_shows_all);

  return g_test_run ();
}
