/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-session-watch.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define LOGIND "org.freedesktop.login1"
#define MANAGER LOGIND ".Manager"
#define MANAGER_PATH "/org/freedesktop/login1"
#define SESSION LOGIND ".Session"
#define PROPERTIES "org.freedesktop.DBus.Properties"

/* Each has an interface of the same name, with the same signal. */
static const char *const screen_savers[] = {
  "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.cinnamon.ScreenSaver",
  "org.mate.ScreenSaver",  "org.xfce.ScreenSaver",
};

struct _MwSessionWatch
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *system_bus;
  GDBusConnection *session_bus;
  guint system_ids[3];
  guint session_ids[G_N_ELEMENTS (screen_savers)];
  guint logind_id;

  GCancellable *logind_cancellable; /* while logind is there */
  char *session_path;               /* logind's name of this session, once it is known */
  gboolean delay;
  gboolean asked;
  int inhibitor;
};

enum
{
  LOCKED,
  SLEEPING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwSessionWatch, mw_session_watch, G_TYPE_OBJECT)

static gboolean
was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
release_inhibitor (MwSessionWatch *self)
{
  if (self->inhibitor >= 0)
    close (self->inhibitor);
  self->inhibitor = -1;
}

static void
on_inhibited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply
    = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result, &error);
  MwSessionWatch *self;
  gint32 handle;

  if (was_cancelled (error))
    return;

  self = data;
  self->asked = FALSE;
  if (!reply || !fds)
    return;

  g_variant_get (reply, "(h)", &handle);
  release_inhibitor (self);
  self->inhibitor = g_unix_fd_list_get (fds, handle, NULL);
  if (!self->delay)
    release_inhibitor (self);
}

static void
take_inhibitor (MwSessionWatch *self)
{
  if (!self->delay || self->asked || self->inhibitor >= 0 || !self->logind_cancellable)
    return;

  self->asked = TRUE;
  g_dbus_connection_call_with_unix_fd_list (
    self->system_bus, LOGIND, MANAGER_PATH, MANAGER, "Inhibit",
    g_variant_new ("(ssss)", "sleep", "Maatwerk", _ ("Your cases are saved and locked first"), "delay"),
    G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, self->logind_cancellable, on_inhibited, self);
}

static void
on_session_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  MwSessionWatch *self = data;

  if (!reply)
    return;

  g_clear_pointer (&self->session_path, g_free);
  g_variant_get (reply, "(o)", &self->session_path);
}

static void
find_session (MwSessionWatch *self, const char *method, GVariant *of, GAsyncReadyCallback found)
{
  g_dbus_connection_call (self->system_bus, LOGIND, MANAGER_PATH, MANAGER, method, of, G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->logind_cancellable, found, self);
}

static void
on_session_id (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) id = NULL;

  if (!reply)
    return;

  g_variant_get (reply, "(v)", &id);
  if (g_variant_is_of_type (id, G_VARIANT_TYPE_STRING))
    find_session (data, "GetSession", g_variant_new ("(s)", g_variant_get_string (id, NULL)), on_session_found);
}

/* A program that the user's service manager started belongs to no session; logind then knows which one is meant. */
static void
on_session_of_process (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  MwSessionWatch *self = data;

  if (was_cancelled (error))
    return;
  if (reply)
    g_variant_get (reply, "(o)", &self->session_path);
  else
    g_dbus_connection_call (self->system_bus, LOGIND, "/org/freedesktop/login1/session/auto", PROPERTIES, "Get",
                            g_variant_new ("(ss)", SESSION, "Id"), G_VARIANT_TYPE ("(v)"),
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->logind_cancellable, on_session_id, self);
}

static void
forget_logind (MwSessionWatch *self)
{
  if (self->logind_cancellable)
    g_cancellable_cancel (self->logind_cancellable);
  g_clear_object (&self->logind_cancellable);
  g_clear_pointer (&self->session_path, g_free);
  self->asked = FALSE;
  release_inhibitor (self);
}

static void
on_logind_appeared (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  MwSessionWatch *self = data;

  forget_logind (self);
  self->logind_cancellable = g_cancellable_new ();
  /* Zero is whoever asks: in a sandbox our own number is another. */
  find_session (self, "GetSessionByPID", g_variant_new ("(u)", 0), on_session_of_process);
  take_inhibitor (self);
}

static void
on_logind_vanished (GDBusConnection *bus, const char *name, gpointer data)
{
  forget_logind (data);
}

/* As long as our own session is not known, any will do: once too often is better than once too few. */
static gboolean
is_own_session (MwSessionWatch *self, const char *path)
{
  return !self->session_path || g_str_equal (self->session_path, path);
}

