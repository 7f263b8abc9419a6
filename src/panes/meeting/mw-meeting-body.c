/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-body.h"

struct _MwMeetingBody
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
  int width;
  int height;
  guint resized_id;
};

enum
{
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMeetingBody, mw_meeting_body, GTK_TYPE_WIDGET)

static void
mw_meeting_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static gboolean
on_resized (gpointer data)
{
  MwMeetingBody *self = data;

  self->resized_id = 0;
  g_signal_emit (self, signals[RESIZED], 0);
  return G_SOURCE_REMOVE;
}

static void
mw_meeting_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwMeetingBody *self = MW_MEETING_BODY (widget);

  if (self->child && gtk_widget_should_layout (self->child))
    {
      int least_width, least_height;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, MAX (width, least_width), MAX (height, least_height), -1, NULL);
    }
  if ((self->width != width || self->height != height) && !self->resized_id)
    self->resized_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_resized, self, NULL);
  self->width = width;
  self->height = height;
}

static void
mw_meeting_body_dispose (GObject *object)
{
  MwMeetingBody *self = MW_MEETING_BODY (object);

  g_clear_handle_id (&self->resized_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (mw_meeting_body_parent_class)->dispose (object);
}

static void
mw_meeting_body_class_init (MwMeetingBodyClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_meeting_body_dispose;
  widget_class->measure = mw_meeting_body_measure;
  widget_class->size_allocate = mw_meeting_body_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "meetingbody");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[RESIZED]
    = g_signal_new ("resized", MW_TYPE_MEETING_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_meeting_body_init (MwMeetingBody *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
mw_meeting_body_set_child (MwMeetingBody *self, GtkWidget *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

GtkWidget *
mw_meeting_body_get_child (MwMeetingBody *self)
{
  return self->child;
}
