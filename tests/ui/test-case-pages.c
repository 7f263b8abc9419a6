/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-confirm-page.h"
#include "mw-passphrase-page.h"
#include "mw-recovery-page.h"
#include "mw-trouble-page.h"
#include "mw-unlock-page.h"

/* Entries whose names are looked for are those that are visible. */
static MwPassphrasePage *
show_passphrase_page (Fixture *fixture, MwPassphraseReason reason, guint *n_chosen, guint *n_cancelled)
{
  MwPassphrasePage *page = show_page (fixture, MW_TYPE_PASSPHRASE_PAGE);

  mw_passphrase_page_start (page, reason);
  g_signal_connect_swapped (page, "chosen", G_CALLBACK (count), n_chosen);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (count), n_cancelled);
  return page;
}

static void
assert_is (MwSecret *passphrase, const char *text)
{
  g_assert_nonnull (passphrase);
  g_assert_cmpmem (passphrase->bytes, passphrase->length, text, strlen (text));
  mw_secret_free (passphrase);
}

static void
test_passphrase (Fixture *fixture, gconstpointer data)
{
  guint n_chosen = 0, n_cancelled = 0;
  MwPassphrasePage *page = show_passphrase_page (fixture, MW_PASSPHRASE_FIRST, &n_chosen, &n_cancelled);
  GtkWidget *choose = find_button (page, "Use This Passphrase");

  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, "Choose a Passphrase");
  g_assert_true (says (page, "A sentence that only you know is best"));
  g_assert_false (gtk_widget_is_sensitive (choose));

  type (page, "New passphrase", "aaaaaaaaaaaa");
  g_assert_true (says (page, "Too easy to guess."));
  type (page, "Once more", "aaaaaaaaaaaa");
  g_assert_false (gtk_widget_is_sensitive (choose));

  type (page, "New passphrase", PASSPHRASE);
  g_assert_true (says (page, "The two are not the same yet."));
  type (page, "Once more", "de merel");
  g_assert_true (says (page, "Hard to guess."));
  g_assert_false (gtk_widget_is_sensitive (choose));
  type (page, "Once more", "de mezen");
  g_assert_true (says (page, "The two are not the same yet."));

  type (page, "Once more", PASSPHRASE);
  press (page, "Use This Passphrase");
  g_assert_cmpuint (n_chosen, ==, 1);
  assert_is (mw_passphrase_page_get_passphrase (page), PASSPHRASE);
  g_assert_null (mw_passphrase_page_get_present (page));
}

/* While it is worked on, nothing can be pressed; after a failure what was typed is still there. */
static void
test_passphrase_busy (Fixture *fixture, gconstpointer data)
{
  guint n_chosen = 0, n_cancelled = 0;
  MwPassphrasePage *page = show_passphrase_page (fixture, MW_PASSPHRASE_FIRST, &n_chosen, &n_cancelled);

  type (page, "New passphrase", PASSPHRASE);
  type (page, "Once more", PASSPHRASE);
  mw_passphrase_page_set_state (page, "One moment…", TRUE);
  g_assert_true (says (page, "One moment…"));
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Use This Passphrase")));
  press_escape (page);
  g_assert_cmpuint (n_cancelled, ==, 0);

  mw_passphrase_page_set_state (page, "The disk is full.", FALSE);
  g_assert_cmpstr (get_typed (page, "Once more"), ==, PASSPHRASE);
  press (page, "Use This Passphrase");
  g_assert_cmpuint (n_chosen, ==, 1);
}

static void
test_passphrase_enter_goes_on (Fixture *fixture, gconstpointer data)
{
  guint n_chosen = 0, n_cancelled = 0;
  MwPassphrasePage *page = show_passphrase_page (fixture, MW_PASSPHRASE_FIRST, &n_chosen, &n_cancelled);
  GtkWidget *first = find_by_label (GTK_WIDGET (page), GTK_TYPE_PASSWORD_ENTRY, "New passphrase");
  GtkWidget *second = find_by_label (GTK_WIDGET (page), GTK_TYPE_PASSWORD_ENTRY, "Once more");

  gtk_widget_grab_focus (GTK_WIDGET (page));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), first));
  g_signal_emit_by_name (first, "activate");
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), second));
}

