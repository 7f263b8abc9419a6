/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_NOTE_ROW (mw_note_row_get_type ())
G_DECLARE_FINAL_TYPE (MwNoteRow, mw_note_row, MW, NOTE_ROW, GtkWidget)

/* One note of a case: a button with its day and kind, and its text. Changes the note in place.
 *
 * Signals: "changed": the note; "left": its text was left; "removed": the user wants it gone. */

/* @note: (transfer none): must outlive the row. Returns: (transfer floating) */
MwNoteRow *mw_note_row_new (MwNote *note);
/* Returns: (transfer none) */
MwNote *mw_note_row_get_note (MwNoteRow *self);

/* @search: (nullable): the words to mark */
void mw_note_row_mark (MwNoteRow *self, const char *search);
void mw_note_row_set_editable (MwNoteRow *self, gboolean editable);

G_END_DECLS
