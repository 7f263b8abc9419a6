/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-found.h"

G_BEGIN_DECLS

/* Shows in texts what a search found, by weight and underline, not by colour. */

/* Adds the marks of @text, which begins at byte @offset of the text that @attributes are for. @found: (nullable) */
void mw_marks_add (PangoAttrList *attributes, const MwFound *found, const char *text, guint offset);

/* Marks the labels in @root, headings excepted, which are ours. @found: (nullable): takes the marks away */
void mw_marks_apply (GtkWidget *root, const MwFound *found);

G_END_DECLS
