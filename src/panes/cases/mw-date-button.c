/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-date-button.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"

struct _MwDateButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *calendar;
  GtkWidget *today_button;
  GtkWidget *none_button;
  char *name;
  guint32 day;
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwDateButton, mw_date_button, GTK_TYPE_WIDGET)

static void
show_day (MwDateButton *self)
{
  g_autofree char *day = mw_case_words_dup_day (self->day);
  const char *words = *day ? day : _ ("No date");
  g_autofree char *name = g_strdup_printf ("%s: %s", self->name, words);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), words);
  mw_accessible_set_name (self->button, name);
}

static void
choose (MwDateButton *self, guint32 day)
{
  if (self->setting || self->day == day)
    return;

  self->day = day;
  show_day (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_day_selected (MwDateButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  GDate chosen;

  g_date_clear (&chosen, 1);
  g_date_set_dmy (&chosen, (GDateDay) g_date_time_get_day_of_month (date), g_date_time_get_month (date),
                  (GDateYear) g_date_time_get_year (date));
  choose (self, g_date_get_julian (&chosen));
}

/* The calendar does not tell of the day on which it stands already, nor of the same day of another month. */
static void
on_released (MwDateButton *self, int n_press, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (self->calendar, x, y, GTK_PICK_DEFAULT);

  if (under && gtk_widget_has_css_class (under, "day-number"))
    on_day_selected (self);
}

static void
on_today (MwDateButton *self)
{
  guint32 today = mw_case_words_get_today ();
  gboolean changed = self->day != today;

  mw_date_button_set_day (self, today);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_none (MwDateButton *self)
{
  choose (self, 0);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
mw_date_button_dispose (GObject *object)
{
  MwDateButton *self = MW_DATE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (mw_date_button_parent_class)->dispose (object);
}

static void
mw_date_button_class_init (MwDateButtonClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_date_button_dispose;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
mw_date_button_init (MwDateButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->button = gtk_menu_button_new ();
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->calendar = gtk_calendar_new ();
  self->today_button = gtk_button_new_with_label (_ ("Today"));
  self->none_button = gtk_button_new_with_label (_ ("No Date"));
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), self->today_button);
  gtk_box_append (GTK_BOX (box), self->none_button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (self->calendar, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->today_button, "clicked", G_CALLBACK (on_today), self);
  g_signal_connect_swapped (self->none_button, "clicked", G_CALLBACK (on_none), self);
}

MwDateButton *
mw_date_button_new (const char *name, gboolean optional)
{
  MwDateButton *self = g_object_new (MW_TYPE_DATE_BUTTON, NULL);

  self->name = g_strdup (name);
  gtk_widget_set_visible (self->none_button, optional);
  show_day (self);
  return self;
}

void
mw_date_button_set_day (MwDateButton *self, guint32 day)
{
  self->day = day;
  if (g_date_valid_julian (day))
    {
      g_autoptr (GDateTime) time = NULL;
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
      self->setting = TRUE;
      gtk_calendar_select_day (GTK_CALENDAR (self->calendar), time);
      self->setting = FALSE;
    }
  show_day (self);
}

guint32
mw_date_button_get_day (MwDateButton *self)
{
  return self->day;
}
