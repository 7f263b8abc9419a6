/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue-renewal.h"

G_BEGIN_DECLS

#define MW_TYPE_CHANGES_PAGE (mw_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (MwChangesPage, mw_changes_page, MW, CHANGES_PAGE, GtkWidget)

/* What another catalogue would change: what it is, a list of interventions, and what becomes of the one that is chosen. Its
 * buttons activate renewal.accept and window.close. */

void mw_changes_page_show (MwChangesPage *self, const MwCatalogueProposal *proposal);

/* Leaves what is chosen. Returns: whether there was any */
gboolean mw_changes_page_go_back (MwChangesPage *self);

G_END_DECLS
