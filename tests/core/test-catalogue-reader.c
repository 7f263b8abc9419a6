/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-change.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-error.h"
#include "mw-intervention-writer.h"
#include "mw-xml-guard.h"

/* A change of the valid catalogue two.xml, and what must be said of it. */
typedef struct
{
  const char *name;
  const char *find;
  const char *replace;
  MwProblemKind kind;
  guint line;
  const char *element;  /* (nullable): any */
  const char *expected; /* (nullable): a part of what was expected */
} Mistake;

static const Mistake mistakes[] = {
  { "unknown-profile", "profile=\"hoopvollen\"", "profile=\"hoopvol\"", MW_PROBLEM_WRONG_VALUE, 31, "fits", "hoopvollen" },
  { "unknown-facet", "name=\"form\" value=\"group\"", "name=\"vorm\" value=\"group\"", MW_PROBLEM_WRONG_VALUE, 24, "facet",
    "audience, form" },
  { "unknown-facet-value", "value=\"older\"", "value=\"oud\"", MW_PROBLEM_WRONG_VALUE, 23, "facet", "widowed" },
  { "unknown-evidence", "level=\"none\"", "level=\"weak\"", MW_PROBLEM_WRONG_VALUE, 25, "evidence", "controlled" },
  { "unknown-group", "group=\"early\"", "group=\"vroeg\"", MW_PROBLEM_WRONG_VALUE, 5, "number", "structural" },
  { "bad-number", ">1.1<", ">een<", MW_PROBLEM_WRONG_VALUE, 5, "number", "1.1" },
  { "bad-id", "id=\"eetclub\"", "id=\"Eet club\"", MW_PROBLEM_WRONG_VALUE, 4, "intervention", "a-z" },
  { "no-id", " id=\"eetclub\"", "", MW_PROBLEM_MISSING_ATTRIBUTE, 4, "intervention", NULL },
  { "duplicate-id", "id=\"wandelgroep\"", "id=\"eetclub\"", MW_PROBLEM_DUPLICATE, 27, "intervention", NULL },
  { "duplicate-number", ">2.1<", ">1.1<", MW_PROBLEM_DUPLICATE, 28, "number", NULL },
  { "missing-field", "    <intensity xml:lang=\"nl\">Tekst bij intensity.</intensity>\n", "", MW_PROBLEM_MISSING_ELEMENT, 0,
    "intervention", "<intensity>" },
  { "fields-out-of-order", "    <method xml:lang=\"nl\">Tekst bij method.</method>\n    <suitability",
    "    <suitability xml:lang=\"nl\">x</suitability>\n    <method xml:lang=\"nl\">x</method>\n    <suitability",
    MW_PROBLEM_MISSING_ELEMENT, 4, "intervention", "<method>" },
  { "unknown-element", "    <goal xml:lang=\"nl\">", "    <doel/>\n    <goal xml:lang=\"nl\">",
    MW_PROBLEM_UNEXPECTED_ELEMENT, 11, "doel", "<goal>" },
  { "no-language", "<goal xml:lang=\"nl\">", "<goal>", MW_PROBLEM_MISSING_ATTRIBUTE, 11, "goal", "nl, en" },
  { "other-language", "<goal xml:lang=\"nl\">", "<goal xml:lang=\"fr\">", MW_PROBLEM_WRONG_VALUE, 11, "goal", "nl, en" },
  { "no-dutch", "<goal xml:lang=\"nl\">", "<goal xml:lang=\"en\">", MW_PROBLEM_MISSING_DUTCH, 11, "goal", NULL },
  { "no-dutch-name", "<name xml:lang=\"nl\">Eet", "<name xml:lang=\"en\">Eet", MW_PROBLEM_MISSING_DUTCH, 6, "name", NULL },
  { "empty-field", ">Tekst bij goal.<", "> <", MW_PROBLEM_MISSING_DUTCH, 11, "goal", NULL },
  { "bad-stated", "stated=\"no\"", "stated=\"nee\"", MW_PROBLEM_WRONG_VALUE, 0, "costs", "no" },
  { "bad-link", "href=\"http:", "href=\"javascript:", MW_PROBLEM_SCHEMA, 0, NULL, NULL },
  { "loose-text", "    <evidence", "los\n    <evidence", MW_PROBLEM_UNEXPECTED_TEXT, 0, "intervention", NULL },
  { "loose-element", "</catalogue>", "<toegift/></catalogue>", MW_PROBLEM_UNEXPECTED_ELEMENT, 0, "toegift",
    "<intervention>" },
  { "wrong-namespace", "urn:maatwerk:catalogue:1", "urn:maatwerk:catalogue:9", MW_PROBLEM_WRONG_ROOT, 0, NULL,
    "urn:maatwerk:catalogue:1" },
  { "no-version", " version=\"1\"", "", MW_PROBLEM_SCHEMA, 0, "catalogue", NULL },
  { "malformed", "</summary>", "</samenvatting>", MW_PROBLEM_MALFORMED, 7, NULL, NULL },
  { "undefined-entity", "Tekst bij goal", "Tekst &bij; goal", MW_PROBLEM_MALFORMED, 11, NULL, NULL },
  { "doctype", "<catalogue ", "<!DOCTYPE catalogue><catalogue ", MW_PROBLEM_DOCTYPE, 3, NULL, NULL },
  { "external-entity", "<catalogue ", "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><catalogue ",
    MW_PROBLEM_DOCTYPE, 3, NULL, NULL },
  { "declared-latin-1", "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", MW_PROBLEM_ENCODING, 1, NULL, NULL },
  { "latin-1-bytes", "Tekst bij goal", "Caf\xe9", MW_PROBLEM_MALFORMED, 11, NULL, NULL },
  { "nul-byte", "encoding", "enco\1ing", MW_PROBLEM_MALFORMED, 1, NULL, NULL },
};

