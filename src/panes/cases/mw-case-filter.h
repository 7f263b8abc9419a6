/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_CASE_FILTER (mw_case_filter_get_type ())
G_DECLARE_FINAL_TYPE (MwCaseFilter, mw_case_filter, MW, CASE_FILTER, GtkWidget)

/* Which cases the list shows, and in which order.
 *
 * Signals: "changed". */

gboolean mw_case_filter_passes (MwCaseFilter *self, const MwCaseHeading *heading);
/* Returns: of MwCaseHeading, for g_ptr_array_sort() */
GCompareFunc mw_case_filter_get_compare (MwCaseFilter *self);

/* Every case, in the order that was chosen. */
void mw_case_filter_pass_all (MwCaseFilter *self);
/* As it was in the beginning. */
void mw_case_filter_reset (MwCaseFilter *self);

G_END_DECLS
