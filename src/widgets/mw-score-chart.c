/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-score-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-score-plot.h"
#include "mw-score-words.h"

#define N_SCALES 2

struct _MwScoreChart
{
  GtkWidget parent_instance;

  GPtrArray *scores; /* of MwScore */
  MwScorePlot plots[N_SCALES];
  guint n_plots;
};

G_DEFINE_FINAL_TYPE (MwScoreChart, mw_score_chart, GTK_TYPE_WIDGET)

static double
get_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
mw_score_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MwScoreChart *self = MW_SCORE_CHART (widget);
  double line = get_line_height (widget);
  double height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (line * 12);
      *natural = (int) (line * 24);
      return;
    }

  for (guint p = 0; p < self->n_plots; p++)
    height += mw_score_plot_get_height (&self->plots[p], gtk_widget_get_pango_context (widget)) + (p > 0 ? line : 0);
  *minimum = *natural = (int) height + 1;
}

/* The colours of Adwaita's text and window. */
static void
choose_colours (MwScorePlot *plot)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gdk_rgba_parse (&plot->ink, dark ? "#ffffff" : "#2e2e33");
  gdk_rgba_parse (&plot->paper, dark ? "#242424" : "#fafafa");
}

static void
mw_score_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MwScoreChart *self = MW_SCORE_CHART (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  for (guint p = 0; p < self->n_plots; p++)
    {
      choose_colours (&self->plots[p]);
      mw_score_plot_draw (&self->plots[p], context, cr, width);
      cairo_translate (cr, 0, mw_score_plot_get_height (&self->plots[p], context) + get_line_height (widget));
    }
  cairo_destroy (cr);
}

static void
mw_score_chart_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mw_score_chart_parent_class)->system_setting_changed (widget, setting);

  gtk_widget_queue_resize (widget); /* it may be the font */
}

static void
mw_score_chart_finalize (GObject *object)
{
  g_ptr_array_unref (MW_SCORE_CHART (object)->scores);

  G_OBJECT_CLASS (mw_score_chart_parent_class)->finalize (object);
}

static void
mw_score_chart_class_init (MwScoreChartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = mw_score_chart_finalize;
  widget_class->measure = mw_score_chart_measure;
  widget_class->snapshot = mw_score_chart_snapshot;
  widget_class->system_setting_changed = mw_score_chart_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "scorechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mw_score_chart_init (MwScoreChart *self)
{
  self->scores = mw_scores_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scores over time"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
mw_score_chart_new (void)
{
  return g_object_new (MW_TYPE_SCORE_CHART, NULL);
}

/* Those that have something to draw, over the same days. */
static void
plan (MwScoreChart *self)
{
  static const guint scales[N_SCALES] = { MW_SCALE_SHORT, MW_SCALE_LONG };
  guint32 first_day = 0, last_day = 0;

  self->n_plots = 0;
  for (guint s = 0; s < N_SCALES; s++)
    {
      MwScorePlot *plot = &self->plots[self->n_plots];

      *plot = (MwScorePlot){ .items = scales[s], .scores = self->scores, .first_day = first_day, .last_day = last_day };
      if (!mw_score_plot_measure_days (plot))
        continue;
      first_day = plot->first_day;
      last_day = plot->last_day;
      self->n_plots++;
    }
  for (guint p = 0; p < self->n_plots; p++)
    {
      self->plots[p].first_day = first_day;
      self->plots[p].last_day = last_day;
    }
}

void
mw_score_chart_set_scores (MwScoreChart *self, GPtrArray *scores)
{
  g_autofree char *course = NULL;

  g_ptr_array_set_size (self->scores, 0);
  for (guint i = 0; scores && i < scores->len; i++)
    mw_scores_add (self->scores, g_ptr_array_index (scores, i));
  plan (self);
  course = mw_score_words_dup_course (self->scores);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, course, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_plots > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
