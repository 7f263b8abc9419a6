/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-meeting-private.h"

#include <glib/gi18n.h>

#include "mw-meeting-minutes.h"

enum
{
  IN_FRONT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwWindowMeeting, mw_window_meeting, G_TYPE_OBJECT)

static MwCase *
get_case (MwWindowMeeting *self)
{
  return mw_case_saver_get_case (self->saver);
}

/* Returns: (transfer full) */
static MwRoomView *
new_view (MwWindowMeeting *self)
{
  return mw_room_view_new (get_case (self), mw_case_saver_get_id (self->saver), get_case (self)->room);
}

static void
show_view (MwWindowMeeting *self)
{
  g_autoptr (MwRoomView) view = self->preview ? new_view (self) : NULL;

  if (self->preview)
    mw_meeting_preview_set_view (self->preview, view);
  if (self->meeting)
    mw_meeting_window_set_view (self->meeting, new_view (self));
}

static void
show_screen (MwWindowMeeting *self)
{
  gpointer second = mw_meeting_screens_find_second (self->screens);
  const char *name = GDK_IS_MONITOR (second) ? gdk_monitor_get_model (second) : NULL;

  mw_meeting_preview_set_screen (self->preview, second != NULL, name);
}

static void
close_preview (MwWindowMeeting *self)
{
  MwMeetingPreview *preview = g_steal_pointer (&self->preview);
  guint minutes[MW_N_PHASES];

  if (!preview)
    return;

  mw_meeting_preview_get_minutes (preview, minutes);
  mw_meeting_minutes_save (self->settings, minutes);
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
forget_case (MwWindowMeeting *self)
{
  if (self->descriptions)
    mw_option_descriptions_clear (self->descriptions);
  if (self->recorder)
    mw_meeting_recorder_stop (self->recorder);
  g_clear_object (&self->recorder);
  g_clear_object (&self->saver);
}

static void
on_decision (MwWindowMeeting *self, const char *text)
{
  mw_meeting_recorder_decide (self->recorder, text);
}

static void
on_action (MwWindowMeeting *self, const MwAction *action)
{
  mw_meeting_recorder_add_action (self->recorder, action);
}

static void
on_ended (MwWindowMeeting *self, const char *record)
{
  MwMeetingWindow *meeting = self->meeting;

  mw_meeting_recorder_end (self->recorder, record);
  close_preview (self);
  forget_case (self);
  if (!self->locking)
    {
      self->meeting = NULL;
      gtk_window_destroy (GTK_WINDOW (meeting));
      gtk_window_present (GTK_WINDOW (self->window));
    }
  mw_window_meeting_keep_awake (self, FALSE);
  mw_window_meeting_update_in_front (self);
}

static void
on_allow (MwWindowMeeting *self, guint field, gboolean allowed)
{
  MwCase *one = get_case (self);

  one->room = allowed ? one->room | MW_ROOM_BIT (field) : one->room & ~MW_ROOM_BIT (field);
  mw_case_saver_touch (self->saver);
  show_view (self);
}

/* Showing a text anew later would take the place where she writes. */
static void
on_active (MwWindowMeeting *self)
{
  if (self->recorder && !gtk_window_is_active (GTK_WINDOW (self->meeting)))
    mw_meeting_recorder_catch_up (self->recorder);
  mw_window_meeting_update_in_front (self);
}

static void
make_meeting (MwWindowMeeting *self)
{
  guint minutes[MW_N_PHASES];

  mw_meeting_preview_get_minutes (self->preview, minutes);
  self->meeting = mw_meeting_window_new (minutes);
  gtk_window_set_application (GTK_WINDOW (self->meeting), gtk_window_get_application (GTK_WINDOW (self->window)));
  if (!(get_case (self)->room & MW_ROOM_BIT (MW_ROOM_DECISION)))
    mw_meeting_recorder_keep_decision (self->recorder);
  g_signal_connect_object (self->meeting, "decision", G_CALLBACK (on_decision), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "action", G_CALLBACK (on_action), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "notify::is-active", G_CALLBACK (on_active), self, G_CONNECT_SWAPPED);
  mw_meeting_window_set_interventions (self->meeting, mw_option_descriptions_get (self->descriptions));
  mw_meeting_window_set_view (self->meeting, new_view (self));
}

static void
on_begin (MwWindowMeeting *self)
{
  if (!self->meeting)
    make_meeting (self);
  close_preview (self);
  mw_window_meeting_go_to_wall (self);
}

static void
on_cancelled (MwWindowMeeting *self)
{
  if (self->meeting)
    {
      mw_meeting_window_end (self->meeting);
      return;
    }
  close_preview (self);
  forget_case (self);
}

static void
show_preview (MwWindowMeeting *self)
{
  g_autoptr (MwRoomView) view = new_view (self);
  guint minutes[MW_N_PHASES];

  self->preview = mw_meeting_preview_new (GTK_WINDOW (self->window));
  if (mw_meeting_minutes_load (self->settings, minutes))
    mw_meeting_preview_set_minutes (self->preview, minutes);
  mw_meeting_preview_set_view (self->preview, view);
  mw_meeting_preview_set_interrupted (self->preview, self->meeting != NULL);
  show_screen (self);
  g_signal_connect_object (self->preview, "allow", G_CALLBACK (on_allow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "begin", G_CALLBACK (on_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "cancelled", G_CALLBACK (on_cancelled), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->preview));
}

/* The projector was plugged in: the meeting goes there. It was unplugged: the preview says so, with everything kept. */
static void
on_monitors_changed (MwWindowMeeting *self)
{
  gpointer second = mw_meeting_screens_find_second (self->screens);

  if (self->preview)
    show_screen (self);
  if (!mw_window_meeting_is_on_wall (self) || self->locking)
    return;

  if (second && second != self->place)
    mw_window_meeting_go_to_wall (self);
  else if (!second && self->on_second)
    {
      mw_meeting_window_pause (self->meeting);
      self->place = NULL;
      self->on_second = FALSE;
      mw_window_meeting_keep_awake (self, FALSE);
      mw_window_meeting_update_in_front (self);
      show_preview (self);
    }
}

static void
on_discuss (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowMeeting *self = data;
  MwCaseSaver *saver = mw_cases_pane_get_saver (self->pane);

  if (self->preview)
    gtk_window_present (GTK_WINDOW (self->preview));
  else if (self->meeting)
    gtk_window_present (GTK_WINDOW (self->meeting));
  else if (saver)
    {
      self->saver = g_object_ref (saver);
      self->recorder = mw_meeting_recorder_new (self->pane, saver);
      mw_option_descriptions_ask (self->descriptions, get_case (self));
      show_preview (self);
    }
}

static void
update_action (MwWindowMeeting *self)
{
  gboolean possible = mw_cases_pane_get_saver (self->pane) != NULL;
  const char *words = possible ? _ ("Discuss This Case in a Meeting") : _ ("Open a case first: a meeting is about one case");
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "discuss");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), possible);
  if (self->button)
    gtk_widget_set_tooltip_text (self->button, words);
}

