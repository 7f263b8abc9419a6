/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facade-fixture.h"

/* The cases as the interface sees them, on a good day. */

static void
test_first_day (Facade *facade, gconstpointer data)
{
  GListModel *list = mw_cases_get_list (facade->cases);
  guint64 id;

  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_NONE);
  g_assert_null (mw_cases_get_trouble (facade->cases));
  g_assert_cmpstr (mw_cases_get_folder (facade->cases), ==, facade->on_disk.folder);
  create (facade);
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_OPEN);
  id = put (facade, 0, "Meneer Voorbeeld", "Houdt van zijn tuin.");
  put (facade, 0, "Mevrouw Proef", "Leest graag.");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_cmpstr (mw_cases_find (facade->cases, id)->label, ==, "Meneer Voorbeeld");
  g_assert_null (mw_cases_find (facade->cases, 99));
  put (facade, id, "De heer Voorbeeld", "Houdt van zijn tuin.");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2); /* in its place */
  g_assert_cmpstr (mw_cases_find (facade->cases, id)->label, ==, "De heer Voorbeeld");
  g_assert_cmpuint (mw_cases_find (facade->cases, id)->touched, ==, 0);

  close_facade (facade);
  start_facade (facade);
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_LOCKED);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 0);
  unlock (facade);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 2);
  assert_loads (facade, id, 0, "Houdt van zijn tuin.");
  settle (facade);
  g_assert_false (mw_cases_is_read_only (facade->cases));
  g_assert_false (mw_cases_is_damaged (facade->cases));
  g_assert_cmpuint (mw_cases_get_n_damaged (facade->cases), ==, 0);
  g_assert_no_error (mw_cases_get_backup_error (facade->cases));
  g_assert_false (mw_cases_was_rescued (facade->cases));
}

static void
assert_does_not_unlock (Facade *facade, const char *passphrase, const char *recovery_key, MwCaseError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_unlock (facade, passphrase, recovery_key, &error));
  g_assert_error (error, MW_CASE_ERROR, (int) code);
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_LOCKED);
  assert_does_not_load (facade, 1, MW_CASE_ERROR_LOCKED);
}

static void
test_keys (Facade *facade, gconstpointer data)
{
  g_autofree char *mistyped = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "geheim");
  close_facade (facade);
  start_facade (facade);
  mistyped = g_strdup (facade->recovery_key);
  mistyped[0] = mistyped[0] == '7' ? '8' : '7';
  for (guint i = 0; i < 5; i++) /* nobody is locked out */
    assert_does_not_unlock (facade, "de merel zingt in de lind", NULL, MW_CASE_ERROR_WRONG_KEY);
  assert_does_not_unlock (facade, "", NULL, MW_CASE_ERROR_WRONG_KEY);
  assert_does_not_unlock (facade, NULL, mistyped, MW_CASE_ERROR_MISTYPED);
  assert_does_not_unlock (facade, NULL, "", MW_CASE_ERROR_MISTYPED);
  assert_does_not_unlock (facade, NULL, "0000-0000-0000-0000-0000-0000-0000-01V8", MW_CASE_ERROR_MISTYPED);
  {
    Facade other;

    facade_set_up (&other, NULL);
    create (&other);
    assert_does_not_unlock (facade, NULL, other.recovery_key, MW_CASE_ERROR_WRONG_KEY);
    facade_tear_down (&other, NULL);
  }
  g_assert_true (try_unlock (facade, NULL, facade->recovery_key, NULL));
  assert_loads (facade, 1, 0, "geheim");
}

static gboolean
set_passphrase (Facade *facade, const char *current, const char *next, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_set_passphrase_async (facade->cases, current ? secret (current) : NULL, secret (next), remember, &result);
  return mw_cases_set_passphrase_finish (facade->cases, await (&result), error);
}

static char *
renew (Facade *facade, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_renew_keys_async (facade->cases, passphrase ? secret (passphrase) : NULL, remember, &result);
  return mw_cases_renew_keys_finish (facade->cases, await (&result), error);
}

