/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MW_TYPE_APPLICATION (mw_application_get_type ())
G_DECLARE_FINAL_TYPE (MwApplication, mw_application, MW, APPLICATION, AdwApplication)

/* The program: its options, its settings, the catalogue, and the one window. */

/* Returns: (transfer full) */
MwApplication *mw_application_new (void);

/* Ends the run, with every window as it is, so that the process can be replaced once the application is released. What
 * is to be kept must be saved before. */
void mw_application_restart (MwApplication *self);
gboolean mw_application_wants_restart (MwApplication *self);
/* The command line for that: a file that was to be opened does not come again. Returns: (transfer full) */
char **mw_application_dup_restart_words (MwApplication *self, const char *program);

G_END_DECLS
