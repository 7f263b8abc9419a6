/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-scenarios.h"

#include <sys/mman.h>

#define NEXT_PASSPHRASE "de ekster zwijgt"

static const MwMigration two_migrations[] = { { NULL }, { "CREATE TABLE more (id INTEGER PRIMARY KEY)" } };

static char long_text[9000];
static char *template_bytes;
static gsize template_length;

static gboolean
open_and_unlock (Run *run, GError **error)
{
  g_autoptr (MwSecret) passphrase = mw_secret_new_passphrase (PASSPHRASE, error);

  run->store = passphrase ? mw_case_store_open (run->cases.path, FALSE, &run->cases.options, error) : NULL;
  return run->store && mw_case_store_unlock (run->store, passphrase, error);
}

static void
prepare_open (Run *run)
{
  run->store = open_store (&run->cases);
}

static void
assert_whole (MwCaseStore *store)
{
  g_autoptr (GError) error = NULL;
  guint n_damaged = G_MAXUINT;

  g_assert_true (mw_case_store_verify (store, &n_damaged, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_damaged, ==, 0);
  g_assert_false (mw_case_store_is_damaged (store));
}

/* A copy that nobody but the test opens. */
static void
assert_copy_whole (const char *path)
{
  MwCaseStoreOptions options = { .kdf = QUICK };
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) copy = mw_case_store_open (path, TRUE, &options, &error);

  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (copy, passphrase, &error));
  assert_whole (copy);
  g_assert_cmpuint (mw_case_store_get_n_cases (copy), ==, N_FIRST_CASES);
  assert_reads (copy, 2, long_text);
}

static void
assert_expected (Run *run, MwCaseStore *store)
{
  for (guint i = 0; i < N_FIRST_CASES && run->n_min > 0; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = try_read (store, i + 1, 0, &error);

      if (!text)
        g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND);
      if (g_strcmp0 (text, run->expected[i].other) != 0)
        g_assert_cmpstr (text, ==, run->expected[i].sure);
    }
  g_assert_cmpuint (mw_case_store_get_n_cases (store), >=, run->n_min);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), <=, run->n_max);
}

static void
prepare_create (Run *run)
{
  g_unlink (run->cases.path);
  run->may_be_missing = TRUE;
  run->n_min = run->n_max = 0;
}

static gboolean
act_create (Run *run, GError **error)
{
  g_autoptr (MwSecret) passphrase = mw_secret_new_passphrase (PASSPHRASE, error);

  run->store
    = passphrase ? mw_case_store_create (run->cases.path, passphrase, &run->cases.options, &run->cases.recovery_key, error)
                 : NULL;
  run->may_be_missing = run->store == NULL;
  return run->store != NULL;
}

static void
settle_create (Run *run, gboolean acted)
{
  if (acted || g_file_test (run->cases.path, G_FILE_TEST_EXISTS))
    return;

  run->store = create_store (&run->cases);
  run->may_be_missing = FALSE;
}

/* What can be read is right, and no failure passes for damage. */
static gboolean
act_open (Run *run, GError **error)
{
  if (!open_and_unlock (run, error))
    return FALSE;

  g_assert_false (mw_case_store_is_damaged (run->store));
  for (guint i = 0; i < N_FIRST_CASES; i++)
    {
      g_autofree char *text = try_read (run->store, i + 1, 0, error);

      if (!text)
        return FALSE;
      g_assert_cmpstr (text, ==, run->expected[i].sure);
    }
  return TRUE;
}

static void
settle_open (Run *run, gboolean acted)
{
  g_clear_pointer (&run->store, mw_case_store_free);
  if (!acted)
    g_assert_true (act_open (run, NULL));
}

static gboolean
act_save_new (Run *run, GError **error)
{
  run->n_max++;
  if (try_save (run->store, 0, "nieuw", error) == 0)
    return FALSE;

  run->n_min++;
  return TRUE;
}

