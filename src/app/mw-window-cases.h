/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases-pane.h"

G_BEGIN_DECLS

/* What the case pane asks of the window that is done with a file dialog, a printer or the settings. */

/* Gives the pane its cases, and looks what there is of them. */
void mw_window_cases_fill (MwCasesPane *pane, MwCases *cases, GSettings *settings);

/* @pane: whose signals are answered, as long as it lives; @settings: (transfer none) */
void mw_window_cases_connect (GtkWindow *window, MwCasesPane *pane, GSettings *settings);

/* Adds the actions of @window that concern the cases as such: "win.new-case", "win.new-note", "win.search-cases",
 * "win.change-passphrase", "win.renew-keys", "win.back-up" and "win.restore". */
void mw_window_cases_add_actions (GtkApplicationWindow *window, MwCasesPane *pane);

/* A file that was dropped or given on the command line. Returns: whether it is named as a case that was handed over, and is being
 * opened */
gboolean mw_window_cases_receive (GtkApplicationWindow *window, GFile *file);

G_END_DECLS
