/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-row.h"

#include <string.h>

#define FAMILY "Sans"
#define BULLET "•\t"
/* Fewer lines of a paragraph do not stand alone on a page. */
#define LEAST_LINES 2

/* What the kinds look like, in parts of the size of plain text. */
static const struct
{
  double size;
  double before;
  double gap;
  double indent;
  gboolean bold;
  gboolean keep;
} looks[MW_N_PAPER_KINDS] = {
  [MW_PAPER_TITLE] = { 1.8, 1.2, 0.2, 0, TRUE, TRUE },
  [MW_PAPER_LEAD] = { 1.1, 0.5, 0.3, 0, FALSE, TRUE },
  [MW_PAPER_HEADING] = { 1.3, 1.3, 0.2, 0, TRUE, TRUE },
  [MW_PAPER_SUBHEADING] = { 1, 0.9, 0.2, 0, TRUE, TRUE },
  [MW_PAPER_PARAGRAPH] = { 1, 0.5, 0.5, 0, FALSE, FALSE },
  [MW_PAPER_ITEM] = { 1, 0.25, 0.25, 0, FALSE, FALSE },
  [MW_PAPER_NOTE] = { 1, 0.8, 0.3, 1, FALSE, FALSE },
  [MW_PAPER_SMALL] = { 0.85, 0.8, 0.3, 0, FALSE, FALSE },
  [MW_PAPER_LINE] = { 1, 1.2, 0.3, 0, FALSE, FALSE },
  [MW_PAPER_FACT] = { 1, 0.55, 0.25, 0, FALSE, FALSE },
  [MW_PAPER_TABLE_HEAD] = { 1, 0.8, 0.2, 0, TRUE, TRUE },
  [MW_PAPER_TABLE_ROW] = { 1, 0, 0.25, 0, FALSE, FALSE },
};

static gboolean
is_table (const MwPaperBlock *block)
{
  return block->kind == MW_PAPER_TABLE_HEAD || block->kind == MW_PAPER_TABLE_ROW;
}

static PangoAttribute *
new_attribute (const MwPaperSpan *span, guint shift)
{
  PangoAttribute *attribute;

  switch (span->style)
    {
    case MW_PAPER_BOLD:
      attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      break;
    case MW_PAPER_ITALIC:
      attribute = pango_attr_style_new (PANGO_STYLE_ITALIC);
      break;
    case MW_PAPER_UNDERLINED:
    default:
      attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      break;
    }
  attribute->start_index = span->start + shift;
  attribute->end_index = span->stop + shift;

  return attribute;
}

static void
set_attributes (MwPaperFlow *flow)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A ligature would not be found by who searches for its letters. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga 0, clig 0"));
  /* Nor would an address be right with hyphens in it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  for (guint s = 0; s < flow->text->spans->len; s++)
    pango_attr_list_insert (attributes, new_attribute (&g_array_index (flow->text->spans, MwPaperSpan, s), flow->shift));
  pango_layout_set_attributes (flow->layout, attributes);
  pango_attr_list_unref (attributes);
}

/* The lines of an item begin below one another, behind the bullet. */
static void
set_text (MwPaperFlow *flow, double size)
{
  g_autofree char *whole = NULL;
  PangoTabArray *tabs;
  int indent = (int) (size * PANGO_SCALE);

  if (!flow->text->item)
    {
      pango_layout_set_text (flow->layout, flow->text->text, -1);
      return;
    }

  whole = g_strconcat (BULLET, flow->text->text, NULL);
  flow->shift = (guint) strlen (BULLET);
  tabs = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT, indent);
  pango_layout_set_tabs (flow->layout, tabs);
  pango_tab_array_free (tabs);
  pango_layout_set_indent (flow->layout, -indent);
  pango_layout_set_text (flow->layout, whole, -1);
  explicit_bzero (whole, strlen (whole));
}

