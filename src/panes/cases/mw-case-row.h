/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_CASE_ROW (mw_case_row_get_type ())
G_DECLARE_FINAL_TYPE (MwCaseRow, mw_case_row, MW, CASE_ROW, GtkWidget)

/* A case in the list. */

/* Returns: (transfer floating) */
MwCaseRow *mw_case_row_new (void);

/* @heading: (nullable): with %NULL nothing is left in the row; @search: (nullable): the words to mark; @excerpt: (nullable): where
 * they stand. Returns: (transfer full): what a screen reader is told */
char *mw_case_row_show (MwCaseRow *self, MwCaseHeading *heading, const char *search, const char *excerpt);

G_END_DECLS
