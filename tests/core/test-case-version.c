/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

/* A case file of each version of the format opens for ever. data/cases-version-1.db was made on the day the format was settled,
 * with
 *
 *   test-case-version --make FILE
 *
 * which prints the recovery key. It is never made anew: a later version gets a file of its own beside it. */

#define VERSION_1 "cases-version-1.db"
#define VERSION_1_PASSPHRASE "Zeven zwaluwen, één zomer"
#define VERSION_1_RECOVERY_KEY "B66R-QWY1-484H-DTH6-WQ72-M98B-BDSQ-2YT0"
#define VERSION_1_KDF ((MwKdf){ 2, 8 * 1024 * 1024 })

#define DAY 739000
#define TIME G_GINT64_CONSTANT (1760000000)

static const char *const domains[MW_N_DOMAINS] = {
  "Woont in een flat zonder lift.", "Keek altijd naar de duiven.", "Slechtziend; hoort goed.",
  "Was machinist.",                 "Een zus in Zwolle.",          "De buurvrouw doet boodschappen.",
};

/* Whose number in each enumeration is not the first. */
static MwCase *
first_case (void)
{
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED,
                        MW_STRATEGY_FIRST + MW_PROFILE_ACHTERBLIJVERS };
  MwAnswers earlier = { MW_PERSISTENCE_UNCLEAR, MW_ORIENTATION_NOT_ORIENTED, MW_COMPETENCES_FUNCTIONAL, MW_STRATEGY_UNCLEAR };
  static const char *const filters[] = { "audience=widowed", "form=home-visit", NULL };
  MwCase *one = mw_case_new ();

  mw_case_set_text (&one->label, "Meneer Voorbeeld");
  one->age = MW_AGE_75;
  mw_case_set_status (one, MW_STATUS_CLOSED, DAY + 9);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    mw_case_set_text (&one->domains[d], domains[d]);
  mw_case_set_text (&one->wishes, "Weer naar de tuin.\nSamen eten.");
  mw_case_set_text (&one->next_action, "Bellen over het eetpunt");
  one->next_day = DAY + 12;
  mw_case_add_note (one, MW_NOTE_OBSERVATION, DAY, "Post ongeopend: “komt wel”.");
  mw_case_add_note (one, MW_NOTE_EVALUATION, 0, "Ελλάδα שלום 日本語 😀");
  mw_case_add_assessment (one, TIME, &earlier, MW_CERTAINTY_UNSURE, "");
  mw_case_add_assessment (one, TIME + 60, &answers, MW_CERTAINTY_SURE, "Sinds zijn vrouw er niet meer is.");
  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst weduwen en weduwnaars", TIME + 90);
  mw_case_add_considered (one, "eigen-eetpunt", "L.1", "Eetpunt", TIME + 91);
  g_strfreev (one->filters);
  one->filters = g_strdupv ((char **) filters);
  one->created = TIME;
  one->touched = TIME + 100;
  return one;
}

static MwCase *
second_case (gboolean newest)
{
  MwCase *one = mw_case_new ();

  mw_case_set_text (&one->label, newest ? "Mevrouw Proef" : "Mevrouw P.");
  mw_case_add_note (one, MW_NOTE_CONTACT, DAY + 1, newest ? "De tweede zitting." : "De eerste zitting.");
  one->created = TIME + 200;
  one->touched = newest ? TIME + 400 : TIME + 300;
  return one;
}

static guint64
save_case (MwCaseStore *store, guint64 id, MwCase *one)
{
  g_autoptr (MwCaseHeading) heading = mw_case_heading_new_for_case (id, one);
  g_autoptr (GBytes) record = mw_case_encode (one);
  g_autoptr (GError) error = NULL;

  mw_case_store_save (store, heading, record, &error);
  g_assert_no_error (error);
  mw_case_free (one);
  return heading->id;
}