static void
measure (MwPaperFlow *flow)
{
  PangoLayoutIter *iter = pango_layout_get_iter (flow->layout);
  guint l = 0;

  flow->n_lines = (guint) pango_layout_get_line_count (flow->layout);
  flow->tops = g_new (double, flow->n_lines + 1);
  flow->baselines = g_new (double, flow->n_lines);
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      flow->tops[l] = (double) logical.y / PANGO_SCALE;
      flow->tops[l + 1] = (double) (logical.y + logical.height) / PANGO_SCALE;
      flow->baselines[l] = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      l++;
    }
  while (l < flow->n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static MwPaperFlow *
flow_new (const MwPaperText *text, PangoContext *context, double width, double size, gboolean bold)
{
  MwPaperFlow *flow = g_new0 (MwPaperFlow, 1);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  flow->text = text;
  flow->layout = pango_layout_new (context);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (flow->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (flow->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (flow->layout, PANGO_WRAP_WORD_CHAR);
  set_text (flow, size);
  set_attributes (flow);
  measure (flow);

  return flow;
}

static void
flow_free (gpointer data)
{
  MwPaperFlow *flow = data;

  g_object_unref (flow->layout);
  g_free (flow->tops);
  g_free (flow->baselines);
  g_free (flow);
}

MwPaperRow *
mw_paper_row_new (const MwPaper *paper, const MwPaperBlock *block, PangoContext *context, double width, double size)
{
  MwPaperRow *self = g_new0 (MwPaperRow, 1);
  double x = looks[block->kind].indent * size;

  width -= x;
  self->block = block;
  self->before = looks[block->kind].before * size;
  self->gap = looks[block->kind].gap * size;
  self->padding = is_table (block) ? 0.4 * size : 0;
  self->keep = looks[block->kind].keep;
  for (guint c = 0; c < block->n_cells; c++)
    {
      double gutter = c + 1 < block->n_cells ? size : 0;
      gboolean label = c == 0 && (block->kind == MW_PAPER_FACT || block->kind == MW_PAPER_TABLE_ROW);

      self->x[c] = x;
      self->cells[c] = g_ptr_array_new_with_free_func (flow_free);
      for (guint t = 0; t < block->cells[c]->len; t++)
        g_ptr_array_add (self->cells[c],
                         flow_new (g_ptr_array_index (block->cells[c], t), context, width * block->widths[c] - gutter,
                                   looks[block->kind].size * size, looks[block->kind].bold || label));
      x += width * block->widths[c];
    }

  return self;
}

void
mw_paper_row_free (MwPaperRow *self)
{
  for (guint c = 0; c < self->block->n_cells; c++)
    g_ptr_array_unref (self->cells[c]);
  g_free (self);
}

static const MwPaperFlow *
get_flow (const MwPaperRow *self, guint cell, guint text)
{
  return g_ptr_array_index (self->cells[cell], text);
}

static double
get_lines_height (const MwPaperFlow *flow, guint first, guint n_lines)
{
  return flow->tops[first + n_lines] - flow->tops[first];
}

double
mw_paper_row_get_height (const MwPaperRow *self)
{
  double highest = 0;

  for (guint c = 0; c < self->block->n_cells; c++)
    {
      double height = 0;

      for (guint t = 0; t < self->cells[c]->len; t++)
        {
          const MwPaperFlow *flow = get_flow (self, c, t);

          height += get_lines_height (flow, 0, flow->n_lines) + (t > 0 ? self->gap : 0);
        }
      highest = MAX (highest, height);
    }

  return highest + 2 * self->padding;
}

double
mw_paper_row_get_least (const MwPaperRow *self)
{
  double highest = 0;

  for (guint c = 0; c < self->block->n_cells; c++)
    if (self->cells[c]->len > 0)
      {
        const MwPaperFlow *flow = get_flow (self, c, 0);
        guint n_lines = flow->n_lines < 2 * LEAST_LINES ? flow->n_lines : LEAST_LINES;

        highest = MAX (highest, get_lines_height (flow, 0, n_lines));
      }

  return highest + 2 * self->padding;
}

/* How many lines from @first on go into @room. */
static guint
count_lines (const MwPaperFlow *flow, guint first, double room, gboolean force)
{
  guint left = flow->n_lines - first;
  guint fit = 0;

  while (fit < left && get_lines_height (flow, first, fit + 1) <= room)
    fit++;
  if (fit == left)
    return fit;
  if (force && fit < LEAST_LINES)
    return MAX (fit, 1);

  if (left - fit < LEAST_LINES)
    fit = left > LEAST_LINES ? left - LEAST_LINES : 0;
  if (fit < LEAST_LINES && first == 0)
    fit = 0;

  return fit == 0 && force ? 1 : fit;
}

double
mw_paper_row_fill (const MwPaperRow *self,
                   guint cell,
                   MwPaperCursor *cursor,
                   double top,
                   double bottom,
                   gboolean force,
                   MwPaperPlaced placed,
                   gpointer data)
{
  double y = top;

  while (cursor->text < self->cells[cell]->len)
    {
      const MwPaperFlow *flow = get_flow (self, cell, cursor->text);
      double from = y > top ? y + self->gap : y;
      guint n_lines = count_lines (flow, cursor->line, bottom - from, force && y == top);

      if (n_lines == 0)
        break;

      y = from + get_lines_height (flow, cursor->line, n_lines);
      placed (flow, cursor->line, n_lines, from, y, data);
      cursor->line += n_lines;
      if (cursor->line < flow->n_lines)
        break;

      cursor->text++;
      cursor->line = 0;
    }

  return y;
}

gboolean
mw_paper_row_is_done (const MwPaperRow *self, guint cell, const MwPaperCursor *cursor)
{
  return cursor->text >= self->cells[cell]->len;
}
