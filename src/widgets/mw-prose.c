/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-prose.h"

static void
append_escaped (GString *markup, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

static void
append_span (GString *markup, const MwBlock *block, const MwSpan *span)
{
  const char *text = block->text + span->start;
  gssize length = span->stop - span->start;

  if (span->kind == MW_SPAN_LINK && span->href)
    {
      g_string_append (markup, "<a href=\"");
      append_escaped (markup, span->href, -1);
      g_string_append (markup, "\">");
      append_escaped (markup, text, length);
      g_string_append (markup, "</a>");
    }
  else if (span->kind == MW_SPAN_REFERENCE)
    {
      g_string_append (markup, "<i>");
      append_escaped (markup, text, length);
      g_string_append (markup, "</i>");
    }
  else
    append_escaped (markup, text, length);
}

char *
mw_prose_dup_markup (const MwBlock *block)
{
  GString *markup = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);

      if (span->start < at)
        continue;
      append_escaped (markup, block->text + at, span->start - at);
      append_span (markup, block, span);
      at = span->stop;
    }
  append_escaped (markup, block->text + at, -1);

  return g_string_free (markup, FALSE);
}

static GtkWidget *
new_label (const char *text, gboolean catalogue)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (catalogue)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_selectable (GTK_LABEL (label), catalogue); /* what is worth copying; else only a stop for Tab */
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static GtkWidget *
new_item (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

GtkWidget *
mw_prose_new (GPtrArray *blocks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MwBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *markup = mw_prose_dup_markup (block);
      GtkWidget *label = new_label (markup, TRUE);

      gtk_box_append (GTK_BOX (box), block->kind == MW_BLOCK_ITEM && blocks->len > 1 ? new_item (label) : label);
    }

  return box;
}

GtkWidget *
mw_prose_new_list (GPtrArray *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < texts->len; i++)
    gtk_box_append (GTK_BOX (box), new_item (new_label (g_ptr_array_index (texts, i), FALSE)));

  return box;
}

GtkWidget *
mw_prose_new_paragraph (const char *text)
{
  return new_label (text, FALSE);
}
