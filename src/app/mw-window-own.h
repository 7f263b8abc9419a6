/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-browser-pane.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_WINDOW_OWN (mw_window_own_get_type ())
G_DECLARE_FINAL_TYPE (MwWindowOwn, mw_window_own, MW, WINDOW_OWN, GObject)

/* The commands of a window that concern interventions of one's own: add-own, change-own and remove-own. The browser shows the page
 * for them; what was removed can be brought back from a message. */

/* @browser, @toasts: (unowned): of the window, which keeps the result. @folder: where drafts are kept, in the encoding of the file
 * system. Returns: (transfer full) */
MwWindowOwn *mw_window_own_new (GtkApplicationWindow *window, MwBrowserPane *browser, AdwToastOverlay *toasts,
                                MwOrganisationFile *file, const char *folder);

/* Which of the commands can be given now, depends on what the browser shows. */
void mw_window_own_update (MwWindowOwn *self);

G_END_DECLS
