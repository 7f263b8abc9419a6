/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the program's languages is spoken. Main thread only. */

/* Sets the locale and the language of the settings. Must run before GTK starts: GtkBuilder decides once per process
 * whether to translate at all. */
void mw_language_switch_init (void);

/* @choice: "system", "nl" or "en". What is made from now on speaks it; windows have to be made anew. */
void mw_language_switch_set (const char *choice);

G_END_DECLS
