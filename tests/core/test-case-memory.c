/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dlfcn.h>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case-scenarios.h"

/* Memory runs out at any allocation of SQLite and libsodium. Where that cannot be told, the program ends, as GLib does: each
 * point is a child, and the end of one counts as a kill. */

/* Every so many points; all of them with -m slow. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 97
#else
#define STRIDE 11
#endif

#define ENDED 77

typedef enum
{
  NEVER,
  ONCE,
  FOR_GOOD,
} When;

static When when;
static guint fail_at;
static guint n_allocations;

static sqlite3_mem_methods real_memory;

static guint n_points, n_told, n_ended;

static gboolean
is_next_to_fail (void)
{
  n_allocations++;
  return (when == ONCE && n_allocations == fail_at) || (when == FOR_GOOD && n_allocations >= fail_at);
}

static void *
failing_malloc (int size)
{
  return is_next_to_fail () ? NULL : real_memory.xMalloc (size);
}

static void *
failing_realloc (void *block, int size)
{
  return is_next_to_fail () ? NULL : real_memory.xRealloc (block, size);
}

/* In the place of libsodium's own. */
void *
sodium_malloc (const size_t size)
{
  static void *(*real_malloc) (size_t);

  if (!real_malloc)
    real_malloc = dlsym (RTLD_NEXT, "sodium_malloc");
  return is_next_to_fail () ? NULL : real_malloc (size);
}

int
crypto_pwhash (unsigned char *const out,
               unsigned long long out_length,
               const char *const password,
               unsigned long long password_length,
               const unsigned char *const salt,
               unsigned long long operations,
               size_t memory,
               int algorithm)
{
  static int (*real_hash) (unsigned char *, unsigned long long, const char *, unsigned long long, const unsigned char *,
                           unsigned long long, size_t, int);

  if (!real_hash)
    real_hash = dlsym (RTLD_NEXT, "crypto_pwhash");
  return is_next_to_fail ()
           ? -1
           : real_hash (out, out_length, password, password_length, salt, operations, memory, algorithm);
}

static void
install (void)
{
  sqlite3_mem_methods failing;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  failing = real_memory;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &failing), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK); /* each one is seen */
}

static void
arm (When how, guint n)
{
  when = how;
  fail_at = n;
  n_allocations = 0;
}

/* Where coverage is measured, a child counts too. */
#ifdef MW_COVERAGE
extern void __gcov_dump (void);
#endif

static void G_GNUC_NORETURN
leave (int status)
{
#ifdef MW_COVERAGE
  __gcov_dump ();
#endif
  _exit (status);
}

/* Only what ends a program that has no memory left is excused. */
static void
on_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_ERROR) && (strstr (message, "No memory for column") || strstr (message, "out of memory")))
    leave (ENDED);

  g_printerr ("%s\n", message);
  leave (1);
}

/* In the child. */
static void
live (Run *run, When how, guint n)
{
  g_autoptr (GError) error = NULL;
  gboolean acted;

  g_log_set_default_handler (on_message, NULL);
  run_prepare (run);
  arm (how, n);
  acted = run_act (run, &error);
  arm (NEVER, 0);
  g_assert_true (acted == (error == NULL));
  if (error)
    g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
  run_settle (run, acted);
  leave (acted ? 0 : 2);
}

static void
fail (const Scenario *scenario, When how, guint n)
{
  Run *run = run_new (scenario);
  int status;
  pid_t child;

  if (g_test_verbose ())
    g_test_message ("%s, %s, at %u", scenario->name, how == ONCE ? "once" : "for good", n);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    live (run, how, n);

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFEXITED (status) || (WEXITSTATUS (status) != 0 && WEXITSTATUS (status) != 2 && WEXITSTATUS (status) != ENDED))
    g_error ("%s, %s, at %u: status %x", scenario->name, how == ONCE ? "once" : "for good", n, (guint) status);
  n_points++;
  n_told += WEXITSTATUS (status) == 2 ? 1 : 0;
  n_ended += WEXITSTATUS (status) == ENDED ? 1 : 0;
  run->store = NULL; /* the child's */
  run->cases.recovery_key = NULL;
  run_check (run);
  run_free (run);
}

static void
test_scenario (gconstpointer data)
{
  const Scenario *scenario = data;
  Run *run = run_new (scenario);
  g_autoptr (GError) error = NULL;
  guint stride = g_test_slow () ? 1 : STRIDE;
  guint n_all, before = n_points, told = n_told, ended = n_ended;

  run_prepare (run);
  arm (NEVER, 0);
  g_assert_true (run_act (run, &error));
  n_all = n_allocations;
  run_settle (run, TRUE);
  run_check (run);
  run_free (run);
  for (guint n = 1; n <= n_all; n += stride)
    {
      fail (scenario, ONCE, n);
      fail (scenario, FOR_GOOD, n + stride / 2);
    }
  g_assert_cmpuint (n_told, >, told);
  g_test_message ("%s: %u allocations, %u points, %u told, %u ended", scenario->name, n_all, n_points - before,
                  n_told - told, n_ended - ended);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install ();
  mw_secret_init ();
  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autofree char *path = g_strconcat ("/case-memory/", scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_scenario);
    }
  return g_test_run ();
}
