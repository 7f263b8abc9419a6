/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-meeting-private.h"

#include <glib/gi18n.h>

/* How long after a key the adviser's own window is shown what was typed on the wall, in milliseconds. */
#define ECHO 400

struct _MwWindowMeeting
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* unowned */
  MwCasesPane *pane;            /* unowned */
  GtkWidget *button;            /* (nullable) (unowned) */
  MwCatalogue *catalogue;
  GSettings *settings;
  GListModel *monitors; /* (nullable): before the window has a display, and after the end */

  MwCaseSaver *saver;        /* (nullable): of the case of preview and meeting */
  MwMeetingPreview *preview; /* (nullable) (unowned) */
  MwMeetingWindow *meeting;  /* (nullable) (unowned) */
  GHashTable *interventions; /* of MwIntervention by id; those that were asked for */
  GCancellable *cancellable; /* of what was asked of the catalogue */
  char *before;              /* (nullable): a decision that the room does not see, to which it adds */
  gpointer place;            /* (nullable) (unowned): the monitor of the meeting */
  gboolean on_second;
  guint cookie; /* of what keeps the screen awake; 0: nothing */
  guint echo_id;
  gboolean locking;
  gboolean in_front;
};

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

static gboolean
is_on_wall (MwWindowMeeting *self)
{
  return self->meeting && gtk_widget_get_visible (GTK_WIDGET (self->meeting));
}

/* On one screen another program may be before it. */
static void
update_in_front (MwWindowMeeting *self)
{
  gboolean in_front = is_on_wall (self) && !self->locking && (self->on_second || gtk_window_is_active (GTK_WINDOW (self->meeting)));

  if (in_front == self->in_front)
    return;

  self->in_front = in_front;
  g_signal_emit (self, signals[IN_FRONT], 0, in_front);
}

static void
keep_awake (MwWindowMeeting *self, gboolean awake)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  if (awake && !self->cookie && application)
    self->cookie = gtk_application_inhibit (application, GTK_WINDOW (self->meeting), GTK_APPLICATION_INHIBIT_IDLE,
                                            _ ("A meeting is on the screen"));
  else if (!awake && self->cookie && application)
    {
      gtk_application_uninhibit (application, self->cookie);
      self->cookie = 0;
    }
}

/* The screen of the adviser's own window. Returns: (transfer none) (nullable) */
static gpointer
get_own_monitor (MwWindowMeeting *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return surface ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

/* Returns: (transfer none) (nullable): another screen than the adviser's */
static gpointer
find_second (MwWindowMeeting *self)
{
  gpointer own = get_own_monitor (self);

  for (guint m = 0; self->monitors && m < g_list_model_get_n_items (self->monitors); m++)
    {
      g_autoptr (GObject) monitor = g_list_model_get_item (self->monitors, m);

      if (monitor != own)
        return monitor; /* the list keeps it */
    }

  return NULL;
}

static void
show_screen (MwWindowMeeting *self)
{
  gpointer second = find_second (self);
  const char *name = GDK_IS_MONITOR (second) ? gdk_monitor_get_model (second) : NULL;

  mw_meeting_preview_set_screen (self->preview, second != NULL, name);
}

static void
go_to_wall (MwWindowMeeting *self)
{
  gpointer second = find_second (self);
  gpointer place = second ? second : get_own_monitor (self);

  self->place = place;
  self->on_second = second != NULL;
  mw_meeting_window_go_to (self->meeting, GDK_IS_MONITOR (place) ? place : NULL);
  keep_awake (self, TRUE);
  update_in_front (self);
}

static void
close_preview (MwWindowMeeting *self)
{
  MwMeetingPreview *preview = g_steal_pointer (&self->preview);
  guint minutes[MW_N_PHASES];
  GVariantBuilder all;

  if (!preview)
    return;

  mw_meeting_preview_get_minutes (preview, minutes);
  g_variant_builder_init (&all, G_VARIANT_TYPE ("ai"));
  for (guint p = 0; p < MW_N_PHASES; p++)
    g_variant_builder_add (&all, "i", (int) minutes[p]);
  g_settings_set_value (self->settings, "meeting-minutes", g_variant_builder_end (&all));
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
forget_case (MwWindowMeeting *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->interventions, g_hash_table_unref);
  g_clear_pointer (&self->before, g_free);
  g_clear_handle_id (&self->echo_id, g_source_remove);
  g_clear_object (&self->saver);
}

static gboolean
on_echo (gpointer data)
{
  MwWindowMeeting *self = data;

  self->echo_id = 0;
  if (self->saver == mw_cases_pane_get_saver (self->pane))
    mw_cases_pane_show_case_anew (self->pane);
  return G_SOURCE_REMOVE;
}

/* Something came from the wall. */
static void
touch (MwWindowMeeting *self)
{
  mw_case_saver_touch (self->saver);
  if (!self->echo_id)
    self->echo_id = g_timeout_add (ECHO, on_echo, self);
}

static void
on_decision (MwWindowMeeting *self, const char *text)
{
  MwChoice *choice = &get_case (self)->choice;
  g_autofree char *both = self->before ? g_strdup_printf ("%s\n%s", self->before, text) : NULL;

  mw_case_set_text (&choice->decision, both ? both : text);
  touch (self);
}

static void
on_action (MwWindowMeeting *self, const MwAction *action)
{
  mw_choice_add_action (&get_case (self)->choice, action->text, action->who, action->day);
  touch (self);
}

static guint32
get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, g_get_real_time () / G_USEC_PER_SEC);
  return g_date_get_julian (&today);
}

