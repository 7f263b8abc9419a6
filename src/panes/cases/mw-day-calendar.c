/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-day-calendar.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"

struct _MwDayCalendar
{
  GtkWidget parent_instance;

  GtkCalendar *calendar;
  gboolean is_pressed; /* the space bar, since the calendar has the keyboard */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwDayCalendar, mw_day_calendar, GTK_TYPE_WIDGET)

static void
choose (MwDayCalendar *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  g_signal_emit (self, signals[CHOSEN], 0, mw_case_words_get_day_of (date));
}

static void
on_clicked (MwDayCalendar *self, int n_press, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (under && gtk_widget_has_css_class (under, "day-number"))
    choose (self);
}

static gboolean
is_space (guint key)
{
  return key == GDK_KEY_space || key == GDK_KEY_KP_Space;
}

static gboolean
on_key_pressed (MwDayCalendar *self, guint key)
{
  self->is_pressed = is_space (key);
  return GDK_EVENT_PROPAGATE;
}

/* By now the calendar is at the day that was pressed. A bar that went down elsewhere chooses nothing. */
static void
on_key_released (MwDayCalendar *self, guint key)
{
  if (self->is_pressed && is_space (key))
    {
      self->is_pressed = FALSE;
      choose (self);
    }
}

static void
on_left (MwDayCalendar *self)
{
  self->is_pressed = FALSE;
}

static void
watch (MwDayCalendar *self)
{
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (on_key_released), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), click);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), focus);
}

static void
mw_day_calendar_dispose (GObject *object)
{
  MwDayCalendar *self = MW_DAY_CALENDAR (object);

  if (self->calendar)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->calendar)));

  G_OBJECT_CLASS (mw_day_calendar_parent_class)->dispose (object);
}

static void
mw_day_calendar_class_init (MwDayCalendarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_day_calendar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN]
    = g_signal_new ("chosen", MW_TYPE_DAY_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
mw_day_calendar_init (MwDayCalendar *self)
{
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->calendar), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Day"), -1);
  watch (self);
}

MwDayCalendar *
mw_day_calendar_new (void)
{
  return g_object_new (MW_TYPE_DAY_CALENDAR, NULL);
}

void
mw_day_calendar_set_day (MwDayCalendar *self, guint32 day)
{
  g_autoptr (GDateTime) date = mw_case_words_dup_date_time (day);

  if (date)
    gtk_calendar_select_day (self->calendar, date);
}
