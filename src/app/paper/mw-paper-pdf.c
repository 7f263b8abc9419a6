/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-pdf.h"

#include <cairo-pdf.h>

#include "mw-paper-drawing.h"
#include "mw-pdf-language.h"

/* A4, in points. */
#define SHORT_SIDE 595.276
#define LONG_SIDE 841.89

#define MARGIN (MW_PAPER_MARGIN / 25.4 * 72)

static cairo_status_t
on_written (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Titles and headings, for the list of contents that readers of PDF show beside the pages. */
static void
add_outline (cairo_surface_t *surface, const MwPaperPages *pages)
{
  int title = CAIRO_PDF_OUTLINE_ROOT;

  for (guint p = 0; p < mw_paper_pages_get_n (pages); p++)
    {
      GArray *pieces = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < pieces->len; i++)
        {
          const MwPaperPiece *piece = &g_array_index (pieces, MwPaperPiece, i);
          g_autofree char *place = NULL;

          if ((piece->role != MW_PAPER_ROLE_H1 && piece->role != MW_PAPER_ROLE_H2) || piece->first > 0)
            continue;
          place = g_strdup_printf ("page=%u pos=[%d %d]", p + 1, (int) MARGIN, (int) (MARGIN + piece->top));
          if (piece->role == MW_PAPER_ROLE_H1)
            title = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, piece->flow->text->text, place,
                                                   CAIRO_PDF_OUTLINE_FLAG_OPEN);
          else
            cairo_pdf_surface_add_outline (surface, title, piece->flow->text->text, place, 0);
        }
    }
}

static void
draw (cairo_surface_t *surface, const MwPaperPages *pages)
{
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pages->paper->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Maatwerk " MW_VERSION);
  add_outline (surface, pages);
  for (guint p = 0; p < mw_paper_pages_get_n (pages); p++)
    {
      mw_paper_pages_draw (pages, p, cr, MARGIN, MARGIN, TRUE);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

GBytes *
mw_paper_pdf_render (MwPaper *paper, GError **error)
{
  double width = paper->landscape ? LONG_SIDE : SHORT_SIDE;
  double height = paper->landscape ? SHORT_SIDE : LONG_SIDE;
  g_autoptr (MwPaperPages) pages = mw_paper_pages_new (paper, width - 2 * MARGIN, height - 2 * MARGIN);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_written, bytes, width, height);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  draw (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The PDF cannot be made: %s", cairo_status_to_string (status));
      return NULL;
    }

  mw_pdf_language_set (bytes, mw_language_get_id (paper->language));

  return g_byte_array_free_to_bytes (bytes);
}
