/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_TEXT_AREA (mw_text_area_get_type ())
G_DECLARE_FINAL_TYPE (MwTextArea, mw_text_area, MW, TEXT_AREA, GtkWidget)

/* A heading over a text that grows as it is written, with undo. Text that is copied from it is taken off the clipboard after
 * half a minute, unless something else is there by then, or it is not confidential.
 *
 * Signals: "changed": by the user; "left": the keyboard's focus left it. */

/* @heading: (nullable): also the accessible name. Returns: (transfer floating) */
MwTextArea *mw_text_area_new (const char *heading);

/* Forgets what could be undone. */
void mw_text_area_set_text (MwTextArea *self, const char *text);
/* Returns: (transfer full) */
char *mw_text_area_dup_text (MwTextArea *self);
void mw_text_area_set_editable (MwTextArea *self, gboolean editable);
/* Whether what is copied may not stay on the clipboard; so it is to begin with. */
void mw_text_area_set_confidential (MwTextArea *self, gboolean confidential);
/* @name: the accessible name */
void mw_text_area_set_name (MwTextArea *self, const char *name);
/* @description: what a screen reader says of it after its name; may be empty */
void mw_text_area_set_description (MwTextArea *self, const char *description);

/* Marks what was looked for. @search: (nullable) */
void mw_text_area_mark (MwTextArea *self, const char *search);

G_END_DECLS
