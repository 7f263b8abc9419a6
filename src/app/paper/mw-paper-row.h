/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "mw-paper.h"

G_BEGIN_DECLS

/* A block as it was laid out for a width: every text in lines of known height. Belongs to one thread at a time. In points. */

typedef struct
{
  const MwPaperText *text; /* of the document, which has to stay */
  PangoLayout *layout;
  guint n_lines;
  double *tops;      /* of each line, and the bottom of the last */
  double *baselines; /* of each line */
  guint shift;       /* of the text's bytes in the layout */
} MwPaperFlow;

typedef struct
{
  const MwPaperBlock *block;
  GPtrArray *cells[MW_PAPER_MOST_CELLS]; /* of MwPaperFlow */
  double x[MW_PAPER_MOST_CELLS];
  double before;  /* the room that it asks for above it */
  double gap;     /* between its paragraphs */
  double padding; /* of a table's row, above and below */
  gboolean keep;  /* on one page with what follows it */
} MwPaperRow;

/* @size: of plain text. Returns: (transfer full) */
MwPaperRow *mw_paper_row_new (const MwPaper *paper, const MwPaperBlock *block, PangoContext *context, double width, double size);
void mw_paper_row_free (MwPaperRow *self);

/* As a whole, without the room above it. */
double mw_paper_row_get_height (const MwPaperRow *self);
/* What has to stand together at its beginning. */
double mw_paper_row_get_least (const MwPaperRow *self);

/* A part of a cell: from a line of a text onwards. */
typedef struct
{
  guint text;
  guint line;
} MwPaperCursor;

/* Called for each text that has lines of it on the page. @top: of its first line; @bottom: of its last */
typedef void (*MwPaperPlaced) (const MwPaperFlow *flow, guint first, guint n_lines, double top, double bottom, gpointer data);

/**
 * mw_paper_row_fill:
 * @cursor: (inout): where to begin; where to go on
 * @top: of the room; @bottom: of the room
 * @force: whether there is no more room on any other page
 *
 * Places what fits into the room, so that no paragraph has a line alone on either page.
 *
 * Returns: the bottom of what was placed
 */
double mw_paper_row_fill (const MwPaperRow *self, guint cell, MwPaperCursor *cursor, double top, double bottom, gboolean force,
                          MwPaperPlaced placed, gpointer data);
gboolean mw_paper_row_is_done (const MwPaperRow *self, guint cell, const MwPaperCursor *cursor);

G_END_DECLS
