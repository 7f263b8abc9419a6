/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_IMPORT_WINDOW (mw_offer_import_window_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferImportWindow, mw_offer_import_window, MW, OFFER_IMPORT_WINDOW, AdwWindow)

/* A colleague's offer: its file is checked, what it would change is shown, and what is chosen of that is taken over. Closed before
 * that, it leaves everything as it was.
 *
 * Signal: "imported" (guint n): so many changes were taken over; the window closes. */

/* Checks @file at once. Returns: (transfer none): a modal window over @parent */
GtkWindow *mw_offer_import_window_new (GtkWindow *parent, MwOrganisationFile *own, GFile *file);

G_END_DECLS
