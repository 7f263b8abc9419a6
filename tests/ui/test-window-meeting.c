/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "meeting-fixture.h"
#include "mw-cases-pane.h"
#include "mw-fold.h"
#include "mw-meeting-window-private.h"
#include "mw-settings.h"
#include "mw-window-meeting-private.h"

/* A meeting about a real case, from the pane of the cases to the note that is left of it. The screens are made up: the test has
 * one, and no projector. */

typedef struct
{
  Fixture cases;
  GtkWidget *window;
  MwCasesPane *pane;
  MwCatalogue *catalogue;
  GSettings *settings;
  GListStore *monitors;
  MwWindowMeeting *meeting;
  guint64 id;
  gboolean in_front;
} Room;

static guint64
save_canaries (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = new_canary_case ();

  mw_cases_save_async (fixture->cases, 0, one, keep_result, &result);
  WAIT_UNTIL (result);
  return mw_cases_save_finish (fixture->cases, result, NULL);
}

static void
on_in_front (Room *room, gboolean in_front)
{
  room->in_front = in_front;
}

static void
set_up_room (Room *room, gconstpointer data)
{
  g_autoptr (GFile) xml = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autofree char *database = NULL;
  GtkWidget *row;

  set_up (&room->cases, NULL);
  create (&room->cases);
  room->id = save_canaries (&room->cases);
  database = g_build_filename (room->cases.folder, "catalogue.db", NULL);
  room->catalogue = mw_catalogue_new (xml, database);
  room->settings = mw_settings_new ();
  g_settings_reset (room->settings, "meeting-minutes");
  room->window = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  room->pane = g_object_new (MW_TYPE_CASES_PANE, NULL);
  gtk_window_set_child (GTK_WINDOW (room->window), GTK_WIDGET (room->pane));
  room->meeting = mw_window_meeting_new (GTK_APPLICATION_WINDOW (room->window), room->pane, room->catalogue, room->settings, NULL);
  room->monitors = g_list_store_new (G_TYPE_OBJECT);
  mw_window_meeting_set_monitors (room->meeting, G_LIST_MODEL (room->monitors));
  g_signal_connect_swapped (room->meeting, "in-front", G_CALLBACK (on_in_front), room);
  gtk_window_present (GTK_WINDOW (room->window));
  mw_cases_pane_set_cases (room->pane, room->cases.cases, "", TRUE);
  mw_cases_pane_focus_search (room->pane);
  WAIT_UNTIL ((row = find_label (GTK_WIDGET (room->pane), CANARY " label")));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (room->window), "discuss"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW), "activate", 0);
  WAIT_UNTIL (mw_cases_pane_get_saver (room->pane));
}

static void
tear_down_room (Room *room, gconstpointer data)
{
  mw_window_meeting_stop (room->meeting, FALSE);
  g_object_unref (room->meeting);
  gtk_window_destroy (GTK_WINDOW (room->window));
  g_object_unref (room->monitors);
  g_object_unref (room->settings);
  g_object_unref (room->catalogue);
  run_for (50);
  tear_down (&room->cases, NULL);
}

static MwCase *
get_case (Room *room)
{
  return mw_case_saver_get_case (mw_cases_pane_get_saver (room->pane));
}

static void
plug (Room *room)
{
  g_autoptr (GObject) projector = g_object_new (G_TYPE_OBJECT, NULL);

  g_list_store_append (room->monitors, projector);
}

static void
open_preview (Room *room)
{
  g_action_group_activate_action (G_ACTION_GROUP (room->window), "discuss", NULL);
  g_assert_nonnull (mw_window_meeting_get_preview (room->meeting));
}

static MwMeetingWindow *
begin (Room *room)
{
  open_preview (room);
  press (mw_window_meeting_get_preview (room->meeting), "Begin");
  g_assert_null (mw_window_meeting_get_preview (room->meeting));
  WAIT_UNTIL (mw_window_meeting_get_wall (room->meeting));
  return MW_MEETING_WINDOW (mw_window_meeting_get_wall (room->meeting));
}

