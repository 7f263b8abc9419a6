/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_NOTES_PAGE (mw_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (MwNotesPage, mw_notes_page, MW, NOTES_PAGE, GtkWidget)

/* The dated notes of a case, the newest first. Changes the case in place.
 *
 * Signals: "changed": the case; "left": a note was left. */

/* @one: (transfer none) (nullable): kept until it is replaced */
void mw_notes_page_show (MwNotesPage *self, MwCase *one);
/* Adds a note of today and lets the user write. */
void mw_notes_page_add (MwNotesPage *self);
/* @search: (nullable): the words to mark */
void mw_notes_page_mark (MwNotesPage *self, const char *search);
void mw_notes_page_set_editable (MwNotesPage *self, gboolean editable);

G_END_DECLS
