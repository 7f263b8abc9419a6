/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-case-handover.h"
#include "mw-case-list.h"
#include "mw-cases-pane.h"
#include "mw-confirm-page.h"
#include "mw-error.h"
#include "mw-handover-words.h"
#include "mw-recovery-page.h"
#include "mw-takeover-page.h"

#define OWN "een zin voor deze ene casus"
#define ENTRY "Passphrase of the file"
#define AGAIN "You Have Taken This One Over Already"

/* What the pane asked of the window. */
typedef struct
{
  int target;
  char *name;
  guint n;
} Asked;

static void
on_choose_target (MwCasesPane *pane, int target, const char *name, Asked *asked)
{
  asked->target = target;
  g_free (asked->name);
  asked->name = g_strdup (name);
  asked->n++;
}

static MwCasesPane *
show_pane (Fixture *fixture)
{
  MwCasesPane *pane = show_page (fixture, MW_TYPE_CASES_PANE);

  mw_cases_pane_set_cases (pane, fixture->cases, "", TRUE);
  return pane;
}

static void
unlock_in (MwCasesPane *pane)
{
  GtkWidget *entry;

  WAIT_UNTIL ((entry = find_by_label (GTK_WIDGET (pane), GTK_TYPE_PASSWORD_ENTRY, "Passphrase")) && gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), PASSPHRASE);
  press (pane, "Unlock");
  WAIT_UNTIL (mw_cases_pane_is_open (pane));
}

/* The pane with a new case in it. */
static MwCasesPane *
show_case (Fixture *fixture, Asked *asked)
{
  MwCasesPane *pane;
  GtkWidget *entry;

  create (fixture);
  lock (fixture);
  pane = show_pane (fixture);
  g_signal_connect (pane, "choose-target", G_CALLBACK (on_choose_target), asked);
  unlock_in (pane);
  mw_cases_pane_new_case (pane);
  WAIT_UNTIL ((entry = find_by_label (GTK_WIDGET (pane), GTK_TYPE_ENTRY, "Label")) && gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Meneer Voorbeeld");
  return pane;
}

static MwHandover *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwSecret) passphrase = secret (OWN);
  g_autoptr (GBytes) file = mw_handover_read (path, &error);
  MwHandover *handover;

  g_assert_no_error (error);
  handover = mw_handover_open (file, passphrase, &error);
  g_assert_no_error (error);
  return handover;
}

static void
choose_own (MwCasesPane *pane)
{
  type (pane, "New passphrase", OWN);
  type (pane, "Once more", OWN);
  press (pane, "Use This Passphrase");
}

