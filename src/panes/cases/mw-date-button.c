/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-date-button.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-day-calendar.h"

/* How long the way to a button out of sight may take. */
#define MAX_FRAMES 120

struct _MwDateButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *popover;
  MwDayCalendar *calendar;
  GtkWidget *none_button;
  char *name;
  guint32 day;
  guint tick;       /* 0: none */
  guint frames_left; /* to wait for the button to be in sight */
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

  gtk_label_set_label (self->label, words);
  mw_accessible_set_name (self->button, name);
}

static void
choose (MwDateButton *self, guint32 day)
{
  if (self->day == day)
    return;

  self->day = day;
  show_day (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_today (MwDateButton *self)
{
  guint32 today = mw_case_words_get_today ();
  gboolean changed = self->day != today;

  mw_date_button_set_day (self, today);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_none (MwDateButton *self)
{
  choose (self, 0);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *within = view ? view : GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, within, &bounds) && bounds.origin.y + bounds.size.height / 2 >= 0
         && bounds.origin.y + bounds.size.height / 2 <= gtk_widget_get_height (within);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MwDateButton *self = MW_DATE_BUTTON (widget);

  if (!is_in_sight (self->button) && self->frames_left-- > 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  if (is_in_sight (self->button))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  return G_SOURCE_REMOVE;
}

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *place = view ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)) : NULL;
  graphene_rect_t bounds;

  if (place && gtk_widget_compute_bounds (widget, view, &bounds))
    gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + bounds.origin.y + bounds.size.height / 2
                                       - gtk_widget_get_height (view) / 2.0);
}

/* A popover at a button that was scrolled out of sight is nowhere on any screen: the page goes there first, some frames before. */
static void
on_clicked (MwDateButton *self)
{
  if (!is_in_sight (self->button))
    scroll_to (self->button);
  gtk_widget_grab_focus (self->button);
  self->frames_left = MAX_FRAMES;
  if (is_in_sight (self->button))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else if (!self->tick)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_visible (MwDateButton *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_widget_get_visible (self->popover), -1);
}

static GtkSizeRequestMode
mw_date_button_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (MW_DATE_BUTTON (widget)->button);
}

static void
mw_date_button_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (MW_DATE_BUTTON (widget)->button, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* No layout manager: it would not place a popover. */
static void
mw_date_button_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwDateButton *self = MW_DATE_BUTTON (widget);

  gtk_widget_allocate (self->button, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
mw_date_button_dispose (GObject *object)
{
  MwDateButton *self = MW_DATE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (mw_date_button_parent_class)->dispose (object);
}

static void
mw_date_button_class_init (MwDateButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_date_button_dispose;
  widget_class->get_request_mode = mw_date_button_get_request_mode;
  widget_class->measure = mw_date_button_measure;
  widget_class->size_allocate = mw_date_button_size_allocate;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MW_TYPE_DAY_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MwDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, MwDateButton, label);
  gtk_widget_class_bind_template_child (widget_class, MwDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MwDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, MwDateButton, none_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
  gtk_widget_class_bind_template_callback (widget_class, on_visible);
}

static void
mw_date_button_init (MwDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  mw_day_calendar_set_day (self->calendar, day);
  show_day (self);
}

guint32
mw_date_button_get_day (MwDateButton *self)
{
  return self->day;
}
