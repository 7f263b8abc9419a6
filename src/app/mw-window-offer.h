/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-browser-pane.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_WINDOW_OFFER (mw_window_offer_get_type ())
G_DECLARE_FINAL_TYPE (MwWindowOffer, mw_window_offer, MW, WINDOW_OFFER, GObject)

/* The commands of a window that concern the whole of the organisation's offer: export-offer, import-offer, import-offer-file (s: a
 * URI), undo-offer-import, choose-versions, show-missing-offers and restore-offer. What comes of them is said above the list. */

/* @window, @browser: (unowned): of the window, which keeps the result. Returns: (transfer full) */
MwWindowOffer *mw_window_offer_new (GtkApplicationWindow *window, MwBrowserPane *browser, MwOrganisationFile *file);

G_END_DECLS
