/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>

#include "facade-scenarios.h"
#include "failing-calls.h"
#include "failing-vfs.h"
#include "mw-case-store-private.h"
#include "mw-cases-private.h"
#include "mw-database-private.h"

/* The cases as the interface sees them, while the disk fails, the file system refuses, and calls come in an odd order. */

/* Under a sanitizer only every so many points. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 7
#else
#define STRIDE 1
#endif

static GSourceFunc hourly;
static gpointer hourly_data;

/* In the place of GLib's: an hour goes by when the test says so. */
guint
g_timeout_add_seconds_full (int priority, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  GSource *source = g_timeout_source_new_seconds (interval);
  guint id;

  if (interval == 60 * 60)
    {
      hourly = function;
      hourly_data = data;
    }
  g_source_set_priority (source, priority);
  g_source_set_callback (source, function, data, notify);
  id = g_source_attach (source, NULL);
  g_source_unref (source);
  return id;
}

static void
test_scenario (gconstpointer data)
{
  const FacadeScenario *scenario = data;
  guint n_calls = 1, n_failures = 0;

  for (guint n = 0; n <= n_calls; n += STRIDE)
    {
      Facade facade;
      g_autoptr (GError) error = NULL;
      gboolean acted;

      begin_scenario (&facade, scenario);
      failing_vfs_arm (n == 0 ? FAULT_NONE : n % 3 == 0 ? FAULT_FOR_GOOD : FAULT_ONCE, n);
      acted = scenario->act (&facade, &error);
      drain (&facade);
      if (n == 0)
        n_calls = failing_vfs_disarm (NULL);
      failing_vfs_disarm (NULL);
      g_assert_true (acted == (error == NULL));
      g_assert_true (acted || n > 0);
      n_failures += acted ? 0 : 1;
      end_scenario (&facade, scenario, acted);
    }
  g_test_message ("%s: %u calls, %u failures", scenario->name, n_calls, n_failures);
  /* Of a few points it may be that none matters. */
  g_assert_true (n_failures > 0 || n_calls == 0 || STRIDE > 1);
}

static void
assert_locked (GError **error)
{
  g_assert_error (*error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
  g_clear_error (error);
}

static void
finish_pointer (gpointer got, GError **error)
{
  g_assert_null (got);
  assert_locked (error);
}

/* What comes after the end is refused, each with a word. */
static void
test_after_closing (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *results[7] = { NULL };

  create (facade);
  mw_cases_close_async (facade->cases, remember, &closed);
  g_assert_true (mw_cases_close_finish (facade->cases, await (&closed), NULL));
  g_clear_object (&closed);
  mw_cases_close_async (facade->cases, remember, &closed); /* twice is no harm */
  g_assert_true (mw_cases_close_finish (facade->cases, await (&closed), NULL));
  g_assert_cmpuint (try_write (facade, 1, "", "te laat", &error), ==, 0);
  assert_locked (&error);
  g_assert_false (try_delete (facade, 1, &error));
  assert_locked (&error);
  mw_cases_load_async (facade->cases, 1, 0, remember, &results[0]);
  finish_pointer (mw_cases_load_finish (facade->cases, await (&results[0]), &error), &error);
  mw_cases_list_revisions_async (facade->cases, 1, remember, &results[1]);
  finish_pointer (mw_cases_list_revisions_finish (facade->cases, await (&results[1]), &error), &error);
  mw_cases_search_async (facade->cases, "tuin", NULL, remember, &results[2]);
  finish_pointer (mw_cases_search_finish (facade->cases, await (&results[2]), &error), &error);
  mw_cases_set_passphrase_async (facade->cases, NULL, secret ("x"), remember, &results[3]);
  g_assert_false (mw_cases_set_passphrase_finish (facade->cases, await (&results[3]), &error));
  assert_locked (&error);
  mw_cases_renew_keys_async (facade->cases, NULL, remember, &results[4]);
  finish_pointer (mw_cases_renew_keys_finish (facade->cases, await (&results[4]), &error), &error);
  mw_cases_back_up_async (facade->cases, facade->on_disk.backups, remember, &results[5]);
  finish_pointer (mw_cases_back_up_finish (facade->cases, await (&results[5]), &error), &error);
  mw_cases_repair_async (facade->cases, remember, &results[6]);
  g_assert_false (mw_cases_repair_finish (facade->cases, await (&results[6]), &error));
  assert_locked (&error);
  g_assert_true (hourly (hourly_data) == G_SOURCE_CONTINUE);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
}

/* The answer to the passphrase comes when all is over: nothing is indexed any more. */
static void
test_closed_while_unlocking (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) unlocked = NULL;
  g_autoptr (GAsyncResult) closed = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  close_facade (facade);
  start_facade (facade);
  mw_cases_unlock_async (facade->cases, secret (PASSPHRASE), NULL, remember, &unlocked);
  mw_cases_close_async (facade->cases, remember, &closed);
  g_assert_true (mw_cases_close_finish (facade->cases, await (&closed), NULL));
  g_assert_true (mw_cases_unlock_finish (facade->cases, await (&unlocked), NULL));
  drain (facade);
  g_assert_false (mw_cases_is_indexed (facade->cases));
}

