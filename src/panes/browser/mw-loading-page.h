/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue.h"

G_BEGIN_DECLS

#define MW_TYPE_LOADING_PAGE (mw_loading_page_get_type ())
G_DECLARE_FINAL_TYPE (MwLoadingPage, mw_loading_page, MW, LOADING_PAGE, GtkWidget)

/* Says how far the catalogue is; empty for the first half second, which is all that most starts take. */

void mw_loading_page_start (MwLoadingPage *self, MwCatalogue *catalogue);
void mw_loading_page_stop (MwLoadingPage *self);

G_END_DECLS
