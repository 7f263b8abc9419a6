/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOCK_SESSION "/org/freedesktop/login1/session/_32"
#define MOCK_OTHER_SESSION "/org/freedesktop/login1/session/_33"

/* What a desktop has on its buses, on a connection of its own: logind and a screen saver. */
typedef struct
{
  GDBusConnection *connection;
  gboolean outside_a_session; /* the program was started by a service manager */
  guint n_inhibited;          /* how often sleep was delayed */
  gboolean session_told;
  int inhibitor; /* our end of the last one's pipe, or -1 */
} MockDesktop;

MockDesktop *mock_desktop_new (const char *address, gboolean outside_a_session);
void mock_desktop_free (MockDesktop *self);

/* Owns or gives up a well-known name. */
void mock_desktop_own (MockDesktop *self, const char *name);
void mock_desktop_disown (MockDesktop *self, const char *name);

/* @parameters: (nullable): floating */
void mock_desktop_emit (MockDesktop *self,
                        const char *path,
                        const char *interface,
                        const char *signal,
                        GVariant *parameters);

/* Whether the program delays sleep now. */
gboolean mock_desktop_is_inhibited (MockDesktop *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MockDesktop, mock_desktop_free)

G_END_DECLS