/* It shows no more than the room will see; what is switched on is kept with the case. */
static void
test_preview (Room *room, gconstpointer data)
{
  GtkWidget *preview;
  GtkWidget *control;

  open_preview (room);
  preview = GTK_WIDGET (mw_window_meeting_get_preview (room->meeting));
  g_assert_false (holds (preview, CANARY));
  g_assert_nonnull (find_label (preview, "1.4 Bezoekdienst: Considering"));
  control = find_by_label (preview, GTK_TYPE_SWITCH, "Needs and wishes");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_ROLE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (control)));
  gtk_switch_set_active (GTK_SWITCH (control), TRUE);
  g_assert_cmphex (get_case (room)->room, ==, MW_ROOM_BIT (MW_ROOM_WISHES));
  g_assert_nonnull (find_label (preview, CANARY " wishes"));
  g_assert_false (holds (preview, CANARY " question"));
  gtk_switch_set_active (GTK_SWITCH (control), FALSE);
  g_assert_false (holds (preview, CANARY));
  g_assert_cmphex (get_case (room)->room, ==, 0);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_by_label (preview, GTK_TYPE_SPIN_BUTTON, "Questions")), 20);
  press (preview, "Cancel");
  g_assert_null (mw_window_meeting_get_preview (room->meeting));
  open_preview (room);
  preview = GTK_WIDGET (mw_window_meeting_get_preview (room->meeting));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (find_by_label (preview, GTK_TYPE_SPIN_BUTTON, "Questions"))), ==, 20);
  press (preview, "As in the Incident Method");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (find_by_label (preview, GTK_TYPE_SPIN_BUTTON, "Questions"))), ==, 15);
}

/* What the room may not see of the decision is not lost by what it adds; the record is a note of its own. */
static void
test_decision (Room *room, gconstpointer data)
{
  MwMeetingWindow *wall = begin (room);
  GtkWidget *view = find_widget (GTK_WIDGET (wall), GTK_TYPE_TEXT_VIEW);
  MwNote *note;

  g_assert_false (holds (GTK_WIDGET (wall), CANARY));
  mw_meeting_window_press (wall, GDK_KEY_5, 0);
  view = find_widget (GTK_WIDGET (wall), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Samen op bezoek", -1);
  g_assert_cmpstr (get_case (room)->choice.decision, ==, CANARY " decision\nSamen op bezoek");
  g_assert_false (holds (GTK_WIDGET (wall), CANARY));
  mw_meeting_window_press (wall, GDK_KEY_Escape, 0);
  g_assert_null (mw_window_meeting_get_wall (room->meeting));

  note = g_ptr_array_index (get_case (room)->notes, get_case (room)->notes->len - 1);
  g_assert_cmpint (note->kind, ==, MW_NOTE_MEETING);
  g_assert_nonnull (strstr (note->text, "Decision: Samen op bezoek"));
  g_assert_null (strstr (note->text, CANARY));
  WAIT_UNTIL (mw_case_saver_is_clean (mw_cases_pane_get_saver (room->pane)));
}

/* Her own window shows what was typed on the wall before she can write in it. */
static void
test_back_to_her_window (Room *room, gconstpointer data)
{
  MwMeetingWindow *wall;
  GtkWidget *fold;

  plug (room);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_by_label (GTK_WIDGET (room->pane), GTK_TYPE_TOGGLE_BUTTON, "Choice")), TRUE);
  fold = find_by_label (GTK_WIDGET (room->pane), MW_TYPE_FOLD, "4. The decision");
  g_signal_emit_by_name (find_widget (fold, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (holds (fold, CANARY " client words"));
  wall = begin (room);
  WAIT_UNTIL (gtk_window_is_active (GTK_WINDOW (wall)));
  mw_meeting_window_press (wall, GDK_KEY_5, 0);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (GTK_WIDGET (wall), GTK_TYPE_TEXT_VIEW))),
                                    "Samen op bezoek", -1);
  g_assert_false (holds (fold, "Samen op bezoek"));
  gtk_window_present (GTK_WINDOW (room->window));
  WAIT_UNTIL (!gtk_window_is_active (GTK_WINDOW (wall)));
  g_assert_true (holds (fold, "Samen op bezoek"));
  g_assert_true (mw_fold_get_expanded (MW_FOLD (fold))); /* as she left it */
}

