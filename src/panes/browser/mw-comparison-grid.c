/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-grid.h"

#include "mw-comparison-band.h"

/* How much of the screen an arrow key goes through a line that does not fit on it. */
#define STEP 0.6

struct _MwComparisonGrid
{
  GtkWidget parent_instance;

  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  MwComparison comparison;
  GtkWidget *last; /* (nullable): where the keyboard was */
  gboolean only_differences;
  guint view_id;
};

G_DEFINE_FINAL_TYPE (MwComparisonGrid, mw_comparison_grid, GTK_TYPE_WIDGET)

static void
show_view (MwComparisonGrid *self)
{
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self)); c; c = gtk_widget_get_next_sibling (c))
    mw_comparison_band_set_view (MW_COMPARISON_BAND (c), (int) gtk_adjustment_get_value (self->horizontal),
                                 (int) gtk_adjustment_get_page_size (self->horizontal));
}

static gboolean
on_view_due (gpointer data)
{
  MwComparisonGrid *self = data;

  self->view_id = 0;
  show_view (self);

  return G_SOURCE_REMOVE;
}

/* It may change while the grid is being laid out: too late for its children. */
static void
on_view_changed (MwComparisonGrid *self)
{
  if (!self->view_id)
    self->view_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_view_due, self, NULL);
}

/* Returns: where @widget lies in the grid, from the upper left corner */
static graphene_rect_t
get_place (MwComparisonGrid *self, GtkWidget *widget)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &place))
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);

  return place;
}

static GtkWidget *
get_focused_band (MwComparisonGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self));
}

/* The keyboard's cell into view, with its heading where there is room for both. */
static void
scroll_to_focus (MwComparisonGrid *self)
{
  GtkWidget *band = get_focused_band (self);
  GtkWidget *cell = band ? gtk_widget_get_focus_child (band) : NULL;
  double value = gtk_adjustment_get_value (self->vertical);
  double page = gtk_adjustment_get_page_size (self->vertical);
  graphene_rect_t place;
  double top, bottom;

  if (!cell)
    return;

  place = get_place (self, band);
  top = place.origin.y;
  bottom = top + place.size.height;
  if (place.size.height <= page)
    gtk_adjustment_clamp_page (self->vertical, top, bottom);
  else if (top > value)
    gtk_adjustment_set_value (self->vertical, top);
  else if (bottom < value + page)
    gtk_adjustment_set_value (self->vertical, bottom - page);

  place = get_place (self, cell);
  if (place.size.width <= gtk_adjustment_get_page_size (self->horizontal))
    gtk_adjustment_clamp_page (self->horizontal, place.origin.x, place.origin.x + place.size.width);
}

/* Returns: whether there was more to see of the line that has the keyboard */
static gboolean
scroll_within (MwComparisonGrid *self, GtkDirectionType direction)
{
  GtkWidget *band = get_focused_band (self);
  double value = gtk_adjustment_get_value (self->vertical);
  double page = gtk_adjustment_get_page_size (self->vertical);
  graphene_rect_t place;

  if (!band || (direction != GTK_DIR_DOWN && direction != GTK_DIR_UP))
    return FALSE;

  place = get_place (self, band);
  if (place.size.height <= page)
    return FALSE;
  if (direction == GTK_DIR_DOWN && place.origin.y + place.size.height > value + page + 1)
    gtk_adjustment_set_value (self->vertical, MIN (value + STEP * page, place.origin.y + place.size.height - page));
  else if (direction == GTK_DIR_UP && place.origin.y < value - 1)
    gtk_adjustment_set_value (self->vertical, MAX (value - STEP * page, place.origin.y));
  else
    return FALSE;

  return TRUE;
}

/* From outside: back to where it was, else to the first heading. */
static gboolean
enter (MwComparisonGrid *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->last && gtk_widget_get_mapped (self->last) && gtk_widget_grab_focus (self->last))
    return TRUE;

  return first && gtk_widget_grab_focus (mw_comparison_band_get_button (MW_COMPARISON_BAND (first)));
}

static void
set_last (MwComparisonGrid *self, GtkWidget *last)
{
  if (self->last)
    g_object_remove_weak_pointer (G_OBJECT (self->last), (gpointer *) &self->last);
  self->last = last;
  if (last)
    g_object_add_weak_pointer (G_OBJECT (last), (gpointer *) &self->last);
}

