/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-button-labels.h"

#include "mw-accessible.h"

static void
wrap (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      return;
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
