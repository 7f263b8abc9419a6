/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include "case-fixture.h"
#include "mw-recovery-key.h"

static void
test_kept (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 first = save (store, 0, "Is graag in de tuin.");
  guint64 second = save (store, 0, "Mist zijn vrouw.");
  struct stat about;

  g_assert_cmpuint (first, !=, second);
  g_clear_pointer (&store, mw_case_store_free);
  g_assert_cmpint (stat (cases->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 077, ==, 0); /* nobody else may read it */

  store = open_store (cases);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 2);
  assert_reads (store, first, "Is graag in de tuin.");
  assert_reads (store, second, "Mist zijn vrouw.");
}

/* The whole value goes through the codec and the file. */
static void
test_everything_of_a_case (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (MwCaseHeading) heading = NULL;
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (MwCase) back = NULL;
  g_autoptr (GBytes) again = NULL;
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED,
                        MW_STRATEGY_FIRST + MW_PROFILE_ACHTERBLIJVERS };

  mw_case_set_text (&one->label, "Meneer G. \xff kapot"); /* from a clipboard */
  g_assert_true (g_utf8_validate (one->label, -1, NULL));
  one->age = MW_AGE_75;
  mw_case_set_status (one, MW_STATUS_CLOSED, 738100);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    {
      g_autofree char *text = g_strdup_printf ("domein %u: שלום Ελλάδα 日本語 😀", d);

      mw_case_set_text (&one->domains[d], text);
    }
  mw_case_set_text (&one->wishes, "Weer eens vissen");
  mw_case_set_text (&one->next_action, "Bellen");
  one->next_day = 738200;
  mw_case_add_note (one, MW_NOTE_EVALUATION, 738050, "Het gaat beter.");
  mw_case_add_assessment (one, 1700000000, &answers, MW_CERTAINTY_FAIRLY, "Sinds de dood van zijn vrouw");
  g_assert_true (mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", 1700000001));
  g_assert_false (mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", 1700000002));

  heading = mw_case_heading_new_for_case (0, one);
  record = mw_case_encode (one);
  g_assert_true (mw_case_store_save (store, heading, record, NULL));
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  read = mw_case_store_read (store, heading->id, 0, NULL);
  back = mw_case_decode (read, NULL);
  again = mw_case_encode (back);
  g_assert_true (g_bytes_equal (record, again));
  g_assert_cmpint (back->closed_day, ==, 738100);
  g_assert_cmpint (mw_case_get_profiles (back), ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));

  {
    g_autoptr (GPtrArray) list = mw_case_store_list (store);
    MwCaseHeading *listed = g_ptr_array_index (list, 0);

    g_assert_cmpint (list->len, ==, 1);
    g_assert_cmpstr (listed->label, ==, one->label);
    g_assert_cmpint (listed->age, ==, MW_AGE_75);
    g_assert_cmpint (listed->status, ==, MW_STATUS_CLOSED);
    g_assert_cmpint (listed->next_day, ==, 738200);
    g_assert_cmpint (listed->profiles, ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  }
}

static void
test_nothing_readable_in_the_file (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autofree char *contents = NULL;
  gsize length;

  save (store, 0, "KANARIEVOGEL-in-de-keuken");
  g_clear_pointer (&store, mw_case_store_free);
  g_assert_true (g_file_get_contents (cases->path, &contents, &length, NULL));
  g_assert_null (memmem (contents, length, "KANARIEVOGEL", 12));
  g_assert_null (memmem (contents, length, "Voorbeeld", 9));
}

static void
test_revisions (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (GArray) revisions = NULL;
  g_autofree char *text = NULL;
  guint64 id = save (store, 0, "een");

  /* One sitting is one revision. */
  save (store, id, "een twee");
  save (store, id, "een twee drie");
  revisions = mw_case_store_list_revisions (store, id, NULL);
  g_assert_cmpuint (revisions->len, ==, 1);

  /* Another run of the program is another sitting. */
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  save (store, id, "iets anders");
  g_array_unref (revisions);
  revisions = mw_case_store_list_revisions (store, id, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  text = try_read (store, id, g_array_index (revisions, MwRevision, 0).revision, NULL);
  g_assert_cmpstr (text, ==, "een twee drie");
  assert_reads (store, id, "iets anders");
}

static void
test_keys (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwSecret) wrong = secret ("de merel zingt in de lindE");
  g_autoptr (MwSecret) right = secret (PASSPHRASE);
  g_autoptr (MwSecret) next = secret ("een heel andere zin");
  g_autofree char *another = NULL;
  g_autoptr (GError) error = NULL;
  guint64 id = save (store, 0, "geheim");

  g_assert_false (mw_case_store_set_passphrase (store, wrong, next, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_true (mw_case_store_set_passphrase (store, right, next, &error));
  g_clear_pointer (&store, mw_case_store_free);

  store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  g_assert_null (mw_case_store_read (store, id, 0, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (mw_case_store_unlock (store, right, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_true (mw_case_store_unlock (store, next, &error));
  assert_reads (store, id, "geheim");
  g_clear_pointer (&store, mw_case_store_free);

  /* The recovery key is the one of the first day, and another one takes its place. */
  store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  g_assert_false (mw_case_store_unlock_with_recovery_key (store, "7KQ2-M0XD", &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_MISTYPED);
  g_clear_error (&error);
  g_assert_true (mw_case_store_unlock_with_recovery_key (store, cases->recovery_key, &error));
  g_assert_true (mw_case_store_set_passphrase (store, NULL, right, &error));
  another = mw_case_store_renew_recovery_key (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (another, !=, cases->recovery_key);
  g_clear_pointer (&store, mw_case_store_free);
  store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  g_assert_false (mw_case_store_unlock_with_recovery_key (store, cases->recovery_key, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  g_assert_false (mw_case_store_is_damaged (store));
  assert_reads (store, id, "geheim");
}

static void
test_rotation (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autofree char *before = NULL;
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  guint64 ids[300];
  guint n_damaged;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = save (store, 0, "steeds hetzelfde");
  recovery = mw_case_store_rotate (store, passphrase, &error);
  g_assert_no_error (error);
  save (store, ids[7], "daarna");
  g_clear_pointer (&store, mw_case_store_free);

  store = open_store (cases);
  g_assert_false (mw_case_store_is_damaged (store));
  g_assert_true (mw_case_store_verify (store, &n_damaged, &error));
  g_assert_cmpuint (n_damaged, ==, 0);
  assert_reads (store, ids[7], "daarna");
  assert_reads (store, ids[299], "steeds hetzelfde");
  g_clear_pointer (&store, mw_case_store_free);
  store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  g_assert_false (mw_case_store_unlock_with_recovery_key (store, cases->recovery_key, NULL));
  g_assert_true (mw_case_store_unlock_with_recovery_key (store, recovery, &error));
}

static void
test_deleted_is_gone (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 kept = save (store, 0, "blijft");
  guint64 gone = save (store, 0, "gaat");
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  guint8 sealed[64];
  gsize length;
  guint n_damaged;

  {
    g_autoptr (MwDatabase) copy = NULL;
    g_autofree char *path = g_build_filename (cases->folder, "copy.db", NULL);
    g_autoptr (MwStatement) statement = NULL;
    const guint8 *blob;

    g_assert_true (mw_case_store_back_up (store, path, &error));
    copy = mw_database_open (path, MW_DATABASE_READ_ONLY, NULL);
    statement = mw_statement_new (copy, "SELECT sealed FROM record WHERE case_id = 2", NULL);
    g_assert_cmpint (mw_statement_step (statement, NULL), ==, MW_STEP_ROW);
    blob = mw_statement_column_blob (statement, 0, &length);
    memcpy (sealed, blob + 100, sizeof sealed);
  }

  g_assert_true (mw_case_store_delete (store, gone, &error));
  g_assert_null (mw_case_store_read (store, gone, 0, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND);
  assert_reads (store, kept, "blijft");
  g_assert_cmpuint (save (store, 0, "nieuw"), ==, 3); /* a number is not used twice */
  g_clear_pointer (&store, mw_case_store_free);
  g_assert_true (g_file_get_contents (cases->path, &contents, &length, NULL));
  g_assert_null (memmem (contents, length, sealed, sizeof sealed)); /* not even sealed */
  store = open_store (cases);
  g_assert_true (mw_case_store_verify (store, &n_damaged, NULL));
  g_assert_cmpuint (n_damaged, ==, 0);
}

static void
test_one_program_at_a_time (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (GError) error = NULL;

  g_assert_null (mw_case_store_open (cases->path, FALSE, &cases->options, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY);
  save (store, 0, "gaat door");
}

static void
test_newer (Cases *cases, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  mw_case_store_free (create_store (cases));
  change (cases, "PRAGMA user_version=2");
  g_assert_true (g_file_get_contents (cases->path, &before, &length_before, NULL));
  g_assert_null (mw_case_store_open (cases->path, FALSE, &cases->options, &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (cases->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_migration_keeps_a_copy (Cases *cases, gconstpointer data)
{
  static const MwMigration two[] = { { NULL }, { "CREATE TABLE more (id INTEGER PRIMARY KEY)" } };
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "van voor de verandering");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&store, mw_case_store_free);
  cases->options.migrations = two;
  cases->options.n_migrations = 2;
  store = open_store (cases);
  assert_reads (store, id, "van voor de verandering");
  dir = g_dir_open (cases->backups, 0, NULL);
  name = g_dir_read_name (dir);
  g_assert_true (g_str_has_prefix (name, "version-1-"));
  g_assert_null (g_dir_read_name (dir));
}

/* Deleted, or replaced by another one: the file comes back, and the other one is kept. */
static void
test_file_taken_away (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "een");
  g_autofree char *kept = NULL;
  g_autoptr (GDir) dir = NULL;

  g_unlink (cases->path);
  save (store, id, "twee");
  g_assert_true (mw_case_store_was_rescued (store));
  g_assert_false (mw_case_store_was_rescued (store));
  g_unlink (cases->path);
  g_assert_true (g_file_set_contents (cases->path, "iets anders", -1, NULL));
  save (store, id, "drie");
  g_assert_true (mw_case_store_was_rescued (store));
  g_clear_pointer (&store, mw_case_store_free);

  store = open_store (cases);
  assert_reads (store, id, "drie");
  dir = g_dir_open (cases->backups, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    if (g_str_has_prefix (name, "set-aside-") && g_str_has_suffix (name, ".db"))
      kept = g_build_filename (cases->backups, name, NULL);
  g_assert_nonnull (kept);
  {
    g_autofree char *contents = NULL;

    g_assert_true (g_file_get_contents (kept, &contents, NULL, NULL));
    g_assert_cmpstr (contents, ==, "iets anders");
  }

  /* The whole folder. */
  remove_folder (cases->folder);
  save (store, id, "vier");
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  assert_reads (store, id, "vier");
}

static void
test_read_only_folder (Cases *cases, gconstpointer data)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (MwCaseStore) store = create_store (cases);
  guint64 id = save (store, 0, "leesbaar");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store, mw_case_store_free);
  store = mw_case_store_open (cases->path, TRUE, &cases->options, &error);
  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  assert_reads (store, id, "leesbaar");
  g_assert_cmpuint (try_save (store, id, "anders", &error), ==, 0);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY);
  assert_reads (store, id, "leesbaar");
}

static void
test_recovery_key_text (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MwSecret) key = mw_recovery_key_new (NULL);
      g_autofree char *text = mw_recovery_key_to_text (key);
      g_autofree char *sloppy = g_ascii_strdown (text, -1);
      g_autoptr (MwSecret) back = NULL;
      g_autoptr (MwSecret) none = NULL;
      guint place = (guint) g_test_rand_int_range (0, 39);

      g_assert_cmpuint (strlen (text), ==, 39);
      g_strdelimit (sloppy, "-", ' ');
      g_strdelimit (sloppy, "0", 'o');
      g_strdelimit (sloppy, "1", i % 2 ? 'l' : 'I');
      back = mw_recovery_key_from_text (sloppy, NULL);
      g_assert_cmpmem (key->bytes, key->length, back->bytes, back->length);

      if (text[place] == '-')
        continue;
      text[place] = text[place] == 'U' ? 'V' : 'U'; /* no letter of the alphabet */
      none = mw_recovery_key_from_text (text, NULL);
      g_assert_null (none);
    }
}

static void
test_padding (void)
{
  g_assert_cmpuint (mw_seal_get_padded_length (1), ==, 1024);
  g_assert_cmpuint (mw_seal_get_padded_length (1024), ==, 1024);
  g_assert_cmpuint (mw_seal_get_padded_length (1025), ==, 1088);
  for (gsize length = 1025; length < 10000000; length += length / 7)
    {
      g_assert_cmpuint (mw_seal_get_padded_length (length), >=, length);
      g_assert_cmpuint (mw_seal_get_padded_length (length), <=, length + length * 12 / 100);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  ADD_CASE ("/case-store/kept", test_kept);
  ADD_CASE ("/case-store/everything-of-a-case", test_everything_of_a_case);
  ADD_CASE ("/case-store/nothing-readable-in-the-file", test_nothing_readable_in_the_file);
  ADD_CASE ("/case-store/revisions", test_revisions);
  ADD_CASE ("/case-store/keys", test_keys);
  ADD_CASE ("/case-store/rotation", test_rotation);
  ADD_CASE ("/case-store/deleted-is-gone", test_deleted_is_gone);
  ADD_CASE ("/case-store/one-program-at-a-time", test_one_program_at_a_time);
  ADD_CASE ("/case-store/newer", test_newer);
  ADD_CASE ("/case-store/migration-keeps-a-copy", test_migration_keeps_a_copy);
  ADD_CASE ("/case-store/file-taken-away", test_file_taken_away);
  ADD_CASE ("/case-store/read-only", test_read_only_folder);
  g_test_add_func ("/case-store/recovery-key", test_recovery_key_text);
  g_test_add_func ("/case-store/padding", test_padding);
  return g_test_run ();
}
