/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-catalogue-store.h"
#include "mw-query.h"
#include "mw-search-index.h"
#include "mw-search-terms.h"
#include "mw-search-words.h"
#include "mw-statement.h"

/* What is typed to search by. The first byte tells what is tried: the FTS5 expression, on a real table; the search of the
 * catalogue, its synonyms, and the marks in a text that follows a line feed; or the places of a damaged database. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *const texts[] = {
  "Activerend huisbezoek door vrijwilligers, elke week één uur.",
  "Bezoekdienst weduwen en weduwnaars: rouw en verlies, vertrouwen.",
  "Telefooncirkel: bellen per e-mail of telefoon voor 50-plussers, € 1.500,00.",
  "Geïsoleerde mannen in café ’t Hoekje; L.1 Straße ﬁets Ёлка 日本",
};

static MwDatabase *database;
static MwDatabase *typed;
static MwSearchIndex *index_of_all;
static GPtrArray *entries;

static void
add_interventions (void)
{
  g_autoptr (MwCatalogueWriter) writer = mw_catalogue_writer_new (database, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MwIntervention) intervention = mw_intervention_new ();

      intervention->id = g_strdup_printf ("id-%u", i);
      intervention->numbers[0] = (MwNumber){ MW_GROUP_EARLY, g_strdup_printf ("1.%u", i + 1) };
      intervention->n_numbers = 1;
      intervention->name[MW_LANGUAGE_NL] = g_strdup (texts[i]);
      intervention->summary[MW_LANGUAGE_NL] = g_strdup (texts[(i + 1) % G_N_ELEMENTS (texts)]);
      intervention->summary[MW_LANGUAGE_EN] = g_strdup ("Home visits by volunteers");
      g_assert_true (mw_catalogue_writer_add (writer, intervention, NULL));
    }
  g_assert_true (mw_catalogue_writer_finish (writer, NULL));
}

static void
set_up (void)
{
  g_autoptr (MwSynonyms) synonyms = mw_synonyms_new ();

  database = mw_database_open (":memory:", MW_DATABASE_CREATE, NULL);
  g_assert_true (mw_catalogue_store_create (database, NULL));
  add_interventions ();
  mw_synonyms_begin_group (synonyms);
  mw_synonyms_add (synonyms, MW_LANGUAGE_NL, "weduwnaar");
  mw_synonyms_add (synonyms, MW_LANGUAGE_NL, "partner verloren");
  mw_synonyms_add (synonyms, MW_LANGUAGE_EN, "widower");
  g_assert_true (mw_catalogue_store_set_synonyms (database, synonyms, NULL));
  entries = mw_catalogue_store_list (database, NULL);
  index_of_all = mw_search_index_new (database);

  typed = mw_database_open (":memory:", MW_DATABASE_CREATE, NULL);
  g_assert_true (mw_database_exec (typed,
                                   "CREATE VIRTUAL TABLE t USING fts5 (a, b, prefix='2 3', tokenize='unicode61 remove_diacritics 2');"
                                   "INSERT INTO t VALUES ('huisbezoek weduwe', 'e-mail NEAR AND OR')", NULL));
}

/* Whatever was typed, the expression is one that FTS5 takes. */
static void
fuzz_terms (const char *text)
{
  g_autofree char *expression = mw_search_terms_parse (text);
  g_autoptr (MwStatement) select = NULL;
  MwStep step;

  if (!expression)
    return;

  select = mw_statement_new (typed, "SELECT rowid FROM t WHERE t MATCH ?", NULL);
  mw_statement_bind_text (select, 0, expression);
  while ((step = mw_statement_step (select, NULL)) == MW_STEP_ROW)
    continue;
  g_assert_cmpint (step, ==, MW_STEP_DONE);
}

/* In order, none upon another, of whole characters. */
static void
check_matches (GArray *matches, const char *text)
{
  gsize last = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const MwMatch *match = &g_array_index (matches, MwMatch, i);

      g_assert_true (match->start >= last && match->start < match->end && match->end <= strlen (text));
      g_assert_true (g_utf8_validate (text + match->start, (gssize) (match->end - match->start), NULL));
      last = match->end;
    }
}

static void
check_marks (const MwFound *found, const char *text)
{
  g_autoptr (GArray) in_catalogue = mw_found_match (found, text, G_MAXUINT);
  g_autoptr (GArray) in_case = mw_match_find (text, "weduwe 1.5 é", G_MAXUINT);

  check_matches (in_catalogue, text);
  check_matches (in_case, text);
}

static void
fuzz_search (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autofree char *prose = g_utf8_make_valid (lines[0] && lines[1] ? lines[1] : "", -1);
  g_autoptr (MwFound) found = NULL;
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autoptr (MwQueryResult) result = NULL;

  g_assert_true (mw_search_index_run (index_of_all, lines[0], &found, NULL));
  result = mw_query_run (query, entries, found);
  g_assert_cmpuint (result->entries->len, ==, found ? found->hits->len : entries->len);
  g_assert_true (!found || !found->corrected || (found->hits->len > 0 && g_utf8_validate (found->corrected, -1, NULL)));
  check_marks (found, prose);
}

static void
fuzz_synonyms (const char *text)
{
  g_autoptr (MwSynonyms) synonyms = mw_synonyms_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  words = g_strsplit (valid, "\n", -1);
  mw_synonyms_begin_group (synonyms);
  for (guint i = 0; words[i]; i++)
    mw_synonyms_add (synonyms, MW_LANGUAGE_NL, words[i]);
}

static void
take_place (guint rowid, guint8 places, gpointer data)
{
  (*(guint *) data)++;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = NULL;
  guint n_places = 0;

  if (!database)
    set_up ();
  if (size == 0)
    return 0;

  text = g_strndup ((const char *) data + 1, size - 1);
  if (data[0] % 4 == 0)
    fuzz_terms (text);
  else if (data[0] % 4 == 1)
    fuzz_search (text);
  else if (data[0] % 4 == 2)
    fuzz_synonyms (text);
  else
    mw_search_places_read (data + 1, size - 1, take_place, &n_places);
  g_assert_cmpuint (n_places, <=, size / 2);
  return 0;
}