static void
on_lock (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *signal,
         GVariant *parameters,
         gpointer data)
{
  MwSessionWatch *self = data;

  if (is_own_session (self, path))
    g_signal_emit (self, signals[LOCKED], 0);
}

static void
on_session_changed (GDBusConnection *bus,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer data)
{
  MwSessionWatch *self = data;
  g_autoptr (GVariant) changed = NULL;
  gboolean locked = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")) || !is_own_session (self, path))
    return;

  changed = g_variant_get_child_value (parameters, 1);
  if (g_variant_lookup (changed, "LockedHint", "b", &locked) && locked)
    g_signal_emit (self, signals[LOCKED], 0);
}

static void
on_prepare_for_sleep (GDBusConnection *bus,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *signal,
                      GVariant *parameters,
                      gpointer data)
{
  MwSessionWatch *self = data;
  gboolean sleeping;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &sleeping);
  if (sleeping)
    g_signal_emit (self, signals[SLEEPING], 0);
  else
    take_inhibitor (self);
}

static void
on_screen_saver (GDBusConnection *bus,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *signal,
                 GVariant *parameters,
                 gpointer data)
{
  MwSessionWatch *self = data;
  gboolean active;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &active);
  if (active)
    g_signal_emit (self, signals[LOCKED], 0);
}

static void
on_system_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  MwSessionWatch *self = data;

  if (!bus)
    return;

  /* Text that is not saved yet must not go because the bus does. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->system_bus = g_steal_pointer (&bus);
  self->system_ids[0] = g_dbus_connection_signal_subscribe (self->system_bus, LOGIND, SESSION, "Lock", NULL, NULL,
                                                            G_DBUS_SIGNAL_FLAGS_NONE, on_lock, self, NULL);
  self->system_ids[1]
    = g_dbus_connection_signal_subscribe (self->system_bus, LOGIND, PROPERTIES, "PropertiesChanged", NULL, SESSION,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_session_changed, self, NULL);
  self->system_ids[2]
    = g_dbus_connection_signal_subscribe (self->system_bus, LOGIND, MANAGER, "PrepareForSleep", MANAGER_PATH, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_prepare_for_sleep, self, NULL);
  self->logind_id = g_bus_watch_name_on_connection (self->system_bus, LOGIND, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                    on_logind_appeared, on_logind_vanished, self, NULL);
}

static void
on_session_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  MwSessionWatch *self = data;

  if (!bus)
    return;

  self->session_bus = g_steal_pointer (&bus);
  for (guint i = 0; i < G_N_ELEMENTS (screen_savers); i++)
    self->session_ids[i]
      = g_dbus_connection_signal_subscribe (self->session_bus, screen_savers[i], screen_savers[i], "ActiveChanged",
                                            NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_screen_saver, self, NULL);
}

static void
unsubscribe (GDBusConnection *bus, guint *ids, gsize n_ids)
{
  for (gsize i = 0; i < n_ids; i++)
    if (ids[i])
      g_dbus_connection_signal_unsubscribe (bus, ids[i]);
  memset (ids, 0, n_ids * sizeof *ids);
}

static void
mw_session_watch_dispose (GObject *object)
{
  MwSessionWatch *self = MW_SESSION_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->logind_id, g_bus_unwatch_name);
  forget_logind (self);
  unsubscribe (self->system_bus, self->system_ids, G_N_ELEMENTS (self->system_ids));
  unsubscribe (self->session_bus, self->session_ids, G_N_ELEMENTS (self->session_ids));
  g_clear_object (&self->system_bus);
  g_clear_object (&self->session_bus);

  G_OBJECT_CLASS (mw_session_watch_parent_class)->dispose (object);
}

static void
mw_session_watch_finalize (GObject *object)
{
  g_object_unref (MW_SESSION_WATCH (object)->cancellable);

  G_OBJECT_CLASS (mw_session_watch_parent_class)->finalize (object);
}

static void
mw_session_watch_class_init (MwSessionWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_session_watch_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_session_watch_finalize;
  signals[LOCKED]
    = g_signal_new ("locked", MW_TYPE_SESSION_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SLEEPING]
    = g_signal_new ("sleeping", MW_TYPE_SESSION_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_session_watch_init (MwSessionWatch *self)
{
  self->inhibitor = -1;
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_system_bus, self);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, on_session_bus, self);
}

MwSessionWatch *
mw_session_watch_new (void)
{
  return g_object_new (MW_TYPE_SESSION_WATCH, NULL);
}

void
mw_session_watch_delay_sleep (MwSessionWatch *self, gboolean delay)
{
  self->delay = delay;
  if (delay)
    take_inhibitor (self);
  else
    release_inhibitor (self);
}

void
mw_session_watch_leave_delay (MwSessionWatch *self)
{
  /* The system closes it. */
  self->inhibitor = -1;
  self->delay = FALSE;
}
