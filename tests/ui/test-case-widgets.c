/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "mw-case-saver.h"
#include "mw-case-words.h"
#include "mw-date-button.h"
#include "mw-clipboard.h"
#include "mw-text-area.h"

static MwTextArea *
show_area (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  MwTextArea *area = mw_text_area_new ("Health");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (area));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Elsewhere"));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (box));
  return area;
}

static GtkTextView *
get_view (MwTextArea *area)
{
  return GTK_TEXT_VIEW (find_widget (GTK_WIDGET (area), GTK_TYPE_TEXT_VIEW));
}

static GtkTextBuffer *
get_buffer (MwTextArea *area)
{
  return gtk_text_view_get_buffer (get_view (area));
}

static void
write_text (MwTextArea *area, const char *text)
{
  gtk_text_buffer_begin_user_action (get_buffer (area));
  gtk_text_buffer_insert_at_cursor (get_buffer (area), text, -1);
  gtk_text_buffer_end_user_action (get_buffer (area));
}

static void
assert_text (MwTextArea *area, const char *expected)
{
  g_autofree char *text = mw_text_area_dup_text (area);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area (fixture);
  guint n_changed = 0;

  assert_name (get_view (area), GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Health");
  g_assert_true (says (area, "Health"));
  g_signal_connect_swapped (area, "changed", G_CALLBACK (count), &n_changed);
  mw_text_area_set_text (area, "Slaapt slecht.");
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (area)));

  write_text (area, " Hoort slecht.");
  g_assert_cmpuint (n_changed, ==, 1);
  assert_text (area, "Slaapt slecht. Hoort slecht.");
  gtk_text_buffer_undo (get_buffer (area));
  assert_text (area, "Slaapt slecht.");
  g_assert_cmpuint (n_changed, ==, 2);
  gtk_text_buffer_redo (get_buffer (area));
  assert_text (area, "Slaapt slecht. Hoort slecht.");

  /* Of another case nothing can come back. */
  mw_text_area_set_text (area, "Gezond.");
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (area)));
  g_assert_false (gtk_text_buffer_get_can_redo (get_buffer (area)));
}

/* Returns: the area in a page that scrolls, as a case's pages do */
static MwTextArea *
show_area_in_page (Fixture *fixture)
{
  GtkWidget *page = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  MwTextArea *area = mw_text_area_new ("Note");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (area));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), box);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (page));
  gtk_widget_grab_focus (GTK_WIDGET (area));
  return area;
}

static void
test_page_follows_the_cursor (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area_in_page (fixture);
  GtkScrolledWindow *page = GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (fixture->window)));
  GtkAdjustment *height = gtk_scrolled_window_get_vadjustment (page);
  GtkTextIter start;

  for (guint i = 0; i < 30; i++)
    {
      write_text (area, "Weer een regel van het verslag.\n");
      run_for (5);
    }
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (area)) > 400
              && gtk_adjustment_get_value (height) + gtk_adjustment_get_page_size (height)
                     > gtk_adjustment_get_upper (height) - 60);

  gtk_text_buffer_get_start_iter (get_buffer (area), &start);
  gtk_text_buffer_place_cursor (get_buffer (area), &start);
  WAIT_UNTIL (gtk_adjustment_get_value (height) < 60);
}

static void
test_very_long_text (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area_in_page (fixture);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkAdjustment *own = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (area)));

  while (text->len < 300000)
    g_string_append (text, "Dit is een regel van een verslag dat iemand ergens anders schreef, met alles erin.\n");
  write_text (area, text->str);
  WAIT_UNTIL (gtk_adjustment_get_upper (own) > 20000);
  assert_text (area, text->str);
  /* Not all of it is on the page, so not all of it is drawn. */
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (area)), <, 1000);

  gtk_text_buffer_undo (get_buffer (area));
  assert_text (area, "");
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (area)) < 150);
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area (fixture);
  guint n_left = 0;

  g_signal_connect_swapped (area, "left", G_CALLBACK (count), &n_left);
  gtk_widget_grab_focus (GTK_WIDGET (area));
  g_assert_true (get_focus (fixture) == GTK_WIDGET (get_view (area)));
  g_assert_cmpuint (n_left, ==, 0);
  gtk_widget_grab_focus (find_by_label (gtk_window_get_child (GTK_WINDOW (fixture->window)), GTK_TYPE_BUTTON, "Elsewhere"));
  g_assert_cmpuint (n_left, ==, 1);
}

