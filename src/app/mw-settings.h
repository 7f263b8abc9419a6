/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Finds the schema also where the program was installed outside the system's folders; ends the program with a message
 * when there is none, which is a broken installation.
 *
 * Returns: (transfer full): the program's settings */
GSettings *mw_settings_new (void);

/* Keeps @property, a GVariant of the type of @key, as the setting of that name, in both directions. */
void mw_settings_bind_variant (GSettings *settings, const char *key, gpointer object, const char *property);

G_END_DECLS
