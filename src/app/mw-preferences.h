/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MW_TYPE_PREFERENCES (mw_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MwPreferences, mw_preferences, MW, PREFERENCES, AdwWindow)

/* The preferences' window; what is chosen is written to the settings at once. */

/* Returns: (transfer none): a window over @parent */
GtkWindow *mw_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
