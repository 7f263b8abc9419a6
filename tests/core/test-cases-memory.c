/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/wait.h>
#include <unistd.h>

#include "facade-scenarios.h"
#include "failing-memory.h"
#include "failing-vfs.h"

/* The cases as the interface sees them, while memory runs out. Each point is a child, and no thread is ever made in the parent. */

/* So many points of each scenario, evenly; all of them with -m slow. */
#ifdef __SANITIZE_ADDRESS__
#define N_POINTS 5
#else
#define N_POINTS 25
#endif

/* Whatever was refused, the rest can be used, even without an index. */
static void
use_the_rest (Facade *facade)
{
  g_autoptr (GError) error = NULL;

  if (mw_cases_get_state (facade->cases) == MW_CASES_NONE)
    return;
  g_assert_true (act_search (facade, &error) || error != NULL);
  g_clear_error (&error);
  g_assert_true (try_write (facade, 1, "Meneer Voorbeeld", "een", &error) > 0 || error != NULL);
  g_clear_error (&error);
  g_assert_true (act_delete (facade, &error) || error != NULL);
}

/* In the child. */
static void
live (const FacadeScenario *scenario, guint n, int counted)
{
  Facade facade;
  g_autoptr (GError) error = NULL;
  gboolean acted;
  guint n_all;

  failing_memory_excuse_ending ();
  begin_scenario (&facade, scenario);
  failing_memory_arm (n == 0 ? MEMORY_ENOUGH : n % 2 ? MEMORY_ONCE : MEMORY_FOR_GOOD, n);
  acted = scenario->act (&facade, &error);
  drain (&facade);
  n_all = failing_memory_disarm ();
  g_assert_true (acted == (error == NULL));
  if (error)
    g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
  if (n == 0 && write (counted, &n_all, sizeof n_all) != sizeof n_all)
    failing_memory_leave (1);
  if (!acted)
    use_the_rest (&facade);
  end_scenario (&facade, scenario, acted);
  failing_memory_leave (acted ? 0 : 2);
}

/* Returns: how the child ended */
static int
run_child (const FacadeScenario *scenario, guint n, int counted)
{
  int status;
  pid_t child;

  if (g_test_verbose ())
    g_test_message ("%s at %u", scenario->name, n);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    live (scenario, n, counted);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFEXITED (status) || (WEXITSTATUS (status) != 0 && WEXITSTATUS (status) != 2 && WEXITSTATUS (status) != MEMORY_ENDED))
    g_error ("%s at %u: status %x", scenario->name, n, (guint) status);
  return WEXITSTATUS (status);
}

static void
test_scenario (gconstpointer data)
{
  const FacadeScenario *scenario = data;
  guint n_all = 0, stride, n_told = 0, n_ended = 0;
  int counted[2];

  g_assert_cmpint (pipe (counted), ==, 0);
  g_assert_cmpint (run_child (scenario, 0, counted[1]), ==, 0);
  g_assert_cmpint (read (counted[0], &n_all, sizeof n_all), ==, sizeof n_all);
  close (counted[0]);
  close (counted[1]);
  stride = g_test_slow () ? 1 : MAX (n_all / N_POINTS, 1);
  for (guint n = 1; n <= n_all; n += stride)
    {
      int end = run_child (scenario, n, -1);

      n_told += end == 2 ? 1 : 0;
      n_ended += end == MEMORY_ENDED ? 1 : 0;
    }
  g_test_message ("%s: %u allocations, %u told, %u ended", scenario->name, n_all, n_told, n_ended);
  g_assert_cmpuint (n_told, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  failing_memory_install ();
  mw_secret_init ();
  failing_vfs_install (); /* for its speed: it syncs nothing */
  make_facade_template ();
  for (guint i = 0; i < G_N_ELEMENTS (facade_scenarios); i++)
    {
      g_autofree char *path = g_strconcat ("/cases-memory/", facade_scenarios[i].name, NULL);

      g_test_add_data_func (path, &facade_scenarios[i], test_scenario);
    }
  return g_test_run ();
}
