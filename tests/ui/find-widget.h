/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the first widget of @type within @root, itself included */
GtkWidget *find_widget (GtkWidget *root, GType type);

/* Returns: (transfer none) (nullable): the first widget of @type whose accessible label is @label */
GtkWidget *find_by_label (GtkWidget *root, GType type, const char *label);

/* Returns: (transfer none) (nullable): the first visible GtkLabel of which a line is @text */
GtkWidget *find_label (GtkWidget *root, const char *text);

/* What is shown comes from another thread: at a busy moment later than usual. What does not come ends the test.
 * Returns: (transfer none): the first mapped GtkLabel of which a line is @text */
GtkWidget *wait_for_label (GtkWidget *root, const char *text);

/* What the keyboard does in the calendar within @root: it goes to @day, leaves nothing chosen on the way, and the space bar
 * chooses. */
void choose_day (GtkWidget *root, GDateTime *day);

/* Runs the main loop for so many milliseconds. */
void run_for (guint milliseconds);

G_END_DECLS
