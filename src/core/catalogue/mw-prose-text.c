/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-prose-text.h"

#include <string.h>

static const char *const item_signs[] = { "- ", "* ", "• " };

char *
mw_prose_text_dup (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MwBlock *block = g_ptr_array_index (blocks, i);
      const MwBlock *last = i > 0 ? g_ptr_array_index (blocks, i - 1) : NULL;

      if (last)
        g_string_append (text, last->kind == MW_BLOCK_ITEM && block->kind == MW_BLOCK_ITEM ? "\n" : "\n\n");
      if (block->kind == MW_BLOCK_ITEM)
        g_string_append (text, item_signs[0]);
      g_string_append (text, block->text);
    }

  return g_string_free (text, FALSE);
}

/* As the reader of a catalogue has it: a run of white space is one space. */
char *
mw_prose_text_dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isspace ((char) c))
        {
          space = line->len > 0;
          continue;
        }
      if (c < ' ' || c == 0x7f || c == 0xfffe || c == 0xffff)
        continue;
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}

static gboolean
is_marked (const MwBlock *block, guint start, guint stop)
{
  for (guint i = 0; i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);

      if (start < span->stop && span->start < stop)
        return TRUE;
    }

  return FALSE;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const MwSpan *one = a;
  const MwSpan *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* Marks the first place of @words in @block where nothing is marked yet. */
static gboolean
mark_words (MwBlock *block, const char *words, const MwSpan *span)
{
  gsize length = strlen (words);

  for (const char *at = strstr (block->text, words); length && at; at = strstr (at + 1, words))
    {
      guint start = (guint) (at - block->text);

      if (is_marked (block, start, start + (guint) length))
        continue;
      mw_block_add_span (block, span->kind, start, start + (guint) length, span->href);
      return TRUE;
    }

  return FALSE;
}

/* An address ends before the punctuation of the sentence that it stands in. */
static void
mark_addresses (MwBlock *block)
{
  for (const char *at = block->text; (at = strstr (at, "http")) != NULL;)
    {
      gsize length = strcspn (at, " <>\"“”");
      guint start = (guint) (at - block->text);

      while (length && strchr (".,;:!?)", at[length - 1]))
        length--;
      if (g_regex_match_simple ("^https?://[^ ]", at, 0, 0) && !is_marked (block, start, start + (guint) length))
        {
          g_autofree char *address = g_strndup (at, length);

          mw_block_add_span (block, MW_SPAN_LINK, start, start + (guint) length, address);
        }
      at += MAX (length, 4);
    }
}

static void
finish_block (GPtrArray *blocks, MwBlockKind kind, GString *words)
{
  g_autofree char *line = mw_prose_text_dup_line (words->str);

  g_string_truncate (words, 0);
  if (*line)
    {
      MwBlock *block = mw_block_new (kind);

      block->text = g_steal_pointer (&line);
      g_ptr_array_add (blocks, block);
    }
}

static const char *
skip_item_sign (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_signs); i++)
    if (g_str_has_prefix (line, item_signs[i]))
      return line + strlen (item_signs[i]);

  return NULL;
}

/* A block that was not changed has first claim to what was marked in it. */
static void
mark_unchanged (GPtrArray *blocks, GPtrArray *before, gboolean *done)
{
  for (guint b = 0; b < before->len; b++)
    {
      const MwBlock *old = g_ptr_array_index (before, b);

      for (guint i = 0; i < blocks->len && !done[b]; i++)
        {
          MwBlock *block = g_ptr_array_index (blocks, i);

          if (block->spans->len > 0 || strcmp (block->text, old->text) != 0)
            continue;
          for (guint s = 0; s < old->spans->len; s++)
            {
              const MwSpan *span = &g_array_index (old->spans, MwSpan, s);

              mw_block_add_span (block, span->kind, span->start, span->stop, span->href);
            }
          done[b] = TRUE;
        }
    }
}

static void
mark_changed (GPtrArray *blocks, const MwBlock *old)
{
  for (guint s = 0; s < old->spans->len; s++)
    {
      const MwSpan *span = &g_array_index (old->spans, MwSpan, s);
      g_autofree char *words = g_strndup (old->text + span->start, span->stop - span->start);
      gboolean marked = FALSE;

      for (guint i = 0; i < blocks->len && !marked; i++)
        marked = mark_words (g_ptr_array_index (blocks, i), words, span);
    }
}

/* Puts what was marked in @before where it still is. */
static void
mark (GPtrArray *blocks, GPtrArray *before)
{
  g_autofree gboolean *done = g_new0 (gboolean, before->len + 1);

  mark_unchanged (blocks, before, done);
  for (guint b = 0; b < before->len; b++)
    if (!done[b])
      mark_changed (blocks, g_ptr_array_index (before, b));
}

static GPtrArray *
split (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *words = g_string_new (NULL);
  MwBlockKind kind = MW_BLOCK_PARAGRAPH;

  for (guint i = 0; lines[i]; i++)
    {
      const char *line = g_strchug (lines[i]);
      const char *item = skip_item_sign (line);

      if (item || !*line)
        {
          finish_block (blocks, kind, words);
          kind = item ? MW_BLOCK_ITEM : MW_BLOCK_PARAGRAPH;
        }
      g_string_append_printf (words, "%s\n", item ? item : line);
    }
  finish_block (blocks, kind, words);
  g_string_free (words, TRUE);

  return blocks;
}

GPtrArray *
mw_prose_text_parse (const char *text, GPtrArray *before)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GPtrArray *blocks = split (valid);

  if (before)
    mark (blocks, before);
  for (guint i = 0; i < blocks->len; i++)
    {
      MwBlock *block = g_ptr_array_index (blocks, i);

      mark_addresses (block);
      g_array_sort (block->spans, compare_spans);
    }

  return blocks;
}
