/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-button-labels.h"

#include "mw-accessible.h"

static void
wrap (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_LABEL (widget) && (GTK_IS_BUTTON (parent) || GTK_IS_CHECK_BUTTON (parent)))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_IS_BUTTON (parent) ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
    }

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    wrap (c);
}

void
mw_button_labels_prepare (GtkWidget *root)
{
  wrap (root);
  mw_accessible_name_buttons (root);
}