static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "weg", "casus.maatwerk", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "casus.maatwerk", NULL);
  Asked asked = { 0 };
  MwCasesPane *pane = show_case (fixture, &asked);
  g_autoptr (MwHandover) handover = NULL;

  gtk_widget_activate_action (GTK_WIDGET (pane), "cases.hand-over", NULL);
  g_assert_true (says (pane, "Hand Over to a Colleague"));
  g_assert_true (says (pane, "by another way than the file"));
  type (pane, "New passphrase", "kort");
  g_assert_false (gtk_widget_is_sensitive (find_button (pane, "Use This Passphrase")));
  choose_own (pane);
  g_assert_cmpuint (asked.n, ==, 1);
  g_assert_cmpint (asked.target, ==, MW_CASES_TARGET_HANDOVER);
  g_assert_true (g_str_has_prefix (asked.name, "Case of 20"));
  g_assert_true (g_str_has_suffix (asked.name, ".maatwerk"));

  mw_cases_pane_save_to (pane, MW_CASES_TARGET_HANDOVER, nowhere);
  g_assert_false (gtk_widget_is_sensitive (find_button (pane, "Cancel")));
  WAIT_UNTIL (says (pane, "The file could not be written."));
  g_assert_cmpstr (get_typed (pane, "Once more"), ==, OWN);
  mw_cases_pane_save_to (pane, MW_CASES_TARGET_HANDOVER, path);
  WAIT_UNTIL (says (pane, "The case is in the file, sealed."));
  WAIT_UNTIL (gtk_widget_get_mapped (find_by_label (GTK_WIDGET (pane), GTK_TYPE_ENTRY, "Label")));
  g_assert_cmpstr (get_typed (pane, "Once more"), ==, "");
  handover = open_file (path);
  g_assert_cmpstr (handover->one->label, ==, "Meneer Voorbeeld");

  /* An answer that comes too late. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  mw_cases_pane_save_to (pane, MW_CASES_TARGET_HANDOVER, path);
  mw_cases_pane_save_to (pane, MW_CASES_TARGET_XML, path);
  run_for (100);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_free (asked.name);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  Asked asked = { 0 };
  MwCasesPane *pane = show_case (fixture, &asked);
  GtkWidget *entry = find_by_label (GTK_WIDGET (pane), GTK_TYPE_ENTRY, "Label");

  gtk_widget_activate_action (GTK_WIDGET (pane), "cases.hand-over", NULL);
  g_assert_false (gtk_widget_get_mapped (entry));
  press (pane, "Cancel");
  WAIT_UNTIL (gtk_widget_get_mapped (entry));
  gtk_widget_activate_action (GTK_WIDGET (pane), "cases.export-xml", NULL);
  g_assert_false (gtk_widget_get_mapped (entry));
  press_escape (find_widget (GTK_WIDGET (pane), MW_TYPE_CONFIRM_PAGE));
  WAIT_UNTIL (gtk_widget_get_mapped (entry));
  g_assert_cmpuint (asked.n, ==, 0);
}

static void
test_xml (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "weg", "casus.xml", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "casus.xml", NULL);
  g_autofree char *text = NULL;
  Asked asked = { 0 };
  MwCasesPane *pane = show_case (fixture, &asked);

  mw_cases_pane_say (pane, "Something of before.");
  gtk_widget_activate_action (GTK_WIDGET (pane), "cases.export-xml", NULL);
  g_assert_false (says (pane, "Something of before."));
  g_assert_true (says (pane, "it is not encrypted: whoever gets it can read it"));
  g_assert_cmpuint (asked.n, ==, 0);
  press (pane, "Save Unencrypted");
  g_assert_cmpuint (asked.n, ==, 1);
  g_assert_cmpint (asked.target, ==, MW_CASES_TARGET_XML);
  g_assert_true (g_str_has_suffix (asked.name, ".xml"));
  mw_cases_pane_save_to (pane, MW_CASES_TARGET_XML, nowhere);
  WAIT_UNTIL (says (pane, "The file could not be written."));
  mw_cases_pane_save_to (pane, MW_CASES_TARGET_XML, path);
  WAIT_UNTIL (says (pane, "The complete file of this case is saved."));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<label>Meneer Voorbeeld</label>"));
  g_free (asked.name);
}

/* Returns: (transfer full): the path of a file with a case with two notes in it */
static char *
make_file (Fixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "van-een-collega.maatwerk", NULL);
  g_autoptr (MwSecret) passphrase = secret (OWN);
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) file = NULL;

  mw_case_set_text (&one->label, "Mevrouw Proef");
  one->age = MW_AGE_75;
  one->created = 1778400000;
  one->touched = 1778700000;
  mw_case_add_note (one, MW_NOTE_CONTACT, 739000, "Zij leest graag.");
  mw_case_add_note (one, MW_NOTE_CONTACT, 739001, "Zij wil naar buiten.");
  record = mw_case_encode (one);
  file = mw_handover_seal (record, 1778800000, &(MwKdf){ 1, 8192 }, passphrase, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), NULL));
  return path;
}

static guint
count_cases (Fixture *fixture)
{
  return g_list_model_get_n_items (mw_cases_get_list (fixture->cases));
}

/* Until the page asks for the file's passphrase. */
static GtkWidget *
wait_for_page (MwCasesPane *pane)
{
  GtkWidget *page;

  WAIT_UNTIL ((page = find_widget (GTK_WIDGET (pane), MW_TYPE_TAKEOVER_PAGE)) && gtk_widget_get_mapped (page));
  return page;
}

static void
open_with (GtkWidget *page, const char *passphrase, const char *expected)
{
  type (page, ENTRY, passphrase);
  press (page, "Open");
  g_assert_cmpstr (get_typed (page, ENTRY), ==, "");
  WAIT_UNTIL (says (page, expected));
}

/* At somebody's who has no cases yet. */
static void
test_first_use (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file (fixture);
  MwCasesPane *pane = show_page (fixture, MW_TYPE_CASES_PANE);
  GtkWidget *page;

  mw_cases_pane_receive (pane, path); /* before there are any */
  mw_cases_pane_set_cases (pane, fixture->cases, "", TRUE);
  WAIT_UNTIL (says (pane, "First you choose a passphrase for your own cases."));
  g_assert_true (says (pane, "Choose a Passphrase"));
  type (pane, "New passphrase", PASSPHRASE);
  type (pane, "Once more", PASSPHRASE);
  press (pane, "Use This Passphrase");
  WAIT_UNTIL ((page = find_widget (GTK_WIDGET (pane), MW_TYPE_RECOVERY_PAGE)) && gtk_widget_get_mapped (page));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (page, GTK_TYPE_CHECK_BUTTON)), TRUE);
  press (pane, "Continue");

  page = wait_for_page (pane);
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "Take Over a Colleague’s Case");
  g_assert_false (says (pane, "First you choose a passphrase"));
  open_with (page, PASSPHRASE, "That does not open this file.");
  open_with (page, OWN, "What Is in This File");
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "What Is in This File");
  g_assert_true (says (page, "Label: Mevrouw Proef"));
  g_assert_true (says (page, "Age: 75–84"));
  g_assert_true (says (page, "2 notes"));
  g_assert_true (says (page, "Begun on 10 May 2026, last changed on 13 May 2026."));
  g_assert_true (says (page, "Handed over: 1"));
  g_assert_cmpuint (count_cases (fixture), ==, 0);
  press (page, "Take Over");
  WAIT_UNTIL (says (pane, "The case is now among yours.") && !gtk_widget_get_mapped (page));
  WAIT_UNTIL (find_by_label (GTK_WIDGET (pane), GTK_TYPE_BUTTON, "All Cases"));
  g_assert_cmpuint (count_cases (fixture), ==, 1);
  g_assert_false (says (page, "Mevrouw Proef"));
}

