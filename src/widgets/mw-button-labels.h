/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the texts of all buttons within @root wrap where they would be wider than the pane, and names the buttons by them. To
 * be called when a template is made, and again when a label has changed. */
void mw_button_labels_prepare (GtkWidget *root);

G_END_DECLS
