/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives every text button within @root, itself included, its text as its one accessible name: GTK 4.8 would have a screen
 * reader say "_Next Next". To be called when a template is made, and again when a label has changed. */
void mw_accessible_name_buttons (GtkWidget *root);

/* Makes @label the one accessible name of @widget, whatever else labels it. */
void mw_accessible_set_name (GtkWidget *widget, const char *label);

G_END_DECLS
