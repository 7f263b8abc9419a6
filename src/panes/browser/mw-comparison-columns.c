/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-columns.h"

#define LEAST_CHARACTERS 20

static const char key[] = "mw-comparison-column";

int
mw_comparison_columns_get_width (GtkWidget *widget, int available, guint n_columns)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int least = PANGO_PIXELS_CEIL (LEAST_CHARACTERS * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (least, available / (int) n_columns);
}

void
mw_comparison_columns_mark (GtkWidget *widget, guint column)
{
  g_object_set_data (G_OBJECT (widget), key, GINT_TO_POINTER ((int) column + 1));
}

int
mw_comparison_columns_find (GtkWidget *widget)
{
  for (; widget; widget = gtk_widget_get_parent (widget))
    if (g_object_get_data (G_OBJECT (widget), key))
      return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), key)) - 1;

  return -1;
}
