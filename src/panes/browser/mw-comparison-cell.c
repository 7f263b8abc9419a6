/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-cell.h"

#include "mw-comparison-words.h"

struct _MwComparisonCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (MwComparisonCell, mw_comparison_cell, GTK_TYPE_WIDGET)

static void
mw_comparison_cell_dispose (GObject *object)
{
  g_clear_pointer (&MW_COMPARISON_CELL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (mw_comparison_cell_parent_class)->dispose (object);
}

static void
mw_comparison_cell_class_init (MwComparisonCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "comparisoncell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mw_comparison_cell_init (MwComparisonCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
mw_comparison_cell_new (const char *markup, const char *name)
{
  MwComparisonCell *self = g_object_new (MW_TYPE_COMPARISON_CELL, NULL);
  g_autofree char *spoken = NULL;

  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  spoken = mw_comparison_words_dup_spoken (gtk_label_get_text (GTK_LABEL (self->label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);

  return GTK_WIDGET (self);
}
