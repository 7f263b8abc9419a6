/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_HISTORY_PAGE (mw_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MwHistoryPage, mw_history_page, MW, HISTORY_PAGE, GtkWidget)

/* The earlier revisions of one case, to look at and to bring back.
 *
 * Signals: "bring-back": the one that is shown, to be taken with mw_history_page_steal_case(); "cancelled", also by Escape. */

/* Lists the revisions of the case @id, which is stored. */
void mw_history_page_start (MwHistoryPage *self, MwCases *cases, guint64 id);

/* Returns: (transfer full) (nullable): the revision that is shown; the page forgets it */
MwCase *mw_history_page_steal_case (MwHistoryPage *self);

/* Forgets everything. */
void mw_history_page_reset (MwHistoryPage *self);

G_END_DECLS
