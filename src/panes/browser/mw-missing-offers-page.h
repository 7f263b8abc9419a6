/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_MISSING_OFFERS_PAGE (mw_missing_offers_page_get_type ())
G_DECLARE_FINAL_TYPE (MwMissingOffersPage, mw_missing_offers_page, MW, MISSING_OFFERS_PAGE, GtkWidget)

/* What is filled in about interventions that the catalogue does not have: seen, changed and removed one by one.
 *
 * Signals: "closed"; "removed" (MwOrganisationItem): this was filled in about one, and is not any more. */

/* Returns: (transfer floating) */
MwMissingOffersPage *mw_missing_offers_page_new (MwOrganisationFile *file);

/* @missing: (nullable) (element-type MwOrganisationItem). The one that is shown stays so, as long as it is among them. */
void mw_missing_offers_page_show (MwMissingOffersPage *self, GPtrArray *missing);

G_END_DECLS
