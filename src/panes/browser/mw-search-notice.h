/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-query.h"

G_BEGIN_DECLS

#define MW_TYPE_SEARCH_NOTICE (mw_search_notice_get_type ())
G_DECLARE_FINAL_TYPE (MwSearchNotice, mw_search_notice, MW, SEARCH_NOTICE, GtkWidget)

/* Says what was looked for beside what was typed: a correction, which its button takes over by browser.search (s), and
 * synonyms. Not visible when there is nothing to say. */

/* @typed: (nullable): what was asked for */
void mw_search_notice_show (MwSearchNotice *self, const char *typed, const MwQueryResult *result);

G_END_DECLS
