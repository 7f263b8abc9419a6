/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The focus function of a class for every container that has a grab_focus of its own. GTK's would call that whenever the
 * keyboard enters the container or leaves it backwards, so that Tab passed by what comes first and Shift+Tab never got
 * out. This one only goes from child to child. */
gboolean mw_focus_children (GtkWidget *widget, GtkDirectionType direction);

/* Call once for a window that has menus. A menu's item that opens a dialog leaves the keyboard in the menu: it folds up
 * only when the dialog has the keyboard already, and GTK then gives it to nobody. Without this no key does anything when
 * the dialog has closed. With it the keyboard returns to where the menu hangs. */
void mw_focus_return_from_menus (GtkWindow *window);

G_END_DECLS
