/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_UNLOCK_PAGE (mw_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (MwUnlockPage, mw_unlock_page, MW, UNLOCK_PAGE, GtkWidget)

/* Asks for the passphrase, or for the recovery key when it is forgotten.
 *
 * Signals: "unlocked" (gboolean with_recovery_key). */

void mw_unlock_page_set_cases (MwUnlockPage *self, MwCases *cases);
/* Empties what was typed. */
void mw_unlock_page_reset (MwUnlockPage *self);

G_END_DECLS
