/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-pages.h"

/* Smaller than this the text does not become, in parts of its size. */
#define SMALLEST 0.78
#define STEP 0.04
/* The foot of a page, in points. */
#define FOOT 24
#define FOOT_SIZE 10
/* A row of a table that is lower than this part of a page stays whole. */
#define WHOLE_ROW 0.4

#define RULE 0.5
#define BAR 2

/* The place that has been reached. */
typedef struct
{
  MwPaperPages *pages;
  GArray *page; /* unowned */
  double y;
  double bottom;
  const MwPaperRow *head; /* (nullable): of the table */
  guint block;
  /* Of what is being placed. */
  MwPaperRole role;
  double x;
} Composer;

static void
start_page (Composer *composer)
{
  composer->page = g_array_new (FALSE, FALSE, sizeof (MwPaperPiece));
  composer->y = 0;
  g_ptr_array_add (composer->pages->pages, composer->page);
}

static void
on_placed (const MwPaperFlow *flow, guint first, guint n_lines, double top, double bottom, gpointer data)
{
  Composer *composer = data;
  MwPaperPiece piece = { composer->role, composer->block, flow, first, n_lines, composer->x, top, bottom, 0 };

  if (flow->text->item && piece.role == MW_PAPER_ROLE_PARAGRAPH)
    piece.role = MW_PAPER_ROLE_ITEM;
  g_array_append_val (composer->page, piece);
}

static void
add_mark (Composer *composer, double x, double width, double top, double bottom)
{
  MwPaperPiece piece = { MW_PAPER_ROLE_NONE, composer->block, NULL, 0, 0, x, top, bottom, width };

  g_array_append_val (composer->page, piece);
}

static MwPaperRole
get_role (MwPaperKind kind, guint cell)
{
  switch (kind)
    {
    case MW_PAPER_TITLE:
      return MW_PAPER_ROLE_H1;
    case MW_PAPER_HEADING:
      return MW_PAPER_ROLE_H2;
    case MW_PAPER_SUBHEADING:
      return MW_PAPER_ROLE_H3;
    case MW_PAPER_TABLE_HEAD:
      return MW_PAPER_ROLE_TABLE_HEAD;
    case MW_PAPER_TABLE_ROW:
      return cell == 0 ? MW_PAPER_ROLE_TABLE_HEAD : MW_PAPER_ROLE_TABLE_CELL;
    case MW_PAPER_FACT:
      return cell == 0 ? MW_PAPER_ROLE_H3 : MW_PAPER_ROLE_PARAGRAPH;
    case MW_PAPER_ITEM:
      return MW_PAPER_ROLE_ITEM;
    case MW_PAPER_LEAD:
    case MW_PAPER_PARAGRAPH:
    case MW_PAPER_NOTE:
    case MW_PAPER_SMALL:
    case MW_PAPER_LINE:
    default:
      return MW_PAPER_ROLE_PARAGRAPH;
    }
}

/* Fills one cell of what is left of the page; @reached: the lowest of its row so far. Returns: the lowest */
static double
fill_cell (Composer *composer, const MwPaperRow *row, guint cell, MwPaperCursor *cursor, gboolean force, double reached)
{
  double bottom;

  composer->x = row->x[cell];
  bottom = mw_paper_row_fill (row, cell, cursor, composer->y + row->padding, composer->bottom - row->padding, force, on_placed,
                              composer);

  return MAX (bottom, reached);
}

/* What goes with the text: the rule below a row, the bar beside a note, the line to write on. */
static void
mark (Composer *composer, const MwPaperRow *row, double top, double bottom)
{
  switch (row->block->kind)
    {
    case MW_PAPER_TABLE_HEAD:
    case MW_PAPER_TABLE_ROW:
      add_mark (composer, 0, composer->pages->width, bottom - RULE, bottom);
      break;
    case MW_PAPER_NOTE:
      add_mark (composer, 0, BAR, top, bottom);
      break;
    case MW_PAPER_LINE:
      add_mark (composer, composer->pages->width * 0.4, composer->pages->width * 0.6, bottom - RULE, bottom);
      break;
    case MW_PAPER_TITLE:
    case MW_PAPER_LEAD:
    case MW_PAPER_HEADING:
    case MW_PAPER_SUBHEADING:
    case MW_PAPER_PARAGRAPH:
    case MW_PAPER_ITEM:
    case MW_PAPER_SMALL:
    case MW_PAPER_FACT:
    default:
      break;
    }
}

