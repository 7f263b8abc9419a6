/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-band.h"

#include "mw-accessible.h"
#include "mw-comparison-cell.h"
#include "mw-comparison-columns.h"
#include "mw-comparison-words.h"
#include "mw-words.h"

struct _MwComparisonBand
{
  GtkWidget parent_instance;

  GtkWidget *header; /* a row header that holds the button */
  GtkWidget *button;
  GtkImage *arrow;
  GtkLabel *label;
  GtkWidget *cells[MW_COMPARISON_MOST];
  guint n_cells;

  MwComparisonLine line;
  MwLikeness likeness;
  char *common; /* (nullable): what all of them say */
  gboolean folded;
  int offset;
  int width; /* 0: not known yet */
};

enum
{
  FOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwComparisonBand, mw_comparison_band, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
mw_comparison_band_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_column_width (MwComparisonBand *self, int width)
{
  return mw_comparison_columns_get_width (GTK_WIDGET (self), width, self->n_cells);
}

static int
measure_header (MwComparisonBand *self)
{
  int height;

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
mw_comparison_band_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  MwComparisonBand *self = MW_COMPARISON_BAND (widget);
  int column_width = get_column_width (self, MAX (for_size, 0));
  int tallest = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_column_width (self, 0) * (int) self->n_cells;
      return;
    }

  for (guint c = 0; c < self->n_cells && !self->folded; c++)
    {
      int height;

      gtk_widget_measure (self->cells[c], orientation, column_width, NULL, &height, NULL, NULL);
      tallest = MAX (tallest, height);
    }
  *minimum = *natural = measure_header (self) + tallest;
}

static void
mw_comparison_band_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwComparisonBand *self = MW_COMPARISON_BAND (widget);
  gboolean rightward = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;
  int header_height = measure_header (self);
  int column_width = get_column_width (self, width);
  int header_width = self->width > 0 ? MIN (self->width, width) : width;
  int header_x = CLAMP (self->offset, 0, width - header_width);

  gtk_widget_size_allocate (self->header, &(GtkAllocation){ header_x, 0, header_width, header_height }, -1);
  for (guint c = 0; c < self->n_cells && !self->folded; c++)
    {
      int x = (int) c * column_width;

      gtk_widget_size_allocate (self->cells[c],
                                &(GtkAllocation){ rightward ? x : width - x - column_width, header_height, column_width,
                                                  height - header_height }, -1);
    }
}

static void
show_heading (MwComparisonBand *self)
{
  const char *line = mw_comparison_words_get_line (self->line);
  const char *likeness = mw_comparison_words_get_likeness (self->likeness);
  g_autofree char *said = self->folded && self->common ? g_strdup_printf (": %s", self->common) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s, %s%s", line, likeness, said);
  g_autofree char *markup
    = g_markup_printf_escaped ("<b><big>%s</big>  %s</b>  · %s%s", mw_comparison_words_get_sign (self->likeness), line, likeness, said);

  gtk_label_set_markup (self->label, markup);
  gtk_image_set_from_icon_name (self->arrow, self->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  mw_accessible_set_name (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, !self->folded, -1);
}

static void
on_clicked (MwComparisonBand *self)
{
  mw_comparison_band_set_folded (self, !self->folded);
  g_signal_emit (self, signals[FOLDED], 0);
}

static void
mw_comparison_band_dispose (GObject *object)
{
  MwComparisonBand *self = MW_COMPARISON_BAND (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  for (guint c = 0; c < self->n_cells; c++)
    g_clear_pointer (&self->cells[c], gtk_widget_unparent);
  self->n_cells = 0;

  G_OBJECT_CLASS (mw_comparison_band_parent_class)->dispose (object);
}

static void
mw_comparison_band_finalize (GObject *object)
{
  g_free (MW_COMPARISON_BAND (object)->common);

  G_OBJECT_CLASS (mw_comparison_band_parent_class)->finalize (object);
}

static void
mw_comparison_band_class_init (MwComparisonBandClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_band_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_comparison_band_finalize;
  widget_class->get_request_mode = mw_comparison_band_get_request_mode;
  widget_class->measure = mw_comparison_band_measure;
  widget_class->size_allocate = mw_comparison_band_size_allocate;
  signals[FOLDED]
    = g_signal_new ("folded", MW_TYPE_COMPARISON_BAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "comparisonband");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
mw_comparison_band_init (MwComparisonBand *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);

  self->header = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER, NULL);
  gtk_box_append (GTK_BOX (self->header), self->button);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
}

static void
append_cell (MwComparisonBand *self, const MwComparisonRow *row, MwIntervention *intervention, MwOrganisation *organisation)
{
  guint column = self->n_cells++;
  g_autofree char *markup = mw_comparison_words_dup_cell (row, self->line, intervention, column, organisation);
  g_autofree char *name = g_strdup_printf ("%s, %s", mw_comparison_words_get_line (self->line),
                                           mw_intervention_get_name (intervention, mw_words_get_language ()));

  self->cells[column] = mw_comparison_cell_new (markup, name);
  mw_comparison_columns_mark (self->cells[column], column);
  gtk_widget_set_parent (self->cells[column], GTK_WIDGET (self));
}

MwComparisonBand *
mw_comparison_band_new (MwComparisonLine line,
                        const MwComparisonRow *row,
                        MwIntervention *const *interventions,
                        guint n_interventions,
                        MwOrganisation *organisation)
{
  MwComparisonBand *self = g_object_new (MW_TYPE_COMPARISON_BAND, NULL);

  self->line = line;
  self->likeness = row->likeness;
  self->common = mw_comparison_words_dup_common (row, line, interventions[0], organisation);
  for (guint i = 0; i < n_interventions; i++)
    append_cell (self, row, interventions[i], organisation);
  gtk_widget_add_css_class (GTK_WIDGET (self), row->likeness == MW_LIKENESS_DIFFERENT ? "different" : "alike");
  show_heading (self);

  return self;
}

MwComparisonLine
mw_comparison_band_get_line (MwComparisonBand *self)
{
  return self->line;
}

void
mw_comparison_band_set_folded (MwComparisonBand *self, gboolean folded)
{
  self->folded = folded;
  for (guint c = 0; c < self->n_cells; c++)
    gtk_widget_set_visible (self->cells[c], !folded);
  show_heading (self);
}

gboolean
mw_comparison_band_get_folded (MwComparisonBand *self)
{
  return self->folded;
}

void
mw_comparison_band_set_view (MwComparisonBand *self, int offset, int width)
{
  if (self->offset == offset && self->width == width)
    return;

  self->offset = offset;
  self->width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
mw_comparison_band_get_button (MwComparisonBand *self)
{
  return self->button;
}
