/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-lock-watch-private.h"

#include "mw-session-watch.h"

/* How late idleness may be noticed: a timer stands still while the computer sleeps, so none is longer. */
#define LONGEST_TIMER 5000

struct _MwLockWatch
{
  GObject parent_instance;

  MwSessionWatch *session;
  gint64 period; /* µs */
  gboolean active;
  gboolean held;
  guint timer_id;

  /* The last activity, in µs; and where the pointer then was */
  gint64 monotonic;
  gint64 real;
  GdkSurface *surface; /* never looked into */
  double x;
  double y;
};

enum
{
  LOCK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwLockWatch, mw_lock_watch, G_TYPE_OBJECT)

static gboolean on_timer (gpointer data);

static void
count_from_now (MwLockWatch *self)
{
  self->monotonic = g_get_monotonic_time ();
  self->real = g_get_real_time ();
}

/* The monotonic clock stands still in sleep, the wall clock may be set back: the longer of both counts. */
gint64
mw_lock_watch_get_remaining (MwLockWatch *self)
{
  gint64 idle = MAX (g_get_monotonic_time () - self->monotonic, g_get_real_time () - self->real);

  return self->period - idle;
}

static void
set_timer (MwLockWatch *self)
{
  gint64 remaining = CLAMP (mw_lock_watch_get_remaining (self) / 1000 + 1, 1, LONGEST_TIMER);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->active && !self->held)
    self->timer_id = g_timeout_add ((guint) remaining, on_timer, self);
}

/* Should locking fail, it is asked for again. */
static void
lock_if_idle (MwLockWatch *self)
{
  g_autoptr (MwLockWatch) alive = g_object_ref (self);

  if (!self->active || self->held || mw_lock_watch_get_remaining (self) > 0)
    return;

  count_from_now (self);
  g_signal_emit (self, signals[LOCK], 0, MW_LOCK_REASON_IDLE);
}

static gboolean
on_timer (gpointer data)
{
  g_autoptr (MwLockWatch) self = g_object_ref (data);

  self->timer_id = 0;
  lock_if_idle (self);
  if (!self->timer_id)
    set_timer (self);

  return G_SOURCE_REMOVE;
}

/* GTK makes up a motion when something moves under a pointer that rests. */
static gboolean
pointer_moved (MwLockWatch *self, GdkEvent *event)
{
  GdkSurface *surface = gdk_event_get_surface (event);
  double x = 0;
  double y = 0;
  gboolean moved;

  gdk_event_get_position (event, &x, &y);
  moved = surface != self->surface || x != self->x || y != self->y;
  self->surface = surface;
  self->x = x;
  self->y = y;

  return moved;
}

static gboolean
is_activity (MwLockWatch *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
      return pointer_moved (self, event);
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_KEY_PRESS:
    case GDK_KEY_RELEASE:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_TOUCHPAD_HOLD:
    case GDK_PAD_BUTTON_PRESS:
    case GDK_PAD_BUTTON_RELEASE:
    case GDK_PAD_RING:
    case GDK_PAD_STRIP:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first touch after a long sleep may come before the timer: it must not undo that the time was up. */
static gboolean
on_event (MwLockWatch *self, GdkEvent *event)
{
  if (!is_activity (self, event))
    return GDK_EVENT_PROPAGATE;

  lock_if_idle (self);
  count_from_now (self);

  return GDK_EVENT_PROPAGATE;
}

static void
on_locked (MwLockWatch *self)
{
  g_signal_emit (self, signals[LOCK], 0, MW_LOCK_REASON_SESSION);
}

static void
on_sleeping (MwLockWatch *self)
{
  g_signal_emit (self, signals[LOCK], 0, MW_LOCK_REASON_SLEEP);
}

static void
mw_lock_watch_dispose (GObject *object)
{
  MwLockWatch *self = MW_LOCK_WATCH (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mw_lock_watch_parent_class)->dispose (object);
}

static void
mw_lock_watch_class_init (MwLockWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_lock_watch_dispose;
  signals[LOCK]
    = g_signal_new ("lock", MW_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mw_lock_watch_init (MwLockWatch *self)
{
  mw_lock_watch_set_minutes (self, 5);
  self->session = mw_session_watch_new ();
  g_signal_connect_object (self->session, "locked", G_CALLBACK (on_locked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "sleeping", G_CALLBACK (on_sleeping), self, G_CONNECT_SWAPPED);
}

MwLockWatch *
mw_lock_watch_new (void)
{
  return g_object_new (MW_TYPE_LOCK_WATCH, NULL);
}

void
mw_lock_watch_set_minutes (MwLockWatch *self, guint minutes)
{
  mw_lock_watch_set_milliseconds (self, CLAMP (minutes, 1, 60) * 60 * 1000);
}

void
mw_lock_watch_set_milliseconds (MwLockWatch *self, guint milliseconds)
{
  self->period = (gint64) milliseconds * 1000;
  set_timer (self);
}

void
mw_lock_watch_move_back (MwLockWatch *self, gint64 monotonic_milliseconds, gint64 real_milliseconds)
{
  self->monotonic -= monotonic_milliseconds * 1000;
  self->real -= real_milliseconds * 1000;
}

void
mw_lock_watch_add_window (MwLockWatch *self, GtkWindow *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

void
mw_lock_watch_set_active (MwLockWatch *self, gboolean active)
{
  if (self->active == active)
    return;

  self->active = active;
  count_from_now (self);
  set_timer (self);
  mw_session_watch_delay_sleep (self->session, active);
}

void
mw_lock_watch_set_held (MwLockWatch *self, gboolean held)
{
  if (self->held == held)
    return;

  self->held = held;
  count_from_now (self);
  set_timer (self);
}

void
mw_lock_watch_done (MwLockWatch *self)
{
  mw_session_watch_delay_sleep (self->session, FALSE);
}

void
mw_lock_watch_done_when_replaced (MwLockWatch *self)
{
  mw_session_watch_leave_delay (self->session);
}
