/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-found.h"

G_BEGIN_DECLS

/* Shows in texts what a search found, by weight and underline, not by colour. */

/* For a text that is made anew at every keystroke: attributes would cost a label more time than markup does.
 * @found: (nullable). Returns: (transfer full): Pango markup of @text with its marks */
char *mw_marks_dup_markup (const MwFound *found, const char *text);

/* Marks the labels in @root but for headings, which are not of the catalogue. @found: (nullable): takes the marks away */
void mw_marks_apply (GtkWidget *root, const MwFound *found);

G_END_DECLS
