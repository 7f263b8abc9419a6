/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-paper-markup.h"
#include "mw-words.h"

#define TEXT_SIZE 10
#define LABEL_WIDTH 0.28

static void
block_free (gpointer data)
{
  MwPaperBlock *self = data;

  for (guint c = 0; c < self->n_cells; c++)
    g_ptr_array_unref (self->cells[c]);
  g_free (self);
}

MwPaper *
mw_paper_new (const char *title)
{
  MwPaper *self = g_new0 (MwPaper, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->footer = g_strdup ("Maatwerk");
  /* Translators: at the foot of a page: "2 of 3". Leave {page} and {pages} as they are. */
  self->page_words = g_strdup (_ ("{page} of {pages}"));
  /* Translators: behind a heading that is repeated on the next page */
  self->continued = g_strdup (_ ("(continued)"));
  self->language = mw_words_get_language ();
  self->size = TEXT_SIZE;
  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

MwPaper *
mw_paper_new_like (const MwPaper *like)
{
  MwPaper *self = g_new0 (MwPaper, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (like->title);
  self->footer = g_strdup (like->footer);
  self->page_words = g_strdup (like->page_words);
  self->continued = g_strdup (like->continued);
  self->language = like->language;
  self->size = like->size;
  self->landscape = like->landscape;
  self->secret = like->secret;
  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

MwPaper *
mw_paper_ref (MwPaper *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_paper_unref (MwPaper *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  explicit_bzero (self->title, strlen (self->title));
  g_free (self->title);
  g_free (self->footer);
  g_free (self->page_words);
  g_free (self->continued);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

MwPaperBlock *
mw_paper_add_row (MwPaper *self, MwPaperKind kind, guint n_cells)
{
  MwPaperBlock *block = g_new0 (MwPaperBlock, 1);

  g_assert (n_cells > 0 && n_cells <= MW_PAPER_MOST_CELLS);
  block->kind = kind;
  block->n_cells = n_cells;
  for (guint c = 0; c < n_cells; c++)
    {
      block->cells[c] = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_paper_text_free);
      block->widths[c] = 1.0 / n_cells;
    }
  g_ptr_array_add (self->blocks, block);

  return block;
}

MwPaperBlock *
mw_paper_add_fact (MwPaper *self, const char *label)
{
  MwPaperBlock *block = mw_paper_add_row (self, MW_PAPER_FACT, 2);

  block->widths[0] = LABEL_WIDTH;
  block->widths[1] = 1 - LABEL_WIDTH;
  mw_paper_block_add (block, 0, label);

  return block;
}

void
mw_paper_add_said (MwPaper *self, const char *label, const char *text)
{
  if (text && *text)
    mw_paper_block_add (mw_paper_add_fact (self, label), 1, text);
}

static gboolean
is_empty (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

void
mw_paper_add (MwPaper *self, MwPaperKind kind, const char *text)
{
  g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : NULL;

  if (valid && !is_empty (valid))
    mw_paper_block_add (mw_paper_add_row (self, kind, 1), 0, valid);
}

void
mw_paper_add_prose (MwPaper *self, MwPaperKind kind, GPtrArray *blocks)
{
  if (blocks->len > 0)
    mw_paper_block_add_prose (mw_paper_add_row (self, kind, 1), 0, blocks);
}

void
mw_paper_block_add (MwPaperBlock *self, guint cell, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  lines = g_strsplit (valid, "\n", -1);
  for (guint l = 0; lines[l]; l++)
    {
      MwPaperText *paragraph;

      if (!is_empty (lines[l]))
        {
          paragraph = mw_paper_text_new (g_strchomp (lines[l]), -1);
          paragraph->item = self->kind == MW_PAPER_ITEM;
          g_ptr_array_add (self->cells[cell], paragraph);
        }
      explicit_bzero (lines[l], strlen (lines[l]));
    }
  explicit_bzero (valid, strlen (valid));
}

void
mw_paper_block_add_styled (MwPaperBlock *self, guint cell, const char *text, MwPaperStyle style)
{
  guint before = self->cells[cell]->len;

  mw_paper_block_add (self, cell, text);
  for (guint t = before; t < self->cells[cell]->len; t++)
    {
      MwPaperText *added = g_ptr_array_index (self->cells[cell], t);

      mw_paper_text_add_span (added, style, 0, (guint) strlen (added->text), NULL);
    }
}

/* One item alone is no list. */
void
mw_paper_block_add_prose (MwPaperBlock *self, guint cell, GPtrArray *blocks)
{
  for (guint b = 0; b < blocks->len; b++)
    {
      MwPaperText *text = mw_paper_text_new_for_block (g_ptr_array_index (blocks, b));

      text->item = text->item && blocks->len > 1;
      g_ptr_array_add (self->cells[cell], text);
    }
}

void
mw_paper_block_add_markup (MwPaperBlock *self, guint cell, const char *markup)
{
  g_autoptr (GPtrArray) texts = mw_paper_markup_parse (markup);

  g_ptr_array_extend_and_steal (self->cells[cell], g_steal_pointer (&texts));
}

char *
mw_paper_dup_text (const MwPaper *self)
{
  GString *text = g_string_new (NULL);

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const MwPaperBlock *block = g_ptr_array_index (self->blocks, b);

      for (guint c = 0; c < block->n_cells; c++)
        for (guint t = 0; t < block->cells[c]->len; t++)
          g_string_append_printf (text, "%s\n", ((MwPaperText *) g_ptr_array_index (block->cells[c], t))->text);
    }

  return g_string_free (text, FALSE);
}
