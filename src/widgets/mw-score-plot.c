/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-score-plot.h"

#include "mw-score-words.h"

/* In heights of a line of text. */
#define UNIT 1.15 /* one point of the scale */
#define GAP 0.5
#define TITLE 1.9 /* with the room for a number above the highest point */
#define MARKER 0.3

/* What is worked out once for a drawing. */
typedef struct
{
  const MwScorePlot *plot;
  PangoLayout *layout;
  cairo_t *cr;
  double line;        /* the height of a line of text */
  double left, right; /* of the time */
  double top, bottom; /* of the scale */
  double width;
} Drawing;

static double
measure_text (PangoLayout *layout, const char *text, double *width)
{
  int w, h;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &w, &h);
  if (width)
    *width = w;
  return h;
}

static gboolean
is_drawn (const MwScorePlot *self, const MwScore *score)
{
  return score->items == self->items && score->day > 0 && mw_score_get_total (score) >= 0;
}

gboolean
mw_score_plot_measure_days (MwScorePlot *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->scores->len; i++)
    {
      const MwScore *score = g_ptr_array_index (self->scores, i);

      if (!is_drawn (self, score))
        continue;
      any = TRUE;
      if (self->first_day == 0 || score->day < self->first_day)
        self->first_day = score->day;
      self->last_day = MAX (self->last_day, score->day);
    }
  return any;
}

/* The heading, the scale, the dates. */
double
mw_score_plot_get_height (const MwScorePlot *self, PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  double line = measure_text (layout, "0", NULL);

  return TITLE * line + (self->items + 1) * UNIT * line + GAP * line + 2 * line;
}

static void
show_text (Drawing *self, const char *text, double x, double y, double alpha)
{
  GdkRGBA ink = self->plot->ink;

  ink.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (self->cr, &ink);
  pango_layout_set_text (self->layout, text, -1);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

static double
get_y (Drawing *self, double total)
{
  return self->bottom - (total + 0.5) * UNIT * self->line;
}

static double
get_x (Drawing *self, guint32 day)
{
  guint32 span = self->plot->last_day - self->plot->first_day;

  if (span == 0)
    return (self->left + self->right) / 2;
  return self->left + (self->right - self->left) * (day - self->plot->first_day) / span;
}

/* Returns: (transfer full) (nullable): such as "strong 5–6"; %NULL when the scale has no such band */
static char *
dup_band (guint items, MwScoreBand band, guint *first, guint *last)
{
  if (!mw_scale_get_band_limits (items, band, first, last))
    return NULL;

  return *first == *last ? g_strdup_printf ("%s %u", mw_score_words_get_short_band (band), *first)
                         : g_strdup_printf ("%s %u–%u", mw_score_words_get_short_band (band), *first, *last);
}

static void
lay_out (Drawing *self)
{
  double widest = 0, width;

  self->line = measure_text (self->layout, "0", NULL);
  for (MwScoreBand band = 0; band < MW_N_SCORE_BANDS; band++)
    {
      guint first, last;
      g_autofree char *text = dup_band (self->plot->items, band, &first, &last);

      if (!text)
        continue;
      measure_text (self->layout, text, &width);
      widest = MAX (widest, width);
    }
  measure_text (self->layout, "00 MMM", &width);
  self->left = widest + GAP * self->line + width / 2;
  self->right = self->width - width / 2;
  self->top = TITLE * self->line;
  self->bottom = self->top + (self->plot->items + 1) * UNIT * self->line;
}

static void
draw_rule (Drawing *self, double y, double alpha)
{
  GdkRGBA ink = self->plot->ink;

  ink.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (self->cr, &ink);
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, 0, (int) y + 0.5);
  cairo_line_to (self->cr, self->width, (int) y + 0.5);
  cairo_stroke (self->cr);
}

static void
draw_bands (Drawing *self)
{
  for (MwScoreBand band = 0; band < MW_N_SCORE_BANDS; band++)
    {
      guint first, last;
      g_autofree char *text = dup_band (self->plot->items, band, &first, &last);

      if (!text)
        continue;
      show_text (self, text, 0, (get_y (self, first) + get_y (self, last)) / 2 - self->line / 2, 0.85);
      draw_rule (self, get_y (self, first) + UNIT * self->line / 2, band == 0 ? 0.8 : 0.4);
    }
}

