/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-marks.h"

#include <string.h>

/* In one text; more help nobody and cost time. */
#define MAX_MARKS 200

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PangoAttrList *attributes, const MwFound *found, const char *text)
{
  g_autoptr (GArray) matches = mw_found_match (found, text, MAX_MARKS);

  for (guint i = 0; i < matches->len; i++)
    {
      const MwMatch *match = &g_array_index (matches, MwMatch, i);
      guint start = (guint) match->start;
      guint end = (guint) match->end;

      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD), start, end);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
}

static gboolean
is_mark (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_WEIGHT || attribute->klass->type == PANGO_ATTR_UNDERLINE;
}

static gboolean
has_any (PangoAttrList *attributes)
{
  GSList *all = pango_attr_list_get_attributes (attributes);
  gboolean any = all != NULL;

  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return any;
}

/* What else the label has, such as the language of its text, stays; a label whose marks stay is not laid out anew. */
static void
mark_label (GtkLabel *label, const MwFound *found)
{
  PangoAttrList *before = gtk_label_get_attributes (label);
  PangoAttrList *attributes = before ? pango_attr_list_copy (before) : pango_attr_list_new ();
  PangoAttrList *old = pango_attr_list_filter (attributes, is_mark, NULL);

  mark (attributes, found, gtk_label_get_text (label));
  if (before ? !pango_attr_list_equal (before, attributes) : has_any (attributes))
    gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&old, pango_attr_list_unref);
  pango_attr_list_unref (attributes);
}

void
mw_marks_apply (GtkWidget *root, const MwFound *found)
{
  if (GTK_IS_LABEL (root) && !gtk_widget_has_css_class (root, "heading"))
    mark_label (GTK_LABEL (root), found);
  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    mw_marks_apply (c, found);
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

char *
mw_marks_dup_markup (const MwFound *found, const char *text)
{
  g_autoptr (GArray) matches = mw_found_match (found, text, MAX_MARKS);
  GString *markup = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const MwMatch *match = &g_array_index (matches, MwMatch, i);

      append_escaped (markup, text + at, match->start - at);
      g_string_append (markup, "<b><u>");
      append_escaped (markup, text + match->start, match->end - match->start);
      g_string_append (markup, "</u></b>");
      at = match->end;
    }
  append_escaped (markup, text + at, strlen (text) - at);

  return g_string_free (markup, FALSE);
}