static MwPaperRow *
add_extra (MwPaperPages *self, const MwPaperBlock *block, double size)
{
  MwPaperRow *row = mw_paper_row_new (self->extra, block, self->context, self->width, size);

  g_ptr_array_add (self->extra_rows, row);

  return row;
}

/* A row whose first cell ended on the page before says again what it is about. Returns: the lowest, as above */
static double
repeat_label (Composer *composer, const MwPaperRow *row, double reached)
{
  MwPaperPages *self = composer->pages;
  const MwPaperText *label;
  g_autofree char *words = NULL;
  MwPaperBlock *block;
  MwPaperCursor cursor = { 0, 0 };

  if (row->block->n_cells < 2 || row->block->cells[0]->len == 0)
    return reached;

  label = g_ptr_array_index (row->block->cells[0], 0);
  words = g_strdup_printf ("%s %s", label->text, self->paper->continued);
  block = mw_paper_add_row (self->extra, row->block->kind, row->block->n_cells);
  for (guint c = 0; c < block->n_cells; c++)
    block->widths[c] = row->block->widths[c];
  mw_paper_block_add (block, 0, words);
  composer->role = MW_PAPER_ROLE_NONE;

  return fill_cell (composer, add_extra (self, block, self->paper->size * self->scale), 0, &cursor, TRUE, reached);
}

static void
repeat_head (Composer *composer)
{
  double bottom = composer->y;

  composer->role = MW_PAPER_ROLE_NONE;
  for (guint c = 0; c < composer->head->block->n_cells; c++)
    {
      MwPaperCursor cursor = { 0, 0 };

      bottom = fill_cell (composer, composer->head, c, &cursor, TRUE, bottom);
    }
  bottom += composer->head->padding;
  mark (composer, composer->head, composer->y, bottom);
  composer->y = bottom;
}

static void
turn_page (Composer *composer, const MwPaperRow *row)
{
  start_page (composer);
  if (composer->head && row != composer->head && mw_paper_row_get_height (composer->head) < composer->bottom * WHOLE_ROW)
    repeat_head (composer);
}

/* As much of it as there is room for. Returns: whether all of it is placed */
static gboolean
place_part (Composer *composer, const MwPaperRow *row, MwPaperCursor *cursors, gboolean continued)
{
  double bottom = composer->y + row->padding;
  gboolean done = TRUE;

  if (continued && mw_paper_row_is_done (row, 0, &cursors[0]))
    bottom = repeat_label (composer, row, bottom);
  for (guint c = 0; c < row->block->n_cells; c++)
    {
      composer->role = get_role (row->block->kind, c);
      bottom = fill_cell (composer, row, c, &cursors[c], continued || composer->page->len == 0, bottom);
      done = done && mw_paper_row_is_done (row, c, &cursors[c]);
    }
  bottom += row->padding;
  mark (composer, row, composer->y, bottom);
  composer->y = bottom;

  return done;
}

static MwPaperRow *
get_row (MwPaperPages *self, guint block)
{
  while (self->rows->len <= block)
    g_ptr_array_add (self->rows, mw_paper_row_new (self->paper, g_ptr_array_index (self->paper->blocks, self->rows->len),
                                                   self->context, self->width, self->paper->size * self->scale));

  return g_ptr_array_index (self->rows, block);
}

/* What has to stand on one page with the beginning of a block: headings with what they head. */
static double
get_need (Composer *composer, guint block)
{
  MwPaperRow *row = get_row (composer->pages, block);
  double height = mw_paper_row_get_height (row);

  if (row->keep && block + 1 < composer->pages->paper->blocks->len)
    return height + get_row (composer->pages, block + 1)->before + get_need (composer, block + 1);
  if (row->block->kind == MW_PAPER_TABLE_ROW && height < composer->bottom * WHOLE_ROW)
    return height;

  return MIN (height, mw_paper_row_get_least (row));
}

