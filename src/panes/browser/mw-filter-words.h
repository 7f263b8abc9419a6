/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-browser-query.h"

G_BEGIN_DECLS

/* What narrows the list, as widgets whose buttons drop it again. The buttons activate the actions browser.drop
 * (constraint and value of mw_browser_query_drop(), uu) and browser.clear. */

/* Fills @box with a button for each filter that keeps everything out. */
void mw_filter_words_fill_suggestions (GtkWidget *box, const MwQuery *query, const MwQueryResult *result);

G_END_DECLS
