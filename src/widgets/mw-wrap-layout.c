/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-wrap-layout.h"

#define SPACING 6 /* px */

struct _MwWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (MwWrapLayout, mw_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget *child, int width, int *child_width, int *child_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *child_width = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL, NULL);
}

/* One line, from @first (nullable) up to @end (nullable): each in the middle of its height. */
static void
place_line (GtkWidget *first, GtkWidget *end, int width, int y, int line_height)
{
  int x = 0;

  for (GtkWidget *c = first; c != end; c = gtk_widget_get_next_sibling (c))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (c))
        continue;
      measure_child (c, width, &child_width, &child_height);
      gtk_widget_size_allocate (c, &(GtkAllocation){ x, y + (line_height - child_height) / 2, child_width, child_height }, -1);
      x += child_width + SPACING;
    }
}

/* Lays the children out in @width. Returns: the height; nothing is allocated unless @allocate */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *line_start = gtk_widget_get_first_child (widget);
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *c = line_start; c; c = gtk_widget_get_next_sibling (c))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (c))
        continue;
      measure_child (c, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        {
          if (allocate)
            place_line (line_start, c, width, y, line_height);
          line_start = c;
          x = 0;
          y += line_height + SPACING;
          line_height = 0;
        }
      x += child_width + SPACING;
      line_height = MAX (line_height, child_height);
    }
  if (allocate)
    place_line (line_start, NULL, width, y, line_height);

  return y + line_height;
}

static void
mw_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (c))
        continue;
      gtk_widget_measure (c, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
mw_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static GtkSizeRequestMode
mw_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mw_wrap_layout_class_init (MwWrapLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->measure = mw_wrap_layout_measure;
  layout_class->allocate = mw_wrap_layout_allocate;
  layout_class->get_request_mode = mw_wrap_layout_get_request_mode;
}

static void
mw_wrap_layout_init (MwWrapLayout *self)
{
}

GtkLayoutManager *
mw_wrap_layout_new (void)
{
  return g_object_new (MW_TYPE_WRAP_LAYOUT, NULL);
}
