/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mock-desktop.h"

#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <poll.h>
#include <unistd.h>

static const char xml[]
  = "<node>"
    "<interface name='org.freedesktop.login1.Manager'>"
    "<method name='GetSessionByPID'><arg type='u'/><arg type='o' direction='out'/></method>"
    "<method name='GetSession'><arg type='s'/><arg type='o' direction='out'/></method>"
    "<method name='Inhibit'><arg type='s'/><arg type='s'/><arg type='s'/><arg type='s'/>"
    "<arg type='h' direction='out'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.login1.Session'><property name='Id' type='s' access='read'/></interface>"
    "</node>";

static void
inhibit (MockDesktop *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  const char *what, *who, *why, *mode;
  int ends[2];

  g_variant_get (parameters, "(&s&s&s&s)", &what, &who, &why, &mode);
  g_assert_cmpstr (what, ==, "sleep");
  g_assert_cmpstr (mode, ==, "delay");
  g_assert_cmpstr (who, ==, "Maatwerk");
  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  if (self->inhibitor >= 0)
    close (self->inhibitor);
  self->inhibitor = ends[0];
  g_unix_fd_list_append (fds, ends[1], NULL);
  close (ends[1]);
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), fds);
  self->n_inhibited++;
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  MockDesktop *self = data;

  if (g_str_equal (method, "Inhibit"))
    inhibit (self, parameters, invocation);
  else if (g_str_equal (method, "GetSessionByPID") && self->outside_a_session)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.login1.NoSessionForPID", "None");
  else
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", MOCK_SESSION));
      self->session_told = TRUE;
    }
}

static GVariant *
on_get (GDBusConnection *connection,
        const char *sender,
        const char *path,
        const char *interface,
        const char *property,
        GError **error,
        gpointer data)
{
  return g_variant_new_string ("2");
}

MockDesktop *
mock_desktop_new (const char *address, gboolean outside_a_session)
{
  static const GDBusInterfaceVTable table = { on_call, on_get, NULL, { 0 } };
  MockDesktop *self = g_new0 (MockDesktop, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);

  self->inhibitor = -1;
  self->outside_a_session = outside_a_session;
  self->connection = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL,
    NULL);
  g_assert_nonnull (self->connection);
  g_dbus_connection_register_object (self->connection, "/org/freedesktop/login1", node->interfaces[0], &table, self,
                                     NULL, NULL);
  g_dbus_connection_register_object (self->connection, "/org/freedesktop/login1/session/auto", node->interfaces[1],
                                     &table, self, NULL, NULL);

  return self;
}

void
mock_desktop_free (MockDesktop *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  if (self->inhibitor >= 0)
    close (self->inhibitor);
  g_free (self);
}

static void
call_bus (MockDesktop *self, const char *method, GVariant *parameters)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
    self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, parameters,
    G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  guint answer;

  g_assert_nonnull (reply);
  g_variant_get (reply, "(u)", &answer);
  g_assert_cmpuint (answer, ==, 1);
}

void
mock_desktop_own (MockDesktop *self, const char *name)
{
  call_bus (self, "RequestName", g_variant_new ("(su)", name, 4));
}

void
mock_desktop_disown (MockDesktop *self, const char *name)
{
  call_bus (self, "ReleaseName", g_variant_new ("(s)", name));
}

void
mock_desktop_emit (MockDesktop *self, const char *path, const char *interface, const char *signal, GVariant *parameters)
{
  g_assert_true (g_dbus_connection_emit_signal (self->connection, NULL, path, interface, signal, parameters, NULL));
}

gboolean
mock_desktop_is_inhibited (MockDesktop *self)
{
  struct pollfd end = { self->inhibitor, POLLIN, 0 };

  return self->inhibitor >= 0 && poll (&end, 1, 0) == 0;
}
