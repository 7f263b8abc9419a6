/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_FILTER_LINE (mw_filter_line_get_type ())
G_DECLARE_FINAL_TYPE (MwFilterLine, mw_filter_line, MW, FILTER_LINE, GtkWidget)

/* The sentence of mw-filter-sentence.h above the list, of which every part is a button that drops it. The sentence as a
 * whole is its accessible name. Invisible while nothing narrows the list. The buttons activate the actions browser.drop
 * (constraint and value of mw_browser_query_drop(), uu) and browser.clear. */

void mw_filter_line_show (MwFilterLine *self, const MwQuery *query);

G_END_DECLS
