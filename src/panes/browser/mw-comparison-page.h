/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue.h"
#include "mw-comparison-set.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_PAGE (mw_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonPage, mw_comparison_page, MW, COMPARISON_PAGE, GtkWidget)

/* Interventions side by side in the fixed format, heading by heading. Its back button activates win.close-description.
 *
 * Signals: "opened" (const char *id): the description of one is asked for; "not-found" (const char *id): it is not in the
 * catalogue, and was taken out of the set. */

/* @catalogue, @set: (transfer none). Returns: (transfer floating) */
MwComparisonPage *mw_comparison_page_new (MwCatalogue *catalogue, MwComparisonSet *set);

/* Whose offer is compared. @file: (nullable) (transfer none). To be called once, before anything is shown. */
void mw_comparison_page_set_organisation (MwComparisonPage *self, MwOrganisationFile *file);

/* As mw_comparison_case_show(). */
void mw_comparison_page_set_case (MwComparisonPage *self, MwProfileSet profiles, const char *wishes);

/* In the order of the columns. Returns: (transfer none) (element-type MwIntervention): empty until they are read */
GPtrArray *mw_comparison_page_get_shown (MwComparisonPage *self);

/* The intervention in the column that has the keyboard. Returns: (transfer none) (nullable) */
MwIntervention *mw_comparison_page_get_focused (MwComparisonPage *self);

G_END_DECLS
