/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-window-private.h"

#include <glib/gi18n.h>

#include "mw-meeting-pages.h"
#include "mw-meeting-record.h"
#include "mw-meeting-words.h"

/* How often the time on the wall is looked at, in seconds. */
#define TICK 2

/* The part of the wall's height that text has at least. */
#define TEXT_PART 25

/* The sizes of text in pixels, each a class of the style sheet. */
static const int text_sizes[] = { 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 72, 88, 104, 128, 176 };

enum
{
  DECISION,
  ACTION,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMeetingWindow, mw_meeting_window, GTK_TYPE_WINDOW)

gint64
mw_meeting_window_get_now (MwMeetingWindow *self)
{
  return g_get_monotonic_time () + self->skipped;
}

static MwMeetingDecision *
get_decision (MwMeetingWindow *self)
{
  return mw_meeting_pages_get_decision (self->pages);
}

/* Quietly: by its words and a frame, without a sound. */
static void
show_time (MwMeetingWindow *self)
{
  gint64 left = mw_meeting_clock_get_left (&self->clock, mw_meeting_window_get_now (self));
  g_autofree char *words = mw_meeting_words_dup_left (left);

  gtk_label_set_label (self->time_label, words);
  if (left <= MW_PHASE_LAST_MINUTES * 60 * G_USEC_PER_SEC)
    gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_label), "warning");
}

static gboolean
on_tick (gpointer data)
{
  show_time (data);
  return G_SOURCE_CONTINUE;
}

static const char *
get_hint (MwMeetingWindow *self)
{
  if (self->asked)
    return _ ("Escape again ends the meeting");
  if (mw_meeting_pages_is_typed (self->phase, self->page))
    return mw_meeting_decision_is_typing (get_decision (self)) ? _ ("Escape: stop typing") : _ ("Enter: type");
  if (mw_meeting_pages_is_matrix (self->phase, self->page))
    return _ ("Arrows: move the frame");

  return "";
}

void
mw_meeting_window_show_footer (MwMeetingWindow *self)
{
  g_autofree char *count = mw_meeting_pages_dup_count (self->pages, self->phase, self->page);
  g_autofree char *next = NULL;
  const char *hint = get_hint (self);

  if (mw_meeting_pages_has (self->pages, self->phase, self->page + 1))
    next = g_strdup (_ ("Page Down: more ▾"));
  else if (self->phase + 1 < MW_N_PHASES)
    next = g_strdup_printf ("▸ %s", mw_meeting_words_get_phase (self->phase + 1));
  else if (mw_meeting_decision_is_typing (get_decision (self)))
    next = g_strdup (""); /* Escape ends the typing first */
  else
    next = g_strdup (_ ("Escape: end"));
  gtk_label_set_label (self->hint_label, *hint ? hint : count ? count : "");
  gtk_label_set_label (self->next_label, next);
}

static void
show_header (MwMeetingWindow *self)
{
  const char *name = mw_meeting_words_get_phase (self->phase);
  g_autofree char *phase = g_strdup_printf ("%u/%u %s", self->phase + 1, MW_N_PHASES, name);
  g_autofree char *one = mw_meeting_words_dup_case (mw_meeting_pages_get_view (self->pages));
  /* Translators: the title of the meeting's window: the case, and the phase */
  g_autofree char *title = g_strdup_printf (_ ("Meeting: %1$s, %2$s"), one, name);

  gtk_label_set_label (self->phase_label, phase);
  gtk_label_set_label (self->case_label, one);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, phase, -1);
}

void
mw_meeting_window_show (MwMeetingWindow *self)
{
  if (!mw_meeting_pages_get_view (self->pages))
    return;

  while (self->page > 0 && !mw_meeting_pages_has (self->pages, self->phase, self->page))
    self->page--;
  mw_meeting_pages_show (self->pages, self->phase, self->page);
  show_header (self);
  mw_meeting_window_show_footer (self);
  show_time (self);
}

