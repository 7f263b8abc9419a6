/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_TROUBLE_PAGE (mw_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (MwTroublePage, mw_trouble_page, MW, TROUBLE_PAGE, GtkWidget)

/* Says why the cases cannot be opened, with MW_CASES_TROUBLE, and offers what can do no harm. Follows the state by itself.
 *
 * Signals: "restore": a backup is wanted. */

void mw_trouble_page_set_cases (MwTroublePage *self, MwCases *cases);

G_END_DECLS