static void
test_passphrase_cancel (Fixture *fixture, gconstpointer data)
{
  guint n_chosen = 0, n_cancelled = 0;
  MwPassphrasePage *page = show_passphrase_page (fixture, MW_PASSPHRASE_FIRST, &n_chosen, &n_cancelled);

  type (page, "New passphrase", PASSPHRASE);
  press (page, "Cancel");
  g_assert_cmpuint (n_cancelled, ==, 1);
  g_assert_cmpstr (get_typed (page, "New passphrase"), ==, "");
  type (page, "Once more", PASSPHRASE);
  press_escape (page);
  g_assert_cmpuint (n_cancelled, ==, 2);
  g_assert_cmpstr (get_typed (page, "Once more"), ==, "");

  /* After the recovery key there is no way back. */
  mw_passphrase_page_start (page, MW_PASSPHRASE_REPLACE);
  press_escape (page);
  g_assert_cmpuint (n_cancelled, ==, 2);
  g_assert_false (gtk_widget_get_visible (find_button (page, "Cancel")));
}

static void
test_passphrase_is_forgotten (Fixture *fixture, gconstpointer data)
{
  guint n_chosen = 0, n_cancelled = 0;
  MwPassphrasePage *page = show_passphrase_page (fixture, MW_PASSPHRASE_CHANGE, &n_chosen, &n_cancelled);

  type (page, "Present passphrase", PASSPHRASE);
  type (page, "New passphrase", PASSPHRASE);
  type (page, "Once more", PASSPHRASE);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  g_assert_cmpstr (get_typed (page, "Present passphrase"), ==, "");
  g_assert_cmpstr (get_typed (page, "New passphrase"), ==, "");
  g_assert_cmpstr (get_typed (page, "Once more"), ==, "");
}

static void
test_passphrase_change (Fixture *fixture, gconstpointer data)
{
  guint n_chosen = 0, n_cancelled = 0;
  MwPassphrasePage *page = show_passphrase_page (fixture, MW_PASSPHRASE_CHANGE, &n_chosen, &n_cancelled);

  type (page, "New passphrase", "een hele nieuwe zin met bomen");
  type (page, "Once more", "een hele nieuwe zin met bomen");
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Use This Passphrase")));
  type (page, "Present passphrase", PASSPHRASE);
  press (page, "Use This Passphrase");
  assert_is (mw_passphrase_page_get_present (page), PASSPHRASE);
  assert_is (mw_passphrase_page_get_passphrase (page), "een hele nieuwe zin met bomen");
}

typedef struct
{
  guint n;
  gboolean with_recovery_key;
} Unlocked;

static void
on_unlocked (MwUnlockPage *page, gboolean with_recovery_key, Unlocked *unlocked)
{
  unlocked->n++;
  unlocked->with_recovery_key = with_recovery_key;
}

static MwUnlockPage *
show_unlock_page (Fixture *fixture, Unlocked *unlocked)
{
  MwUnlockPage *page = show_page (fixture, MW_TYPE_UNLOCK_PAGE);

  create (fixture);
  lock (fixture);
  mw_unlock_page_set_cases (page, fixture->cases);
  mw_unlock_page_reset (page);
  g_signal_connect (page, "unlocked", G_CALLBACK (on_unlocked), unlocked);
  return page;
}

static void
test_unlock (Fixture *fixture, gconstpointer data)
{
  Unlocked unlocked = { 0 };
  MwUnlockPage *page = show_unlock_page (fixture, &unlocked);
  GtkWidget *entry = find_by_label (GTK_WIDGET (page), GTK_TYPE_PASSWORD_ENTRY, "Passphrase");

  press (page, "Unlock"); /* nothing was typed */
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (entry)));

  for (guint i = 0; i < 3; i++)
    {
      type (page, "Passphrase", "de merel zwijgt");
      press (page, "Unlock");
      g_assert_false (gtk_widget_is_sensitive (find_button (page, "Unlock")));
      g_assert_false (gtk_widget_is_sensitive (find_button (page, "Forgotten?")));
      g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
      WAIT_UNTIL (says (page, "That is not right. Try again, as often as you like."));
      g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (entry)));
      g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), entry));
    }
  g_assert_cmpuint (unlocked.n, ==, 0);

  type (page, "Passphrase", PASSPHRASE);
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (unlocked.n);
  g_assert_false (unlocked.with_recovery_key);
  g_assert_cmpint (mw_cases_get_state (fixture->cases), ==, MW_CASES_OPEN);
  g_assert_cmpstr (get_typed (page, "Passphrase"), ==, "");
  g_assert_false (says (page, "That is not right."));
}

