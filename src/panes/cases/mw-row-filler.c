/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-row-filler.h"

/* Time enough for a row to be laid out. */
#define FOCUS_DELAY 50 /* ms */

struct _MwRowFiller
{
  GtkBox *box; /* unowned */
  guint step;
  MwRowMaker make;
  gpointer user_data;
  GPtrArray *waiting; /* the next one last */
  guint fill_id;
  guint focus_id;
};

MwRowFiller *
mw_row_filler_new (GtkBox *box, guint step, MwRowMaker make, gpointer user_data)
{
  MwRowFiller *self = g_new0 (MwRowFiller, 1);

  self->box = box;
  self->step = step;
  self->make = make;
  self->user_data = user_data;
  self->waiting = g_ptr_array_new ();
  return self;
}

static void
stop (MwRowFiller *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_ptr_array_set_size (self->waiting, 0);
}

void
mw_row_filler_free (MwRowFiller *self)
{
  stop (self);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

static gboolean
on_fill (gpointer data)
{
  MwRowFiller *self = data;

  for (guint i = 0; i < self->step && self->waiting->len > 0; i++)
    {
      gpointer item = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);

      gtk_box_append (self->box, self->make (self->user_data, item));
    }
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

void
mw_row_filler_show (MwRowFiller *self, GPtrArray *items)
{
  GtkWidget *child;

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
  if (!items)
    return;

  g_ptr_array_extend (self->waiting, items, NULL, NULL);
  self->fill_id = g_idle_add (on_fill, self);
}

static gboolean
on_focus (gpointer data)
{
  MwRowFiller *self = data;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  self->focus_id = 0;
  if (first)
    gtk_widget_grab_focus (first);
  return G_SOURCE_REMOVE;
}

void
mw_row_filler_prepend (MwRowFiller *self, gpointer item)
{
  gtk_box_prepend (self->box, self->make (self->user_data, item));
  /* Once it has its place. */
  if (!self->focus_id)
    self->focus_id = g_timeout_add (FOCUS_DELAY, on_focus, self);
}