void
mw_meeting_window_stop_typing (MwMeetingWindow *self)
{
  mw_meeting_decision_type (get_decision (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

gboolean
mw_meeting_window_is_blank (MwMeetingWindow *self)
{
  return gtk_stack_get_visible_child (self->stack) == self->blank;
}

void
mw_meeting_window_set_blank (MwMeetingWindow *self, gboolean blank)
{
  if (blank)
    mw_meeting_window_stop_typing (self);
  gtk_stack_set_visible_child (self->stack, blank ? self->blank : self->wall);
  gtk_widget_grab_focus (blank ? self->blank : GTK_WIDGET (self->body));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, MwMeetingWindow *self)
{
  return mw_meeting_window_press (self, key, state);
}

int
mw_meeting_window_get_text_size_for (int height)
{
  for (guint s = 0; s < G_N_ELEMENTS (text_sizes); s++)
    if (text_sizes[s] * TEXT_PART >= height)
      return text_sizes[s];

  return text_sizes[G_N_ELEMENTS (text_sizes) - 1];
}

static void
set_text_size (MwMeetingWindow *self, int text_size)
{
  g_autofree char *before = g_strdup_printf ("size-%d", self->text_size);
  g_autofree char *after = g_strdup_printf ("size-%d", text_size);

  gtk_widget_remove_css_class (GTK_WIDGET (self), before);
  gtk_widget_add_css_class (GTK_WIDGET (self), after);
  self->text_size = text_size;
  mw_meeting_pages_set_text_size (self->pages, text_size);
}

static void
on_resized (MwMeetingWindow *self)
{
  int text_size = mw_meeting_window_get_text_size_for (gtk_widget_get_height (GTK_WIDGET (self)));

  if (text_size != self->text_size)
    set_text_size (self, text_size);
  mw_meeting_pages_invalidate (self->pages);
  mw_meeting_window_show (self);
}

static void
on_dark_changed (MwMeetingWindow *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_widget_remove_css_class (GTK_WIDGET (self), dark ? "light" : "dark");
  gtk_widget_add_css_class (GTK_WIDGET (self), dark ? "dark" : "light");
}

static void
on_decision (MwMeetingWindow *self, const char *text)
{
  g_signal_emit (self, signals[DECISION], 0, text);
  mw_meeting_window_show_footer (self);
}

static void
on_action (MwMeetingWindow *self, const MwAction *action)
{
  g_signal_emit (self, signals[ACTION], 0, action);
  mw_meeting_window_show_footer (self);
}

static gboolean
mw_meeting_window_close_request (GtkWindow *window)
{
  mw_meeting_window_end (MW_MEETING_WINDOW (window));
  return TRUE;
}

static void
mw_meeting_window_dispose (GObject *object)
{
  MwMeetingWindow *self = MW_MEETING_WINDOW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (mw_meeting_window_parent_class)->dispose (object);
}

static void
mw_meeting_window_class_init (MwMeetingWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_meeting_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = mw_meeting_window_close_request;
  signals[DECISION] = g_signal_new ("decision", MW_TYPE_MEETING_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[ACTION] = g_signal_new ("action", MW_TYPE_MEETING_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
  signals[ENDED] = g_signal_new ("ended", MW_TYPE_MEETING_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_type_ensure (MW_TYPE_MEETING_BODY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-meeting-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, wall);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, blank);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, body);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, phase_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, case_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, time_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingWindow, next_label);
  gtk_widget_class_bind_template_callback (widget_class, on_resized);
}

static void
mw_meeting_window_init (MwMeetingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = mw_meeting_pages_new (self->body);
  g_signal_connect_object (get_decision (self), "decision", G_CALLBACK (on_decision), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_decision (self), "action", G_CALLBACK (on_action), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark_changed), self, G_CONNECT_SWAPPED);
  on_dark_changed (self);
  set_text_size (self, 32);
}

MwMeetingWindow *
mw_meeting_window_new (const guint *minutes)
{
  MwMeetingWindow *self = g_object_new (MW_TYPE_MEETING_WINDOW, NULL);

  mw_meeting_clock_init (&self->clock, minutes);
  return self;
}

void
mw_meeting_window_set_view (MwMeetingWindow *self, MwRoomView *view)
{
  mw_meeting_pages_set_view (self->pages, view);
  mw_meeting_window_show (self);
}

void
mw_meeting_window_set_interventions (MwMeetingWindow *self, GHashTable *interventions)
{
  mw_meeting_pages_set_interventions (self->pages, interventions);
  mw_meeting_window_show (self);
}

void
mw_meeting_window_go_to (MwMeetingWindow *self, GdkMonitor *monitor)
{
  if (!self->begun)
    self->begun = g_get_real_time () / G_USEC_PER_SEC;
  if (!self->clock.since)
    mw_meeting_clock_enter (&self->clock, self->phase, mw_meeting_window_get_now (self));
  if (!self->tick_id)
    self->tick_id = g_timeout_add_seconds (TICK, on_tick, self);
  if (monitor)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
  show_time (self);
}

void
mw_meeting_window_pause (MwMeetingWindow *self)
{
  mw_meeting_clock_stop (&self->clock, mw_meeting_window_get_now (self));
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
mw_meeting_window_end (MwMeetingWindow *self)
{
  MwMeetingRecord record = { &self->clock };
  g_autofree char *decision = NULL;
  g_autofree char *text = NULL;

  if (self->ended)
    return;

  self->ended = TRUE;
  mw_meeting_decision_add_pending (get_decision (self));
  mw_meeting_clock_stop (&self->clock, mw_meeting_window_get_now (self));
  g_clear_handle_id (&self->tick_id, g_source_remove);
  decision = mw_meeting_decision_is_changed (get_decision (self)) ? mw_meeting_decision_dup_text (get_decision (self)) : NULL;
  record.begun = self->begun;
  record.ended = g_get_real_time () / G_USEC_PER_SEC;
  record.moved = mw_meeting_matrix_is_moved (mw_meeting_pages_get_matrix (self->pages))
                 && mw_meeting_matrix_get_proposed (mw_meeting_pages_get_matrix (self->pages), &record.placed);
  record.decision = decision;
  record.actions = mw_meeting_decision_get_actions (get_decision (self));
  text = mw_meeting_record_dup (&record);
  g_signal_emit (self, signals[ENDED], 0, text);
}

MwPhase
mw_meeting_window_get_phase (MwMeetingWindow *self)
{
  return self->phase;
}

guint
mw_meeting_window_get_page (MwMeetingWindow *self)
{
  return self->page;
}

void
mw_meeting_window_skip_minutes (MwMeetingWindow *self, guint minutes)
{
  self->skipped += minutes * 60 * G_USEC_PER_SEC;
  show_time (self);
}
