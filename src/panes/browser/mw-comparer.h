/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue.h"
#include "mw-comparison-bar.h"
#include "mw-comparison-set.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARER (mw_comparer_get_type ())
G_DECLARE_FINAL_TYPE (MwComparer, mw_comparer, MW, COMPARER, GObject)

/* The comparison of the browser: what is in it, and the page that takes the place of the list while it is shown.
 *
 * Signals: "changed": what is in it, or whether it is shown; "opened" (const char *id): the description of one is asked for. */

/* @stack: with a page "browse", to which "comparison" is added when it is first shown. Neither is owned: who owns the comparer has
 * to let it go first. Returns: (transfer full) */
MwComparer *mw_comparer_new (GtkStack *stack, MwComparisonBar *bar);

void mw_comparer_set_catalogue (MwComparer *self, MwCatalogue *catalogue);

/* Whose offer is compared. @file: (nullable) (transfer none). Before a comparison is first shown. */
void mw_comparer_set_organisation (MwComparer *self, MwOrganisationFile *file);

/* Returns: (transfer none) */
MwComparisonSet *mw_comparer_get_set (MwComparer *self);

/* Puts it in, or takes it out again; says so when there is no room. @number: such as "1.5" */
void mw_comparer_toggle (MwComparer *self, const char *id, const char *number);

/* Says what is missing when there is nothing to compare. */
void mw_comparer_show (MwComparer *self, gboolean show);
gboolean mw_comparer_is_shown (MwComparer *self);

/* What stands side by side, in the order of the columns. Returns: (transfer none) (nullable) (element-type MwIntervention): %NULL when no
 * comparison is shown */
GPtrArray *mw_comparer_get_shown (MwComparer *self);

/* The intervention in the column that has the keyboard. Returns: (transfer none) (nullable) */
MwIntervention *mw_comparer_get_focused (MwComparer *self);

/* The width in characters below which the comparison should have the window to itself; 0 while it is not shown. */
guint mw_comparer_get_characters (MwComparer *self);

/* What the comparison is made for. @profiles: 0 when it was not assessed; @wishes: (nullable): %NULL without an open case, and then
 * nothing of it stays */
void mw_comparer_set_case (MwComparer *self, MwProfileSet profiles, const char *wishes);

/* Goes on where @like was: after the language was changed. */
void mw_comparer_take_over (MwComparer *self, MwComparer *like);

G_END_DECLS
