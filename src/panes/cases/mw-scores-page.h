/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_SCORES_PAGE (mw_scores_page_get_type ())
G_DECLARE_FINAL_TYPE (MwScoresPage, mw_scores_page, MW, SCORES_PAGE, GtkWidget)

/* The scores of a case on the loneliness scale: a chart of them, and the newest first to be filled in.
 *
 * Signals: "changed": the case, to be saved soon; "left": to be saved now. */

/* @one: (nullable): changed in place while it is shown */
void mw_scores_page_show (MwScoresPage *self, MwCase *one);

/* Adds a score of today on the scale that was used last, and lets the user fill it in. */
void mw_scores_page_add (MwScoresPage *self);

void mw_scores_page_set_editable (MwScoresPage *self, gboolean editable);

G_END_DECLS