static int
make (const char *path)
{
  MwCaseStoreOptions options = { .kdf = VERSION_1_KDF };
  g_autoptr (MwSecret) passphrase = secret (VERSION_1_PASSPHRASE);
  g_autofree char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;
  MwCaseStore *store = mw_case_store_create (path, passphrase, &options, &recovery_key, &error);

  g_assert_no_error (error);
  save_case (store, 0, first_case ());
  save_case (store, 0, second_case (FALSE));
  mw_case_store_free (store);
  store = mw_case_store_open (path, FALSE, &options, &error);
  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  save_case (store, 2, second_case (TRUE)); /* another sitting */
  mw_case_store_free (store);
  g_print ("%s\n", recovery_key);
  return 0;
}

/* Another file of the same contents, for the test to change. */
static void
copy_version_1 (Cases *cases, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", VERSION_1, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  cases_set_up (cases, data);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (cases->path, bytes, (gssize) length, NULL));
}

static MwCase *
load_case (MwCaseStore *store, guint64 id, guint32 revision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) record = mw_case_store_read (store, id, revision, &error);
  MwCase *one;

  g_assert_no_error (error);
  one = mw_case_decode (record, &error);
  g_assert_no_error (error);
  return one;
}

static void
assert_same_notes (MwCase *one, MwCase *expected)
{
  g_assert_cmpuint (one->notes->len, ==, expected->notes->len);
  for (guint i = 0; i < one->notes->len; i++)
    {
      MwNote *note = g_ptr_array_index (one->notes, i);
      MwNote *wanted = g_ptr_array_index (expected->notes, i);

      g_assert_cmpint (note->kind, ==, wanted->kind);
      g_assert_cmpuint (note->day, ==, wanted->day);
      g_assert_cmpstr (note->text, ==, wanted->text);
    }
}

static void
assert_same_assessments (MwCase *one, MwCase *expected)
{
  g_assert_cmpuint (one->assessments->len, ==, expected->assessments->len);
  for (guint i = 0; i < one->assessments->len; i++)
    {
      MwCaseAssessment *assessment = g_ptr_array_index (one->assessments, i);
      MwCaseAssessment *wanted = g_ptr_array_index (expected->assessments, i);

      g_assert_cmpint (assessment->time, ==, wanted->time);
      g_assert_cmpint (assessment->answers.persistence, ==, wanted->answers.persistence);
      g_assert_cmpint (assessment->answers.orientation, ==, wanted->answers.orientation);
      g_assert_cmpint (assessment->answers.competences, ==, wanted->answers.competences);
      g_assert_cmpint (assessment->answers.strategy, ==, wanted->answers.strategy);
      g_assert_cmpint (assessment->certainty, ==, wanted->certainty);
      g_assert_cmpstr (assessment->reason, ==, wanted->reason);
    }
}

static void
assert_same_considered (MwCase *one, MwCase *expected)
{
  g_assert_cmpuint (one->considered->len, ==, expected->considered->len);
  for (guint i = 0; i < one->considered->len; i++)
    {
      MwConsidered *considered = g_ptr_array_index (one->considered, i);
      MwConsidered *wanted = g_ptr_array_index (expected->considered, i);

      g_assert_cmpstr (considered->id, ==, wanted->id);
      g_assert_cmpstr (considered->number, ==, wanted->number);
      g_assert_cmpstr (considered->name, ==, wanted->name);
      g_assert_cmpint (considered->time, ==, wanted->time);
    }
}

/* @expected: (transfer full) */
static void
assert_case (MwCaseStore *store, guint64 id, guint32 revision, MwCase *expected)
{
  g_autoptr (MwCase) wanted = expected;
  g_autoptr (MwCase) one = load_case (store, id, revision);

  g_assert_cmpstr (one->label, ==, wanted->label);
  g_assert_cmpint (one->age, ==, wanted->age);
  g_assert_cmpint (one->status, ==, wanted->status);
  g_assert_cmpuint (one->closed_day, ==, wanted->closed_day);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    g_assert_cmpstr (one->domains[d], ==, wanted->domains[d]);
  g_assert_cmpstr (one->wishes, ==, wanted->wishes);
  g_assert_cmpstr (one->next_action, ==, wanted->next_action);
  g_assert_cmpuint (one->next_day, ==, wanted->next_day);
  assert_same_notes (one, wanted);
  assert_same_assessments (one, wanted);
  assert_same_considered (one, wanted);
  g_assert_cmpstrv (one->filters, wanted->filters);
  g_assert_cmpint (one->created, ==, wanted->created);
  g_assert_cmpint (one->touched, ==, wanted->touched);
}

