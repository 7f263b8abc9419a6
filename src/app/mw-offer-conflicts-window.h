/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_CONFLICTS_WINDOW (mw_offer_conflicts_window_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferConflictsWindow, mw_offer_conflicts_window, MW, OFFER_CONFLICTS_WINDOW, AdwWindow)

/* What two people changed at the same time in the shared file: both versions, part by part, and for each the choice. */

/* Returns: (transfer none): a modal window over @parent */
GtkWindow *mw_offer_conflicts_window_new (GtkWindow *parent, MwOrganisationFile *file);

G_END_DECLS
