/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_OFFER_CHANGES_PAGE (mw_offer_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferChangesPage, mw_offer_changes_page, MW, OFFER_CHANGES_PAGE, GtkWidget)

/* What another file would change in the organisation's offer: a list in which each change can be chosen or left, one by one or all at
 * once, and the one that is looked at, part by part. Its buttons activate offer.accept and window.close. */

/* @changes: (element-type MwOrganisationChange). What was chosen and left before stays so. */
void mw_offer_changes_page_show (MwOfferChangesPage *self, const char *title, GPtrArray *changes);

/* Returns: (transfer container) (element-type MwOrganisationItem): what is chosen */
GPtrArray *mw_offer_changes_page_dup_chosen (MwOfferChangesPage *self);

/* Leaves what is looked at. Returns: whether there was any */
gboolean mw_offer_changes_page_go_back (MwOfferChangesPage *self);

G_END_DECLS
