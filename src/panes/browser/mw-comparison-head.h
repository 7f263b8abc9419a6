/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

#define MW_TYPE_COMPARISON_HEAD (mw_comparison_head_get_type ())
G_DECLARE_FINAL_TYPE (MwComparisonHead, mw_comparison_head, MW, COMPARISON_HEAD, GtkWidget)

/* The head of a column: the intervention, and what can be done with its column. Its buttons activate the actions comparison.open (s),
 * comparison.move (sb) and comparison.remove (s), each with the intervention's id. */

typedef enum
{
  MW_COMPARISON_OPEN,
  MW_COMPARISON_BACKWARD,
  MW_COMPARISON_FORWARD,
  MW_COMPARISON_REMOVE,
} MwComparisonButton;
#define MW_N_COMPARISON_BUTTONS 4

/* @column: of @n_columns. Returns: (transfer floating) */
MwComparisonHead *mw_comparison_head_new (MwIntervention *intervention, guint column, guint n_columns);

/* The button that has the keyboard; MW_COMPARISON_OPEN when none has. */
MwComparisonButton mw_comparison_head_get_focused (MwComparisonHead *self);
/* Gives the keyboard to a button, or to the next one that can have it. */
void mw_comparison_head_focus_button (MwComparisonHead *self, MwComparisonButton button);

G_END_DECLS
