/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue.h"
#include "mw-comparer.h"
#include "mw-offer-notice.h"
#include "mw-organisation-file.h"
#include "mw-outcomes.h"
#include "mw-saved-filters.h"

G_BEGIN_DECLS

#define MW_TYPE_BROWSER_PANE (mw_browser_pane_get_type ())
G_DECLARE_FINAL_TYPE (MwBrowserPane, mw_browser_pane, MW, BROWSER_PANE, GtkWidget)

/* The interventions: search, filters, list, and the description of the one that is open. Its buttons activate
 * win.show-filters, win.sort, win.consider, win.compare, win.show-comparison and win.close-description, for which the window calls the functions below.
 *
 * Signals: "changed": the filters, the order, the open intervention or the comparison; "consider" (const char *id, const char *number,
 * const char *name): for the open case; "refer" (the same, and const char *whom): to refer the client of the open case, "" when it is
 * not known to whom; "not-found": what was to be opened is not in the catalogue. */

/* Must be called once, before anything else. Starts to ask at once; answers come when the catalogue has loaded. */
void mw_browser_pane_set_catalogue (MwBrowserPane *self, MwCatalogue *catalogue);

/* The organisation's offer, which descriptions show and change. May be called once, before a description is opened. */
void mw_browser_pane_set_organisation (MwBrowserPane *self, MwOrganisationFile *file);

/* Returns: (transfer none): what is said of the offer, above the list */
MwOfferNotice *mw_browser_pane_get_offer_notice (MwBrowserPane *self);

/* What happened in the own cases, which descriptions show. May be called once, before a description is opened. */
void mw_browser_pane_set_outcomes (MwBrowserPane *self, MwOutcomes *outcomes);

/* Another catalogue has taken the place of the one before: asks anew, and opens anew what is open. */
void mw_browser_pane_ask_again (MwBrowserPane *self);

/* Says that loading has ended. @failure: (nullable): why there is no catalogue, in words */
void mw_browser_pane_set_loaded (MwBrowserPane *self, const char *failure);

/* The wizard's profiles; the list narrows to those that fit one of them. */
void mw_browser_pane_set_candidates (MwBrowserPane *self, MwProfileSet candidates);

/* As mw_query_dup_filters() and mw_query_set_filters(). */
char **mw_browser_pane_dup_filters (MwBrowserPane *self);
void mw_browser_pane_set_filters (MwBrowserPane *self, const char *const *filters);
void mw_browser_pane_clear_filters (MwBrowserPane *self);

/* Returns: (transfer none): those that the panel of filters offers, for keeping */
MwSavedFilters *mw_browser_pane_get_saved_filters (MwBrowserPane *self);

/* Returns: (transfer none) */
const char *mw_browser_pane_get_text (MwBrowserPane *self);
void mw_browser_pane_set_text (MwBrowserPane *self, const char *text);

void mw_browser_pane_set_sort (MwBrowserPane *self, MwSort sort);
void mw_browser_pane_show_filters (MwBrowserPane *self, gboolean show);
void mw_browser_pane_focus_search (MwBrowserPane *self);

/* Shows @page (nullable) in the place of the description, such as a form; %NULL shows the description again, if one is open. That
 * happens too when a description is opened or closed. */
void mw_browser_pane_show_page (MwBrowserPane *self, GtkWidget *page);
gboolean mw_browser_pane_has_page (MwBrowserPane *self);

/* @id: (nullable): closes the description */
void mw_browser_pane_open (MwBrowserPane *self, const char *id);
/* Returns: (transfer none) (nullable) */
const char *mw_browser_pane_get_open (MwBrowserPane *self);

/* The intervention whose description can be seen, and the language that it is read in (out). Returns: (transfer none) (nullable) */
MwIntervention *mw_browser_pane_get_shown (MwBrowserPane *self, MwLanguage *language);

/* @ids: (nullable): the interventions that the open case considers; %NULL without an open case */
void mw_browser_pane_set_considered (MwBrowserPane *self, const char *const *ids);
/* Emits "consider" for the entry that has the keyboard, else for the open description; of a comparison for the column that has the
 * keyboard. */
void mw_browser_pane_consider (MwBrowserPane *self);

/* Puts the same into the comparison, or takes it out. */
void mw_browser_pane_compare (MwBrowserPane *self);
/* Returns: (transfer none) */
MwComparer *mw_browser_pane_get_comparer (MwBrowserPane *self);

/* From the comparison, a page or the description to what it came from. */
gboolean mw_browser_pane_can_go_back (MwBrowserPane *self);
void mw_browser_pane_go_back (MwBrowserPane *self);

G_END_DECLS