/* Another case is open, or none, or the pane has covered itself. */
static void
on_case_changed (MwWindowMeeting *self)
{
  update_action (self);
  if (self->locking && self->meeting && !mw_cases_pane_get_saver (self->pane))
    {
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->meeting)));
      self->locking = FALSE;
      return;
    }
  if (!self->saver)
    return;
  if (self->saver != mw_cases_pane_get_saver (self->pane))
    {
      mw_window_meeting_stop (self, FALSE);
      return;
    }
  mw_option_descriptions_ask (self->descriptions, get_case (self));
  show_view (self);
}

static void
on_written (MwWindowMeeting *self)
{
  if (self->saver && self->saver == mw_cases_pane_get_saver (self->pane))
    show_view (self);
}

static void
on_described (MwWindowMeeting *self)
{
  if (self->meeting)
    mw_meeting_window_set_interventions (self->meeting, mw_option_descriptions_get (self->descriptions));
}

static void
on_catalogue_changed (MwWindowMeeting *self)
{
  if (!self->saver)
    return;

  mw_option_descriptions_clear (self->descriptions);
  mw_option_descriptions_ask (self->descriptions, get_case (self));
}

static void
mw_window_meeting_dispose (GObject *object)
{
  MwWindowMeeting *self = MW_WINDOW_MEETING (object);

  if (self->screens)
    mw_meeting_screens_set_monitors (self->screens, NULL);
  forget_case (self);
  if (self->preview)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->preview)));
  if (self->meeting)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->meeting)));
  g_clear_object (&self->screens);
  g_clear_object (&self->descriptions);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mw_window_meeting_parent_class)->dispose (object);
}

static void
mw_window_meeting_class_init (MwWindowMeetingClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_window_meeting_dispose;
  signals[IN_FRONT] = g_signal_new ("in-front", MW_TYPE_WINDOW_MEETING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_BOOLEAN);
}

static void
mw_window_meeting_init (MwWindowMeeting *self)
{
}

MwWindowMeeting *
mw_window_meeting_new (GtkApplicationWindow *window, MwCasesPane *pane, MwCatalogue *catalogue, GSettings *settings,
                       GtkWidget *button)
{
  static const GActionEntry actions[] = { { "discuss", on_discuss, NULL, NULL, NULL } };
  MwWindowMeeting *self = g_object_new (MW_TYPE_WINDOW_MEETING, NULL);

  self->window = window;
  self->pane = pane;
  self->button = button;
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  self->screens = mw_meeting_screens_new (GTK_WINDOW (window));
  self->descriptions = mw_option_descriptions_new (catalogue);
  g_signal_connect_object (self->screens, "changed", G_CALLBACK (on_monitors_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->descriptions, "changed", G_CALLBACK (on_described), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "changed", G_CALLBACK (on_case_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (on_catalogue_changed), self, G_CONNECT_SWAPPED);
  update_action (self);
  return self;
}

void
mw_window_meeting_stop (MwWindowMeeting *self, gboolean locking)
{
  if (!self->saver)
    return;

  self->locking = locking && mw_window_meeting_is_on_wall (self);
  if (self->locking)
    mw_meeting_window_set_blank (self->meeting, TRUE);
  if (self->meeting)
    mw_meeting_window_end (self->meeting);
  else
    {
      close_preview (self);
      forget_case (self);
    }
}

void
mw_window_meeting_set_monitors (MwWindowMeeting *self, GListModel *monitors)
{
  mw_meeting_screens_set_monitors (self->screens, monitors);
}

MwMeetingPreview *
mw_window_meeting_get_preview (MwWindowMeeting *self)
{
  return self->preview;
}
