/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-scenarios.h"
#include "failing-vfs.h"

/* Under a sanitizer only every so many points: it takes ten times as long. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 7
#else
#define STRIDE 1
#endif

#define MIN_POINTS 2000

static guint n_points;
static guint n_failures;
static guint n_scenarios_run;

typedef enum
{
  THEN_LIFTED,
  THEN_DIES, /* the program, while the fault lasts */
} Then;

static void
fail_at (const Scenario *scenario, FaultMode mode, guint n, Then then)
{
  Run *run = run_new (scenario);
  g_autoptr (GError) error = NULL;
  gboolean acted;

  if (g_test_verbose ())
    g_test_message ("%s, mode %d, at %u, then %d", scenario->name, mode, n, then);
  run_prepare (run);
  failing_vfs_arm (mode, n);
  acted = run_act (run, &error);
  if (then == THEN_DIES)
    run_die (run);
  failing_vfs_disarm (NULL);
  g_assert_true (acted == (error == NULL));
  n_failures += acted ? 0 : 1;
  n_points++;
  if (then == THEN_LIFTED)
    run_settle (run, acted);
  run_check (run);
  run_free (run);
}

static void
test_scenario (gconstpointer data)
{
  const Scenario *scenario = data;
  Run *run = run_new (scenario);
  g_autoptr (GError) error = NULL;
  guint n_calls, n_writes, before = n_points;

  run_prepare (run);
  failing_vfs_arm (FAULT_NONE, 0);
  g_assert_true (run_act (run, &error));
  g_assert_no_error (error);
  n_calls = failing_vfs_disarm (&n_writes);
  run_settle (run, TRUE);
  run_check (run);
  run_free (run);

  for (guint n = 1; n <= n_calls; n += STRIDE)
    {
      fail_at (scenario, FAULT_ONCE, n, THEN_LIFTED);
      fail_at (scenario, FAULT_FOR_GOOD, n, THEN_LIFTED);
      fail_at (scenario, FAULT_FOR_GOOD, n, THEN_DIES);
    }
  for (guint n = 1; n <= n_writes; n += STRIDE)
    {
      fail_at (scenario, FAULT_FULL, n, THEN_LIFTED);
      fail_at (scenario, FAULT_FULL, n, THEN_DIES);
      fail_at (scenario, FAULT_TORN, n, THEN_LIFTED);
    }
  n_scenarios_run++;
  g_test_message ("%s: %u calls, %u of them writes; %u points", scenario->name, n_calls, n_writes, n_points - before);
}

/* What is told to the user when the disk is full. */
static void
test_full_is_told (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "een");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      failing_vfs_arm (FAULT_FULL, 1 + i);
      g_assert_cmpuint (try_save (store, id, "geen plaats", &error), ==, 0);
      failing_vfs_disarm (NULL);
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL);
      g_clear_error (&error);
      assert_reads (store, id, i == 0 ? "een" : "weer plaats");
      save (store, id, "weer plaats");
    }
}

/* A lock over what cannot be saved opens while the file is out of reach, so that the text can be seen again. */
static void
test_unlocked_out_of_reach (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (MwSecret) wrong = secret ("de merel zwijgt");
  guint64 id = save (store, 0, "een");
  g_autoptr (GError) error = NULL;

  failing_vfs_arm (FAULT_FOR_GOOD, 1);
  g_assert_cmpuint (try_save (store, id, "twee", NULL), ==, 0);
  g_assert_cmpuint (try_save (store, id, "twee", NULL), ==, 0);
  g_assert_false (mw_case_store_unlock (store, wrong, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_true (mw_case_store_unlock (store, passphrase, &error));
  g_assert_true (mw_case_store_unlock_with_recovery_key (store, cases->recovery_key, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 1);
  failing_vfs_disarm (NULL);

  save (store, id, "twee");
  assert_reads (store, id, "twee");
  g_assert_false (mw_case_store_is_damaged (store));
}

static void
test_enough_points (void)
{
  g_test_message ("%u points, of which %u failed the call", n_points, n_failures);
  if (n_scenarios_run < n_scenarios)
    g_test_skip ("not all scenarios were run");
  else if (STRIDE == 1)
    g_assert_cmpuint (n_points, >=, MIN_POINTS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  failing_vfs_install ();
  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autofree char *path = g_strconcat ("/case-faults/", scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_scenario);
    }
  ADD_CASE ("/case-faults/full-is-told", test_full_is_told);
  ADD_CASE ("/case-faults/unlocked-out-of-reach", test_unlocked_out_of_reach);
  g_test_add_func ("/case-faults/enough-points", test_enough_points);
  return g_test_run ();
}