static void
settle_save_new (Run *run, gboolean acted)
{
  guint64 id;

  if (acted)
    return;

  assert_expected (run, run->store);
  run->n_max++; /* a change whose failure came after the last write is in the file */
  id = save (run->store, 0, "nieuw");
  run->n_min++;
  assert_reads (run->store, id, "nieuw");
}

/* The second takes the place of the first, of the same sitting. */
static gboolean
act_save_again (Run *run, GError **error)
{
  static const char *const texts[] = { "anders", "nog eens anders" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      run->expected[0].other = texts[i];
      if (try_save (run->store, 1, texts[i], error) == 0)
        return FALSE;
      run->expected[0].sure = texts[i];
    }
  return TRUE;
}

static void
settle_save_again (Run *run, gboolean acted)
{
  if (!acted)
    {
      assert_expected (run, run->store);
      save (run->store, 1, run->expected[0].other);
      run->expected[0].sure = run->expected[0].other;
    }
  assert_reads (run->store, 1, run->expected[0].sure);
}

static gboolean
act_delete (Run *run, GError **error)
{
  run->expected[1].other = NULL;
  run->n_min--;
  if (!mw_case_store_delete (run->store, 2, error))
    return FALSE;

  run->expected[1].sure = NULL;
  run->n_max--;
  return TRUE;
}

static void
settle_delete (Run *run, gboolean acted)
{
  g_autoptr (GError) error = NULL;

  if (acted)
    return;

  assert_expected (run, run->store);
  if (!mw_case_store_delete (run->store, 2, &error))
    g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND);
  run->expected[1].sure = NULL;
  run->n_max--;
}

static gboolean
act_passphrase (Run *run, GError **error)
{
  g_autoptr (MwSecret) current = mw_secret_new_passphrase (PASSPHRASE, error);
  g_autoptr (MwSecret) next = current ? mw_secret_new_passphrase (NEXT_PASSPHRASE, error) : NULL;

  run->passphrases[1] = NEXT_PASSPHRASE;
  if (!next || !mw_case_store_set_passphrase (run->store, current, next, error))
    return FALSE;

  run->passphrases[0] = NEXT_PASSPHRASE;
  return TRUE;
}

static void
settle_passphrase (Run *run, gboolean acted)
{
  g_autoptr (MwSecret) next = secret (NEXT_PASSPHRASE);
  g_autoptr (GError) error = NULL;

  assert_expected (run, run->store);
  if (acted || act_passphrase (run, &error))
    return;

  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY); /* it was changed in spite of the failure */
  g_assert_true (mw_case_store_set_passphrase (run->store, next, next, NULL));
  run->passphrases[0] = NEXT_PASSPHRASE;
}

static gboolean
act_rotate (Run *run, GError **error)
{
  g_autoptr (MwSecret) passphrase = mw_secret_new_passphrase (PASSPHRASE, error);
  char *recovery = passphrase ? mw_case_store_rotate (run->store, passphrase, error) : NULL;

  if (!recovery)
    return FALSE;

  g_free (run->cases.recovery_key);
  run->cases.recovery_key = recovery;
  return TRUE;
}

static void
settle_rotate (Run *run, gboolean acted)
{
  g_autoptr (GError) error = NULL;

  assert_expected (run, run->store);
  if (!acted)
    {
      act_rotate (run, &error);
      g_assert_no_error (error);
    }
  save (run->store, 3, "drie");
  g_clear_pointer (&run->store, mw_case_store_free);
  run->store = mw_case_store_open (run->cases.path, FALSE, &run->cases.options, &error);
  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock_with_recovery_key (run->store, run->cases.recovery_key, &error));
  assert_expected (run, run->store);
}

static gboolean
act_renew (Run *run, GError **error)
{
  char *recovery = mw_case_store_renew_recovery_key (run->store, error);

  if (!recovery)
    return FALSE;

  g_free (run->cases.recovery_key);
  run->cases.recovery_key = recovery;
  return TRUE;
}