static void
test_unlock_with_recovery_key (Fixture *fixture, gconstpointer data)
{
  Unlocked unlocked = { 0 };
  MwUnlockPage *page = show_unlock_page (fixture, &unlocked);
  g_autofree char *groups = g_strdelimit (g_strdup (fixture->recovery_key), "-", ' ');

  press (page, "Forgotten?");
  type (page, "Recovery key", "7KQ2-M0XD");
  press (page, "Unlock");
  WAIT_UNTIL (says (page, "This is not a whole recovery key."));
  g_assert_cmpstr (get_typed (page, "Recovery key"), ==, "7KQ2-M0XD");

  type (page, "Recovery key", groups);
  press (page, "Unlock");
  WAIT_UNTIL (unlocked.n);
  g_assert_true (unlocked.with_recovery_key);
  g_assert_cmpstr (get_typed (page, "Recovery key"), ==, "");
  g_assert_true (gtk_widget_get_visible (find_by_label (GTK_WIDGET (page), GTK_TYPE_PASSWORD_ENTRY, "Passphrase")));
}

static void
on_text (MwRecoveryPage *page, const char *text, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  MwRecoveryPage *page = show_page (fixture, MW_TYPE_RECOVERY_PAGE);
  GtkWidget *check = find_by_label (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, "I keep this key in a safe place");
  g_autofree char *saved = NULL;
  g_autofree char *printed = NULL;
  guint n_done = 0;

  g_signal_connect_swapped (page, "done", G_CALLBACK (count), &n_done);
  g_signal_connect (page, "save", G_CALLBACK (on_text), &saved);
  g_signal_connect (page, "print", G_CALLBACK (on_text), &printed);
  mw_recovery_page_show (page, "7KQ2-M0XD-ABCD-0123-4567-89AB-CDEF-GHJK");
  g_assert_true (says (page, "7KQ2 M0XD ABCD 0123 4567 89AB CDEF GHJK"));
  g_assert_nonnull (check);
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Continue")));

  press (page, "Save…");
  g_assert_nonnull (strstr (saved, "7KQ2-M0XD-ABCD-0123-4567-89AB-CDEF-GHJK"));
  press (page, "Print…");
  g_assert_cmpstr (printed, ==, saved);
  mw_recovery_page_say (page, "Saved.");
  g_assert_true (says (page, "Saved."));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  press (page, "Continue");
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_false (says (page, "7KQ2"));

  /* The next key asks again. */
  mw_recovery_page_show (page, "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA");
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Continue")));
  g_assert_false (says (page, "Saved."));
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  MwConfirmPage *page = show_page (fixture, MW_TYPE_CONFIRM_PAGE);
  guint n_confirmed = 0, n_cancelled = 0;

  g_signal_connect_swapped (page, "confirmed", G_CALLBACK (count), &n_confirmed);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (count), &n_cancelled);
  mw_confirm_page_ask (page, "Delete This Case?", "All of it goes, for good.", "_Delete", TRUE);
  assert_name (page, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG, "Delete This Case?");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "All of it goes, for good.");
  g_assert_true (get_focus (fixture) == find_button (page, "Cancel"));
  g_assert_true (gtk_widget_has_css_class (find_button (page, "Delete"), "destructive-action"));

  press_escape (page);
  press (page, "Cancel");
  g_assert_cmpuint (n_cancelled, ==, 2);
  press (page, "Delete");
  g_assert_cmpuint (n_confirmed, ==, 1);

  mw_confirm_page_set_state (page, "One moment…", TRUE);
  g_assert_true (says (page, "One moment…"));
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Delete")));
  press_escape (page);
  g_assert_cmpuint (n_cancelled, ==, 2);

  /* Another question is asked anew. */
  mw_confirm_page_ask (page, "Make Another Recovery Key?", "The one of now opens nothing any more.", "_Make", FALSE);
  g_assert_false (says (page, "One moment…"));
  g_assert_false (gtk_widget_has_css_class (find_button (page, "Make"), "destructive-action"));
  press (page, "Make");
  g_assert_cmpuint (n_confirmed, ==, 2);
}