/* Returns: (transfer full): what is marked, each between blanks */
static char *
dup_marked (MwTextArea *area)
{
  GString *marked = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (get_buffer (area), &iter);
  while (gtk_text_iter_toggles_tag (&iter, NULL) || gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
    {
      GtkTextIter end = iter;
      g_autofree char *word = NULL;

      if (!gtk_text_iter_forward_to_tag_toggle (&end, NULL))
        break;
      word = gtk_text_iter_get_text (&iter, &end);
      g_string_append_printf (marked, "%s ", word);
      iter = end;
      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
        break;
    }
  return g_string_free (marked, FALSE);
}

static void
assert_marked (MwTextArea *area, const char *expected)
{
  g_autofree char *marked = dup_marked (area);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area (fixture);

  mw_text_area_set_text (area, "Één tuin 🌳 en de Tuinman; geen moestuin.");
  mw_text_area_mark (area, "een tuin");
  assert_marked (area, "Één tuin Tuinman ");
  write_text (area, " Tuinhek!");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_marked (area, "Één tuin Tuinman Tuinhek ");
  mw_text_area_mark (area, "");
  assert_marked (area, "");
  mw_text_area_mark (area, NULL);
  assert_marked (area, "");
}

static void
paste (MwTextArea *area, const char *bytes, gsize length)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (area));
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", data);
  guint n_pasted = 0;
  gulong id = g_signal_connect_swapped (get_buffer (area), "paste-done", G_CALLBACK (count), &n_pasted);

  gdk_clipboard_set_content (clipboard, provider);
  g_signal_emit_by_name (get_view (area), "paste-clipboard");
  WAIT_UNTIL (n_pasted);
  g_signal_handler_disconnect (get_buffer (area), id);
}

/* Whatever another program puts on the clipboard, the text stays valid, and what was there before stays. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  static const char nul[] = "voor\0na";
  static const char invalid[] = "goed \xff\xc3 fout";
  MwTextArea *area = show_area (fixture);
  g_autofree char *text = NULL;
  g_autofree char *large = g_strnfill (5 * 1000 * 1000, 'a');

  mw_text_area_set_text (area, "Begin. ");
  gtk_widget_grab_focus (GTK_WIDGET (area));
  paste (area, nul, sizeof nul - 1);
  text = mw_text_area_dup_text (area);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_prefix (text, "Begin. ") || g_str_has_suffix (text, "Begin. "));
  g_assert_nonnull (strstr (text, "voor"));

  mw_text_area_set_text (area, "");
  paste (area, invalid, sizeof invalid - 1);
  g_clear_pointer (&text, g_free);
  text = mw_text_area_dup_text (area);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "goed "));

  mw_text_area_set_text (area, "");
  mw_text_area_mark (area, "tuin");
  paste (area, large, strlen (large));
  g_clear_pointer (&text, g_free);
  text = mw_text_area_dup_text (area);
  g_assert_cmpuint (strlen (text), ==, strlen (large));

  mw_text_area_set_text (area, "Niet \xff geldig");
  g_clear_pointer (&text, g_free);
  text = mw_text_area_dup_text (area);
  g_assert_cmpstr (text, ==, "Niet \xef\xbf\xbd geldig");
}

static void
copy (MwTextArea *area, const char *what)
{
  GtkTextIter start, end;

  mw_text_area_set_text (area, what);
  gtk_text_buffer_get_bounds (get_buffer (area), &start, &end);
  gtk_text_buffer_select_range (get_buffer (area), &start, &end);
  g_signal_emit_by_name (get_view (area), "copy-clipboard");
}

static void
test_clipboard_is_cleared (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (area));

  mw_clipboard_set_time (20);
  copy (area, "Meneer Voorbeeld");
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  WAIT_UNTIL (!gdk_clipboard_get_content (clipboard));

  /* At once, for locking. */
  mw_clipboard_set_time (30000);
  copy (area, "Meneer Voorbeeld");
  mw_clipboard_forget (gtk_widget_get_display (GTK_WIDGET (area)));
  g_assert_null (gdk_clipboard_get_content (clipboard));

  /* What was cut goes as well. */
  copy (area, "Meneer Voorbeeld");
  g_signal_emit_by_name (get_view (area), "cut-clipboard");
  mw_clipboard_forget (gtk_widget_get_display (GTK_WIDGET (area)));
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

static void
test_other_clipboard_stays (Fixture *fixture, gconstpointer data)
{
  MwTextArea *area = show_area (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (area));
  GdkContentProvider *other;

  mw_clipboard_set_time (20);
  copy (area, "Meneer Voorbeeld");
  gdk_clipboard_set_text (clipboard, "een adres van elders");
  other = gdk_clipboard_get_content (clipboard);
  run_for (60);
  g_assert_true (gdk_clipboard_get_content (clipboard) == other);

  /* Copying without a selection copies nothing, and forgets nothing. */
  mw_text_area_set_text (area, "niets gekozen");
  g_signal_emit_by_name (get_view (area), "copy-clipboard");
  run_for (60);
  g_assert_true (gdk_clipboard_get_content (clipboard) == other);
}

