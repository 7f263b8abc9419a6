/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "find-widget.h"
#include "mock-desktop.h"
#include "mw-lock-watch-private.h"

#define LOGIND "org.freedesktop.login1"
#define HOUR (60 * 60 * 1000)

static GTestDBus *buses;

/* How often "lock" came, by its reason. */
typedef struct
{
  guint n[3];
} Locks;

static void
on_lock (MwLockWatch *watch, int reason, Locks *locks)
{
  locks->n[reason]++;
}

static MwLockWatch *
new_watch (Locks *locks)
{
  MwLockWatch *watch = mw_lock_watch_new ();

  g_signal_connect (watch, "lock", G_CALLBACK (on_lock), locks);

  return watch;
}

/* Nothing of a watch may outlive it but what the main loop has still to throw away. */
static void
free_watch (MwLockWatch *watch)
{
  g_object_add_weak_pointer (G_OBJECT (watch), (gpointer *) &watch);
  g_object_unref (watch);
  g_assert_null (watch);
  run_for (20);
}

/* Until it holds; a test that waits in vain is ended from outside. */
#define wait_until(condition)                                                                                          \
  do                                                                                                                   \
    run_for (5);                                                                                                       \
  while (!(condition))

static GVariant *
boolean (gboolean value)
{
  return g_variant_new ("(b)", value);
}

static void
test_no_buses (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);

  mw_lock_watch_set_active (watch, TRUE);
  run_for (200);
  mw_lock_watch_done (watch);
  mw_lock_watch_set_milliseconds (watch, 1);
  wait_until (locks.n[MW_LOCK_REASON_IDLE]);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_SESSION] + locks.n[MW_LOCK_REASON_SLEEP], ==, 0);
  free_watch (watch);
}

/* All look at a meeting and nobody touches the computer. */
static void
test_held (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);

  mw_lock_watch_set_milliseconds (watch, 1);
  mw_lock_watch_set_held (watch, TRUE);
  mw_lock_watch_set_active (watch, TRUE);
  run_for (100);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_IDLE], ==, 0);
  mw_lock_watch_set_held (watch, FALSE);
  wait_until (locks.n[MW_LOCK_REASON_IDLE]);
  free_watch (watch);
}

static void
test_no_services (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);

  mw_lock_watch_set_active (watch, TRUE);
  run_for (200);
  mw_lock_watch_set_active (watch, FALSE);
  g_assert_cmpuint (locks.n[0] + locks.n[1] + locks.n[2], ==, 0);
  free_watch (watch);

  /* And one that goes before the buses have answered. */
  free_watch (new_watch (&locks));
}

static void
test_idle_only_when_active (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);

  mw_lock_watch_set_milliseconds (watch, 1);
  run_for (100);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_IDLE], ==, 0);
  mw_lock_watch_set_active (watch, TRUE);
  wait_until (locks.n[MW_LOCK_REASON_IDLE]);
  mw_lock_watch_set_active (watch, FALSE);
  locks.n[MW_LOCK_REASON_IDLE] = 0;
  run_for (100);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_IDLE], ==, 0);
  free_watch (watch);
}

static void
test_never_off (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);

  g_assert_cmpint (mw_lock_watch_get_remaining (watch) / 1000, <=, 5 * 60 * 1000);
  mw_lock_watch_set_active (watch, TRUE);
  mw_lock_watch_set_minutes (watch, 0);
  g_assert_cmpint (mw_lock_watch_get_remaining (watch) / 1000, <=, 60 * 1000);
  g_assert_cmpint (mw_lock_watch_get_remaining (watch), >, 0);
  mw_lock_watch_set_minutes (watch, G_MAXUINT);
  g_assert_cmpint (mw_lock_watch_get_remaining (watch) / 1000, <=, HOUR);
  free_watch (watch);
}

/* In sleep the monotonic clock and every timer stand still: only the wall clock tells. */
static void
test_sleep_counts (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);

  mw_lock_watch_set_milliseconds (watch, HOUR);
  mw_lock_watch_set_active (watch, TRUE);
  mw_lock_watch_move_back (watch, 0, 2 * HOUR);
  wait_until (locks.n[MW_LOCK_REASON_IDLE]);
  g_assert_cmpint (mw_lock_watch_get_remaining (watch) / 1000, >, HOUR / 2);

  /* A wall clock that is set back puts nothing off. */
  mw_lock_watch_move_back (watch, 2 * HOUR, -HOUR);
  mw_lock_watch_set_milliseconds (watch, HOUR);
  wait_until (locks.n[MW_LOCK_REASON_IDLE] == 2);
  free_watch (watch);
}

static void
shell (const char *command)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static GtkWidget *
show_window (MwLockWatch *watch)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  mw_lock_watch_add_window (watch, GTK_WINDOW (window));
  shell ("xdotool mousemove 1300 700");
  gtk_window_present (GTK_WINDOW (window));
  run_for (500);
  /* Twice, for the first only enters the window. */
  shell ("xdotool mousemove 100 100 mousemove 110 110");
  run_for (200);

  return window;
}

