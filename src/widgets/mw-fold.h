/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_FOLD (mw_fold_get_type ())
G_DECLARE_FINAL_TYPE (MwFold, mw_fold, MW, FOLD, GtkWidget)

/* A heading that folds and unfolds what stands below it. (In GTK 4.8 the keyboard cannot leave a GtkExpander backwards.)
 *
 * Properties: "child" (GtkWidget, read-write). Signals: "toggled": by the user. */

/* @detail: (nullable): what is said beside the heading, in normal weight */
void mw_fold_set_heading (MwFold *self, const char *heading, const char *detail);

/* It is unfolded at first. */
void mw_fold_set_expanded (MwFold *self, gboolean expanded);
gboolean mw_fold_get_expanded (MwFold *self);

G_END_DECLS
