/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-catalogue-importer.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-store.h"
#include "mw-query.h"
#include "mw-search-index.h"

#define FIRST 3

typedef struct
{
  MwDatabase *database;
  GPtrArray *entries;
  MwSearchIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GError) error = NULL;

  fixture->database = mw_catalogue_import (file, "x", ":memory:", problems, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->entries = mw_catalogue_store_list (fixture->database, &error);
  g_assert_no_error (error);
  fixture->index = mw_search_index_new (fixture->database);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mw_search_index_free (fixture->index);
  g_ptr_array_unref (fixture->entries);
  g_object_unref (fixture->database);
}

static MwQueryResult *
search (Fixture *fixture, const char *text)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autoptr (MwFound) found = NULL;
  g_autoptr (GError) error = NULL;

  query->text = g_strdup (text);
  g_assert_true (mw_search_index_run (fixture->index, text, &found, &error));
  g_assert_no_error (error);

  return mw_query_run (query, fixture->entries, found);
}

/* The numbers of the first entries, such as ",1.5,2.2,1.10,": each between commas. */
static char *
dup_first_numbers (MwQueryResult *result, guint n)
{
  GString *numbers = g_string_new (",");

  for (guint i = 0; i < MIN (n, result->entries->len); i++)
    {
      MwCatalogueEntry *entry = g_ptr_array_index (result->entries, i);
      g_auto (GStrv) parts = g_strsplit (entry->numbers, " / ", -1);

      for (guint p = 0; parts[p]; p++)
        g_string_append_printf (numbers, "%s,", parts[p]);
    }

  return g_string_free (numbers, FALSE);
}

static gboolean
check_numbers (const char *expected, const char *first)
{
  g_auto (GStrv) numbers = g_strsplit (expected, ",", -1);

  for (guint i = 0; numbers[i]; i++)
    {
      g_autofree char *number = g_strdup_printf (",%s,", g_strstrip (numbers[i]));

      if (!strstr (first, number))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_line (Fixture *fixture, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 3);
  g_autoptr (MwQueryResult) result = search (fixture, g_strstrip (parts[0]));
  g_autofree char *first = dup_first_numbers (result, FIRST);
  const char *corrected = parts[1] && parts[2] ? g_strstrip (parts[2]) : NULL;
  gboolean passed = parts[1] && check_numbers (parts[1], first) && g_strcmp0 (result->found->corrected, corrected) == 0;

  g_test_message ("%s%s: %s of %u%s%s", passed ? "" : "NOT AS EXPECTED: ", parts[0], first, result->entries->len,
                  result->found->corrected ? ", corrected to " : "", result->found->corrected ? result->found->corrected : "");

  return passed;
}

static void
test_queries (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "queries.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_queries = 0, n_english = 0, n_failed = 0;
  gboolean english = FALSE; /* below the heading of those */

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*lines[i] == '#')
      english = g_str_equal (lines[i], "# English");
    else if (*lines[i])
      {
        n_queries++;
        n_english += english;
        n_failed += !check_line (fixture, lines[i]);
      }

  g_test_message ("%u queries", n_queries);
  g_assert_cmpuint (n_queries, >=, 60);
  g_assert_cmpuint (n_english, >=, 25);
  g_assert_cmpuint (n_failed, ==, 0);
}

static guint
count (Fixture *fixture, const char *text)
{
  g_autoptr (MwQueryResult) result = search (fixture, text);

  return result->entries->len;
}

/* What is no word at all asks for nothing and so leaves everything. */
static void
test_nothing_to_look_for (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", " ", "\t\n", "\"", "* ( - ^", "’'-‐", "…", "😀", "\u0301", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MwQueryResult) result = search (fixture, texts[i]);

      g_assert_cmpuint (result->entries->len, ==, 38);
      g_assert_null (result->found);
    }
}

/* Words of FTS5 and SQL are words. */
static void
test_operators (Fixture *fixture, gconstpointer data)
{
  guint n_tandem = count (fixture, "tandem");

  g_assert_cmpuint (count (fixture, "\"tandem\""), ==, n_tandem);
  g_assert_cmpuint (count (fixture, "tandem*"), ==, n_tandem);
  g_assert_cmpuint (count (fixture, "(tandem)"), ==, n_tandem);
  g_assert_cmpuint (count (fixture, "-tandem"), ==, n_tandem);
  g_assert_cmpuint (count (fixture, "tandem'; -- %"), ==, n_tandem);
  g_assert_cmpuint (count (fixture, "tandem OR xyzzyx"), ==, 0);
  g_assert_cmpuint (count (fixture, "name:tandem xyzzyx"), ==, 0);
  g_assert_cmpuint (count (fixture, "tandem\xff"), ==, n_tandem);
}

static void
test_long_texts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *word = g_strnfill (1000000, 'x');
  g_autofree char *letters = g_strnfill (1000000, '-');
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 1; i < 1000000; i += 2)
    letters[i] = 'e';
  while (words->len < 1000000)
    g_string_append (words, "tandem \"");
  g_assert_cmpuint (count (fixture, word), ==, 0);
  g_assert_cmpuint (count (fixture, words->str), ==, count (fixture, "tandem"));
  g_assert_cmpuint (count (fixture, letters), >, 0);
}

