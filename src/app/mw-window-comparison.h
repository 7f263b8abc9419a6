/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-browser-pane.h"
#include "mw-cases-pane.h"

G_BEGIN_DECLS

/* What the comparison of interventions needs of the window: room, its keys, and the open case.
 *
 * Adds the actions "win.compare" and "win.show-comparison", and carries the case's profile and wishes to the browser for as long as
 * both panes live. @browser: within the window's MwPanes already. To be called once. */
void mw_window_comparison_connect (GtkApplicationWindow *window, MwBrowserPane *browser, MwCasesPane *cases);

G_END_DECLS
