/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-cases.h"
#include "mw-catalogue.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_WINDOW (mw_window_get_type ())
G_DECLARE_FINAL_TYPE (MwWindow, mw_window, MW, WINDOW, AdwApplicationWindow)

/* The main window: the panes beside one another, and the commands that concern more than one of them. The panes do not
 * know one another; the window carries the wizard's profiles to the browser, and to and from the open case what goes with it.
 *
 * Signals: "locked": everything is saved, and nothing may be seen any more; "meeting" (gboolean): whether a meeting is in front of
 * everything now. */

/* @like: (nullable): a window whose answers, search, filters and open intervention the new one takes over.
 * Returns: (transfer none) */
MwWindow *mw_window_new (GtkApplication *application, MwCatalogue *catalogue, MwCases *cases, GSettings *settings,
                         MwWindow *like);

/* The organisation's offer, which the browser shows and changes. May be called once, before the window is shown. */
void mw_window_set_organisation (MwWindow *self, MwOrganisationFile *file);

/* Says that the catalogue has loaded. @notice: (nullable): what the user should know, as a banner; @failure: (nullable):
 * why there is no catalogue */
void mw_window_set_loaded (MwWindow *self, const char *notice, const char *failure);

/* Saves what is not saved; then "locked" is emitted, or the pane covers itself until it can. */
void mw_window_lock (MwWindow *self);

/* Returns: (transfer none) (nullable): the window that a meeting looks at, which nothing else may cover */
GtkWindow *mw_window_get_wall (MwWindow *self);

/* The names of the window's actions with their shortcuts, for the application to install. */
void mw_window_install_shortcuts (GtkApplication *application);

G_END_DECLS
