/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-intervention.h"
#include "mw-meeting-flow.h"
#include "mw-room.h"

G_BEGIN_DECLS

/* The options that are considered, side by side: what matters of them in a meeting. Main thread only. */

/* How many stand beside one another on a wall of this shape. */
guint mw_meeting_table_get_columns (int width, int height);

/**
 * mw_meeting_table_new:
 * @interventions: (element-type utf8 MwIntervention): those of the options that the catalogue knows, by their ids
 *
 * Returns: (transfer floating): the table of @n_columns options from @first on
 */
GtkWidget *mw_meeting_table_new (const MwRoomView *view, GHashTable *interventions, guint first, guint n_columns, int text_size);

/* Adds what the table has too little room for: each option with all that is said of it. */
void mw_meeting_table_add_blocks (GPtrArray *blocks, const MwRoomView *view, GHashTable *interventions);

G_END_DECLS