static void
assert_trouble (Fixture *fixture, const char *title, const char *words, gboolean restore)
{
  MwTroublePage *page = show_page (fixture, MW_TYPE_TROUBLE_PAGE);

  mw_trouble_page_set_cases (page, fixture->cases);
  assert_name (page, GTK_ACCESSIBLE_ROLE_REGION, title);
  g_assert_true (says (page, title));
  g_assert_true (says (page, words));
  g_assert_true (says (page, fixture->folder));
  g_assert_true (gtk_widget_get_visible (find_button (page, "Restore a Backup")) == restore);
  gtk_widget_grab_focus (GTK_WIDGET (page));
  g_assert_true (get_focus (fixture) == find_button (page, restore ? "Restore a Backup" : "Try Again"));
}

static void
test_trouble_damaged (Fixture *fixture, gconstpointer data)
{
  guint n_restore = 0;
  GtkWidget *page;

  g_assert_true (g_file_set_contents (fixture->path, "This was once a database, or so they say.", -1, NULL));
  look_again (fixture, MW_CASES_TROUBLE);
  assert_trouble (fixture, "The Cases Are Damaged", "It is left as it is.", TRUE);
  page = gtk_window_get_child (GTK_WINDOW (fixture->window));
  g_signal_connect_swapped (page, "restore", G_CALLBACK (count), &n_restore);
  press (page, "Restore a Backup");
  g_assert_cmpuint (n_restore, ==, 1);
}

static void
test_trouble_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autofree char *aside = g_strconcat (fixture->folder, "/elsewhere.db", NULL);

  create (fixture);
  backup = back_up (fixture);
  close_cases (fixture);
  g_assert_cmpint (g_rename (fixture->path, aside), ==, 0);
  fixture->cases = new_cases (fixture);
  look_again (fixture, MW_CASES_TROUBLE);
  assert_trouble (fixture, "The Cases Are Not in Their Place", "There may be backups", TRUE);

  g_assert_cmpint (g_rename (aside, fixture->path), ==, 0);
  press (gtk_window_get_child (GTK_WINDOW (fixture->window)), "Try Again");
  WAIT_UNTIL (mw_cases_get_state (fixture->cases) == MW_CASES_LOCKED);
}

static void
test_trouble_busy (Fixture *fixture, gconstpointer data)
{
  Fixture other = *fixture;
  GtkWidget *page;

  create (fixture);
  other.cases = new_cases (fixture);
  look_again (&other, MW_CASES_TROUBLE);
  assert_trouble (&other, "The Cases Are Open Elsewhere", "They are safe there.", FALSE);
  page = gtk_window_get_child (GTK_WINDOW (fixture->window));
  g_assert_true (says (page, g_get_user_name ()));

  close_cases (fixture);
  press (page, "Try Again");
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Try Again")));
  WAIT_UNTIL (mw_cases_get_state (other.cases) == MW_CASES_LOCKED);
  fixture->cases = other.cases;
}

static void
test_trouble_newer (Fixture *fixture, gconstpointer data)
{
  create (fixture);
  close_cases (fixture);
  change (fixture->path, "PRAGMA user_version=99");
  fixture->cases = new_cases (fixture);
  look_again (fixture, MW_CASES_TROUBLE);
  assert_trouble (fixture, "A Newer Maatwerk Is Needed", "They were left as they are.", FALSE);
}

#define ADD(path, func) g_test_add ("/case-pages/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("passphrase", test_passphrase);
  ADD ("passphrase/busy", test_passphrase_busy);
  ADD ("passphrase/enter", test_passphrase_enter_goes_on);
  ADD ("passphrase/cancel", test_passphrase_cancel);
  ADD ("passphrase/forgotten", test_passphrase_is_forgotten);
  ADD ("passphrase/change", test_passphrase_change);
  ADD ("unlock", test_unlock);
  ADD ("unlock/recovery-key", test_unlock_with_recovery_key);
  ADD ("recovery", test_recovery);
  ADD ("confirm", test_confirm);
  ADD ("trouble/damaged", test_trouble_damaged);
  ADD ("trouble/gone", test_trouble_gone);
  ADD ("trouble/busy", test_trouble_busy);
  ADD ("trouble/newer", test_trouble_newer);

  return g_test_run ();
}
