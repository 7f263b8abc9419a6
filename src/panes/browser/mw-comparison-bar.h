/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-comparison-set.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_BAR (mw_comparison_bar_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonBar, mw_comparison_bar, MW, COMPARISON_BAR, GtkWidget)

/* Says how many interventions are in the comparison, and opens it; invisible when there are none and nothing was said. Its buttons
 * activate win.show-comparison and browser.clear-comparison. */

/* To be called once. @set: (transfer none) */
void mw_comparison_bar_set_set (MwComparisonBar *self, MwComparisonSet *set);

/* Says something until the set changes. */
void mw_comparison_bar_say (MwComparisonBar *self, const char *message);

G_END_DECLS