/* Never in the place of another one, and twice only when that is said. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file (fixture);
  MwCasesPane *pane;
  GtkWidget *page;

  create (fixture);
  save (fixture, 0, "Meneer Voorbeeld", "Woont alleen.");
  lock (fixture);
  pane = show_pane (fixture);
  mw_cases_pane_receive (pane, path);
  WAIT_UNTIL (says (pane, "Unlock your own cases first"));
  unlock_in (pane);
  page = wait_for_page (pane);
  open_with (page, OWN, "What Is in This File");
  press (page, "Take Over");
  WAIT_UNTIL (says (pane, "The case is now among yours.") && !gtk_widget_get_mapped (page));
  g_assert_cmpuint (count_cases (fixture), ==, 2);

  mw_cases_pane_receive (pane, path);
  wait_for_page (pane);
  open_with (page, OWN, AGAIN);
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, AGAIN);
  g_assert_true (says (page, "It is among your cases as “Mevrouw Proef”"));
  press (page, "Show the One You Have");
  WAIT_UNTIL (!gtk_widget_get_mapped (page));
  g_assert_cmpuint (count_cases (fixture), ==, 2);

  mw_cases_pane_receive (pane, path);
  wait_for_page (pane);
  open_with (page, OWN, AGAIN);
  press (page, "Take Over Once More");
  WAIT_UNTIL (count_cases (fixture) == 3);
  WAIT_UNTIL (!gtk_widget_get_mapped (page));
}

static void
test_thinking_better_of_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file (fixture);
  MwCasesPane *pane;
  GtkWidget *page;

  create (fixture);
  lock (fixture);
  pane = show_pane (fixture);
  unlock_in (pane);
  mw_cases_pane_receive (pane, path);
  page = wait_for_page (pane);
  open_with (page, OWN, "What Is in This File");
  press_escape (page);
  WAIT_UNTIL (!gtk_widget_get_mapped (page));
  g_assert_false (says (page, "Mevrouw Proef")); /* nothing of it stays */
  g_assert_cmpuint (count_cases (fixture), ==, 0);
}

/* What is wrong with a file is said at once, before any passphrase is asked. */
static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file (fixture);
  g_autofree char *nothing = g_build_filename (fixture->folder, "niets.maatwerk", NULL);
  g_autofree char *bytes = NULL;
  MwCasesPane *pane = show_pane (fixture);
  gsize length;

  mw_cases_pane_receive (pane, nothing);
  WAIT_UNTIL (says (pane, "This file cannot be read."));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length - 1, NULL));
  mw_cases_pane_receive (pane, path);
  WAIT_UNTIL (says (pane, "This file is damaged, or not all of it has arrived."));
  g_assert_true (g_file_set_contents (path, "<catalogue/>", -1, NULL));
  mw_cases_pane_receive (pane, path);
  WAIT_UNTIL (says (pane, "This is no case that was handed over with Maatwerk."));
  g_assert_false (says (pane, "Choose a Passphrase"));
}

/* Each trouble has a sentence of its own. */
static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const int written[] = { MW_STORAGE_ERROR_FULL, MW_STORAGE_ERROR_READ_ONLY, MW_STORAGE_ERROR_NO_MEMORY, MW_STORAGE_ERROR_IO };

  for (int code = MW_HANDOVER_ERROR_UNREADABLE; code <= MW_HANDOVER_ERROR_WRONG_PASSPHRASE; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (MW_HANDOVER_ERROR, code, "secret");

      g_assert_true (g_hash_table_add (seen, mw_handover_words_dup_error (error)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (MW_STORAGE_ERROR, written[i], "secret");

      g_assert_true (g_hash_table_add (seen, mw_handover_words_dup_write_error (error)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 10);
}

#define ADD(path, func) g_test_add ("/case-handover/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/case-handover/words", test_words);
  ADD ("hand-over", test_hand_over);
  ADD ("cancel", test_cancel);
  ADD ("xml", test_xml);
  ADD ("first-use", test_first_use);
  ADD ("twice", test_twice);
  ADD ("thinking-better-of-it", test_thinking_better_of_it);
  ADD ("bad-files", test_bad_files);

  return g_test_run ();
}
