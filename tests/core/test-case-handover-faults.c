/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>

#include "facade-fixture.h"
#include "failing-calls.h"
#include "failing-memory.h"
#include "full-case.h"
#include "mw-cases-handover.h"

/* A hand-over on a machine that refuses: the file, and memory. */

#define OWN "een zin voor deze ene casus"

static char *
dup_path (Facade *facade)
{
  return g_build_filename (facade->on_disk.folder, "casus.maatwerk", NULL);
}

static gboolean
try_hand_over (Facade *facade, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = full_case ("Meneer Voorbeeld");

  mw_cases_hand_over_async (facade->cases, one, path, secret (OWN), remember, &result);
  return mw_cases_hand_over_finish (await (&result), error);
}

static void
assert_unreadable (const char *path, MwHandoverError code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  mw_cases_read_handover_async (path, remember, &result);
  file = mw_cases_read_handover_finish (await (&result), &error);
  g_assert_null (file);
  g_assert_error (error, MW_HANDOVER_ERROR, (int) code);
}

static MwHandover *
try_open (GBytes *file, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_open_handover_async (file, secret (passphrase), remember, &result);
  return mw_cases_open_handover_finish (await (&result), error);
}

static GBytes *
hand_over (Facade *facade)
{
  g_autofree char *path = dup_path (facade);
  g_autoptr (GError) error = NULL;
  GBytes *file;

  g_assert_true (try_hand_over (facade, path, &error));
  file = mw_handover_read (path, &error);
  g_assert_no_error (error);
  return file;
}

static void
test_reading (Facade *facade, gconstpointer data)
{
  g_autoptr (GBytes) file = hand_over (facade);
  g_autofree char *path = dup_path (facade);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  failing_calls_arm (CALL_STAT, EIO, 1);
  assert_unreadable (path, MW_HANDOVER_ERROR_UNREADABLE);
  failing_calls_arm (CALL_READ, EIO, 1);
  assert_unreadable (path, MW_HANDOVER_ERROR_UNREADABLE);
  failing_calls_arm (CALL_READ, EINTR, 1);
  again = mw_handover_read (path, &error);
  failing_calls_disarm ();
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (file, again));
}

static void
test_wrong_passphrase (Facade *facade, gconstpointer data)
{
  g_autoptr (GBytes) file = hand_over (facade);
  g_autoptr (GError) error = NULL;

  g_assert_null (try_open (file, "een andere zin", &error));
  g_assert_error (error, MW_HANDOVER_ERROR, MW_HANDOVER_ERROR_WRONG_PASSPHRASE);
  mw_handover_free (NULL);
}

/* Whichever allocation of a secret or a hash it is: said as what it is, never as a wrong passphrase. */
static void
test_memory (Facade *facade, gconstpointer data)
{
  g_autoptr (GBytes) file = hand_over (facade);
  g_autoptr (MwSecret) passphrase = secret (OWN);
  g_autoptr (MwCase) one = full_case ("Meneer Voorbeeld");
  g_autoptr (GBytes) record = mw_case_encode (one);
  guint n;

  failing_memory_arm (MEMORY_ENOUGH, 0);
  g_bytes_unref (mw_handover_seal (record, 1, &QUICK, passphrase, NULL));
  n = failing_memory_disarm ();
  g_assert_cmpuint (n, >, 2);
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (GError) error = NULL;

      failing_memory_arm (MEMORY_ONCE, i);
      g_assert_null (mw_handover_seal (record, 1, &QUICK, passphrase, &error));
      failing_memory_disarm ();
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
    }

  failing_memory_arm (MEMORY_ENOUGH, 0);
  mw_handover_free (mw_handover_open (file, passphrase, NULL));
  n = failing_memory_disarm ();
  g_assert_cmpuint (n, >, 2);
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (GError) error = NULL;

      failing_memory_arm (MEMORY_ONCE, i);
      g_assert_null (mw_handover_open (file, passphrase, &error));
      failing_memory_disarm ();
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
    }
}

