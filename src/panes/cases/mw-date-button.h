/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_DATE_BUTTON (mw_date_button_get_type ())
G_DECLARE_FINAL_TYPE (MwDateButton, mw_date_button, MW, DATE_BUTTON, GtkWidget)

/* A day that is chosen from a calendar.
 *
 * Signals: "changed": by the user. */

/* @name: the accessible name, to which the day is added; @optional: whether "no date" can be chosen.
 * Returns: (transfer floating) */
MwDateButton *mw_date_button_new (const char *name, gboolean optional);

/* A Julian day, 0 for none. */
void mw_date_button_set_day (MwDateButton *self, guint32 day);
guint32 mw_date_button_get_day (MwDateButton *self);

G_END_DECLS