static void
test_new_keys (Facade *facade, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "geheim");
  g_assert_false (set_passphrase (facade, "mis", "een andere zin", &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_true (set_passphrase (facade, PASSPHRASE, "een andere zin", NULL));
  second = renew (facade, NULL, NULL);
  g_assert_cmpstr (second, !=, facade->recovery_key);
  g_assert_null (renew (facade, "mis", &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  third = renew (facade, "een andere zin", NULL);
  g_assert_cmpstr (third, !=, second);

  close_facade (facade);
  start_facade (facade);
  assert_does_not_unlock (facade, PASSPHRASE, NULL, MW_CASE_ERROR_WRONG_KEY);
  assert_does_not_unlock (facade, NULL, facade->recovery_key, MW_CASE_ERROR_WRONG_KEY);
  assert_does_not_unlock (facade, NULL, second, MW_CASE_ERROR_WRONG_KEY);
  g_assert_true (try_unlock (facade, NULL, third, NULL));
  g_assert_true (set_passphrase (facade, NULL, PASSPHRASE, NULL)); /* the other one was forgotten */
  reopen (facade);
  assert_loads (facade, 1, 0, "geheim");
}

static void
test_revisions (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  guint64 id;

  create (facade);
  id = put (facade, 0, "Meneer Voorbeeld", "maandag");
  reopen (facade);
  put (facade, id, "Meneer Voorbeeld", "dinsdag");
  reopen (facade);
  mw_cases_list_revisions_async (facade->cases, id, remember, &result);
  revisions = mw_cases_list_revisions_finish (facade->cases, await (&result), NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  assert_loads (facade, id, g_array_index (revisions, MwRevision, 0).revision, "maandag");

  /* Brought back is saved as the newest; nothing is gone. */
  put (facade, id, "Meneer Voorbeeld", "maandag");
  assert_loads (facade, id, 0, "maandag");
  assert_loads (facade, id, g_array_index (revisions, MwRevision, 1).revision, "dinsdag");
  mw_cases_list_revisions_async (facade->cases, 99, remember, &none);
  g_assert_null (mw_cases_list_revisions_finish (facade->cases, await (&none), &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND);
}

static void
test_search (Facade *facade, gconstpointer data)
{
  static const char *const hostile[] = { "\"", "\"\"\"", "*", "NEAR(", "a AND", "OR", "text:tuin", "^tuin", "-tuin", "'; DROP TABLE",
                                         "(((", "\xff\xfe", "{a b}:c" };
  g_autofree char *long_search = g_strnfill (100000, 'a');

  create (facade);
  put (facade, 0, "Meneer Eén", "Werkt graag in de tuin, met zijn buurvrouw Zoë.");
  put (facade, 0, "Mevrouw Twee", "Zij TUINIERT niet meer.\nDe hond heet Łódź.");
  put (facade, 0, "Mevrouw Drie", "Ελλάδα שלום 日本語 😀 Ægir हिन्दी e-mail");
  settle (facade);
  assert_finds (facade, "tuin", "1 2");
  assert_finds (facade, "Tuin zoe", "1");
  assert_finds (facade, "ZOË", "1");
  assert_finds (facade, "een", "1"); /* the label too */
  assert_finds (facade, "tuin tuiniert", "2");
  assert_finds (facade, "uin", "");
  assert_finds (facade, "ελλάδα", "3");
  assert_finds (facade, "שלום", "3");
  assert_finds (facade, "日本", "3");
  assert_finds (facade, "हिन्दी", "3"); /* several words to the tokenizer */
  assert_finds (facade, "e-ma", "3");
  assert_finds (facade, "", "1 2 3");
  assert_finds (facade, "  \n", "1 2 3");
  assert_finds (facade, "mevrouw", "2 3");
  assert_finds (facade, long_search, "");
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_ptr_array_unref (search (facade, hostile[i]));
  assert_finds (facade, "tuin\"* OR \"", "");

  put (facade, 2, "Mevrouw Twee", "Heeft nu een balkon.");
  assert_finds (facade, "tuin", "1");
  assert_finds (facade, "balkon", "2");
  g_assert_true (try_delete (facade, 1, NULL));
  assert_finds (facade, "tuin", "");
  assert_finds (facade, "", "2 3");
}

static void
test_excerpts (Facade *facade, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) by_label = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) cancelled = NULL;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "Eerste regel.\nIs in de zomer altijd in de tuin te vinden.\nDerde regel.");
  settle (facade);
  hits = search (facade, "tuin");
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((MwCaseHit *) g_ptr_array_index (hits, 0))->excerpt, ==,
                   "Is in de zomer altijd in de tuin te vinden.");
  by_label = search (facade, "voorbeeld");
  g_assert_cmpuint (by_label->len, ==, 1);
  g_assert_null (((MwCaseHit *) g_ptr_array_index (by_label, 0))->excerpt);

  /* The next letter was typed already. */
  mw_cases_search_async (facade->cases, "tuin", cancellable, remember, &result);
  g_cancellable_cancel (cancellable);
  cancelled = mw_cases_search_finish (facade->cases, await (&result), NULL);
  g_assert_true (cancelled == NULL || cancelled->len == 1);
}

static void
test_odd_texts (Facade *facade, gconstpointer data)
{
  static const char scripts[] = "العربية עברית हिन्दी বাংলা ไทย 한국어 中文 Ελληνικά Кириллица ქართული Հայերեն አማርኛ 👩‍👩‍👧 e\xcc\x81";
  g_autofree char *large = g_malloc (5 * 1024 * 1024 + 1);
  guint64 id;

  create (facade);
  memset (large, 'x', 5 * 1024 * 1024);
  for (gsize i = 0; i < 5 * 1024 * 1024; i += 7)
    large[i] = i % 1001 == 0 ? '\n' : ' ';
  memcpy (large + 4000000, " speldenknop ", 13);
  large[5 * 1024 * 1024] = '\0';
  id = put (facade, 0, "Meneer Voorbeeld", large);
  assert_loads (facade, id, 0, large);
  settle (facade);
  assert_finds (facade, "speldenknop", "1");
  put (facade, 0, "", scripts);
  assert_loads (facade, 2, 0, scripts);
  put (facade, 0, "a\xff", "kapot \xc3\x28 \xf0\x9f einde");
  assert_loads (facade, 3, 0, "kapot \xef\xbf\xbd( \xef\xbf\xbd\xef\xbf\xbd einde");
  put (facade, 0, "nul", "voor\0na");
  assert_loads (facade, 4, 0, "voor");
  reopen (facade);
  assert_loads (facade, id, 0, large);
}

/* Whoever types waits for no index. */
static void
test_save_while_indexing (Facade *facade, gconstpointer data)
{
  g_autofree char *text = g_malloc (20001);
  guint64 id;

  create (facade);
  for (guint i = 0; i < 20000; i++)
    text[i] = i % 6 == 5 ? ' ' : (char) ('a' + g_test_rand_int_range (0, 26));
  text[20000] = '\0';
  for (guint i = 0; i < 300; i++)
    id = put (facade, 0, "Meneer Voorbeeld", text);
  reopen (facade);
  id = put (facade, 0, "Mevrouw Proef", "intussen");
  g_assert_false (mw_cases_is_indexed (facade->cases));
  assert_finds (facade, "intussen", "301");
  g_assert_true (try_delete (facade, 300, NULL)); /* the last one, not reached yet */
  settle (facade);
  assert_finds (facade, "intussen", "301");
  g_assert_cmpuint (mw_cases_get_n_damaged (facade->cases), ==, 0);
  g_assert_cmpuint (id, ==, 301);
  {
    g_autoptr (GPtrArray) all = search (facade, "meneer");

    g_assert_cmpuint (all->len, ==, 299);
  }
}

/* Both give the whole list, and nothing twice. */
static void
test_unlock_while_indexing (Facade *facade, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  create (facade);
  for (guint i = 0; i < 100; i++)
    put (facade, 0, "Meneer Voorbeeld", "tuin");
  reopen (facade);
  unlock (facade);
  settle (facade);
  hits = search (facade, "tuin");
  g_assert_cmpuint (hits->len, ==, 100);
  g_assert_cmpuint (g_list_model_get_n_items (mw_cases_get_list (facade->cases)), ==, 100);
}

/* What was handed over before is done; what comes after is refused. */
static void
test_close (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (MwCase) one = mw_case_new ();
  g_autofree char *holder = g_build_filename (facade->on_disk.folder, "cases.holder", NULL);
  g_autoptr (GError) error = NULL;

  create (facade);
  g_assert_true (g_file_test (holder, G_FILE_TEST_EXISTS));
  mw_cases_save_async (facade->cases, 0, one, remember, &saved);
  mw_cases_close_async (facade->cases, remember, &closed);
  g_assert_true (mw_cases_close_finish (facade->cases, await (&closed), NULL));
  g_assert_cmpuint (mw_cases_save_finish (facade->cases, await (&saved), NULL), ==, 1);
  g_assert_false (g_file_test (holder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (try_write (facade, 1, "", "te laat", &error), ==, 0);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
  mw_case_store_free (open_store (&facade->on_disk)); /* the file is free for others */
}

/* Dropped without a word, as when the program ends by itself. */
static void
test_dropped (Facade *facade, gconstpointer data)
{
  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "bewaard");
  settle (facade);
  drop_facade (facade);
  start_facade (facade);
  unlock (facade);
  assert_loads (facade, 1, 0, "bewaard");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_FACADE ("/cases/first-day", test_first_day);
  ADD_FACADE ("/cases/keys", test_keys);
  ADD_FACADE ("/cases/new-keys", test_new_keys);
  ADD_FACADE ("/cases/revisions", test_revisions);
  ADD_FACADE ("/cases/search", test_search);
  ADD_FACADE ("/cases/excerpts", test_excerpts);
  ADD_FACADE ("/cases/odd-texts", test_odd_texts);
  ADD_FACADE ("/cases/save-while-indexing", test_save_while_indexing);
  ADD_FACADE ("/cases/unlock-while-indexing", test_unlock_while_indexing);
  ADD_FACADE ("/cases/close", test_close);
  ADD_FACADE ("/cases/dropped", test_dropped);
  return g_test_run ();
}
