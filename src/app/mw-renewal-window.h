/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-catalogue-renewal.h"

G_BEGIN_DECLS

#define MW_TYPE_RENEWAL_WINDOW (mw_renewal_window_get_type ())
G_DECLARE_FINAL_TYPE (MwRenewalWindow, mw_renewal_window, MW, RENEWAL_WINDOW, AdwWindow)

/* Another catalogue in the place of the present one: it is checked, what it changes is shown, it is accepted, and that can be
 * undone. One window for one file; closed before it is accepted, it leaves everything as it was. */

/* Checks @file at once. Returns: (transfer none): a modal window over @parent */
GtkWindow *mw_renewal_window_new (GtkWindow *parent, MwCatalogue *catalogue, GFile *file);

/* Goes back to the previous catalogue at once. Returns: (transfer none): a modal window over @parent */
GtkWindow *mw_renewal_window_new_for_undo (GtkWindow *parent, MwCatalogue *catalogue);

G_END_DECLS