static void
on_ended (MwWindowMeeting *self, const char *record)
{
  MwMeetingWindow *meeting = self->meeting;

  if (record)
    {
      mw_case_add_note (get_case (self), MW_NOTE_MEETING, get_today (), record);
      mw_case_saver_touch (self->saver);
    }
  if (self->saver == mw_cases_pane_get_saver (self->pane))
    mw_cases_pane_show_case_anew (self->pane);
  mw_case_saver_flush (self->saver);
  close_preview (self);
  forget_case (self);
  if (!self->locking)
    {
      self->meeting = NULL;
      gtk_window_destroy (GTK_WINDOW (meeting));
      gtk_window_present (GTK_WINDOW (self->window));
    }
  keep_awake (self, FALSE);
  update_in_front (self);
}

/* What the catalogue says of an option, as it comes. */
static void
on_intervention (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwWindowMeeting) self = data;
  g_autoptr (MwIntervention) intervention = mw_catalogue_get_intervention_finish (MW_CATALOGUE (source), result, NULL);

  if (!intervention || !self->interventions)
    return;

  g_hash_table_replace (self->interventions, g_strdup (intervention->id), mw_intervention_ref (intervention));
  if (self->meeting)
    mw_meeting_window_set_interventions (self->meeting, self->interventions);
}

static void
ask_catalogue (MwWindowMeeting *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < get_case (self)->considered->len; i++)
    {
      const MwConsidered *considered = g_ptr_array_index (get_case (self)->considered, i);

      if (!mw_considered_is_own_text (considered) && !g_hash_table_contains (self->interventions, considered->id))
        mw_catalogue_get_intervention_async (self->catalogue, considered->id, self->cancellable, on_intervention, g_object_ref (self));
    }
}

static void
on_allow (MwWindowMeeting *self, guint field, gboolean allowed)
{
  MwCase *one = get_case (self);

  one->room = allowed ? one->room | MW_ROOM_BIT (field) : one->room & ~MW_ROOM_BIT (field);
  mw_case_saver_touch (self->saver);
  show_view (self);
}

static void
on_active (MwWindowMeeting *self)
{
  update_in_front (self);
}