static char *
dup_valid (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static gboolean
read_bytes (const char *bytes, gssize length, GPtrArray *problems, guint *n_interventions)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("maatwerk-XXXXXX.xml", &path, &error);
  gboolean valid;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  file = g_file_new_for_path (path);
  valid = mw_catalogue_read (file, NULL, NULL, problems, n_interventions, NULL, &error);
  if (!valid)
    g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID);
  g_assert_cmpint (valid, ==, problems->len == 0);
  g_unlink (path);

  return valid;
}

static void
assert_refused (const char *bytes, gssize length, MwProblemKind kind)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();

  g_assert_false (read_bytes (bytes, length, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((MwProblem *) g_ptr_array_index (problems, 0))->kind, ==, kind);
}

static void
test_valid (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *valid = dup_valid ();
  guint n_interventions;

  g_assert_true (read_bytes (valid, -1, problems, &n_interventions));
  g_assert_cmpuint (n_interventions, ==, 2);
}

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *valid = dup_valid ();
  g_autoptr (GString) changed = g_string_new (valid);
  const MwProblem *first;

  g_assert_cmpuint (g_string_replace (changed, mistake->find, mistake->replace, 1), ==, 1);
  g_assert_false (read_bytes (changed->str, (gssize) changed->len, problems, NULL));
  first = g_ptr_array_index (problems, 0);
  g_assert_cmpint (first->kind, ==, mistake->kind);
  if (mistake->line)
    g_assert_cmpuint (first->line, ==, mistake->line);
  if (mistake->element)
    g_assert_cmpstr (first->element, ==, mistake->element);
  if (mistake->expected)
    g_assert_nonnull (strstr (first->expected, mistake->expected));
}

