/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of a case with 500 notes as PDF, against the same text drawn with nothing but Pango and cairo: bench-paper FOLDER */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "bench-case-data.h"
#include "mw-case-sheet.h"
#include "mw-paper-file.h"
#include "mw-paper-pdf.h"

#define N_NOTES 500
#define N_PAIRS 9

#define WIDTH 595.276
#define HEIGHT 841.89
#define MARGIN 51.0

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static MwCase *
dup_case (void)
{
  MwCase *one = mw_case_new ();

  mw_case_set_text (&one->label, "Meneer Voorbeeld");
  for (guint n = 0; n < N_NOTES; n++)
    {
      mw_case_add_note (one, n % MW_N_NOTE_KINDS, 739000 + n, "");
      bench_change_note (one, n + 1);
    }

  return one;
}

static double
measure_ours (const MwCase *one)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MwPaper) paper = mw_case_sheet_new (one, 1795600000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mw_paper_pdf_render (paper, &error);

  bench_check (error);

  return get_milliseconds_since (start);
}

static cairo_status_t
on_written (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Line after line, from the top of a page to its bottom. */
static double
draw_text (cairo_t *cr, PangoLayout *layout, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle extents;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = (double) extents.height / PANGO_SCALE;
      if (y + height > HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          y = MARGIN;
        }
      cairo_move_to (cr, MARGIN, y + (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return y;
}

static double
measure_bare (const char *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_written, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double y = MARGIN;

  pango_cairo_context_set_resolution (context, 72);
  for (guint l = 0; lines[l]; l++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (context);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, (int) ((WIDTH - 2 * MARGIN) * PANGO_SCALE));
      pango_layout_set_text (layout, lines[l], -1);
      y = draw_text (cr, layout, y);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (context);
  g_object_unref (map);

  return get_milliseconds_since (start);
}

/* Saves as the window does, and looks how long the main loop was kept. */
static double
measure_block (const MwCase *one, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "case.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MwPaper) paper = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bench_watch_loop ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  paper = mw_case_sheet_new (one, 1795600000);
  mw_paper_file_save_async (file, paper, bench_keep_result, &result);
  bench_wait (&result);
  mw_paper_file_save_finish (result, &error);
  bench_check (error);

  return bench_get_longest_block ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (MwCase) one = dup_case ();
  g_autoptr (MwPaper) paper = mw_case_sheet_new (one, 1795600000);
  g_autofree char *text = mw_paper_dup_text (paper);

  measure_ours (one); /* fonts are looked for once */
  measure_bare (text);
  for (guint p = 0; p < N_PAIRS; p++)
    {
      double ours = measure_ours (one);
      double bare = measure_bare (text);

      g_print ("paper %.3f %.3f\n", ours, bare);
    }
  g_print ("paper-block %.3f\n", measure_block (one, argv[1]));

  return 0;
}