static void
assert_puts_off (MwLockWatch *watch, const char *command)
{
  mw_lock_watch_move_back (watch, HOUR / 2, HOUR / 2);
  g_assert_cmpint (mw_lock_watch_get_remaining (watch) / 1000, <=, HOUR / 2);
  shell (command);
  wait_until (mw_lock_watch_get_remaining (watch) / 1000 > HOUR / 2);
}

static void
test_activity (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  GtkWidget *window = show_window (watch);

  mw_lock_watch_set_milliseconds (watch, HOUR);
  mw_lock_watch_set_active (watch, TRUE);
  assert_puts_off (watch, "xdotool mousemove 120 120");
  assert_puts_off (watch, "xdotool click 1");
  assert_puts_off (watch, "xdotool click 4");
  assert_puts_off (watch, "xdotool key a");
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_IDLE], ==, 0);

  /* The hand that wakes the computer comes too late. */
  mw_lock_watch_move_back (watch, 0, 2 * HOUR);
  shell ("xdotool mousemove 130 130");
  wait_until (mw_lock_watch_get_remaining (watch) / 1000 > HOUR / 2);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_IDLE], ==, 1);

  /* A window may outlive the watch. */
  free_watch (watch);
  shell ("xdotool mousemove 140 140");
  run_for (100);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_what_moves_by_itself (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  GtkWidget *window = show_window (watch);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 30; i++)
    gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Voorbeeld"));
  gtk_window_set_child (GTK_WINDOW (window), box);
  run_for (300);
  mw_lock_watch_set_milliseconds (watch, HOUR);
  mw_lock_watch_set_active (watch, TRUE);
  mw_lock_watch_move_back (watch, HOUR / 2, HOUR / 2);
  for (int i = 0; i < 30; i++)
    {
      gtk_widget_set_margin_top (gtk_widget_get_first_child (box), i * 7);
      run_for (30);
    }
  g_assert_cmpint (mw_lock_watch_get_remaining (watch) / 1000, <=, HOUR / 2);
  gtk_window_destroy (GTK_WINDOW (window));
  free_watch (watch);
}

/* Until logind has told which session is ours: from then on its signals come after that. */
static MockDesktop *
new_logind (gboolean outside_a_session)
{
  MockDesktop *desktop = mock_desktop_new (g_test_dbus_get_bus_address (buses), outside_a_session);

  mock_desktop_own (desktop, LOGIND);
  wait_until (desktop->session_told);

  return desktop;
}

static void
test_session_locks (gconstpointer outside_a_session)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  g_autoptr (MockDesktop) desktop = new_logind (outside_a_session != NULL);

  mock_desktop_emit (desktop, MOCK_OTHER_SESSION, LOGIND ".Session", "Lock", NULL);
  mock_desktop_emit (desktop, MOCK_SESSION, LOGIND ".Session", "Unlock", NULL);
  mock_desktop_emit (desktop, MOCK_SESSION, LOGIND ".Session", "Lock", NULL);
  wait_until (locks.n[MW_LOCK_REASON_SESSION]);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_SESSION], ==, 1);
  free_watch (watch);
}

static void
emit_hint (MockDesktop *desktop, const char *path, const char *property, gboolean value)
{
  GVariantDict changed;

  g_variant_dict_init (&changed, NULL);
  g_variant_dict_insert (&changed, property, "b", value);
  mock_desktop_emit (desktop, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                     g_variant_new ("(s@a{sv}as)", LOGIND ".Session", g_variant_dict_end (&changed), NULL));
}

static void
test_locked_hint (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  g_autoptr (MockDesktop) desktop = new_logind (FALSE);

  emit_hint (desktop, MOCK_OTHER_SESSION, "LockedHint", TRUE);
  emit_hint (desktop, MOCK_SESSION, "IdleHint", TRUE);
  emit_hint (desktop, MOCK_SESSION, "LockedHint", FALSE);
  emit_hint (desktop, MOCK_SESSION, "LockedHint", TRUE);
  wait_until (locks.n[MW_LOCK_REASON_SESSION]);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_SESSION], ==, 1);
  free_watch (watch);
}

static void
test_screen_saver (gconstpointer data)
{
  const char *name = data;
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  g_autoptr (MockDesktop) desktop = mock_desktop_new (g_test_dbus_get_bus_address (buses), FALSE);

  mock_desktop_own (desktop, name);
  /* Nobody says when it is listened to. */
  do
    {
      mock_desktop_emit (desktop, "/ScreenSaver", name, "ActiveChanged", boolean (FALSE));
      g_assert_cmpuint (locks.n[MW_LOCK_REASON_SESSION], ==, 0);
      mock_desktop_emit (desktop, "/ScreenSaver", name, "ActiveChanged", boolean (TRUE));
      run_for (50);
    }
  while (!locks.n[MW_LOCK_REASON_SESSION]);
  free_watch (watch);
}

