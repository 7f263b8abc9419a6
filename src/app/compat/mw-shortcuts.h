/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the list of keyboard shortcuts over @parent. The one place that knows which widget does that: GTK is about to
 * replace it. */
void mw_shortcuts_present (GtkWindow *parent);

G_END_DECLS
