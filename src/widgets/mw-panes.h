/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_PANES (mw_panes_get_type ())
G_DECLARE_FINAL_TYPE (MwPanes, mw_panes, MW, PANES, GtkWidget)

/* Panes beside one another, as many as there is room for: the current one always, then the other wanted ones in the
 * order of their rank. How much room a pane needs is counted in characters, so that larger text shows fewer of them.
 *
 * Properties: "current" (GtkWidget, read-write).
 * Signals: "shown-changed": other panes are shown than before; after the layout, so that it may change anything. */

/**
 * mw_panes_append:
 * @pane: placed after those that are there
 * @characters: the width below which it is not shown beside others
 * @weight: its part of the room that is left
 * @rank: 0 is shown first
 */
void mw_panes_append (MwPanes *self, GtkWidget *pane, guint characters, guint weight, guint rank);

/* A pane that is not wanted is not shown, even as the current one; then the first wanted one takes its place. */
void mw_panes_set_wanted (MwPanes *self, GtkWidget *pane, gboolean wanted);
gboolean mw_panes_get_wanted (MwPanes *self, GtkWidget *pane);

/* For as long as what the pane shows needs more room than others leave it. @characters: as at first; 0 for no more than that */
void mw_panes_set_room (MwPanes *self, GtkWidget *pane, guint characters);

void mw_panes_set_current (MwPanes *self, GtkWidget *pane);
/* Returns: (transfer none) (nullable) */
GtkWidget *mw_panes_get_current (MwPanes *self);

/* Whether there is room for @pane now. */
gboolean mw_panes_is_shown (MwPanes *self, GtkWidget *pane);
guint mw_panes_get_n_shown (MwPanes *self);

G_END_DECLS
