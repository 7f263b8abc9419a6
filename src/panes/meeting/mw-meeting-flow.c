/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-flow.h"

#include <string.h>

/* More than a page holds at the smallest size: what comes after is not laid out with it. In bytes. */
#define MOST_OF_A_PAGE 8000

#define ELLIPSIS "…"

struct _MwMeetingFlow
{
  GPtrArray *blocks;
  PangoLayout *layout;
  int text_size;
  int height;
  GPtrArray *pages; /* of GPtrArray of MwMeetingBlock */

  /* Where the next page begins. */
  guint block;
  gsize offset;
};

static void
block_free (gpointer data)
{
  MwMeetingBlock *block = data;

  g_free (block->heading);
  g_free (block->text);
  g_free (block);
}

GPtrArray *
mw_meeting_blocks_new (void)
{
  return g_ptr_array_new_with_free_func (block_free);
}

static void
take_block (GPtrArray *blocks, char *heading, char *text)
{
  MwMeetingBlock *block = g_new0 (MwMeetingBlock, 1);

  block->heading = heading;
  block->text = text;
  g_ptr_array_add (blocks, block);
}

void
mw_meeting_blocks_add (GPtrArray *blocks, const char *heading, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped)
    take_block (blocks, g_strdup (heading), g_steal_pointer (&stripped));
}

MwMeetingFlow *
mw_meeting_flow_new (GPtrArray *blocks, PangoContext *context, int text_size, int width, int height)
{
  MwMeetingFlow *self = g_new0 (MwMeetingFlow, 1);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  self->blocks = blocks;
  self->layout = pango_layout_new (context);
  self->text_size = text_size;
  self->height = MAX (height, 4 * text_size);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  pango_font_description_set_absolute_size (font, text_size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_width (self->layout, MAX (width, 2 * text_size) * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return self;
}

void
mw_meeting_flow_free (MwMeetingFlow *self)
{
  if (!self)
    return;

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->pages);
  g_object_unref (self->layout);
  g_free (self);
}

static void
set_bold (MwMeetingFlow *self, gboolean bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
}

static int
measure (MwMeetingFlow *self, const char *text, gboolean bold)
{
  int height;

  set_bold (self, bold);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height;
}

/* Returns: how many bytes of @text fit in @height by whole lines */
static gsize
get_fitting (MwMeetingFlow *self, const char *text, int height)
{
  PangoLayoutIter *lines;
  gsize fitting = 0;

  measure (self, text, FALSE);
  lines = pango_layout_get_iter (self->layout);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (lines);
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (lines, NULL, &extents);
      if (PANGO_PIXELS_CEIL (extents.y + extents.height) > height)
        break;
      fitting = (gsize) (pango_layout_line_get_start_index (line) + pango_layout_line_get_length (line));
    }
  while (pango_layout_iter_next_line (lines));
  pango_layout_iter_free (lines);

  return fitting;
}

/* Returns: where the word begins before which the text can be cut, or @end when it is one long word */
static gsize
get_word_start (const char *text, gsize end)
{
  const char *at = text + end;

  while (at > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  while (at > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);

  return at > text ? (gsize) (at - text) : end;
}

/* Cuts what does not fit off @text, which begins at the flow's place in the block. Returns: (transfer full): what fits, with its
 * marks; @used (out): how much of the block that is */
static char *
cut (MwMeetingFlow *self, const char *text, int height, gsize *used)
{
  const char *before = self->offset > 0 ? ELLIPSIS " " : "";
  gsize length = strlen (text);
  gsize end = MIN (length, MOST_OF_A_PAGE);
  g_autofree char *whole = NULL;
  gsize fitting;

  while (end < length && (text[end] & 0xc0) == 0x80)
    end--;
  whole = g_strdup_printf ("%s%.*s", before, (int) end, text);
  fitting = get_fitting (self, whole, height);
  fitting -= MIN (fitting, strlen (before));
  if (fitting >= length)
    {
      *used = length;
      return g_steal_pointer (&whole);
    }

  /* The mark takes room, too. */
  for (gsize at = fitting > 0 ? get_word_start (text, fitting) : 0;; at = get_word_start (text, at))
    {
      g_autofree char *kept = g_strchomp (g_strndup (text, at));
      char *marked = g_strdup_printf ("%s%s " ELLIPSIS, before, kept);

      *used = at;
      if (at == 0 || get_fitting (self, marked, height) >= strlen (marked) || get_word_start (text, at) == at)
        return marked;
      g_free (marked);
    }
}

/* Returns: whether all of the block is on the page now */
static gboolean
place_block (MwMeetingFlow *self, GPtrArray *page, int *left)
{
  const MwMeetingBlock *block = g_ptr_array_index (self->blocks, self->block);
  const char *rest = block->text + self->offset;
  int line = measure (self, "X", FALSE);
  int gap = page->len > 0 ? line / 2 : 0;
  int heading = block->heading ? measure (self, block->heading, TRUE) : 0;
  g_autofree char *text = NULL;
  gsize used = 0;

  if (page->len > 0 && *left < gap + heading + 2 * line)
    return FALSE;

  text = cut (self, rest, MAX (*left - gap - heading, line), &used);
  if (used == 0 && page->len > 0)
    return FALSE;
  if (used == 0)
    used = strlen (rest); /* a window in which not even a line fits */
  *left -= gap + heading + measure (self, text, FALSE);
  take_block (page, g_strdup (block->heading), g_steal_pointer (&text));
  self->offset += used;
  while (g_ascii_isspace (block->text[self->offset]))
    self->offset++;

  return block->text[self->offset] == '\0';
}

static void
lay_out_page (MwMeetingFlow *self)
{
  GPtrArray *page = mw_meeting_blocks_new ();
  int left = self->height;

  while (self->block < self->blocks->len && place_block (self, page, &left))
    {
      self->block++;
      self->offset = 0;
    }
  g_ptr_array_add (self->pages, page);
}

GPtrArray *
mw_meeting_flow_get_page (MwMeetingFlow *self, guint number)
{
  while (self->pages->len <= number && self->block < self->blocks->len)
    lay_out_page (self);

  return number < self->pages->len ? g_ptr_array_index (self->pages, number) : NULL;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

GtkWidget *
mw_meeting_flow_new_widget (GPtrArray *blocks, int text_size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint b = 0; b < blocks->len; b++)
    {
      const MwMeetingBlock *block = g_ptr_array_index (blocks, b);
      GtkWidget *heading = block->heading ? new_label (block->heading) : NULL;
      GtkWidget *text = new_label (block->text);

      if (heading)
        {
          gtk_widget_add_css_class (heading, "wall-heading");
          gtk_box_append (GTK_BOX (box), heading);
        }
      gtk_box_append (GTK_BOX (box), text);
      if (b > 0)
        gtk_widget_set_margin_top (heading ? heading : text, text_size / 2);
    }

  return box;
}
