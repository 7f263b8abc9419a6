/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "case-fixture.h"
#include "mw-case-backups.h"
#include "mw-case-index.h"
#include "mw-match.h"
#include "mw-search-terms.h"

/* The parts of which the case store and its search are made. */

static void
assert_matches (const char *text, const char *search, const char *expected)
{
  g_autoptr (GArray) matches = mw_match_find (text, search, 5);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      MwMatch *match = &g_array_index (matches, MwMatch, i);

      if (i > 0)
        g_string_append_c (found, '|');
      g_string_append_len (found, text + match->start, (gssize) (match->end - match->start));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_matches (void)
{
  assert_matches ("In de tuin, bij de Tuinman.", "tuin", "tuin|Tuinman");
  assert_matches ("In de tuin", "TUIN in", "In|tuin");
  assert_matches ("achtertuin", "tuin", "");
  assert_matches ("Zoë en Zoe en ZOE\xcc\x88", "zoe", "Zoë|Zoe|ZOE\xcc\x88");
  assert_matches ("coördinator", "coor", "coördinator");
  assert_matches ("coordinator", "coör", "coordinator");
  assert_matches ("Straße STRASSE", "strass", "Straße|STRASSE");
  assert_matches ("ελλάδα Ελλάδα", "ελλαδα", "ελλάδα|Ελλάδα");
  assert_matches ("日本語 😀", "日本", "日本語");
  assert_matches ("a a a a a a a", "a", "a|a|a|a|a");
  assert_matches ("iets", "", "");
  assert_matches ("iets", NULL, "");
  assert_matches ("iets", "!?", "");
  assert_matches ("", "iets", "");
}

static void
assert_excerpt (const char *text, const char *search, const char *expected)
{
  g_autofree char *excerpt = mw_match_dup_excerpt (text, search);

  g_assert_cmpstr (excerpt, ==, expected);
}

static void
test_excerpts (void)
{
  g_autofree char *long_before = g_strnfill (40, 'b');
  g_autofree char *long_after = g_strnfill (100, 'a');
  g_autofree char *text = g_strdup_printf ("%s tuin %s", long_before, long_after);
  g_autofree char *excerpt = mw_match_dup_excerpt (text, "tuin");

  assert_excerpt ("boven\nin de tuin is het stil\nonder", "tuin", "in de tuin is het stil");
  assert_excerpt ("tuin", "tuin", "tuin");
  assert_excerpt ("  tuin  ", "tuin", "tuin");
  assert_excerpt ("niets", "tuin", NULL);
  g_assert_true (g_str_has_prefix (excerpt, "…bbb"));
  g_assert_true (g_str_has_suffix (excerpt, "aaa…"));
  g_assert_nonnull (strstr (excerpt, " tuin "));
  g_assert_cmpint (g_utf8_strlen (excerpt, -1), ==, 30 + 4 + 70 + 2);
}

static void
assert_terms (const char *text, const char *expected)
{
  g_autofree char *terms = mw_search_terms_parse (text);

  g_assert_cmpstr (terms, ==, expected);
}

static void
test_terms (void)
{
  g_autofree char *many = g_strnfill (200, 'x');
  g_autofree char *terms = NULL;

  assert_terms (NULL, NULL);
  assert_terms ("", NULL);
  assert_terms (" \t\n ", NULL);
  assert_terms ("- * \"", NULL);
  assert_terms ("tuin", "\"tuin\"*");
  assert_terms (" de  tuin ", "\"de\"* AND \"tuin\"*");
  assert_terms ("zeg\"maar", "\"zeg\"\"maar\"*");
  assert_terms ("a OR b", "\"a\"* AND \"OR\"* AND \"b\"*");
  assert_terms ("x\xff", "\"x\xef\xbf\xbd\"*");
  for (guint i = 1; i < 200; i += 2)
    many[i] = ' ';
  terms = mw_search_terms_parse (many);
  g_assert_cmpuint (strlen (terms), ==, MW_SEARCH_MAX_TERMS * 4 + (MW_SEARCH_MAX_TERMS - 1) * 5);
  memset (many, 'x', 200);
  g_clear_pointer (&terms, g_free);
  terms = mw_search_terms_parse (many);
  g_assert_cmpuint (strlen (terms), ==, MW_SEARCH_MAX_TERM + 3);
}

/* @expected: the ids, ascending */
static void
assert_indexed (MwCaseIndex *index, const char *search, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = mw_case_index_search (index, search, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint64 id = 0; id < 100; id++)
    for (guint i = 0; i < found->len; i++)
      if (g_array_index (found, guint64, i) == id)
        g_string_append_printf (ids, " %" G_GUINT64_FORMAT, id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_index (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseIndex) index = mw_case_index_new (&error);

  g_assert_no_error (error);
  assert_indexed (index, "", "");
  assert_indexed (index, "tuin", "");
  g_assert_true (mw_case_index_put (index, 7, "de tuin", NULL));
  g_assert_true (mw_case_index_put (index, 3, "het café in de tuin", NULL));
  g_assert_true (mw_case_index_put (index, 5, "", NULL));
  assert_indexed (index, "tuin", " 3 7");
  assert_indexed (index, "CAFE", " 3");
  assert_indexed (index, NULL, " 3 5 7");
  g_assert_true (mw_case_index_put (index, 7, "het balkon", NULL));
  assert_indexed (index, "tuin", " 3");
  assert_indexed (index, "het", " 3 7");
  mw_case_index_remove (index, 3);
  mw_case_index_remove (index, 3);
  mw_case_index_remove (index, 99);
  assert_indexed (index, "het", " 7");
  g_assert_true (mw_case_index_put (index, 3, "weer de tuin", NULL));
  assert_indexed (index, "tuin", " 3");
  mw_case_index_free (NULL);
}

static void
test_backup_list (Cases *cases, gconstpointer data)
{
  static const char *const names[] = { "cases-2026-05-12T140501.db",   "cases-2025-12-31T235959-2.db", "version-1-2026-01-01T000000.db",
                                       "cases-onzin.db",               "set-aside-2026-05-13T140501.db", "cases-2026-05-14T140501.db-journal",
                                       "iets.txt",                     ".new.db",                       "cases-2026-99-99T999999.db",
                                       "cases-Tien.db",                "cases-2026-05-12T14.db" };
  static const char *const expected[] = { "cases-2026-05-12T140501.db", "version-1-2026-01-01T000000.db",
                                          "cases-2025-12-31T235959-2.db" };
  g_autoptr (GDateTime) first = g_date_time_new_local (2026, 5, 12, 14, 5, 1);
  g_autoptr (GPtrArray) none = mw_case_backups_list (cases->backups);
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_mkdir (cases->backups, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (cases->backups, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  backups = mw_case_backups_list (cases->backups);
  g_assert_cmpuint (backups->len, ==, 7);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      MwBackup *backup = g_ptr_array_index (backups, i);

      g_assert_true (g_str_has_suffix (backup->path, expected[i]));
    }
  g_assert_cmpint (((MwBackup *) g_ptr_array_index (backups, 0))->time, ==, g_date_time_to_unix (first));
  g_assert_cmpint (((MwBackup *) g_ptr_array_index (backups, 3))->time, ==, 0); /* it can be restored, but when is it from? */
  mw_backup_free (NULL);
}

static void
assert_service (Cases *cases, const char *folder, const char *mark, const char *expected)
{
  g_autofree char *path = g_build_filename (cases->folder, folder, "maatwerk", NULL);
  g_autofree char *file = mark ? g_build_filename (cases->folder, folder, mark, NULL) : NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  if (file)
    g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_cmpstr (mw_case_backups_get_sync_service (path), ==, expected);
}

static void
test_sync_services (Cases *cases, gconstpointer data)
{
  assert_service (cases, "Documenten", NULL, NULL);
  assert_service (cases, "Dropbox", NULL, "Dropbox");
  assert_service (cases, "Dropboxen", NULL, NULL);
  assert_service (cases, "OneDrive - Welzijn Voorbeeld", NULL, "OneDrive");
  assert_service (cases, "Nextcloud/team/zorg", NULL, "Nextcloud");
  assert_service (cases, "werk", ".stfolder", "Syncthing");
  assert_service (cases, "werk2", ".owncloudsync.log", "ownCloud");
  g_assert_null (mw_case_backups_get_sync_service ("/"));
}

static MwCase *
decode (const char *dict, GError **error)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE_VARDICT, dict, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = value ? g_variant_get_data_as_bytes (value) : g_bytes_new (dict, strlen (dict));

  return mw_case_decode (bytes, error);
}

static void
assert_does_not_decode (const char *dict, MwCaseError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (decode (dict, &error));
  g_assert_error (error, MW_CASE_ERROR, (int) code);
}

static void
test_decoding (void)
{
  g_autoptr (MwCase) bare = NULL;
  g_autoptr (MwCase) odd = NULL;

  assert_does_not_decode ("", MW_CASE_ERROR_DAMAGED);
  assert_does_not_decode ("no dictionary at all", MW_CASE_ERROR_DAMAGED);
  assert_does_not_decode ("{'version': <uint32 0>}", MW_CASE_ERROR_DAMAGED);
  assert_does_not_decode ("{'version': <'1'>}", MW_CASE_ERROR_DAMAGED);
  assert_does_not_decode ("{'version': <uint32 2>}", MW_CASE_ERROR_NEWER);

  bare = decode ("{'version': <uint32 1>}", NULL);
  g_assert_cmpstr (bare->label, ==, "");
  g_assert_cmpuint (bare->notes->len, ==, 0);
  g_assert_cmpuint (g_strv_length (bare->filters), ==, 0);

  odd = decode ("{'version': <uint32 1>, 'unknown': <'x'>, 'label': <5>, 'age': <byte 0x63>, 'status': <byte 0x03>,"
                " 'closed': <uint32 0xffffffff>, 'next-day': <uint32 0xffffffff>, 'domains': <['a','b','c','d','e','f','g']>,"
                " 'notes': <[(byte 0x63, uint32 0xffffffff, 'tekst')]>,"
                " 'assessments': <[(int64 1, byte 0x63, byte 0x63, byte 0x63, byte 0x63, byte 0x63, 'reden')]>,"
                " 'considered': <[('a','1','A',int64 1), ('a','1','A',int64 2)]>, 'filters': <@as []>}",
                NULL);
  g_assert_cmpstr (odd->label, ==, "");
  g_assert_cmpint (odd->age, ==, MW_AGE_UNKNOWN);
  g_assert_cmpint (odd->status, ==, MW_STATUS_OPEN);
  g_assert_cmpuint (odd->closed_day, ==, 0);
  g_assert_cmpuint (odd->next_day, ==, 0);
  g_assert_cmpstr (odd->domains[MW_N_DOMAINS - 1], ==, "f");
  g_assert_cmpuint (((MwNote *) g_ptr_array_index (odd->notes, 0))->day, ==, 0);
  g_assert_cmpint (((MwNote *) g_ptr_array_index (odd->notes, 0))->kind, ==, MW_NOTE_CONTACT);
  g_assert_cmpint (((MwCaseAssessment *) g_ptr_array_index (odd->assessments, 0))->answers.persistence, ==,
                   MW_PERSISTENCE_UNANSWERED);
  g_assert_cmpuint (odd->considered->len, ==, 1);
}

/* A referral goes with what is considered; a record without is one of before there were referrals. */
static void
test_referral (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (MwCase) again = NULL;
  g_autoptr (MwCase) odd = NULL;
  g_autoptr (GBytes) record = NULL;
  g_autofree char *text = NULL;
  const MwConsidered *considered;

  g_assert_false (mw_case_refer (one, "a", "De Linde", 5));
  mw_case_add_considered (one, "a", "1", "A", 1);
  mw_case_add_considered (one, "b", "2", "B", 1);
  g_assert_true (mw_case_refer (one, "a", "De Linde", 5));
  g_assert_false (mw_case_refer (one, "a", "De Linde", 6));
  g_assert_true (mw_case_refer (one, "a", "De Beuk", 5));
  g_assert_true (mw_case_refer (one, "a", "De Linde", 5));
  g_assert_true (mw_case_refer (one, "b", "", 7));
  text = mw_case_dup_text (one);
  g_assert_nonnull (strstr (text, "De Linde"));

  record = mw_case_encode (one);
  again = mw_case_decode (record, NULL);
  considered = g_ptr_array_index (again->considered, 0);
  g_assert_cmpint (considered->referred, ==, 5);
  g_assert_cmpstr (considered->referred_to, ==, "De Linde");
  considered = g_ptr_array_index (again->considered, 1);
  g_assert_cmpint (considered->referred, ==, 7);
  g_assert_cmpstr (considered->referred_to, ==, "");

  odd = decode ("{'version': <uint32 1>, 'considered': <[('a','1','A',int64 1)]>,"
                " 'referred': <[('nowhere',int64 1,'x'), ('a',int64 0,'y'), ('a',int64 -5,'z')]>}",
                NULL);
  considered = g_ptr_array_index (odd->considered, 0);
  g_assert_cmpint (considered->referred, ==, 0);
  g_assert_cmpstr (considered->referred_to, ==, "");
}

static void
test_decoding_noise (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (GBytes) record = NULL;
  gsize length;
  const guint8 *bytes;

  mw_case_add_note (one, MW_NOTE_MEETING, 739000, "tekst");
  mw_case_add_considered (one, "a", "1", "A", 1);
  record = mw_case_encode (one);
  bytes = g_bytes_get_data (record, &length);
  for (guint i = 0; i < 5000; i++)
    {
      guint8 *noisy = g_memdup2 (bytes, length);
      g_autoptr (GBytes) cut = NULL;
      g_autoptr (MwCase) decoded = NULL;

      for (guint n = i % 5; n > 0; n--)
        noisy[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
      cut = g_bytes_new_take (noisy, i % 3 == 0 ? (gsize) g_test_rand_int_range (0, (gint32) length) : length);
      decoded = mw_case_decode (cut, NULL);
      if (decoded)
        {
          g_autofree char *text = mw_case_dup_text (decoded);

          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
    }
}

static void
test_status_of_a_case (void)
{
  g_autoptr (MwCase) one = mw_case_new ();

  g_assert_cmpint (mw_case_get_profiles (one), ==, 0);
  mw_case_set_status (one, MW_STATUS_CLOSED, 5);
  mw_case_set_status (one, MW_STATUS_CLOSED, 9);
  g_assert_cmpuint (one->closed_day, ==, 5);
  mw_case_set_status (one, MW_STATUS_RESTING, 10);
  g_assert_cmpuint (one->closed_day, ==, 0);
  mw_case_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-parts/matches", test_matches);
  g_test_add_func ("/case-parts/excerpts", test_excerpts);
  g_test_add_func ("/case-parts/terms", test_terms);
  g_test_add_func ("/case-parts/index", test_index);
  ADD_CASE ("/case-parts/backup-list", test_backup_list);
  ADD_CASE ("/case-parts/sync-services", test_sync_services);
  g_test_add_func ("/case-parts/decoding", test_decoding);
  g_test_add_func ("/case-parts/decoding-noise", test_decoding_noise);
  g_test_add_func ("/case-parts/referral", test_referral);
  g_test_add_func ("/case-parts/status", test_status_of_a_case);
  return g_test_run ();
}