static void
test_date_button (Fixture *fixture, gconstpointer data)
{
  MwDateButton *date = mw_date_button_new ("Next action", TRUE);
  GtkWidget *button = find_widget (GTK_WIDGET (date), GTK_TYPE_BUTTON);
  g_autoptr (GDateTime) first = g_date_time_new_local (2026, 5, 12, 12, 0, 0);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  guint n_changed = 0;

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (date));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect_swapped (date, "changed", G_CALLBACK (count), &n_changed);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Next action: No date");

  mw_date_button_set_day (date, 739748);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_widget (button, GTK_TYPE_LABEL))), ==, "12 May 2026");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Next action: 12 May 2026");
  choose_day (GTK_WIDGET (date), first);
  g_assert_cmpuint (n_changed, ==, 0);

  press (date, "No Date");
  g_assert_cmpuint (mw_date_button_get_day (date), ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);

  choose_day (GTK_WIDGET (date), today);
  choose_day (GTK_WIDGET (date), first);
  g_assert_cmpuint (mw_date_button_get_day (date), ==, 739748);
  g_assert_cmpuint (n_changed, ==, 3);
  press (date, "Today");
  g_assert_cmpuint (mw_date_button_get_day (date), ==, mw_case_words_get_day_of (today));
  g_assert_cmpuint (n_changed, ==, 4);
}

/* The same day of another month is another day, and leafing through the months chooses nothing. */
static void
test_day_of_another_month (Fixture *fixture, gconstpointer data)
{
  MwDateButton *date = mw_date_button_new ("Next action", FALSE);
  g_autoptr (GDateTime) may = g_date_time_new_local (2026, 5, 31, 12, 0, 0);
  g_autoptr (GDateTime) april = g_date_time_new_local (2026, 4, 30, 12, 0, 0);
  g_autoptr (GDateTime) march = g_date_time_new_local (2026, 3, 30, 12, 0, 0);
  guint n_changed = 0;

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (date));
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_date_button_set_day (date, mw_case_words_get_day_of (may));
  g_signal_connect_swapped (date, "changed", G_CALLBACK (count), &n_changed);
  gtk_calendar_select_day (GTK_CALENDAR (find_widget (GTK_WIDGET (date), GTK_TYPE_CALENDAR)), april);
  g_assert_cmpuint (mw_date_button_get_day (date), ==, mw_case_words_get_day_of (may));
  g_assert_cmpuint (n_changed, ==, 0);

  choose_day (GTK_WIDGET (date), april);
  choose_day (GTK_WIDGET (date), march);
  g_assert_cmpuint (mw_date_button_get_day (date), ==, mw_case_words_get_day_of (march));
  g_assert_cmpuint (n_changed, ==, 2);
}

/* A screen reader presses what is out of sight: it comes into sight before anything pops up there. */
static void
test_date_button_out_of_sight (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tall = gtk_label_new ("x");
  GtkWidget *scroller = gtk_scrolled_window_new ();
  MwDateButton *date = mw_date_button_new ("Next action", TRUE);
  GtkWidget *button = find_widget (GTK_WIDGET (date), GTK_TYPE_BUTTON);
  GtkWidget *popover = find_widget (GTK_WIDGET (date), GTK_TYPE_POPOVER);
  GtkAdjustment *place;

  gtk_widget_set_size_request (tall, -1, 30000);
  gtk_box_append (GTK_BOX (box), tall);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (date));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_for (300);
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  g_signal_emit_by_name (button, "clicked");
  for (guint i = 0; i < 100 && !gtk_widget_get_mapped (popover); i++)
    run_for (50);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 29000);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  press (date, "Today");
  g_assert_false (gtk_widget_get_visible (popover));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

static MwCaseSaver *
new_saver (Fixture *fixture)
{
  create (fixture);
  mw_case_saver_set_times (20, 20);
  return mw_case_saver_new (fixture->cases, 0, mw_case_new ());
}

static void
set_label (MwCaseSaver *saver, const char *label)
{
  mw_case_set_text (&mw_case_saver_get_case (saver)->label, label);
  mw_case_saver_touch (saver);
}

static void
assert_saved (Fixture *fixture, guint n_cases, const char *label)
{
  GListModel *list = mw_cases_get_list (fixture->cases);
  g_autoptr (MwCaseHeading) heading = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_cases);
  heading = g_list_model_get_item (list, 0);
  g_assert_cmpstr (heading->label, ==, label);
}