/* Asked twice at once, and looked at anew before anything is indexed: the last word counts. */
static void
test_overtaken (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) one = NULL;
  g_autoptr (GAsyncResult) other = NULL;
  g_autoptr (GAsyncResult) deleted = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  put (facade, 0, "Mevrouw Proef", "twee");
  close_facade (facade);
  start_facade (facade);
  mw_cases_unlock_async (facade->cases, secret (PASSPHRASE), NULL, remember, &one);
  mw_cases_unlock_async (facade->cases, secret (PASSPHRASE), NULL, remember, &other);
  await (&one);
  await (&other);
  g_assert_true (mw_cases_unlock_finish (facade->cases, one, NULL));
  g_assert_true (mw_cases_unlock_finish (facade->cases, other, NULL));
  settle (facade);
  assert_finds (facade, "een", "1");
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 2);

  mw_cases_delete_async (facade->cases, 2, remember, &deleted);
  check (facade);
  g_assert_true (mw_cases_delete_finish (facade->cases, await (&deleted), NULL));
  g_clear_object (&one);
  mw_cases_unlock_async (facade->cases, secret (PASSPHRASE), NULL, remember, &one);
  g_assert_true (mw_cases_unlock_finish (facade->cases, await (&one), NULL));
  check (facade);
  drain (facade);
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_LOCKED);
  g_assert_false (mw_cases_is_indexed (facade->cases));
  g_assert_true (hourly (hourly_data) == G_SOURCE_CONTINUE); /* no copy of what is locked */
  unlock (facade);
  settle (facade);
  assert_finds (facade, "", "1");
}

/* Every hour it is looked whether another day has begun. */
static void
test_hourly (Facade *facade, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  GSourceFunc function = hourly;
  GWeakRef gone;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  settle (facade);
  first = mw_cases_list_backups (facade->cases);
  g_assert_cmpuint (first->len, ==, 1);
  g_unlink (((MwBackup *) g_ptr_array_index (first, 0))->path); /* of yesterday, say */
  g_assert_true (hourly (hourly_data) == G_SOURCE_CONTINUE);
  drain (facade);
  second = mw_cases_list_backups (facade->cases);
  g_assert_cmpuint (second->len, ==, 1);

  g_weak_ref_init (&gone, NULL);
  g_assert_true (function (&gone) == G_SOURCE_REMOVE);
}

/* The folder cannot be written: it is read all the same, and nothing is copied into it. */
static void
test_read_only (Facade *facade, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "leesbaar");
  close_facade (facade);
  failing_calls_arm (CALL_ACCESS, EROFS, 1);
  start_facade (facade);
  unlock (facade);
  settle (facade);
  failing_calls_disarm ();
  g_assert_true (mw_cases_is_read_only (facade->cases));
  assert_loads (facade, 1, 0, "leesbaar");
  assert_finds (facade, "leesbaar", "1");
  g_assert_cmpuint (try_write (facade, 1, "", "anders", &error), ==, 0);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);
  g_assert_no_error (mw_cases_get_backup_error (facade->cases));
}

static void
test_no_folder (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  remove_folder (facade->on_disk.folder);
  failing_calls_arm (CALL_MKDIR, EACCES, 1);
  mw_cases_create_async (facade->cases, secret (PASSPHRASE), remember, &result);
  g_assert_null (mw_cases_create_finish (facade->cases, await (&result), &error));
  failing_calls_disarm ();
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY);
  create (facade); /* once the folder can be made */
  put (facade, 0, "Meneer Voorbeeld", "een");
}

/* Who has the file is told when that is known; once it is free, one need not look again first. */
static void
test_holder (Facade *facade, gconstpointer data)
{
  static const char *const contents[] = { "iemand, ergens", "", NULL };
  g_autofree char *path = g_build_filename (facade->on_disk.folder, "cases.holder", NULL);
  Facade other = { .on_disk = facade->on_disk };

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "van de een");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      if (contents[i])
        g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      else
        g_unlink (path);
      start_facade (&other);
      g_assert_error (mw_cases_get_trouble (other.cases), MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY);
      g_assert_cmpstr (mw_cases_get_holder (other.cases), ==, i == 0 ? contents[i] : NULL);
      if (i + 1 < G_N_ELEMENTS (contents))
        close_facade (&other);
    }
  close_facade (facade);
  unlock (&other);
  assert_loads (&other, 1, 0, "van de een");
  close_facade (&other);
}

static MwSecret *
either_key (Facade *facade, gboolean recovery)
{
  return secret (recovery ? facade->recovery_key : PASSPHRASE);
}

