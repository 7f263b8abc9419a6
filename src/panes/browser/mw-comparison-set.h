/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_SET (mw_comparison_set_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonSet, mw_comparison_set, MW, COMPARISON_SET, GObject)

/* The interventions that are to stand side by side, in the order of their columns: at most MW_COMPARISON_MOST, each once.
 *
 * Signals: "changed". */

/* Returns: (transfer full) */
MwComparisonSet *mw_comparison_set_new (void);

guint mw_comparison_set_get_n (MwComparisonSet *self);
/* Returns: (transfer none): valid until the set changes */
const char *mw_comparison_set_get_id (MwComparisonSet *self, guint column);
/* All of them. Returns: (transfer none) (array zero-terminated=1): valid until the set changes */
const char *const *mw_comparison_set_get_ids (MwComparisonSet *self);
/* Their numbers, for a few words. Returns: (transfer full) */
char *mw_comparison_set_dup_numbers (MwComparisonSet *self);

gboolean mw_comparison_set_has (MwComparisonSet *self, const char *id);

/* @number: such as "1.5". Returns: %FALSE when there is no room, or it is there already */
gboolean mw_comparison_set_add (MwComparisonSet *self, const char *id, const char *number);
void mw_comparison_set_remove (MwComparisonSet *self, const char *id);
/* By one column. Returns: whether there was somewhere to go */
gboolean mw_comparison_set_move (MwComparisonSet *self, const char *id, gboolean forward);
void mw_comparison_set_clear (MwComparisonSet *self);
/* Makes it the same as @like. */
void mw_comparison_set_copy (MwComparisonSet *self, MwComparisonSet *like);

G_END_DECLS