/* Tab stops here once, and at the links of the cell; the arrow keys go from one cell to the next. */
static gboolean
mw_comparison_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MwComparisonGrid *self = MW_COMPARISON_GRID (widget);
  GtkWidget *band = get_focused_band (self);
  GtkWidget *cell = band ? gtk_widget_get_focus_child (band) : NULL;
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  gboolean moved;

  if (scroll_within (self, direction))
    return TRUE;

  if (tab && cell)
    moved = gtk_widget_child_focus (cell, direction);
  else if (tab)
    moved = enter (self);
  else
    moved = GTK_WIDGET_CLASS (mw_comparison_grid_parent_class)->focus (widget, direction);
  band = get_focused_band (self);
  if (moved && band)
    {
      GtkWidget *now = gtk_widget_get_focus_child (band);

      set_last (self, MW_IS_COMPARISON_BAND (band) && now == gtk_widget_get_first_child (band)
                        ? mw_comparison_band_get_button (MW_COMPARISON_BAND (band)) : now);
      scroll_to_focus (self);
    }

  return moved;
}

static gboolean
mw_comparison_grid_grab_focus (GtkWidget *widget)
{
  return enter (MW_COMPARISON_GRID (widget));
}

static void
empty (MwComparisonGrid *self)
{
  GtkWidget *child;

  set_last (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
mw_comparison_grid_dispose (GObject *object)
{
  MwComparisonGrid *self = MW_COMPARISON_GRID (object);

  g_clear_handle_id (&self->view_id, g_source_remove);
  empty (self);
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);

  G_OBJECT_CLASS (mw_comparison_grid_parent_class)->dispose (object);
}

static void
mw_comparison_grid_class_init (MwComparisonGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_grid_dispose;
  widget_class->focus = mw_comparison_grid_focus;
  widget_class->grab_focus = mw_comparison_grid_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "comparison");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mw_comparison_grid_init (MwComparisonGrid *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

static void
fold (MwComparisonGrid *self, MwComparisonBand *band)
{
  const MwComparisonRow *row = &self->comparison.rows[mw_comparison_band_get_line (band)];

  mw_comparison_band_set_folded (band, self->only_differences && row->likeness != MW_LIKENESS_DIFFERENT);
}

void
mw_comparison_grid_show (MwComparisonGrid *self,
                         MwIntervention *const *interventions,
                         guint n_interventions,
                         MwOrganisation *organisation)
{
  empty (self);
  mw_comparison_compare (&self->comparison, interventions, n_interventions, organisation);
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    {
      const MwComparisonRow *row = &self->comparison.rows[line];
      MwComparisonBand *band;

      if ((line == MW_COMPARISON_REMARKS && !row->stated) || (line == MW_COMPARISON_OFFER && !organisation))
        continue;
      band = mw_comparison_band_new (line, row, interventions, n_interventions, organisation);
      fold (self, band);
      gtk_widget_set_parent (GTK_WIDGET (band), GTK_WIDGET (self));
    }
  show_view (self);
}

void
mw_comparison_grid_set_adjustments (MwComparisonGrid *self, GtkAdjustment *horizontal, GtkAdjustment *vertical)
{
  g_return_if_fail (!self->horizontal);

  self->horizontal = g_object_ref (horizontal);
  self->vertical = g_object_ref (vertical);
  g_signal_connect_object (horizontal, "changed", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (horizontal, "value-changed", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
}

void
mw_comparison_grid_set_only_differences (MwComparisonGrid *self, gboolean only)
{
  self->only_differences = only;
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self)); c; c = gtk_widget_get_next_sibling (c))
    fold (self, MW_COMPARISON_BAND (c));
}

guint
mw_comparison_grid_get_n_lines (MwComparisonGrid *self, guint *n_different)
{
  guint n_lines = 0;

  *n_different = 0;
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self)); c; c = gtk_widget_get_next_sibling (c))
    {
      MwComparisonLine line = mw_comparison_band_get_line (MW_COMPARISON_BAND (c));

      n_lines++;
      *n_different += self->comparison.rows[line].likeness == MW_LIKENESS_DIFFERENT ? 1 : 0;
    }

  return n_lines;
}

gboolean
mw_comparison_grid_find_upper (MwComparisonGrid *self, MwComparisonLine *line, MwLikeness *likeness)
{
  double value = gtk_adjustment_get_value (self->vertical);

  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self)); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *header = gtk_widget_get_first_child (c);
      graphene_rect_t place = get_place (self, c);
      graphene_rect_t heading = get_place (self, header);

      /* Not for a last line or two. */
      if (heading.origin.y >= value || place.origin.y + place.size.height <= value + 2 * heading.size.height)
        continue;
      *line = mw_comparison_band_get_line (MW_COMPARISON_BAND (c));
      *likeness = self->comparison.rows[*line].likeness;

      return TRUE;
    }

  return FALSE;
}
