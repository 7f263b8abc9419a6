/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-drawing.h"

#include <string.h>

#define DIM 0.35
#define RULES 0.6

/* The tags that are open around the pieces. */
typedef struct
{
  cairo_t *cr;
  gboolean tagged;
  gboolean list;
  gboolean table;
  gboolean row;
  guint row_number;
} Tags;

static const char *const names[] = {
  [MW_PAPER_ROLE_H1] = "H1", [MW_PAPER_ROLE_H2] = "H2",        [MW_PAPER_ROLE_H3] = "H3",         [MW_PAPER_ROLE_PARAGRAPH] = "P",
  [MW_PAPER_ROLE_ITEM] = "LI", [MW_PAPER_ROLE_TABLE_HEAD] = "TH", [MW_PAPER_ROLE_TABLE_CELL] = "TD",
};

static void
set_open (Tags *tags, gboolean *is_open, gboolean wanted, const char *name)
{
  if (*is_open == wanted)
    return;

  if (wanted)
    cairo_tag_begin (tags->cr, name, NULL);
  else
    cairo_tag_end (tags->cr, name);
  *is_open = wanted;
}

/* Opens and closes what has to stand around a piece. */
static void
surround (Tags *tags, const MwPaperPiece *piece)
{
  gboolean table = piece->role == MW_PAPER_ROLE_TABLE_HEAD || piece->role == MW_PAPER_ROLE_TABLE_CELL;

  gboolean list = piece->role == MW_PAPER_ROLE_ITEM;

  /* The inner ones are closed first, and nothing is opened before. */
  if (!table || piece->row != tags->row_number)
    set_open (tags, &tags->row, FALSE, "TR");
  if (!table)
    set_open (tags, &tags->table, FALSE, "Table");
  if (!list)
    set_open (tags, &tags->list, FALSE, "L");
  set_open (tags, &tags->table, table, "Table");
  set_open (tags, &tags->row, table, "TR");
  set_open (tags, &tags->list, list, "L");
  tags->row_number = piece->row;
}

static gboolean
is_address (const char *href)
{
  return href && (g_str_has_prefix (href, "http://") || g_str_has_prefix (href, "https://") || g_str_has_prefix (href, "mailto:"));
}

/* The value of an attribute of a tag, between single quotes. Returns: (transfer full) */
static char *
dup_quoted (const char *text)
{
  GString *quoted = g_string_new (NULL);

  for (; *text; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *text);
    }

  return g_string_free (quoted, FALSE);
}

/* Where a link stands on a line. */
static void
tag_link (Tags *tags, const MwPaperFlow *flow, const MwPaperSpan *span, guint line, double x, double top)
{
  PangoLayoutLine *layout_line = pango_layout_get_line_readonly (flow->layout, (int) line);
  int start = MAX ((int) (span->start + flow->shift), layout_line->start_index);
  int stop = MIN ((int) (span->stop + flow->shift), layout_line->start_index + layout_line->length);
  g_autofree char *uri = dup_quoted (span->href);
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (start >= stop)
    return;

  pango_layout_line_get_x_ranges (layout_line, start, stop, &ranges, &n_ranges);
  for (int r = 0; r < n_ranges; r++)
    {
      double numbers[] = { x + (double) ranges[2 * r] / PANGO_SCALE, top, (double) (ranges[2 * r + 1] - ranges[2 * r]) / PANGO_SCALE,
                           flow->tops[line + 1] - flow->tops[line] };
      GString *attributes = g_string_new (NULL);

      g_string_printf (attributes, "uri='%s' rect=[", uri);
      for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
        {
          char digits[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (attributes, "%s ", g_ascii_formatd (digits, sizeof digits, "%.3f", numbers[n]));
        }
      g_string_append_c (attributes, ']');
      cairo_tag_begin (tags->cr, CAIRO_TAG_LINK, attributes->str);
      cairo_tag_end (tags->cr, CAIRO_TAG_LINK);
      g_string_free (attributes, TRUE);
    }
}

static void
draw_lines (Tags *tags, const MwPaperPiece *piece, double x, double y)
{
  const MwPaperFlow *flow = piece->flow;

  for (guint l = piece->first; l < piece->first + piece->n_lines; l++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (flow->layout, (int) l);
      double top = y + piece->top + flow->tops[l] - flow->tops[piece->first];
      gboolean hanging = flow->text->item && !line->is_paragraph_start;
      double indent = hanging ? -(double) pango_layout_get_indent (flow->layout) / PANGO_SCALE : 0;

      cairo_move_to (tags->cr, x + piece->x + indent, top + flow->baselines[l] - flow->tops[l]);
      pango_cairo_show_layout_line (tags->cr, line);
      for (guint s = 0; tags->tagged && s < flow->text->spans->len; s++)
        {
          const MwPaperSpan *span = &g_array_index (flow->text->spans, MwPaperSpan, s);

          if (is_address (span->href))
            tag_link (tags, flow, span, l, x + piece->x + indent, top);
        }
    }
}

static void
draw_piece (Tags *tags, const MwPaperPiece *piece, double x, double y)
{
  cairo_t *cr = tags->cr;
  gboolean named = tags->tagged && piece->role != MW_PAPER_ROLE_NONE;

  if (!piece->flow)
    {
      cairo_set_source_rgb (cr, RULES, RULES, RULES);
      cairo_rectangle (cr, x + piece->x, y + piece->top, piece->width, piece->bottom - piece->top);
      cairo_fill (cr);
      return;
    }

  if (named)
    {
      surround (tags, piece);
      cairo_tag_begin (cr, names[piece->role], NULL);
    }
  if (piece->role == MW_PAPER_ROLE_NONE)
    cairo_set_source_rgb (cr, DIM, DIM, DIM);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
  draw_lines (tags, piece, x, y);
  if (named)
    cairo_tag_end (cr, names[piece->role]);
}

void
mw_paper_pages_draw (const MwPaperPages *self, guint page, cairo_t *cr, double x, double y, gboolean tagged)
{
  GArray *pieces = g_ptr_array_index (self->pages, page);
  Tags tags = { cr, tagged, FALSE, FALSE, FALSE, 0 };

  /* First what is said, then what belongs to the page: no tag has to be left open over it. */
  for (guint p = 0; p < pieces->len; p++)
    {
      const MwPaperPiece *piece = &g_array_index (pieces, MwPaperPiece, p);

      if (piece->role != MW_PAPER_ROLE_NONE)
        draw_piece (&tags, piece, x, y);
    }
  if (tagged)
    surround (&tags, &(MwPaperPiece){ 0 });
  for (guint p = 0; p < pieces->len; p++)
    {
      const MwPaperPiece *piece = &g_array_index (pieces, MwPaperPiece, p);

      if (piece->role == MW_PAPER_ROLE_NONE)
        draw_piece (&tags, piece, x, y);
    }
}