static void
settle_renew (Run *run, gboolean acted)
{
  g_autoptr (GError) error = NULL;

  assert_expected (run, run->store);
  if (!acted)
    act_renew (run, &error);
  g_assert_no_error (error);
  g_clear_pointer (&run->store, mw_case_store_free);
  run->store = mw_case_store_open (run->cases.path, FALSE, &run->cases.options, &error);
  g_assert_true (mw_case_store_unlock_with_recovery_key (run->store, run->cases.recovery_key, &error));
}

/* Somebody has deleted the file. */
static gboolean
act_rescue (Run *run, GError **error)
{
  g_unlink (run->cases.path);
  run->may_be_missing = TRUE;
  run->expected[0].other = "anders";
  if (try_save (run->store, 1, "anders", error) == 0)
    return FALSE;

  run->may_be_missing = FALSE;
  run->expected[0].sure = "anders";
  return TRUE;
}

static void
settle_rescue (Run *run, gboolean acted)
{
  if (!acted)
    {
      assert_expected (run, run->store);
      save (run->store, 1, "anders");
      run->expected[0].sure = "anders";
      run->may_be_missing = FALSE;
    }
  assert_reads (run->store, 1, "anders");
}

static gboolean
act_back_up (Run *run, GError **error)
{
  g_autofree char *copy = g_build_filename (run->cases.folder, "copy.db", NULL);

  return mw_case_store_back_up (run->store, copy, error);
}

static void
settle_back_up (Run *run, gboolean acted)
{
  g_autofree char *copy = g_build_filename (run->cases.folder, "copy.db", NULL);
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  if (!acted)
    {
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
      act_back_up (run, &error);
      g_assert_no_error (error);
    }
  assert_copy_whole (copy);
  save (run->store, 3, "drie");
}

static void
prepare_migrate (Run *run)
{
  run->cases.options.migrations = two_migrations;
  run->cases.options.n_migrations = G_N_ELEMENTS (two_migrations);
}

/* Every copy that bears its name is whole, and there is one before anything is changed. */
static void
settle_migrate (Run *run, gboolean acted)
{
  const char *name;
  guint n_copies = 0;

  g_clear_pointer (&run->store, mw_case_store_free);
  if (!acted)
    run->store = open_store (&run->cases);
  {
    g_autoptr (GDir) dir = g_dir_open (run->cases.backups, 0, NULL);

    g_assert_nonnull (dir);
    while ((name = g_dir_read_name (dir)))
      if (g_str_has_prefix (name, "version-1-"))
        {
          g_autofree char *copy = g_build_filename (run->cases.backups, name, NULL);

          assert_copy_whole (copy);
          n_copies++;
        }
  }
  g_assert_cmpuint (n_copies, >, 0);
}

static void
prepare_repair (Run *run)
{
  change (&run->cases, "DELETE FROM manifest WHERE part = 0;"
                       "INSERT INTO record (case_id, revision, key, sealed) VALUES (9, 1, 1, x'00');");
  run->may_be_damaged = TRUE;
  prepare_open (run);
  g_assert_true (mw_case_store_is_damaged (run->store));
}

static gboolean
act_repair (Run *run, GError **error)
{
  if (!mw_case_store_repair (run->store, error))
    return FALSE;

  run->may_be_damaged = FALSE;
  return TRUE;
}

static void
settle_repair (Run *run, gboolean acted)
{
  g_autoptr (GError) error = NULL;

  assert_expected (run, run->store);
  if (!acted)
    act_repair (run, &error);
  g_assert_no_error (error);
  assert_whole (run->store);
  save (run->store, 3, "drie");
}

/* Without its manifest. */
static void
prepare_salvage (Run *run)
{
  change (&run->cases, "DELETE FROM manifest WHERE part = 0");
  run->may_be_damaged = TRUE;
}

/* No failure takes away what can be read another time. */
static gboolean
act_salvage (Run *run, GError **error)
{
  if (!open_and_unlock (run, error))
    return FALSE;

  g_assert_true (mw_case_store_is_damaged (run->store));
  g_assert_cmpuint (mw_case_store_get_n_cases (run->store), ==, N_FIRST_CASES);
  return TRUE;
}

