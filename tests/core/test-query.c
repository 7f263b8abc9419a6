/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-catalogue-importer.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-store.h"
#include "mw-query.h"
#include "mw-search-index.h"
#include "mw-search-terms.h"

typedef struct
{
  MwDatabase *database;
  GPtrArray *entries;
  MwSearchIndex *index;
  MwQuery *query;
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
  fixture->query = mw_query_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mw_query_free (fixture->query);
  g_ptr_array_unref (fixture->entries);
  mw_search_index_free (fixture->index);
  g_object_unref (fixture->database);
}

static MwQueryResult *
run (Fixture *fixture)
{
  g_autoptr (MwFound) found = NULL;
  g_autoptr (GError) error = NULL;

  mw_search_index_run (fixture->index, fixture->query->text, &found, &error);
  g_assert_no_error (error);

  return mw_query_run (fixture->query, fixture->entries, found);
}

static MwQueryResult *
search (Fixture *fixture, const char *text)
{
  g_free (fixture->query->text);
  fixture->query->text = g_strdup (text);

  return run (fixture);
}

static void
filter (Fixture *fixture, MwFacet facet, const char *value_id)
{
  guint value;

  g_assert_true (mw_facet_value_from_id (facet, value_id, &value));
  fixture->query->filters[facet] |= 1u << value;
}

static guint
get_count (MwQueryResult *result, MwFacet facet, const char *value_id)
{
  guint value;

  g_assert_true (mw_facet_value_from_id (facet, value_id, &value));

  return result->counts[facet][value];
}

static char *
dup_numbers (MwQueryResult *result)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < result->entries->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "",
                            ((MwCatalogueEntry *) g_ptr_array_index (result->entries, i))->numbers);

  return g_string_free (numbers, FALSE);
}

static void
test_everything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = run (fixture);

  g_assert_cmpuint (result->entries->len, ==, 38);
  g_assert_cmpuint (result->n_total, ==, 38);
  g_assert_cmpuint (get_count (result, MW_FACET_PROFILE, "achterblijvers"), ==, 25);
  g_assert_cmpuint (get_count (result, MW_FACET_GROUP, "early"), ==, 20);
  g_assert_cmpuint (get_count (result, MW_FACET_GROUP, "structural"), ==, 11);
  g_assert_cmpuint (get_count (result, MW_FACET_GROUP, "specific"), ==, 10);
}

static void
test_meneer_g (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) profile = NULL;
  g_autoptr (MwQueryResult) widowed = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *narrowed = NULL;

  fixture->query->candidates = MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS);
  profile = run (fixture);
  numbers = dup_numbers (profile);
  g_assert_cmpuint (profile->entries->len, ==, 25);
  g_assert_nonnull (strstr (numbers, "1.4"));
  g_assert_nonnull (strstr (numbers, "1.19"));

  filter (fixture, MW_FACET_AUDIENCE, "widowed");
  widowed = run (fixture);
  narrowed = dup_numbers (widowed);
  g_assert_cmpstr (narrowed, ==, "1.2, 1.4");
}

static void
test_union_of_candidates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = NULL;

  fixture->query->candidates
    = MW_PROFILE_SET_OF (MW_PROFILE_COMPENSEERDERS) | MW_PROFILE_SET_OF (MW_PROFILE_HOOPVOLLEN);
  result = run (fixture);
  g_assert_cmpuint (result->entries->len, ==, 13); /* 10 and 4, of which 2.9 stands in both */
}

/* The count beside a value is what choosing it as well gives. */
static void
test_counts_are_what_choosing_gives (Fixture *fixture, gconstpointer data)
{
  fixture->query->candidates = MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS);
  filter (fixture, MW_FACET_FORM, "home-visit");
  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      {
        g_autoptr (MwQueryResult) before = run (fixture);
        g_autoptr (MwQueryResult) after = NULL;
        guint32 kept = fixture->query->filters[f];

        fixture->query->filters[f] = 1u << v;
        after = run (fixture);
        fixture->query->filters[f] = kept;
        g_assert_cmpuint (before->counts[f][v], ==, after->entries->len);
      }
}

/* Within a facet one value is enough, and its own counts stay as they are; between facets all must be met. */
static void
test_several_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) all = run (fixture);
  g_autoptr (MwQueryResult) telephone = NULL;
  g_autoptr (MwQueryResult) either = NULL;
  g_autoptr (MwQueryResult) both = NULL;

  filter (fixture, MW_FACET_FORM, "telephone");
  telephone = run (fixture);
  g_assert_cmpuint (telephone->entries->len, ==, 1);
  g_assert_cmpmem (telephone->counts[MW_FACET_FORM], sizeof telephone->counts[0], all->counts[MW_FACET_FORM],
                   sizeof all->counts[0]);
  g_assert_cmpuint (get_count (telephone, MW_FACET_AUDIENCE, "widowed"), ==, 0);

  filter (fixture, MW_FACET_FORM, "online");
  either = run (fixture);
  g_assert_cmpuint (either->entries->len, ==, 3);

  filter (fixture, MW_FACET_AUDIENCE, "widowed");
  both = run (fixture);
  g_assert_cmpuint (both->entries->len, ==, 0);
  g_assert_cmpuint (get_count (both, MW_FACET_FORM, "online"), ==, 0);
  g_assert_cmpuint (get_count (both, MW_FACET_FORM, "home-visit"), >, 0);
}

