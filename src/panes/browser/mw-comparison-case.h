/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-typology.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_CASE (mw_comparison_case_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonCase, mw_comparison_case, MW, COMPARISON_CASE, GtkWidget)

/* The open case above a comparison: its profile, and the needs and wishes that were written down. It does not say whose case it is:
 * others may be looking. Invisible without a case. */

/* @profiles: 0 when it was not assessed; @wishes: (nullable): %NULL without an open case, and then nothing of it stays */
void mw_comparison_case_show (MwComparisonCase *self, MwProfileSet profiles, const char *wishes);

G_END_DECLS