static void
place (Composer *composer, guint block)
{
  MwPaperRow *row = get_row (composer->pages, block);
  MwPaperCursor cursors[MW_PAPER_MOST_CELLS] = { { 0, 0 } };
  double need = get_need (composer, block);

  composer->block = block;
  if (row->block->kind == MW_PAPER_TABLE_HEAD)
    composer->head = row;
  else if (row->block->kind != MW_PAPER_TABLE_ROW)
    composer->head = NULL;
  if (composer->page->len > 0 && composer->y + row->before + need > composer->bottom)
    turn_page (composer, row);
  if (composer->page->len > 0)
    composer->y += row->before;
  for (gboolean continued = FALSE; !place_part (composer, row, cursors, continued); continued = TRUE)
    turn_page (composer, row);
}

static char *
dup_page_words (const MwPaper *paper, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *of = g_strdup_printf ("%u", n_pages);
  g_autoptr (GString) words = g_string_new (paper->page_words);

  g_string_replace (words, "{page}", number, 0);
  g_string_replace (words, "{pages}", of, 0);

  return g_strdup (words->str);
}

static void
add_foot (Composer *composer, guint page)
{
  MwPaperPages *self = composer->pages;
  MwPaperBlock *block = mw_paper_add_row (self->extra, MW_PAPER_SMALL, 2);
  g_autofree char *words = dup_page_words (self->paper, page + 1, self->pages->len);
  MwPaperRow *row;
  const MwPaperFlow *number;
  PangoRectangle extents;

  block->widths[0] = 0.85;
  block->widths[1] = 0.15;
  mw_paper_block_add (block, 0, self->paper->footer);
  mw_paper_block_add (block, 1, words);
  row = add_extra (self, block, FOOT_SIZE);
  number = g_ptr_array_index (row->cells[1], 0);
  pango_layout_get_extents (number->layout, NULL, &extents);
  row->x[1] = self->width - (double) extents.width / PANGO_SCALE;
  composer->page = g_ptr_array_index (self->pages, page);
  composer->y = self->height - mw_paper_row_get_height (row);
  composer->bottom = self->height + 1;
  composer->role = MW_PAPER_ROLE_NONE;
  for (guint c = 0; c < block->n_cells; c++)
    fill_cell (composer, row, c, &(MwPaperCursor){ 0, 0 }, TRUE, 0);
}

static void
compose (MwPaperPages *self)
{
  Composer composer = { .pages = self, .bottom = self->height - FOOT };

  start_page (&composer);
  for (guint b = 0; b < self->paper->blocks->len; b++)
    place (&composer, b);
  for (guint p = 0; p < self->pages->len; p++)
    add_foot (&composer, p);
}

static void
compose_anew (MwPaperPages *self, double scale)
{
  self->scale = scale;
  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->extra_rows, 0);
  g_ptr_array_set_size (self->extra->blocks, 0);
  compose (self);
}

/* Lines that are as long at every resolution. */
static PangoContext *
new_context (MwLanguage language)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_language (context, pango_language_from_string (mw_language_get_id (language)));
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  g_object_unref (map);

  return context;
}

MwPaperPages *
mw_paper_pages_new (MwPaper *paper, double width, double height)
{
  MwPaperPages *self = g_new0 (MwPaperPages, 1);

  self->paper = mw_paper_ref (paper);
  self->context = new_context (paper->language);
  self->width = width;
  self->height = height;
  self->scale = 1;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_paper_row_free);
  self->extra = mw_paper_new_like (paper);
  self->extra_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_paper_row_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  compose (self);
  while (paper->most_pages > 0 && self->pages->len > paper->most_pages && self->scale - STEP >= SMALLEST)
    compose_anew (self, self->scale - STEP);
  /* What does not fit anyhow had better be easy to read. */
  if (paper->most_pages > 0 && self->pages->len > paper->most_pages)
    compose_anew (self, 1);

  return self;
}

void
mw_paper_pages_free (MwPaperPages *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->extra_rows);
  mw_paper_unref (self->extra);
  g_object_unref (self->context);
  mw_paper_unref (self->paper);
  g_free (self);
}

guint
mw_paper_pages_get_n (const MwPaperPages *self)
{
  return self->pages->len;
}
