/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-heads.h"

#include "mw-comparison-columns.h"
#include "mw-comparison.h"

struct _MwComparisonHeads
{
  GtkWidget parent_instance;

  GtkAdjustment *horizontal;
  GtkWidget *heads[MW_COMPARISON_MOST];
  guint n_heads;
};

G_DEFINE_FINAL_TYPE (MwComparisonHeads, mw_comparison_heads, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
mw_comparison_heads_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_column_width (MwComparisonHeads *self, int width)
{
  return mw_comparison_columns_get_width (GTK_WIDGET (self), width, MAX (self->n_heads, 1));
}

/* As narrow as may be: what does not fit is scrolled to. */
static void
mw_comparison_heads_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  MwComparisonHeads *self = MW_COMPARISON_HEADS (widget);
  int column_width = get_column_width (self, MAX (for_size, 0));

  *minimum = *natural = 0;
  for (guint h = 0; h < self->n_heads && orientation == GTK_ORIENTATION_VERTICAL; h++)
    {
      int height;

      gtk_widget_measure (self->heads[h], orientation, column_width, NULL, &height, NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
}

static void
mw_comparison_heads_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwComparisonHeads *self = MW_COMPARISON_HEADS (widget);
  gboolean rightward = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;
  int column_width = get_column_width (self, width);
  int offset = (int) gtk_adjustment_get_value (self->horizontal);

  for (guint h = 0; h < self->n_heads; h++)
    {
      int x = (int) (rightward ? h : self->n_heads - 1 - h) * column_width;
      int minimum;

      gtk_widget_measure (self->heads[h], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->heads[h], &(GtkAllocation){ x - offset, 0, MAX (column_width, minimum), height }, -1);
    }
}

/* The keyboard brings its column into view. */
static gboolean
mw_comparison_heads_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MwComparisonHeads *self = MW_COMPARISON_HEADS (widget);
  gboolean moved = GTK_WIDGET_CLASS (mw_comparison_heads_parent_class)->focus (widget, direction);
  int column = mw_comparison_columns_find (gtk_widget_get_focus_child (widget));
  int width = get_column_width (self, gtk_widget_get_width (widget));

  if (moved && column >= 0 && width <= gtk_adjustment_get_page_size (self->horizontal))
    gtk_adjustment_clamp_page (self->horizontal, column * width, (column + 1) * width);

  return moved;
}

static void
empty (MwComparisonHeads *self)
{
  for (guint h = 0; h < self->n_heads; h++)
    g_clear_pointer (&self->heads[h], gtk_widget_unparent);
  self->n_heads = 0;
}

static void
mw_comparison_heads_dispose (GObject *object)
{
  MwComparisonHeads *self = MW_COMPARISON_HEADS (object);

  empty (self);
  g_clear_object (&self->horizontal);

  G_OBJECT_CLASS (mw_comparison_heads_parent_class)->dispose (object);
}

static void
mw_comparison_heads_class_init (MwComparisonHeadsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_heads_dispose;
  widget_class->get_request_mode = mw_comparison_heads_get_request_mode;
  widget_class->measure = mw_comparison_heads_measure;
  widget_class->size_allocate = mw_comparison_heads_size_allocate;
  widget_class->focus = mw_comparison_heads_focus;
  gtk_widget_class_set_css_name (widget_class, "comparisonheads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
mw_comparison_heads_init (MwComparisonHeads *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
mw_comparison_heads_show (MwComparisonHeads *self, MwIntervention *const *interventions, guint n_interventions)
{
  empty (self);
  for (guint i = 0; i < n_interventions; i++)
    {
      self->heads[i] = GTK_WIDGET (mw_comparison_head_new (interventions[i], i, n_interventions));
      gtk_widget_set_parent (self->heads[i], GTK_WIDGET (self));
    }
  self->n_heads = n_interventions;
}

void
mw_comparison_heads_set_adjustment (MwComparisonHeads *self, GtkAdjustment *horizontal)
{
  g_return_if_fail (!self->horizontal);

  self->horizontal = g_object_ref (horizontal);
  g_signal_connect_object (horizontal, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}

MwComparisonHead *
mw_comparison_heads_get (MwComparisonHeads *self, guint column)
{
  return column < self->n_heads ? MW_COMPARISON_HEAD (self->heads[column]) : NULL;
}