/* Every mistake is listed, not just the first. */
static void
test_all_mistakes (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *valid = dup_valid ();
  g_autoptr (GString) changed = g_string_new (valid);

  g_string_replace (changed, "value=\"older\"", "value=\"oud\"", 0);
  g_string_replace (changed, "level=\"none\"", "level=\"weak\"", 0);
  g_string_replace (changed, ">2.1<", ">1.1<", 0);
  g_assert_false (read_bytes (changed->str, -1, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 5);
}

static void
test_hardly_anything (void)
{
  assert_refused ("", 0, MW_PROBLEM_MALFORMED);
  assert_refused ("<a/>", -1, MW_PROBLEM_WRONG_ROOT);
  assert_refused ("<catalogue xmlns=\"urn:maatwerk:catalogue:1\" id=\"a\" version=\"1\" published=\"2020-01-01\" "
                  "source=\"x\"/>",
                  -1, MW_PROBLEM_MISSING_ELEMENT);
}

static void
test_truncated (void)
{
  g_autofree char *valid = dup_valid ();
  gsize length = strlen (valid);

  for (gsize cut = 0; cut + 15 < length; cut += 97)
    {
      g_autoptr (GPtrArray) problems = mw_problem_list_new ();

      g_assert_false (read_bytes (valid, (gssize) cut, problems, NULL));
    }
}

static void
test_encodings (void)
{
  assert_refused ("\xff\xfe<\0a\0/\0>\0", 10, MW_PROBLEM_ENCODING);
  assert_refused ("\xfe\xff\0<\0a\0/\0>", 10, MW_PROBLEM_ENCODING);
  assert_refused ("<\0a\0/\0>\0", 8, MW_PROBLEM_ENCODING);
  assert_refused ("<a>\0</a>", 8, MW_PROBLEM_ENCODING);
}

static void
test_many_attributes (void)
{
  g_autoptr (GString) xml = g_string_new ("<catalogue");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (xml, " a%u=\"\"", i);
  g_string_append (xml, "/>");
  assert_refused (xml->str, (gssize) xml->len, MW_PROBLEM_TAG_TOO_LONG);
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    g_string_append (xml, "<a>");
  assert_refused (xml->str, (gssize) xml->len, MW_PROBLEM_TOO_DEEP);
}

static void
test_entity_bomb (void)
{
  assert_refused ("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><a>&b;</a>", -1,
                  MW_PROBLEM_DOCTYPE);
}

static void
test_long_text (void)
{
  g_autofree char *valid = dup_valid ();
  g_autoptr (GString) changed = g_string_new (valid);
  g_autofree char *text = g_strnfill (MW_XML_MAX_TEXT + 1, 'x');

  g_string_replace (changed, "Tekst bij goal.", text, 1);
  assert_refused (changed->str, (gssize) changed->len, MW_PROBLEM_TEXT_TOO_LONG);
}

static void
test_long_comment (void)
{
  g_autofree char *text = g_strnfill (MW_XML_MAX_TAG, '-');
  g_autofree char *xml = g_strconcat ("<!--", text, "--><a/>", NULL);

  assert_refused (xml, -1, MW_PROBLEM_TAG_TOO_LONG);
}

static void
test_large_record (void)
{
  g_autoptr (GString) xml = g_string_new ("<catalogue xmlns=\"urn:maatwerk:catalogue:1\" id=\"a\" "
                                         "version=\"1\" published=\"2020-01-01\" source=\"x\"><intervention>");

  while (xml->len < MW_XML_MAX_RECORD + 1000)
    g_string_append (xml, "<alias>x</alias>");
  assert_refused (xml->str, (gssize) xml->len, MW_PROBLEM_RECORD_TOO_LARGE);
}

static void
test_large_file (void)
{
  g_autofree char *valid = dup_valid ();
  g_autoptr (GString) xml = g_string_new (NULL);
  gsize body = (gsize) (strstr (valid, "</catalogue>") - valid);

  g_string_append_len (xml, valid, (gssize) body);
  while (xml->len < 70u * 1024 * 1024)
    g_string_append (xml, "<!-- vulling vulling vulling vulling vulling vulling vulling vulling vulling -->\n");
  g_string_append (xml, "</catalogue>");
  assert_refused (xml->str, (gssize) xml->len, MW_PROBLEM_FILE_TOO_LARGE);
}

static void
test_unreadable (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/catalogue.xml");
  g_autoptr (GFile) folder = g_file_new_for_path ("/");
  g_autoptr (GError) error = NULL;

  g_assert_false (mw_catalogue_read (missing, NULL, NULL, problems, NULL, NULL, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_false (mw_catalogue_read (folder, NULL, NULL, problems, NULL, NULL, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
  g_assert_cmpuint (problems->len, ==, 2);
}

static gboolean
take_first (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  MwIntervention **first = data;

  if (!*first)
    *first = mw_intervention_ref (intervention);

  return TRUE;
}

static void
test_contents (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MwIntervention) first = NULL;
  g_autoptr (GError) error = NULL;
  const MwBlock *item;

  g_assert_true (mw_catalogue_read (file, take_first, &first, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (first->id, ==, "eetclub");
  g_assert_cmpuint (first->n_numbers, ==, 1);
  g_assert_cmpuint (first->fits, ==,
                    MW_PROFILE_SET_OF (MW_PROFILE_ACTIEVEN) | MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  g_assert_cmpuint (first->guidance, ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  g_assert_cmpuint (first->not_stated, ==, 1u << MW_FIELD_COSTS);
  g_assert_cmpstr (first->developer_year, ==, "1999");
  g_assert_cmpuint (first->fields[MW_FIELD_MATERIALS][MW_LANGUAGE_NL]->len, ==, 2);

  item = g_ptr_array_index (first->fields[MW_FIELD_MATERIALS][MW_LANGUAGE_NL], 0);
  g_assert_cmpint (item->kind, ==, MW_BLOCK_ITEM);
  g_assert_cmpstr (item->text, ==, "Een Handboek (A. Voorbeeld, 2001, ISBN 9789000000000).");
  g_assert_cmpuint (item->spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (item->spans, MwSpan, 0).start, ==, 4);
}

static MwIntervention *
read_first (const char *xml)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("maatwerk-XXXXXX.xml", &stream, &error);
  MwIntervention *first = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, xml, strlen (xml), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  mw_catalogue_read (file, take_first, &first, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);

  return first;
}

/* White space around an attribute is none to the schema, and none to the reader. */
static void
test_attributes (void)
{
  g_autofree char *text = dup_valid ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (MwIntervention) plain = read_first (text);
  g_autoptr (MwIntervention) spaced = NULL;
  g_autoptr (MwCatalogueChange) change = NULL;

  g_string_replace (changed, "=\"none\"", "=\"\n none \"", 0);
  g_string_replace (changed, "=\"actieven\"", "=\" actieven\"", 0);
  g_string_replace (changed, "=\"older\"", "=\"&#10;older&#9;\"", 0);
  g_string_replace (changed, "id=\"eetclub\"", "id=\" eetclub \"", 0);
  g_string_replace (changed, "group=\"early\"", "group=\"early \"", 0);
  spaced = read_first (changed->str);
  g_assert_cmpstr (spaced->id, ==, "eetclub");
  change = mw_catalogue_change_new (plain, spaced);
  g_assert_null (change);
}

/* What is kept of one that has left is read again as it was. */
static void
test_written_and_read (void)
{
  g_autofree char *text = dup_valid ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (MwIntervention) before = NULL;
  g_autoptr (MwIntervention) after = NULL;
  g_autoptr (MwCatalogueChange) change = NULL;
  g_autofree char *element = NULL;
  g_autofree char *catalogue = NULL;

  g_string_replace (changed, "authors=\"A. Voorbeeld\"", "authors=\"A. &lt;Voor\x7f\"", 1);
  g_string_replace (changed, "Tekst bij goal.", "Tekst &amp; \x7f &#13; bij goal.", 1);
  before = read_first (changed->str);
  element = mw_intervention_dup_xml (before);
  catalogue = g_strconcat ("<catalogue xmlns=\"urn:maatwerk:catalogue:1\" id=\"a\" version=\"1\" published=\"2020-01-01\" source=\"x\">",
                           element, "</catalogue>", NULL);
  after = read_first (catalogue);
  change = mw_catalogue_change_new (before, after);
  g_assert_null (change);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/reader/valid", test_valid);
  g_test_add_func ("/catalogue/reader/contents", test_contents);
  g_test_add_func ("/catalogue/reader/attributes", test_attributes);
  g_test_add_func ("/catalogue/reader/written-and-read", test_written_and_read);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/reader/mistake/", mistakes[i].name, NULL);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/catalogue/reader/all-mistakes", test_all_mistakes);
  g_test_add_func ("/catalogue/reader/hardly-anything", test_hardly_anything);
  g_test_add_func ("/catalogue/reader/truncated", test_truncated);
  g_test_add_func ("/catalogue/reader/encodings", test_encodings);
  g_test_add_func ("/catalogue/reader/many-attributes", test_many_attributes);
  g_test_add_func ("/catalogue/reader/deep", test_deep);
  g_test_add_func ("/catalogue/reader/entity-bomb", test_entity_bomb);
  g_test_add_func ("/catalogue/reader/long-text", test_long_text);
  g_test_add_func ("/catalogue/reader/long-comment", test_long_comment);
  g_test_add_func ("/catalogue/reader/large-record", test_large_record);
  g_test_add_func ("/catalogue/reader/large-file", test_large_file);
  g_test_add_func ("/catalogue/reader/unreadable", test_unreadable);

  return g_test_run ();
}
