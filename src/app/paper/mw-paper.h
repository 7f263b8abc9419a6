/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

/* What is to be printed or saved as PDF: a document of blocks, in the language and the words in which it was composed. Built on the
 * main thread, then never changed: after that it may be read on any thread. */

typedef enum
{
  MW_PAPER_TITLE,
  MW_PAPER_LEAD, /* below the title */
  MW_PAPER_HEADING,
  MW_PAPER_SUBHEADING,
  MW_PAPER_PARAGRAPH,
  MW_PAPER_ITEM, /* of a list */
  MW_PAPER_NOTE, /* marked at its side */
  MW_PAPER_SMALL,
  MW_PAPER_LINE, /* to be written on: what stands before it */
  MW_PAPER_FACT, /* two cells: what it is about, and what is said of it */
  MW_PAPER_TABLE_HEAD, /* stands on each page that the table reaches */
  MW_PAPER_TABLE_ROW,
} MwPaperKind;
#define MW_N_PAPER_KINDS 12

typedef enum
{
  MW_PAPER_BOLD,
  MW_PAPER_ITALIC,
  MW_PAPER_UNDERLINED, /* a link */
} MwPaperStyle;

/* @start and @stop count bytes. */
typedef struct
{
  MwPaperStyle style;
  guint start;
  guint stop;
  char *href; /* (nullable): of a link */
} MwPaperSpan;

/* A paragraph or an item. */
typedef struct
{
  char *text;
  GArray *spans; /* of MwPaperSpan */
  gboolean item;
} MwPaperText;

#define MW_PAPER_MOST_CELLS 6

typedef struct
{
  MwPaperKind kind;
  guint n_cells;
  GPtrArray *cells[MW_PAPER_MOST_CELLS]; /* of MwPaperText */
  double widths[MW_PAPER_MOST_CELLS];    /* parts of the whole */
} MwPaperBlock;

/**
 * MwPaper:
 * @title: of the document
 * @footer: at the foot of each page
 * @page_words: with {page} and {pages} in it
 * @continued: what stands behind a heading that is repeated on the next page
 * @size: of the text, in points
 * @most_pages: 0: as many as it takes; else the text becomes smaller, within reason, before there are more
 * @landscape: whether a page is wider than high
 * @secret: whether it tells of a client
 */
typedef struct
{
  gatomicrefcount refs;
  char *title;
  char *footer;
  char *page_words;
  char *continued;
  MwLanguage language;
  double size;
  guint most_pages;
  gboolean landscape;
  gboolean secret;
  GPtrArray *blocks; /* of MwPaperBlock */
} MwPaper;

/* Returns: (transfer full): an empty one in the interface's present language. Main thread only. */
MwPaper *mw_paper_new (const char *title);
/* Returns: (transfer full): an empty one of the same language and measures. Any thread. */
MwPaper *mw_paper_new_like (const MwPaper *like);
MwPaper *mw_paper_ref (MwPaper *self);
/* The texts of the last one are overwritten before they are freed. */
void mw_paper_unref (MwPaper *self);

/* Each line of @text is a paragraph. Nothing is added for an empty text. */
void mw_paper_add (MwPaper *self, MwPaperKind kind, const char *text);
/* @blocks: (element-type MwBlock) */
void mw_paper_add_prose (MwPaper *self, MwPaperKind kind, GPtrArray *blocks);

/* Returns: (transfer none): a block of @n_cells empty cells of the same width, to which the functions below add */
MwPaperBlock *mw_paper_add_row (MwPaper *self, MwPaperKind kind, guint n_cells);
/* Returns: (transfer none): the same, of a fact, with @label in its first cell */
MwPaperBlock *mw_paper_add_fact (MwPaper *self, const char *label);
/* A fact of one text; nothing when @text is empty. */
void mw_paper_add_said (MwPaper *self, const char *label, const char *text);

void mw_paper_block_add (MwPaperBlock *self, guint cell, const char *text);
/* @style: of the whole text */
void mw_paper_block_add_styled (MwPaperBlock *self, guint cell, const char *text, MwPaperStyle style);
/* @blocks: (element-type MwBlock) */
void mw_paper_block_add_prose (MwPaperBlock *self, guint cell, GPtrArray *blocks);
/* Each line is a paragraph; one that begins with "• " an item. @markup: of the elements a, b and i; others are passed over */
void mw_paper_block_add_markup (MwPaperBlock *self, guint cell, const char *markup);

/* All that it says, for tests. Returns: (transfer full) */
char *mw_paper_dup_text (const MwPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwPaper, mw_paper_unref)

G_END_DECLS