/* How well it was studied and what was found are two questions: no effect is found as easily as an effect. */
static void
test_evidence_and_loneliness (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) all = run (fixture);
  g_autoptr (MwQueryResult) unchanged = NULL;
  g_autoptr (MwQueryResult) measured = NULL;

  g_assert_cmpuint (get_count (all, MW_FACET_LONELINESS, "decreased"), ==, 7);
  g_assert_cmpuint (get_count (all, MW_FACET_LONELINESS, "unchanged"), ==, 3);
  filter (fixture, MW_FACET_LONELINESS, "unchanged");
  unchanged = run (fixture);
  g_assert_cmpuint (unchanged->entries->len, ==, 3);
  g_assert_cmpuint (get_count (unchanged, MW_FACET_EVIDENCE, "effect"), ==, 1);
  g_assert_cmpuint (get_count (unchanged, MW_FACET_EVIDENCE, "controlled"), ==, 0);
  filter (fixture, MW_FACET_EVIDENCE, "effect");
  measured = run (fixture);
  g_assert_cmpuint (measured->entries->len, ==, 1);
}

static void
test_what_to_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = NULL;

  filter (fixture, MW_FACET_AUDIENCE, "widowed");
  filter (fixture, MW_FACET_FORM, "online");
  result = run (fixture);
  g_assert_cmpuint (result->entries->len, ==, 0);
  g_assert_cmpuint (result->n_without[MW_FACET_AUDIENCE], ==, 2);
  g_assert_cmpuint (result->n_without[MW_FACET_FORM], ==, 2);
  g_assert_cmpuint (result->n_without[MW_FACET_COSTS], ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) by_number = run (fixture);
  g_autoptr (MwQueryResult) by_name = NULL;

  for (guint i = 1; i < by_number->entries->len; i++)
    g_assert_cmpuint (((MwCatalogueEntry *) g_ptr_array_index (by_number->entries, i - 1))->order, <,
                      ((MwCatalogueEntry *) g_ptr_array_index (by_number->entries, i))->order);

  fixture->query->sort = MW_SORT_NAME;
  by_name = run (fixture);
  g_assert_cmpstr (((MwCatalogueEntry *) g_ptr_array_index (by_name->entries, 0))->numbers, ==, "1.1");
  g_assert_cmpstr (((MwCatalogueEntry *) g_ptr_array_index (by_name->entries, 37))->id, ==, "zin-in-vriendschap");
}

static void
assert_finds (Fixture *fixture, const char *text, const char *id)
{
  g_autoptr (MwQueryResult) result = search (fixture, text);

  for (guint i = 0; i < result->entries->len; i++)
    if (g_str_equal (((MwCatalogueEntry *) g_ptr_array_index (result->entries, i))->id, id))
      return;

  g_error ("%s does not find %s", text, id);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "tandem", "humanitas-tandem");
  assert_finds (fixture, "TANDEM", "humanitas-tandem");
  assert_finds (fixture, "huma tand", "humanitas-tandem");
  assert_finds (fixture, "bezoekvrouwen", "goud");
  assert_finds (fixture, "esc@pe", "escape-als-je-wereld-kleiner-wordt");
  assert_finds (fixture, "1.4", "bezoekdienst-weduwen-en-weduwnaars");
  assert_finds (fixture, "onrust", "bezoekdienst-weduwen-en-weduwnaars");
  assert_finds (fixture, "cliënt", "natuurlijk-een-netwerkcoach");
  assert_finds (fixture, "client", "natuurlijk-een-netwerkcoach");
}

static void
test_hostile_search (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "\"",       "\"\"",  "\"\"\"",      "AND",        "OR",         "NOT",   "NEAR(a b)", "*",        "a*b",
    "e-mail",   "-x",    "buurman's",   "(x",         "x)",         "foo:bar", "name:x",  "{a b}: c", "^x",
    "a + b",    "😀",    "\xff\xfe",    "\xc3",       "'; DROP TABLE search; --",    "%",  "_",        "\\",
    "\t\n",     "é",     "\u0301",      "\u200b",     "ﷺ",         "x\"y\"z",
  };
  g_autofree char *long_word = g_strnfill (10000, 'x');
  g_autoptr (GString) many_words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mw_query_result_unref (search (fixture, texts[i]));
  mw_query_result_unref (search (fixture, long_word));
  while (many_words->len < 10000)
    g_string_append (many_words, "a\" OR ");
  mw_query_result_unref (search (fixture, many_words->str));
}

static void
test_terms (void)
{
  static const struct
  {
    const char *text;
    const char *expression;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "  \t ", NULL },
    { "\" * ( -", NULL },
    { "bezoek", "\"bezoek\"*" },
    { " bezoek  thuis ", "\"bezoek\"* AND \"thuis\"*" },
    { "a\"b", "\"a\"\"b\"*" },
    { "foo:bar", "\"foo:bar\"*" },
    { "AND", "\"AND\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expression = mw_search_terms_parse (cases[i].text);

      g_assert_cmpstr (expression, ==, cases[i].expression);
    }
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/query/everything", test_everything);
  add ("/query/meneer-g", test_meneer_g);
  add ("/query/union-of-candidates", test_union_of_candidates);
  add ("/query/counts", test_counts_are_what_choosing_gives);
  add ("/query/several-values", test_several_values);
  add ("/query/evidence-and-loneliness", test_evidence_and_loneliness);
  add ("/query/what-to-drop", test_what_to_drop);
  add ("/query/order", test_order);
  add ("/query/search", test_search);
  add ("/query/hostile-search", test_hostile_search);
  g_test_add_func ("/query/terms", test_terms);

  return g_test_run ();
}