/* The long scale has a broken line and hollow squares, the short one a whole line and dots. */
static void
draw_line (Drawing *self)
{
  double dash = self->line * 0.4;
  gboolean begun = FALSE;

  for (guint i = 0; i < self->plot->scores->len; i++)
    {
      const MwScore *score = g_ptr_array_index (self->plot->scores, i);
      double x = get_x (self, score->day), y;

      if (!is_drawn (self->plot, score))
        continue;
      y = get_y (self, mw_score_get_total (score));
      if (begun)
        cairo_line_to (self->cr, x, y);
      else
        cairo_move_to (self->cr, x, y);
      begun = TRUE;
    }
  gdk_cairo_set_source_rgba (self->cr, &self->plot->ink);
  cairo_set_line_width (self->cr, MAX (2, self->line / 8));
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  if (self->plot->items == MW_SCALE_LONG)
    cairo_set_dash (self->cr, &dash, 1, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_marker (Drawing *self, double x, double y)
{
  double radius = MARKER * self->line;

  gdk_cairo_set_source_rgba (self->cr, &self->plot->ink);
  if (self->plot->items != MW_SCALE_LONG)
    {
      cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (self->cr);
      return;
    }
  cairo_rectangle (self->cr, x - radius, y - radius, 2 * radius, 2 * radius);
  gdk_cairo_set_source_rgba (self->cr, &self->plot->paper);
  cairo_fill_preserve (self->cr);
  gdk_cairo_set_source_rgba (self->cr, &self->plot->ink);
  cairo_stroke (self->cr);
}

/* What was written last: where it begins, and its height. */
typedef struct
{
  double x, y;
} Room;

/* A number above its point, on a little paper, so that no line runs through it. */
static void
draw_number (Drawing *self, int total, double x, double y, Room *room)
{
  g_autofree char *text = g_strdup_printf ("%d", total);
  double width;

  measure_text (self->layout, text, &width);
  y -= (1 + MARKER) * self->line;
  if (x + width / 2 > room->x && ABS (y - room->y) < self->line)
    return;

  gdk_cairo_set_source_rgba (self->cr, &self->plot->paper);
  cairo_rectangle (self->cr, x - width / 2 - 1, y + 1, width + 2, self->line - 2);
  cairo_fill (self->cr);
  show_text (self, text, x - width / 2, y, 1);
  *room = (Room){ x - width / 2 - 2, y };
}

static void
draw_date (Drawing *self, guint32 day, double *free)
{
  g_autofree char *text = mw_score_words_dup_day (day);
  double x = get_x (self, day);
  double width;

  measure_text (self->layout, text, &width);
  x = CLAMP (x - width / 2, 0, self->width - width);
  if (x + width > *free)
    return;

  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  show_text (self, text, x, self->bottom + GAP * self->line, 0.85);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  *free = x - GAP * self->line;
}

/* From the last one back: when there is no room for all, the latest numbers and dates stand there. */
static void
draw_points (Drawing *self)
{
  Room room = { self->width, -self->line };
  double free_below = self->width;

  for (guint i = self->plot->scores->len; i > 0; i--)
    {
      const MwScore *score = g_ptr_array_index (self->plot->scores, i - 1);
      int total = mw_score_get_total (score);

      if (!is_drawn (self->plot, score))
        continue;
      draw_number (self, total, get_x (self, score->day), get_y (self, total), &room);
      draw_marker (self, get_x (self, score->day), get_y (self, total));
      draw_date (self, score->day, &free_below);
    }
}

void
mw_score_plot_draw (const MwScorePlot *self, PangoContext *context, cairo_t *cr, double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  Drawing drawing = { .plot = self, .layout = layout, .cr = cr, .width = width };

  lay_out (&drawing);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  show_text (&drawing, mw_score_words_get_title (self->items), 0, 0, 1);
  pango_layout_set_width (layout, -1);
  draw_bands (&drawing);
  draw_line (&drawing);
  draw_points (&drawing);
}
