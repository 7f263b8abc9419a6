/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-markup.h"

#include <string.h>

#define BULLET "• "

static void
clear_span (gpointer data)
{
  g_free (((MwPaperSpan *) data)->href);
}

MwPaperText *
mw_paper_text_new (const char *text, gssize length)
{
  MwPaperText *self = g_new0 (MwPaperText, 1);

  self->text = g_utf8_make_valid (text, length);
  self->spans = g_array_new (FALSE, FALSE, sizeof (MwPaperSpan));
  g_array_set_clear_func (self->spans, clear_span);

  return self;
}

void
mw_paper_text_free (MwPaperText *self)
{
  explicit_bzero (self->text, strlen (self->text));
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

void
mw_paper_text_add_span (MwPaperText *self, MwPaperStyle style, guint start, guint stop, const char *href)
{
  MwPaperSpan span = { style, start, stop, g_strdup (href) };

  g_array_append_val (self->spans, span);
}

MwPaperText *
mw_paper_text_new_for_block (const MwBlock *block)
{
  MwPaperText *self = mw_paper_text_new (block->text, -1);

  self->item = block->kind == MW_BLOCK_ITEM;
  for (guint i = 0; i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);

      if (span->kind == MW_SPAN_LINK && span->href)
        mw_paper_text_add_span (self, MW_PAPER_UNDERLINED, span->start, span->stop, span->href);
      else if (span->kind == MW_SPAN_REFERENCE)
        mw_paper_text_add_span (self, MW_PAPER_ITALIC, span->start, span->stop, NULL);
    }

  return self;
}

/* Where the text stands that is being read. */
typedef struct
{
  GString *text;
  GArray *spans; /* of MwPaperSpan */
  GArray *open;  /* of guint: the places in spans of the elements that are open; G_MAXUINT of those that are passed over */
} Reading;

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **attribute_names,
          const char **attribute_values,
          gpointer data,
          GError **error)
{
  Reading *reading = data;
  MwPaperSpan span = { .start = (guint) reading->text->len };
  guint place = reading->spans->len;

  if (g_str_equal (name, "a"))
    span.style = MW_PAPER_UNDERLINED;
  else if (g_str_equal (name, "b"))
    span.style = MW_PAPER_BOLD;
  else if (g_str_equal (name, "i"))
    span.style = MW_PAPER_ITALIC;
  else
    place = G_MAXUINT;
  for (guint i = 0; place != G_MAXUINT && attribute_names[i]; i++)
    if (g_str_equal (attribute_names[i], "href"))
      span.href = g_strdup (attribute_values[i]);
  if (place != G_MAXUINT)
    g_array_append_val (reading->spans, span);
  g_array_append_val (reading->open, place);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reading *reading = data;
  guint place = g_array_index (reading->open, guint, reading->open->len - 1);

  if (place != G_MAXUINT)
    g_array_index (reading->spans, MwPaperSpan, place).stop = (guint) reading->text->len;
  g_array_set_size (reading->open, reading->open->len - 1);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

/* The part of the text from @start to @stop, with its spans. */
static MwPaperText *
cut (const Reading *reading, guint start, guint stop)
{
  gboolean item = g_str_has_prefix (reading->text->str + start, BULLET);
  guint from = item ? start + (guint) strlen (BULLET) : start;
  MwPaperText *self = mw_paper_text_new (reading->text->str + from, stop - from);

  self->item = item;
  for (guint i = 0; i < reading->spans->len; i++)
    {
      const MwPaperSpan *span = &g_array_index (reading->spans, MwPaperSpan, i);
      guint first = MAX (span->start, from);
      guint last = MIN (span->stop, stop);

      if (first < last)
        mw_paper_text_add_span (self, span->style, first - from, last - from, span->href);
    }

  return self;
}

GPtrArray *
mw_paper_markup_parse (const char *markup)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (MwPaperSpan));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { text, spans, open };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autofree char *whole = g_strdup_printf ("<p>%s</p>", markup);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_paper_text_free);

  g_array_set_clear_func (spans, clear_span);
  if (!g_markup_parse_context_parse (context, whole, -1, NULL) || !g_markup_parse_context_end_parse (context, NULL))
    {
      g_critical ("Markup that is none");
      return texts;
    }
  for (guint start = 0; start <= text->len;)
    {
      const char *end = strchrnul (text->str + start, '\n');
      guint stop = (guint) (end - text->str);

      /* A line of nothing but white space is a gap between paragraphs. */
      if (strspn (text->str + start, " \t") < stop - start)
        g_ptr_array_add (texts, cut (&reading, start, stop));
      start = stop + 1;
    }

  return texts;
}
