/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-saved-filters.h"

G_BEGIN_DECLS

#define MW_TYPE_SAVED_NAME_FORM (mw_saved_name_form_get_type ())
G_DECLARE_FINAL_TYPE (MwSavedNameForm, mw_saved_name_form, MW, SAVED_NAME_FORM, GtkWidget)

/* Asks for the name of a choice of filters that is to be saved or renamed, says what is the matter with a name while it is
 * typed, and saves it. Invisible until it is started.
 *
 * Signals: "ended" (const char *name): saved under that name, or nothing done when it is %NULL; it is invisible again. */

/* @saved: where to save; @filters: what */
void mw_saved_name_form_start (MwSavedNameForm *self, MwSavedFilters *saved, const char *const *filters);
/* @name: that of one in @saved */
void mw_saved_name_form_start_rename (MwSavedNameForm *self, MwSavedFilters *saved, const char *name);

G_END_DECLS