static void
make_meeting (MwWindowMeeting *self)
{
  MwCase *one = get_case (self);
  guint minutes[MW_N_PHASES];

  mw_meeting_preview_get_minutes (self->preview, minutes);
  self->meeting = mw_meeting_window_new (minutes);
  gtk_window_set_application (GTK_WINDOW (self->meeting), gtk_window_get_application (GTK_WINDOW (self->window)));
  if (!(one->room & MW_ROOM_BIT (MW_ROOM_DECISION)) && *one->choice.decision)
    self->before = g_strdup (one->choice.decision);
  g_signal_connect_object (self->meeting, "decision", G_CALLBACK (on_decision), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "action", G_CALLBACK (on_action), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting, "notify::is-active", G_CALLBACK (on_active), self, G_CONNECT_SWAPPED);
  mw_meeting_window_set_interventions (self->meeting, self->interventions);
  mw_meeting_window_set_view (self->meeting, new_view (self));
}

static void
on_begin (MwWindowMeeting *self)
{
  if (!self->meeting)
    make_meeting (self);
  close_preview (self);
  go_to_wall (self);
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
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, "meeting-minutes");
  g_autoptr (MwRoomView) view = new_view (self);

  self->preview = mw_meeting_preview_new (GTK_WINDOW (self->window));
  if (g_variant_n_children (all) == MW_N_PHASES)
    {
      guint minutes[MW_N_PHASES];

      for (guint p = 0; p < MW_N_PHASES; p++)
        {
          int stored;

          g_variant_get_child (all, p, "i", &stored);
          minutes[p] = (guint) CLAMP (stored, 1, MW_PHASE_MOST_MINUTES);
        }
      mw_meeting_preview_set_minutes (self->preview, minutes);
    }
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
  gpointer second = find_second (self);

  if (self->preview)
    show_screen (self);
  if (!is_on_wall (self) || self->locking)
    return;

  if (second && second != self->place)
    go_to_wall (self);
  else if (!second && self->on_second)
    {
      mw_meeting_window_pause (self->meeting);
      self->place = NULL;
      self->on_second = FALSE;
      keep_awake (self, FALSE);
      update_in_front (self);
      show_preview (self);
    }
}

void
mw_window_meeting_set_monitors (MwWindowMeeting *self, GListModel *monitors)
{
  if (self->monitors)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_set_object (&self->monitors, monitors);
  if (monitors)
    g_signal_connect_object (monitors, "items-changed", G_CALLBACK (on_monitors_changed), self, G_CONNECT_SWAPPED);
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
      self->interventions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mw_intervention_unref);
      ask_catalogue (self);
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
  ask_catalogue (self);
  show_view (self);
}

static void
on_written (MwWindowMeeting *self)
{
  if (self->saver && self->saver == mw_cases_pane_get_saver (self->pane))
    show_view (self);
}

static void
on_catalogue_changed (MwWindowMeeting *self)
{
  if (!self->interventions)
    return;

  g_hash_table_remove_all (self->interventions);
  ask_catalogue (self);
}

static void
mw_window_meeting_dispose (GObject *object)
{
  MwWindowMeeting *self = MW_WINDOW_MEETING (object);

  mw_window_meeting_set_monitors (self, NULL);
  forget_case (self);
  if (self->preview)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->preview)));
  if (self->meeting)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->meeting)));
  g_clear_object (&self->catalogue);
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
  self->catalogue = g_object_ref (catalogue);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  mw_window_meeting_set_monitors (self, gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))));
  g_signal_connect_object (pane, "changed", G_CALLBACK (on_case_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (on_catalogue_changed), self, G_CONNECT_SWAPPED);
  update_action (self);
  return self;
}

GtkWindow *
mw_window_meeting_get_wall (MwWindowMeeting *self)
{
  return is_on_wall (self) ? GTK_WINDOW (self->meeting) : NULL;
}

void
mw_window_meeting_stop (MwWindowMeeting *self, gboolean locking)
{
  if (!self->saver)
    return;

  self->locking = locking && is_on_wall (self);
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

int
mw_window_meeting_get_place (MwWindowMeeting *self)
{
  for (guint m = 0; self->place && is_on_wall (self) && m < g_list_model_get_n_items (self->monitors); m++)
    {
      g_autoptr (GObject) monitor = g_list_model_get_item (self->monitors, m);

      if (monitor == self->place)
        return (int) m;
    }

  return -1;
}

MwMeetingPreview *
mw_window_meeting_get_preview (MwWindowMeeting *self)
{
  return self->preview;
}