static void
assert_headings (MwCaseStore *store)
{
  g_autoptr (GPtrArray) headings = mw_case_store_list (store);
  MwCaseHeading *one = g_ptr_array_index (headings, 0);
  MwCaseHeading *other = g_ptr_array_index (headings, 1);

  g_assert_cmpuint (headings->len, ==, 2);
  g_assert_cmpuint (one->id, ==, 1);
  g_assert_cmpstr (one->label, ==, "Meneer Voorbeeld");
  g_assert_cmpint (one->age, ==, MW_AGE_75);
  g_assert_cmpint (one->status, ==, MW_STATUS_CLOSED);
  g_assert_cmpint (one->profiles, ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  g_assert_cmpint (one->touched, ==, TIME + 100);
  g_assert_cmpuint (one->next_day, ==, DAY + 12);
  g_assert_cmpuint (one->closed_day, ==, DAY + 9);
  g_assert_cmpuint (other->id, ==, 2);
  g_assert_cmpstr (other->label, ==, "Mevrouw Proef");
}

static void
assert_version_1 (MwCaseStore *store)
{
  g_autoptr (GArray) revisions = mw_case_store_list_revisions (store, 2, NULL);
  guint n_damaged = G_MAXUINT;

  g_assert_false (mw_case_store_is_damaged (store));
  g_assert_true (mw_case_store_verify (store, &n_damaged, NULL));
  g_assert_cmpuint (n_damaged, ==, 0);
  assert_headings (store);
  assert_case (store, 1, 0, first_case ());
  assert_case (store, 2, 0, second_case (TRUE));
  g_assert_cmpuint (revisions->len, ==, 2);
  assert_case (store, 2, g_array_index (revisions, MwRevision, 0).revision, second_case (FALSE));
}

static void
test_passphrase (Cases *cases, gconstpointer data)
{
  g_autoptr (MwSecret) passphrase = secret (VERSION_1_PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);

  g_assert_no_error (error);
  mw_case_store_unlock (store, passphrase, &error);
  g_assert_no_error (error);
  assert_version_1 (store);

  save_case (store, 1, second_case (FALSE));
  g_clear_pointer (&store, mw_case_store_free);
  store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  assert_case (store, 1, 0, second_case (FALSE));
  assert_case (store, 1, 1, first_case ());
}

static void
test_recovery_key (Cases *cases, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);

  g_assert_no_error (error);
  mw_case_store_unlock_with_recovery_key (store, VERSION_1_RECOVERY_KEY, &error);
  g_assert_no_error (error);
  assert_version_1 (store);
}

/* From a medium that cannot be written. */
static void
test_read_only (Cases *cases, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", VERSION_1, NULL);
  g_autoptr (MwSecret) passphrase = secret (VERSION_1_PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (path, TRUE, &cases->options, &error);

  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, NULL));
  assert_version_1 (store);
}

int
main (int argc, char *argv[])
{
  mw_secret_init ();
  if (argc == 3 && g_str_equal (argv[1], "--make"))
    return make (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/case-version/1/passphrase", Cases, NULL, copy_version_1, test_passphrase, cases_tear_down);
  g_test_add ("/case-version/1/recovery-key", Cases, NULL, copy_version_1, test_recovery_key, cases_tear_down);
  g_test_add ("/case-version/1/read-only", Cases, NULL, copy_version_1, test_read_only, cases_tear_down);
  return g_test_run ();
}
