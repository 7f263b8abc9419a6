/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-marks.h"

/* In one text; more help nobody and cost time. */
#define MAX_MARKS 200

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

void
mw_marks_add (PangoAttrList *attributes, const MwFound *found, const char *text, guint offset)
{
  g_autoptr (GArray) matches = mw_found_match (found, text, MAX_MARKS);

  for (guint i = 0; i < matches->len; i++)
    {
      const MwMatch *match = &g_array_index (matches, MwMatch, i);
      guint start = offset + (guint) match->start;
      guint end = offset + (guint) match->end;

      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
}

static gboolean
is_mark (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_WEIGHT || attribute->klass->type == PANGO_ATTR_UNDERLINE;
}

/* What else the label has, such as the language of its text, stays. */
static void
mark_label (GtkLabel *label, const MwFound *found)
{
  PangoAttrList *before = gtk_label_get_attributes (label);
  PangoAttrList *attributes;

  if (!found && !before)
    return; /* nothing to lay out anew */

  attributes = before ? pango_attr_list_copy (before) : pango_attr_list_new ();
  pango_attr_list_unref (pango_attr_list_filter (attributes, is_mark, NULL));
  if (found)
    mw_marks_add (attributes, found, gtk_label_get_text (label), 0);
  gtk_label_set_attributes (label, attributes);
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
