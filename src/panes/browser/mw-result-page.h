/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue.h"
#include "mw-intervention-list.h"
#include "mw-offer-notice.h"

G_BEGIN_DECLS

#define MW_TYPE_RESULT_PAGE (mw_result_page_get_type ())
G_DECLARE_FINAL_TYPE (MwResultPage, mw_result_page, MW, RESULT_PAGE, GtkWidget)

/* The search entry, what is said of what was asked, and the interventions that were found; in their place that the catalogue is
 * still loading, that there is none, or what may be left out when nothing was found. Its buttons activate win.show-filters,
 * win.sort, and the actions of the browser pane. The keyboard goes to the list.
 *
 * Signals: "text-changed": what is looked for; "opened" (const char *id). */

/* Returns: (transfer floating) */
MwResultPage *mw_result_page_new (void);

/* Shows how far the loading of @catalogue is, until something else is shown. */
void mw_result_page_start (MwResultPage *self, MwCatalogue *catalogue);
/* Says that loading has ended. @failure: (nullable): why there is no catalogue, in words */
void mw_result_page_set_loaded (MwResultPage *self, const char *failure);

/* @query: (transfer none): what was asked; must outlive the page */
void mw_result_page_show (MwResultPage *self, const MwQuery *query, MwQueryResult *result);

/* Returns: (transfer none) */
const char *mw_result_page_get_text (MwResultPage *self);
void mw_result_page_set_text (MwResultPage *self, const char *text);
void mw_result_page_focus_search (MwResultPage *self);

/* Returns: (transfer none) */
MwInterventionList *mw_result_page_get_list (MwResultPage *self);
/* Returns: (transfer none): what is said of the offer, above the list */
MwOfferNotice *mw_result_page_get_offer_notice (MwResultPage *self);

G_END_DECLS