/* Nothing is left behind of a file that could not be sealed. */
static void
test_memory_of_the_task (Facade *facade, gconstpointer data)
{
  g_autofree char *path = dup_path (facade);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = full_case ("Meneer Voorbeeld");
  g_autoptr (MwSecret) passphrase = secret (OWN);
  g_autoptr (GError) error = NULL;

  failing_memory_arm (MEMORY_FOR_GOOD, 1);
  mw_cases_hand_over_async (facade->cases, one, path, g_steal_pointer (&passphrase), remember, &result);
  g_assert_false (mw_cases_hand_over_finish (await (&result), &error));
  failing_memory_disarm ();
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_too_large (Facade *facade, gconstpointer data)
{
  g_autoptr (MwSecret) passphrase = secret (OWN);
  g_autoptr (GBytes) record = g_bytes_new_take (g_malloc0 (MW_SEAL_MAX_LENGTH + 1), MW_SEAL_MAX_LENGTH + 1);
  g_autoptr (GBytes) file = g_bytes_new_take (g_malloc0 (MW_HANDOVER_MAX_FILE + 1), MW_HANDOVER_MAX_FILE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (mw_handover_seal (record, 1, &QUICK, passphrase, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (mw_handover_check (file, &error));
  g_assert_error (error, MW_HANDOVER_ERROR, MW_HANDOVER_ERROR_FOREIGN);
}

/* Without a word of the effort it is what a passphrase of the cases takes. */
static void
test_effort (Facade *facade, gconstpointer data)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (MwHandover) handover = NULL;
  g_autoptr (GError) error = NULL;
  guint64 memory;

  drop_facade (facade);
  facade->cases = mw_cases_new (facade->on_disk.folder, NULL);
  file = hand_over (facade);
  memcpy (&memory, (const guint8 *) g_bytes_get_data (file, NULL) + 68, sizeof memory);
  g_assert_cmpuint (GUINT64_FROM_LE (memory), ==, 256 * 1024 * 1024);
  handover = try_open (file, OWN, &error);
  g_assert_no_error (error);
}

/* There are none, nobody has unlocked them, or one of them cannot be read. */
static void
test_looking (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GAsyncResult) locked = NULL;
  g_autoptr (GAsyncResult) looked = NULL;
  g_autoptr (GError) error = NULL;
  guint64 found = 99, id;

  mw_cases_find_handover_async (facade->cases, "00", remember, &none);
  g_assert_false (mw_cases_find_handover_finish (facade->cases, await (&none), &found, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_object (&none);

  create (facade);
  id = put (facade, 0, "Mevrouw Voorbeeld", "Iets anders.");
  close_facade (facade);
  change (&facade->on_disk, "UPDATE record SET sealed = zeroblob (length (sealed))");
  start_facade (facade);
  g_assert_false (try_unlock (facade, "niet deze zin", NULL, &error));
  g_clear_error (&error);
  mw_cases_find_handover_async (facade->cases, "00", remember, &locked);
  g_assert_false (mw_cases_find_handover_finish (facade->cases, await (&locked), &found, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
  g_clear_error (&error);

  unlock (facade);
  mw_cases_find_handover_async (facade->cases, "00", remember, &looked);
  g_assert_true (mw_cases_find_handover_finish (facade->cases, await (&looked), &found, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, 0);
  assert_does_not_load (facade, id, MW_CASE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  failing_memory_install ();
  mw_secret_init ();
  ADD_FACADE ("/case-handover/faults/reading", test_reading);
  ADD_FACADE ("/case-handover/faults/wrong-passphrase", test_wrong_passphrase);
  ADD_FACADE ("/case-handover/faults/memory", test_memory);
  ADD_FACADE ("/case-handover/faults/memory-of-the-task", test_memory_of_the_task);
  ADD_FACADE ("/case-handover/faults/too-large", test_too_large);
  ADD_FACADE ("/case-handover/faults/effort", test_effort);
  ADD_FACADE ("/case-handover/faults/looking", test_looking);
  return g_test_run ();
}
