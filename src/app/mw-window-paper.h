/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-browser-pane.h"
#include "mw-cases-pane.h"

G_BEGIN_DECLS

#define MW_TYPE_WINDOW_PAPER (mw_window_paper_get_type ())
G_DECLARE_FINAL_TYPE (MwWindowPaper, mw_window_paper, MW, WINDOW_PAPER, GObject)

/* What the window prints and saves as PDF. Adds the actions "win.print", for what is in front, and "win.print-paper" and
 * "win.save-paper", which name the paper: "sheet" and "handout" of the description, "comparison", "case", and "room" for what a meeting may see of the
 * case.
 *
 * Signals: "said" (const char *words, gboolean failed): how it went; of a case that is said in its pane. */

/* Neither @window nor the panes are owned. Returns: (transfer full) */
MwWindowPaper *mw_window_paper_new (GtkApplicationWindow *window, MwBrowserPane *browser, MwCasesPane *cases);

/* Who offers what. */
void mw_window_paper_set_organisation (MwWindowPaper *self, MwOrganisationFile *file);

G_END_DECLS