/* Only when nothing is found, and one error in a word. */
static void
test_corrections (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *corrected;
  } cases[] = {
    { "huisbezoek", NULL },      { "huisbezoe", NULL },         { "huisbezoekk", "huisbezoek" },
    { "huisbzoek", "huisbezoek" }, { "huisbezeok", "huisbezoek" }, { "huisbazoek", "huisbezoek" },
    { "hiusbezeok", NULL }, /* two errors */
    { "xyzzyx", NULL },          { "hius", NULL }, /* short */
    { "tandem weduwnar", NULL }, /* nor would it be found corrected */
    { " «Vreindschap»! ", " «vriendschap»! " },
    { "vriendshcap en hiusbezoek", "vriendschap en huisbezoek" },
    { "12345678", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MwQueryResult) result = search (fixture, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (result->found->corrected, ==, cases[i].corrected);
      g_assert_true (!result->found->corrected || result->entries->len > 0);
    }
}

/* @expected: the text with what is marked in brackets */
static void
assert_marked (Fixture *fixture, const char *search_text, const char *text, const char *expected)
{
  g_autoptr (MwQueryResult) result = search (fixture, search_text);
  g_autoptr (GArray) matches = mw_found_match (result->found, text, G_MAXUINT);
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = matches->len; i > 0; i--)
    {
      MwMatch *match = &g_array_index (matches, MwMatch, i - 1);

      g_string_insert_c (marked, (gssize) match->end, ']');
      g_string_insert_c (marked, (gssize) match->start, '[');
    }
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  assert_marked (fixture, "bezoek", "Huisbezoeken: een BEZOEK, bezoekster", "[Huisbezoeken]: een [BEZOEK], [bezoekster]");
  assert_marked (fixture, "rouw", "rouw, vrouwen, vertrouwen", "[rouw], vrouwen, vertrouwen");
  assert_marked (fixture, "e-mail", "Een E-mail of email", "Een [E-mail] of [email]");
  assert_marked (fixture, "doof", "Wie slechthorend is", "Wie [slechthorend] is");
  assert_marked (fixture, "hiusbezoek", "Een huisbezoek", "Een [huisbezoek]");
  assert_marked (fixture, "geisoleerd", "Geïsoleerde ouderen", "[Geïsoleerde] ouderen");
  assert_marked (fixture, "", "Een huisbezoek", "Een huisbezoek");
  assert_marked (fixture, "tandem", "", "");
}

/* 3.9 has the word in its Dutch text alone, 2.9 in its English text alone; a number is of no language. */
static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint languages;
  } cases[] = {
    { "slechthorende", 1u << MW_LANGUAGE_NL | 1u << MW_LANGUAGE_EN },
    { "gesprekspartners", 1u << MW_LANGUAGE_NL },
    { "one-to-one", 1u << MW_LANGUAGE_EN },
    { "3.9", 1u << MW_LANGUAGE_NL | 1u << MW_LANGUAGE_EN },
    { "gesprekspartners preventing", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MwQueryResult) result = search (fixture, cases[i].text);
      MwCatalogueEntry *entry;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (result->entries->len, >, 0);
      entry = g_ptr_array_index (result->entries, 0);
      g_assert_cmpuint (mw_found_lookup (result->found, entry->rowid)->languages, ==, cases[i].languages);
    }
}

/* An organisation's own come later, into a database that is there already. */
static void
test_added_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwIntervention) own = mw_intervention_new ();
  g_autoptr (MwCatalogueWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  own->id = g_strdup ("eetclub-de-linde");
  own->numbers[0] = (MwNumber){ MW_GROUP_EARLY, g_strdup ("L.1") };
  own->n_numbers = 1;
  own->name[MW_LANGUAGE_NL] = g_strdup ("Eetclub De Linde");
  own->summary[MW_LANGUAGE_NL] = g_strdup ("Samen aan tafel in buurthuis De Zwaluw.");
  writer = mw_catalogue_writer_new (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_true (mw_catalogue_writer_add (writer, own, &error));
  g_assert_true (mw_catalogue_writer_finish (writer, &error));

  g_ptr_array_unref (fixture->entries);
  fixture->entries = mw_catalogue_store_list (fixture->database, &error);
  mw_search_index_free (fixture->index);
  fixture->index = mw_search_index_new (fixture->database);
  g_assert_cmpuint (count (fixture, "linde"), ==, 1);
  g_assert_cmpuint (count (fixture, "L.1"), ==, 1);
  g_assert_cmpuint (count (fixture, "zwaluw"), ==, 1);
  g_assert_cmpuint (count (fixture, "koken"), >=, 2);
  g_assert_cmpuint (count (fixture, "tandem"), ==, 1);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/search/queries", test_queries);
  add ("/search/nothing-to-look-for", test_nothing_to_look_for);
  add ("/search/operators", test_operators);
  add ("/search/long-texts", test_long_texts);
  add ("/search/corrections", test_corrections);
  add ("/search/marks", test_marks);
  add ("/search/languages", test_languages);
  add ("/search/added-later", test_added_later);

  return g_test_run ();
}