static void
test_sleep (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  g_autoptr (MockDesktop) desktop = new_logind (FALSE);

  g_assert_cmpuint (desktop->n_inhibited, ==, 0);
  mw_lock_watch_set_active (watch, TRUE);
  wait_until (mock_desktop_is_inhibited (desktop));
  mock_desktop_emit (desktop, "/org/freedesktop/login1", LOGIND ".Manager", "PrepareForSleep", boolean (TRUE));
  wait_until (locks.n[MW_LOCK_REASON_SLEEP]);
  g_assert_true (mock_desktop_is_inhibited (desktop));
  mw_lock_watch_done (watch);
  wait_until (!mock_desktop_is_inhibited (desktop));
  mock_desktop_emit (desktop, "/org/freedesktop/login1", LOGIND ".Manager", "PrepareForSleep", boolean (FALSE));
  mw_lock_watch_set_active (watch, FALSE);
  mw_lock_watch_set_active (watch, TRUE);
  wait_until (mock_desktop_is_inhibited (desktop));
  g_assert_cmpuint (desktop->n_inhibited, ==, 2);
  g_assert_cmpuint (locks.n[MW_LOCK_REASON_SLEEP], ==, 1);

  /* Who has nothing open any more delays nothing. */
  mw_lock_watch_set_active (watch, FALSE);
  wait_until (!mock_desktop_is_inhibited (desktop));
  free_watch (watch);
}

/* Until the process is replaced or ends, which closes all its files: nothing else gives sleep free. */
static void
test_sleep_waits_for_replacement (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  g_autoptr (MockDesktop) desktop = new_logind (FALSE);

  mw_lock_watch_set_active (watch, TRUE);
  wait_until (mock_desktop_is_inhibited (desktop));
  mock_desktop_emit (desktop, "/org/freedesktop/login1", LOGIND ".Manager", "PrepareForSleep", boolean (TRUE));
  wait_until (locks.n[MW_LOCK_REASON_SLEEP]);
  mw_lock_watch_done_when_replaced (watch);
  mw_lock_watch_set_active (watch, FALSE);
  free_watch (watch);
  run_for (100);
  g_assert_true (mock_desktop_is_inhibited (desktop));
}

/* A delay that was taken back before it was granted is not kept, and logind may come and go. */
static void
test_logind_comes_and_goes (void)
{
  Locks locks = { 0 };
  MwLockWatch *watch = new_watch (&locks);
  g_autoptr (MockDesktop) desktop = new_logind (FALSE);

  mw_lock_watch_set_active (watch, TRUE);
  mw_lock_watch_set_active (watch, FALSE);
  wait_until (desktop->n_inhibited == 1);
  wait_until (!mock_desktop_is_inhibited (desktop));

  mw_lock_watch_set_active (watch, TRUE);
  wait_until (mock_desktop_is_inhibited (desktop));
  mock_desktop_disown (desktop, LOGIND);
  wait_until (!mock_desktop_is_inhibited (desktop));
  mock_desktop_own (desktop, LOGIND);
  wait_until (mock_desktop_is_inhibited (desktop));
  free_watch (watch);
  wait_until (!mock_desktop_is_inhibited (desktop));
}

static void
set_buses (const char *address)
{
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", address, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
}

static void
start_buses (void)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  g_autoptr (GDBusConnection) session = NULL;

  buses = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (buses);
  g_setenv ("DISPLAY", display, TRUE);
  set_buses (g_test_dbus_get_bus_address (buses));
  test_no_services ();
}

int
main (int argc, char *argv[])
{
  int status;

  set_buses ("unix:path=/nowhere");
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lock-watch/no-buses", test_no_buses);
  g_test_add_func ("/lock-watch/no-services", start_buses);
  g_test_add_func ("/lock-watch/idle/only-when-active", test_idle_only_when_active);
  g_test_add_func ("/lock-watch/idle/never-off", test_never_off);
  g_test_add_func ("/lock-watch/idle/held", test_held);
  g_test_add_func ("/lock-watch/idle/sleep-counts", test_sleep_counts);
  g_test_add_func ("/lock-watch/idle/activity", test_activity);
  g_test_add_func ("/lock-watch/idle/what-moves-by-itself", test_what_moves_by_itself);
  g_test_add_data_func ("/lock-watch/session/lock", NULL, test_session_locks);
  g_test_add_data_func ("/lock-watch/session/lock-from-outside", "outside", test_session_locks);
  g_test_add_func ("/lock-watch/session/locked-hint", test_locked_hint);
  g_test_add_data_func ("/lock-watch/session/gnome", "org.gnome.ScreenSaver", test_screen_saver);
  g_test_add_data_func ("/lock-watch/session/freedesktop", "org.freedesktop.ScreenSaver", test_screen_saver);
  g_test_add_func ("/lock-watch/sleep", test_sleep);
  g_test_add_func ("/lock-watch/sleep-waits-for-replacement", test_sleep_waits_for_replacement);
  g_test_add_func ("/lock-watch/logind-comes-and-goes", test_logind_comes_and_goes);
  status = g_test_run ();
  g_test_dbus_stop (buses);
  g_object_unref (buses);

  return status;
}
