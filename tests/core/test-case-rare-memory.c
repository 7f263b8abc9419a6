/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facade-fixture.h"
#include "failing-memory.h"

/* Memory that runs out where the points of case-memory and cases-memory pass by. */

/* At each allocation of libsodium, which are few among those of SQLite. */
static void
test_keys_of_a_new_file (Cases *cases, gconstpointer data)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (MwCaseStore) store = NULL;
  guint n_refused = 0;

  while (!store)
    {
      g_autofree char *recovery_key = NULL;
      g_autoptr (GError) error = NULL;

      failing_memory_arm (MEMORY_FOR_KEYS, n_refused + 1);
      store = mw_case_store_create (cases->path, passphrase, &cases->options, &recovery_key, &error);
      failing_memory_disarm ();
      if (store)
        break;
      n_refused++;
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
      g_assert_null (recovery_key);
      g_assert_false (g_file_test (cases->path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (n_refused, >=, 4); /* two keys, and the wrapping for either of them */
}

static gboolean
try_restore (Facade *facade, const char *copy, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_restore_async (facade->cases, copy, secret (PASSPHRASE), remember, &result);
  return mw_cases_restore_finish (facade->cases, await (&result), error);
}

static char *
make_copy (Facade *facade)
{
  g_autofree char *folder = g_build_filename (facade->on_disk.folder, "stick", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *copy;

  mw_cases_back_up_async (facade->cases, folder, remember, &result);
  copy = mw_cases_back_up_finish (facade->cases, await (&result), &error);
  g_assert_no_error (error);
  return copy;
}

/* Everything is in place but the index: what is said is that nothing was restored, and what is written after that is there tomorrow. */
static void
test_index_of_a_restored_file (Facade *facade, gconstpointer data)
{
  g_autofree char *copy = NULL;
  guint n_all;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "van toen");
  settle (facade);
  copy = make_copy (facade);
  failing_memory_arm (MEMORY_ENOUGH, 0);
  g_assert_true (try_restore (facade, copy, NULL));
  n_all = failing_memory_disarm ();
  settle (facade);

  for (guint back = 20; back <= 100; back += 20)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("van nu %u", back);
      gboolean restored;

      failing_memory_arm (MEMORY_ONCE, n_all - back);
      restored = try_restore (facade, copy, &error);
      failing_memory_disarm ();
      g_test_message ("%u before the end: %s", back, restored ? "restored" : error->message);
      if (!restored)
        g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
      put (facade, 1, "Meneer Voorbeeld", text);
      reopen (facade);
      assert_loads (facade, 1, 0, text);
      settle (facade);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  failing_memory_install ();
  ADD_CASE ("/case-rare-memory/keys-of-a-new-file", test_keys_of_a_new_file);
  ADD_FACADE ("/case-rare-memory/index-of-a-restored-file", test_index_of_a_restored_file);
  return g_test_run ();
}
