/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-catalogue-store.h"

#define WORD(text) "<word xml:lang=\"nl\">" text "</word>"
#define GROUP "<group>" WORD ("koken") "<word xml:lang=\"en\">cooking</word></group>"

static gboolean
keep (MwSynonyms *synonyms, gpointer data, GError **error)
{
  *(MwSynonyms **) data = mw_synonyms_ref (synonyms);

  return TRUE;
}

/* Reads the small valid catalogue with @xml before its first intervention, or after it.
 * Returns: (transfer full) (nullable): the synonyms that were told */
static MwSynonyms *
read_with (const char *xml, gboolean after, GPtrArray *problems)
{
  static const MwCatalogueFuncs funcs = { .synonyms = keep };
  g_autofree char *valid_path = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *replacement
    = after ? g_strconcat (xml, "</catalogue>", NULL) : g_strconcat (xml, "<intervention id=\"eetclub\">", NULL);
  g_autoptr (GString) changed = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  MwSynonyms *synonyms = NULL;
  int fd = g_file_open_tmp ("maatwerk-XXXXXX.xml", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_get_contents (valid_path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, after ? "</catalogue>" : "<intervention id=\"eetclub\">", replacement, 0), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  file = g_file_new_for_path (path);
  g_assert_cmpint (mw_catalogue_read_all (file, &funcs, &synonyms, problems, NULL, NULL, &error), ==, problems->len == 0);
  g_unlink (path);

  return synonyms;
}

static void
test_read (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwSynonyms) synonyms
    = read_with ("<synonyms>" GROUP "<group>" WORD ("Partner  verloren") WORD ("weduwe") "</group></synonyms>", FALSE, problems);
  MwSynonym *synonym;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (synonyms->groups->len, ==, 2);
  synonym = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (synonyms->groups, 0), 1);
  g_assert_cmpint (synonym->language, ==, MW_LANGUAGE_EN);
  g_assert_cmpstr (synonym->text, ==, "cooking");
  synonym = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (synonyms->groups, 1), 0);
  g_assert_cmpstr (synonym->text, ==, "Partner verloren");
  g_assert_cmpuint (synonym->n_parts, ==, 2);
  g_assert_cmpstr (synonym->parts[0], ==, "partner");
}

/* A catalogue may do without. */
static void
test_none (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();

  g_assert_null (read_with ("", FALSE, problems));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *xml;
    gboolean after;
    MwProblemKind kind;
  } mistakes[] = {
    { "<synonyms/>", FALSE, MW_PROBLEM_SCHEMA },
    { "<synonyms><group/></synonyms>", FALSE, MW_PROBLEM_MISSING_ELEMENT },
    { "<synonyms><group>" WORD ("koken") "</group></synonyms>", FALSE, MW_PROBLEM_MISSING_ELEMENT },
    { "<synonyms><group><word>koken</word>" WORD ("eten") "</group></synonyms>", FALSE, MW_PROBLEM_MISSING_ATTRIBUTE },
    { "<synonyms><group><word xml:lang=\"fr\">x</word>" WORD ("eten") "</group></synonyms>", FALSE, MW_PROBLEM_WRONG_VALUE },
    { "<synonyms><group>" WORD (" ") WORD ("eten") "</group></synonyms>", FALSE, MW_PROBLEM_EMPTY },
    { "<synonyms><group>" WORD ("een twee drie vier vijf zes zeven") WORD ("eten") "</group></synonyms>", FALSE,
      MW_PROBLEM_WRONG_VALUE },
    { "<synonyms><groep/>" GROUP "</synonyms>", FALSE, MW_PROBLEM_UNEXPECTED_ELEMENT },
    { "<synonyms>" GROUP "</synonyms><synonyms>" GROUP "</synonyms>", FALSE, MW_PROBLEM_UNEXPECTED_ELEMENT },
    { "<synonyms>" GROUP "</synonyms>", TRUE, MW_PROBLEM_UNEXPECTED_ELEMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GPtrArray) problems = mw_problem_list_new ();
      MwSynonyms *synonyms = read_with (mistakes[i].xml, mistakes[i].after, problems);

      g_test_message ("%s", mistakes[i].xml);
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_cmpint (((MwProblem *) g_ptr_array_index (problems, 0))->kind, ==, mistakes[i].kind);
      g_assert_cmpuint (((MwProblem *) g_ptr_array_index (problems, 0))->line, >, 0);
      g_clear_pointer (&synonyms, mw_synonyms_unref);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GPtrArray) group_problems = mw_problem_list_new ();
  g_autoptr (GPtrArray) word_problems = mw_problem_list_new ();
  g_autoptr (GString) groups = g_string_new ("<synonyms>");
  g_autoptr (GString) words = g_string_new ("<synonyms><group>");

  for (guint i = 0; i < MW_SYNONYMS_MAX_GROUPS + 1; i++)
    g_string_append (groups, GROUP);
  g_string_append (groups, "</synonyms>");
  g_assert_null (read_with (groups->str, FALSE, group_problems));
  g_assert_cmpuint (group_problems->len, ==, 1);

  for (guint i = 0; i < 10000; i++)
    g_string_append (words, WORD ("woord"));
  g_string_append (words, "</group></synonyms>");
  g_assert_null (read_with (words->str, FALSE, word_problems));
  g_assert_cmpuint (word_problems->len, ==, MW_CATALOGUE_MAX_PROBLEMS);
}

static void
test_stored (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = mw_database_open (":memory:", MW_DATABASE_CREATE, &error);
  g_autoptr (MwSynonyms) synonyms = mw_synonyms_new ();
  g_autoptr (MwSynonyms) stored = NULL;

  g_assert_true (mw_catalogue_store_create (database, &error));
  for (guint g = 0; g < 2; g++)
    {
      mw_synonyms_begin_group (synonyms);
      mw_synonyms_add (synonyms, MW_LANGUAGE_EN, g == 0 ? "cooking" : "hard of hearing");
      mw_synonyms_add (synonyms, MW_LANGUAGE_NL, "“…”"); /* no word */
    }
  g_assert_true (mw_catalogue_store_set_synonyms (database, synonyms, &error));
  stored = mw_catalogue_store_load_synonyms (database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->groups->len, ==, 2);
  for (guint g = 0; g < 2; g++)
    {
      GPtrArray *group = g_ptr_array_index (stored->groups, g);
      MwSynonym *synonym = g_ptr_array_index (group, 0);

      g_assert_cmpuint (group->len, ==, 1);
      g_assert_cmpstr (synonym->text, ==, g == 0 ? "cooking" : "hard of hearing");
      g_assert_cmpint (synonym->language, ==, MW_LANGUAGE_EN);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/synonyms/read", test_read);
  g_test_add_func ("/synonyms/none", test_none);
  g_test_add_func ("/synonyms/mistakes", test_mistakes);
  g_test_add_func ("/synonyms/too-many", test_too_many);
  g_test_add_func ("/synonyms/stored", test_stored);

  return g_test_run ();
}