static void
settle_salvage (Run *run, gboolean acted)
{
  g_clear_pointer (&run->store, mw_case_store_free);
  g_assert_true (act_salvage (run, NULL));
  assert_expected (run, run->store);
}

const Scenario scenarios[] = {
  { "create", prepare_create, act_create, settle_create },
  { "open", NULL, act_open, settle_open },
  { "save-new", prepare_open, act_save_new, settle_save_new },
  { "save-again", prepare_open, act_save_again, settle_save_again },
  { "delete", prepare_open, act_delete, settle_delete },
  { "passphrase", prepare_open, act_passphrase, settle_passphrase },
  { "rotate", prepare_open, act_rotate, settle_rotate },
  { "renew", prepare_open, act_renew, settle_renew },
  { "rescue", prepare_open, act_rescue, settle_rescue },
  { "back-up", prepare_open, act_back_up, settle_back_up },
  { "migrate", prepare_migrate, open_and_unlock, settle_migrate },
  { "salvage", prepare_salvage, act_salvage, settle_salvage },
  { "repair", prepare_repair, act_repair, settle_repair },
};

const guint n_scenarios = G_N_ELEMENTS (scenarios);

/* Three cases, one of them with two revisions and one with a long note. */
static void
make_template (void)
{
  Cases cases;
  MwCaseStore *store;

  memset (long_text, 'x', sizeof long_text - 1);
  cases_set_up (&cases, NULL);
  store = create_store (&cases);
  save (store, 0, "een, vroeger");
  save (store, 0, long_text);
  save (store, 0, "drie");
  mw_case_store_free (store);
  store = open_store (&cases);
  save (store, 1, "een");
  mw_case_store_free (store);
  g_assert_true (g_file_get_contents (cases.path, &template_bytes, &template_length, NULL));
  cases_tear_down (&cases, NULL);
}

Run *
run_new (const Scenario *scenario)
{
  Run *run = mmap (NULL, sizeof (Run), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  g_assert_true (run != MAP_FAILED);
  if (!template_bytes)
    make_template ();
  run->scenario = scenario;
  cases_set_up (&run->cases, NULL);
  g_assert_true (g_file_set_contents_full (run->cases.path, template_bytes, (gssize) template_length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  run->n_min = run->n_max = N_FIRST_CASES;
  run->expected[0].sure = run->expected[0].other = "een";
  run->expected[1].sure = run->expected[1].other = long_text;
  run->expected[2].sure = run->expected[2].other = "drie";
  run->passphrases[0] = PASSPHRASE;
  return run;
}

void
run_prepare (Run *run)
{
  if (run->scenario->prepare)
    run->scenario->prepare (run);
}

gboolean
run_act (Run *run, GError **error)
{
  return run->scenario->act (run, error);
}

void
run_settle (Run *run, gboolean acted)
{
  run->scenario->settle (run, acted);
  g_clear_pointer (&run->store, mw_case_store_free);
}

void
run_die (Run *run)
{
  g_clear_pointer (&run->store, mw_case_store_free);
}

static gboolean
unlock_with (MwCaseStore *store, const char *text)
{
  g_autoptr (MwSecret) passphrase = text ? secret (text) : NULL;

  return passphrase && mw_case_store_unlock (store, passphrase, NULL);
}

void
run_check (Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = NULL;

  if (run->may_be_missing && !g_file_test (run->cases.path, G_FILE_TEST_EXISTS))
    return;

  store = mw_case_store_open (run->cases.path, FALSE, &run->cases.options, &error);
  g_assert_no_error (error);
  g_assert_true (unlock_with (store, run->passphrases[0]) || unlock_with (store, run->passphrases[1]));
  assert_expected (run, store);
  if (!run->may_be_damaged || !mw_case_store_is_damaged (store))
    assert_whole (store);
}

void
run_free (Run *run)
{
  cases_tear_down (&run->cases, NULL);
  munmap (run, sizeof (Run));
}
