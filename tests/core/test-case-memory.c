/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/wait.h>
#include <unistd.h>

#include "case-scenarios.h"
#include "failing-memory.h"
#include "failing-vfs.h"

/* Memory runs out at any allocation of SQLite and libsodium. Where that cannot be told, the program ends, as GLib does: each
 * point is a child, and the end of one counts as a kill. */

/* So many points of each scenario, evenly; all of them with -m slow. */
#ifdef __SANITIZE_ADDRESS__
#define N_POINTS 5
#elif defined MW_COVERAGE
#define N_POINTS 200
#else
#define N_POINTS 40
#endif

static guint n_points, n_told, n_ended;

/* In the child. */
static void
live (Run *run, MemoryFault how, guint n)
{
  g_autoptr (GError) error = NULL;
  gboolean acted;

  failing_memory_excuse_ending ();
  run_prepare (run);
  failing_memory_arm (how, n);
  acted = run_act (run, &error);
  failing_memory_disarm ();
  g_assert_true (acted == (error == NULL));
  if (error)
    g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
  run_settle (run, acted);
  failing_memory_leave (acted ? 0 : 2);
}

static void
fail (const Scenario *scenario, MemoryFault how, guint n)
{
  Run *run = run_new (scenario);
  int status;
  pid_t child;

  if (g_test_verbose ())
    g_test_message ("%s, %s, at %u", scenario->name, how == MEMORY_ONCE ? "once" : "for good", n);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    live (run, how, n);

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFEXITED (status) || (WEXITSTATUS (status) != 0 && WEXITSTATUS (status) != 2 && WEXITSTATUS (status) != MEMORY_ENDED))
    g_error ("%s, %s, at %u: status %x", scenario->name, how == MEMORY_ONCE ? "once" : "for good", n, (guint) status);
  n_points++;
  n_told += WEXITSTATUS (status) == 2 ? 1 : 0;
  n_ended += WEXITSTATUS (status) == MEMORY_ENDED ? 1 : 0;
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
  guint stride;
  guint n_all, before = n_points, told = n_told, ended = n_ended;

  run_prepare (run);
  failing_memory_arm (MEMORY_ENOUGH, 0);
  g_assert_true (run_act (run, &error));
  n_all = failing_memory_disarm ();
  run_settle (run, TRUE);
  run_check (run);
  run_free (run);
  stride = g_test_slow () ? 1 : MAX (n_all / N_POINTS, 1);
  for (guint n = 1; n <= n_all; n += stride)
    {
      fail (scenario, MEMORY_ONCE, n);
      fail (scenario, MEMORY_FOR_GOOD, n + stride / 2);
    }
  g_assert_cmpuint (n_told, >, told);
  g_test_message ("%s: %u allocations, %u points, %u told, %u ended", scenario->name, n_all, n_points - before,
                  n_told - told, n_ended - ended);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  failing_memory_install ();
  mw_secret_init ();
  failing_vfs_install (); /* for its speed: it syncs nothing */
  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autofree char *path = g_strconcat ("/case-memory/", scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_scenario);
    }
  return g_test_run ();
}
