/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-bar.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-comparison.h"

struct _MwComparisonBar
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkWidget *compare_button;
  GtkWidget *clear_button;

  MwComparisonSet *set;
};

G_DEFINE_FINAL_TYPE (MwComparisonBar, mw_comparison_bar, GTK_TYPE_WIDGET)

static char *
dup_state (MwComparisonSet *set)
{
  guint n = mw_comparison_set_get_n (set);
  g_autofree char *numbers = mw_comparison_set_dup_numbers (set);

  if (n == 1)
    /* Translators: the number of an intervention in the catalogue, such as 1.5 */
    return g_strdup_printf (_ ("To be compared: %s. Choose at least one more."), numbers);

  /* Translators: how many, and their numbers in the catalogue */
  return g_strdup_printf (ngettext ("%u to be compared: %s", "%u to be compared: %s", n), n, numbers);
}

static void
on_changed (MwComparisonBar *self)
{
  guint n = mw_comparison_set_get_n (self->set);
  g_autofree char *state = n > 0 ? dup_state (self->set) : g_strdup ("");

  gtk_label_set_label (self->label, state);
  gtk_widget_set_visible (self->compare_button, n >= MW_COMPARISON_LEAST);
  gtk_widget_set_visible (self->clear_button, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
mw_comparison_bar_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&MW_COMPARISON_BAR (object)->set);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_comparison_bar_parent_class)->dispose (object);
}

static void
mw_comparison_bar_class_init (MwComparisonBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "comparisonbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-comparison-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MwComparisonBar, label);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonBar, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonBar, clear_button);
}

static void
mw_comparison_bar_init (MwComparisonBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_comparison_bar_set_set (MwComparisonBar *self, MwComparisonSet *set)
{
  g_return_if_fail (!self->set);

  self->set = g_object_ref (set);
  g_signal_connect_object (set, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
mw_comparison_bar_say (MwComparisonBar *self, const char *message)
{
  gtk_label_set_label (self->label, message);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