static void
test_saver (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCaseSaver) saver = new_saver (fixture);

  g_assert_cmpint (mw_case_saver_get_state (saver), ==, MW_SAVE_NEVER);
  g_assert_true (mw_case_saver_is_clean (saver));
  set_label (saver, "Meneer Voorbeeld");
  g_assert_cmpint (mw_case_saver_get_state (saver), ==, MW_SAVE_WAITING);
  g_assert_false (mw_case_saver_is_clean (saver));
  WAIT_UNTIL (mw_case_saver_is_clean (saver));
  g_assert_cmpint (mw_case_saver_get_state (saver), ==, MW_SAVE_SAVED);
  g_assert_cmpint (mw_case_saver_get_time (saver), >, 0);
  g_assert_cmpuint (mw_case_saver_get_id (saver), >, 0);
  assert_saved (fixture, 1, "Meneer Voorbeeld");
}

/* However fast the changes come, there is one case, and the last change is in it. */
static void
test_saver_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCaseSaver) saver = new_saver (fixture);

  for (guint i = 0; i < 20; i++)
    {
      set_label (saver, i % 2 ? "Meneer Eerst" : "Meneer Dan");
      mw_case_saver_flush (saver);
      g_assert_cmpint (mw_case_saver_get_state (saver), ==, MW_SAVE_SAVING);
    }
  set_label (saver, "Meneer Laatst");
  mw_case_saver_set_times (1000000, 1000000); /* what was asked for while saving is not put off */
  mw_case_saver_flush (saver);
  WAIT_UNTIL (mw_case_saver_is_clean (saver));
  assert_saved (fixture, 1, "Meneer Laatst");
}

static void
test_saver_tries_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCaseSaver) saver = new_saver (fixture);
  MwCase *one = mw_case_saver_get_case (saver);
  g_autofree char *large = g_strnfill (80 * 1000 * 1000, 'a');

  mw_case_set_text (&one->wishes, large);
  set_label (saver, "Meneer Voorbeeld");
  WAIT_UNTIL (mw_case_saver_get_state (saver) == MW_SAVE_FAILED);
  g_assert_nonnull (mw_case_saver_get_error (saver));
  g_assert_false (mw_case_saver_is_clean (saver));
  g_assert_cmpuint (mw_case_saver_get_id (saver), ==, 0);

  mw_case_set_text (&one->wishes, "Kort.");
  WAIT_UNTIL (mw_case_saver_is_clean (saver));
  g_assert_null (mw_case_saver_get_error (saver));
  assert_saved (fixture, 1, "Meneer Voorbeeld");
}

static void
test_saver_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwCaseSaver) saver = new_saver (fixture);

  set_label (saver, "Meneer Voorbeeld");
  mw_case_saver_stop (saver);
  set_label (saver, "Meneer Toch");
  mw_case_saver_flush (saver);
  g_assert_true (mw_case_saver_is_clean (saver));
  run_for (60);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (fixture->cases)), ==, 0);
}

/* Who forgets to wait loses nothing. */
static void
test_saver_let_go (Fixture *fixture, gconstpointer data)
{
  MwCaseSaver *saver = new_saver (fixture);

  mw_case_saver_set_times (1000000, 1000000);
  set_label (saver, "Meneer Voorbeeld");
  g_object_unref (saver);
  WAIT_UNTIL (g_list_model_get_n_items (mw_cases_get_list (fixture->cases)) == 1);
  assert_saved (fixture, 1, "Meneer Voorbeeld");
}

#define ADD(path, func) g_test_add ("/case-widgets/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("text-area/undo", test_undo);
  ADD ("text-area/left", test_left);
  ADD ("text-area/page-follows", test_page_follows_the_cursor);
  ADD ("text-area/very-long", test_very_long_text);
  ADD ("text-area/marks", test_marks);
  ADD ("text-area/paste", test_paste);
  ADD ("text-area/clipboard", test_clipboard_is_cleared);
  ADD ("text-area/other-clipboard", test_other_clipboard_stays);
  ADD ("date-button", test_date_button);
  ADD ("date-button-day-of-another-month", test_day_of_another_month);
  ADD ("date-button-out-of-sight", test_date_button_out_of_sight);
  ADD ("saver", test_saver);
  ADD ("saver/one-at-a-time", test_saver_one_at_a_time);
  ADD ("saver/tries-again", test_saver_tries_again);
  ADD ("saver/stopped", test_saver_stopped);
  ADD ("saver/let-go", test_saver_let_go);

  return g_test_run ();
}
