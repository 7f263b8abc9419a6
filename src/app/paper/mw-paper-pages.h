/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-paper-row.h"

G_BEGIN_DECLS

/* A document laid out in pages. Made and used by one thread at a time, whichever that is. In points, from the upper left corner of
 * what may be written on. */

/* What a part of a page is, for a reader that reads it aloud. */
typedef enum
{
  MW_PAPER_ROLE_NONE, /* it belongs to the page, not to the text */
  MW_PAPER_ROLE_H1,
  MW_PAPER_ROLE_H2,
  MW_PAPER_ROLE_H3,
  MW_PAPER_ROLE_PARAGRAPH,
  MW_PAPER_ROLE_ITEM,
  MW_PAPER_ROLE_TABLE_HEAD,
  MW_PAPER_ROLE_TABLE_CELL,
} MwPaperRole;

typedef struct
{
  MwPaperRole role;
  guint row;               /* those of one row of a table have the same */
  const MwPaperFlow *flow; /* (nullable): a rule or a bar, for which there is @width and @bottom */
  guint first;             /* line */
  guint n_lines;
  double x;
  double top;
  double bottom;
  double width;
} MwPaperPiece;

typedef struct
{
  MwPaper *paper;
  PangoContext *context;
  double width;
  double height;
  double scale;     /* of the text, from 1 downwards */
  GPtrArray *rows;  /* of MwPaperRow: one for each block */
  MwPaper *extra;   /* what is added: the feet of the pages, and what is repeated */
  GPtrArray *extra_rows;
  GPtrArray *pages; /* of GArray of MwPaperPiece */
} MwPaperPages;

/* @width and @height: what may be written on. Fonts are of the calling thread's own map. Returns: (transfer full) */
MwPaperPages *mw_paper_pages_new (MwPaper *paper, double width, double height);
void mw_paper_pages_free (MwPaperPages *self);

guint mw_paper_pages_get_n (const MwPaperPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwPaperPages, mw_paper_pages_free)

G_END_DECLS
