/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"
#include "mw-saved-filters.h"

G_BEGIN_DECLS

#define MW_TYPE_SAVED_FILTERS_BOX (mw_saved_filters_box_get_type ())
G_DECLARE_FINAL_TYPE (MwSavedFiltersBox, mw_saved_filters_box, MW, SAVED_FILTERS_BOX, GtkWidget)

/* The saved filters by name, to choose, to rename and to remove (which can be undone), and a button that saves what is
 * chosen now. Invisible when there is nothing to choose or to save. Choosing activates the action browser.choose (as, of
 * mw_query_dup_filters()). */

/* Must be called once, before anything else. */
void mw_saved_filters_box_set_saved (MwSavedFiltersBox *self, MwSavedFilters *saved);

/* What is chosen now. */
void mw_saved_filters_box_show (MwSavedFiltersBox *self, const MwQuery *query);

G_END_DECLS