/* Plugged in, the meeting goes to the projector; unplugged, the preview takes over, and nothing is lost. */
static void
test_projector (Room *room, gconstpointer data)
{
  MwMeetingWindow *wall = begin (room);
  GtkWidget *preview;

  g_assert_cmpint (mw_window_meeting_get_place (room->meeting), ==, -1);
  mw_meeting_window_press (wall, GDK_KEY_3, 0);
  plug (room);
  g_assert_cmpint (mw_window_meeting_get_place (room->meeting), ==, 0);
  g_assert_true (room->in_front);

  g_list_store_remove_all (room->monitors);
  g_assert_null (mw_window_meeting_get_wall (room->meeting));
  g_assert_false (room->in_front);
  preview = GTK_WIDGET (mw_window_meeting_get_preview (room->meeting));
  g_assert_nonnull (preview);
  g_assert_true (says (preview, "The second screen is gone."));
  plug (room);
  press (preview, "Go On");
  g_assert_true (GTK_WIDGET (mw_window_meeting_get_wall (room->meeting)) == GTK_WIDGET (wall));
  g_assert_cmpint (mw_meeting_window_get_phase (wall), ==, MW_PHASE_ORDERING);
  g_assert_cmpint (mw_window_meeting_get_place (room->meeting), ==, 0);
}

/* The wall goes blank before anything else, and stays so. */
static void
test_lock (Room *room, gconstpointer data)
{
  MwMeetingWindow *wall;

  plug (room);
  wall = begin (room);
  g_assert_true (room->in_front);
  mw_meeting_window_press (wall, GDK_KEY_5, 0);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (GTK_WIDGET (wall), GTK_TYPE_TEXT_VIEW))),
                                    "Samen op bezoek", -1);
  mw_window_meeting_stop (room->meeting, TRUE);
  g_assert_true (GTK_WIDGET (mw_window_meeting_get_wall (room->meeting)) == GTK_WIDGET (wall));
  g_assert_true (gtk_widget_get_mapped (find_by_label (GTK_WIDGET (wall), GTK_TYPE_BOX, "The room sees a blank wall")));
  g_assert_false (room->in_front); /* idleness counts again */
  g_assert_nonnull (strstr (((MwNote *) g_ptr_array_index (get_case (room)->notes, get_case (room)->notes->len - 1))->text,
                            "Samen op bezoek"));
}

/* Another case is opened in the adviser's own window: what was said stays with the one it was said of. */
static void
test_other_case (Room *room, gconstpointer data)
{
  g_autoptr (MwCaseSaver) saver = g_object_ref (mw_cases_pane_get_saver (room->pane));
  MwCase *one = mw_case_saver_get_case (saver);
  MwMeetingWindow *wall = begin (room);

  mw_meeting_window_skip_minutes (wall, 12);
  mw_cases_pane_new_case (room->pane);
  WAIT_UNTIL (mw_cases_pane_get_saver (room->pane) != saver);
  g_assert_null (mw_window_meeting_get_wall (room->meeting));
  g_assert_cmpuint (one->notes->len, ==, 2);
  g_assert_cmpuint (get_case (room)->notes->len, ==, 0);
  WAIT_UNTIL (mw_case_saver_is_clean (saver));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/window-meeting/" name, Room, NULL, set_up_room, func, tear_down_room)
  ADD ("preview", test_preview);
  ADD ("decision", test_decision);
  ADD ("back-to-her-window", test_back_to_her_window);
  ADD ("projector", test_projector);
  ADD ("lock", test_lock);
  ADD ("other-case", test_other_case);
#undef ADD

  return g_test_run ();
}