/* A copy opens with either key. */
static void
test_either_key (Facade *facade, gconstpointer data)
{
  g_autofree char *copy = NULL;
  g_autoptr (GAsyncResult) backed_up = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  mw_cases_back_up_async (facade->cases, facade->on_disk.backups, remember, &backed_up);
  copy = mw_cases_back_up_finish (facade->cases, await (&backed_up), NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) inspected = NULL;
      g_autoptr (GAsyncResult) restored = NULL;
      MwBackupContents contents;

      mw_cases_inspect_async (facade->cases, copy, either_key (facade, i == 0), remember, &inspected);
      g_assert_true (mw_cases_inspect_finish (facade->cases, await (&inspected), &contents, NULL));
      g_assert_cmpuint (contents.n_cases, ==, 1);
      g_assert_true (contents.with_recovery_key == (i == 0));
      mw_cases_restore_async (facade->cases, copy, either_key (facade, i == 0), remember, &restored);
      g_assert_true (mw_cases_restore_finish (facade->cases, await (&restored), NULL));
      settle (facade);
      assert_loads (facade, 1, 0, "een");
    }
}

static void
save_record (Facade *facade, guint64 id, const char *dict)
{
  g_autoptr (MwCaseStore) store = open_store (&facade->on_disk);
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE_VARDICT, dict, NULL, NULL, NULL);
  g_autoptr (GBytes) record = g_variant_get_data_as_bytes (value);
  g_autoptr (MwCaseHeading) heading = mw_case_heading_new (id);

  heading->label = g_strdup ("Meneer Morgen");
  heading->touched = 5;
  g_assert_true (mw_case_store_save (store, heading, record, NULL));
}

/* A later version of the program wrote one of the cases: the others are there. */
static void
test_newer_record (Facade *facade, gconstpointer data)
{
  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "een");
  put (facade, 0, "Meneer Morgen", "twee");
  put (facade, 0, "Mevrouw Proef", "drie");
  close_facade (facade);
  save_record (facade, 2, "{'version': <uint32 99>}");
  start_facade (facade);
  unlock (facade);
  settle (facade);
  assert_does_not_load (facade, 2, MW_CASE_ERROR_NEWER);
  assert_finds (facade, "", "1 3");
  assert_loads (facade, 1, 0, "een");
}

/* The words are found; that they cannot be shown for the moment takes nothing from it. */
static void
test_search_without_reading (Facade *facade, gconstpointer data)
{
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, 'x');
  g_autoptr (GPtrArray) hits = NULL;

  memcpy (large + 100, " speld ", 7);
  create (facade);
  put (facade, 0, "Meneer Voorbeeld", large);
  settle (facade);
  failing_vfs_arm (FAULT_FOR_GOOD, 1);
  hits = search (facade, "speld");
  failing_vfs_disarm (NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_null (((MwCaseHit *) g_ptr_array_index (hits, 0))->excerpt);
}

/* As the first record is read for its excerpt the next letter is typed. */
static int
cancel_at_reading (unsigned int kind, void *cancellable, void *statement, void *text)
{
  g_cancellable_cancel (cancellable);
  return 0;
}

static void
test_search_overtaken (Facade *facade, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "in de tuin");
  put (facade, 0, "Mevrouw Proef", "in de tuin");
  settle (facade);
  sqlite3_trace_v2 (facade->cases->store->database->handle, SQLITE_TRACE_STMT, cancel_at_reading, cancellable);
  mw_cases_search_async (facade->cases, "tuin", cancellable, remember, &result);
  hits = mw_cases_search_finish (facade->cases, await (&result), NULL);
  sqlite3_trace_v2 (facade->cases->store->database->handle, 0, NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_nonnull (((MwCaseHit *) g_ptr_array_index (hits, 0))->excerpt);
  g_assert_null (((MwCaseHit *) g_ptr_array_index (hits, 1))->excerpt);
}

/* As the program itself makes them: with Argon2id at its full strength. */
static void
test_usual_effort (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mw-cases-XXXXXX", NULL);
  Facade facade = { .on_disk = { .folder = folder } };

  facade.cases = mw_cases_new (folder, NULL);
  check (&facade);
  create (&facade);
  put (&facade, 0, "Meneer Voorbeeld", "een");
  g_free (facade.recovery_key);
  close_facade (&facade);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  failing_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (facade_scenarios); i++)
    {
      g_autofree char *path = g_strconcat ("/cases-faults/", facade_scenarios[i].name, NULL);

      g_test_add_data_func (path, &facade_scenarios[i], test_scenario);
    }
  ADD_FACADE ("/cases-faults/after-closing", test_after_closing);
  ADD_FACADE ("/cases-faults/closed-while-unlocking", test_closed_while_unlocking);
  ADD_FACADE ("/cases-faults/overtaken", test_overtaken);
  ADD_FACADE ("/cases-faults/hourly", test_hourly);
  ADD_FACADE ("/cases-faults/read-only", test_read_only);
  ADD_FACADE ("/cases-faults/no-folder", test_no_folder);
  ADD_FACADE ("/cases-faults/holder", test_holder);
  ADD_FACADE ("/cases-faults/either-key", test_either_key);
  ADD_FACADE ("/cases-faults/newer-record", test_newer_record);
  ADD_FACADE ("/cases-faults/search-without-reading", test_search_without_reading);
  ADD_FACADE ("/cases-faults/search-overtaken", test_search_overtaken);
  g_test_add_func ("/cases-faults/usual-effort", test_usual_effort);
  return g_test_run ();
}
