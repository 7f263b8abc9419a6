/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an organisation adds to a catalogue, as it is read and written; organisation-merge and organisation-file test the rest. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-reader.h"
#include "mw-organisation-writer.h"
#include "mw-xml-guard.h"

/* A change of the valid organisation.xml, and what must be said of it. */
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

#define OFFER "<offer intervention=\"wandelgroep\" status=\"unavailable\" modified=\"2026-01-02T03:04:05Z\" revision=\"1\"/>"

static const Mistake mistakes[] = {
  { "unknown-status", "status=\"partner\"", "status=\"misschien\"", MW_PROBLEM_WRONG_VALUE, 4, "offer", "unavailable" },
  { "no-status", " status=\"partner\"", "", MW_PROBLEM_MISSING_ATTRIBUTE, 4, "offer", "own, partner" },
  { "bad-id", "intervention=\"humanitas-tandem\"", "intervention=\"Humanitas Tandem\"", MW_PROBLEM_WRONG_VALUE, 4, "offer",
    "a-z" },
  { "no-id", "intervention=\"humanitas-tandem\" ", "", MW_PROBLEM_MISSING_ATTRIBUTE, 4, "offer", NULL },
  { "no-time", OFFER, "<offer intervention=\"a\" status=\"own\" revision=\"1\"/>", MW_PROBLEM_MISSING_ATTRIBUTE, 11, "offer",
    "2026" },
  { "bad-time", "modified=\"2026-01-02T03:04:05Z\" revision=\"3\"", "modified=\"gisteren\" revision=\"3\"",
    MW_PROBLEM_WRONG_VALUE, 4, "offer", "2026" },
  { "impossible-time", "modified=\"2026-01-02T03:04:05Z\" revision=\"3\"", "modified=\"2026-13-45T03:04:05Z\" revision=\"3\"",
    MW_PROBLEM_WRONG_VALUE, 4, "offer", "2026" },
  { "bad-revision", "revision=\"3\"", "revision=\"drie\"", MW_PROBLEM_WRONG_VALUE, 4, "offer", "1" },
  { "huge-revision", "revision=\"3\"", "revision=\"99999999999999999999\"", MW_PROBLEM_WRONG_VALUE, 4, "offer", "1" },
  { "duplicate-offer", "intervention=\"wandelgroep\"", "intervention=\"humanitas-tandem\"", MW_PROBLEM_DUPLICATE, 11, "offer",
    NULL },
  { "removed-and-there", "\"own-was-er\"", "\"own-eetclub-de-linde\"", MW_PROBLEM_DUPLICATE, 40, "removed", NULL },
  { "unknown-element", "<provider>De Linde</provider>", "<aanbieder>De Linde</aanbieder>", MW_PROBLEM_UNEXPECTED_ELEMENT, 5,
    "aanbieder", "<provider>" },
  { "texts-out-of-order", "<provider>De Linde</provider>", "<remarks>x</remarks>", MW_PROBLEM_UNEXPECTED_ELEMENT, 6, "contact",
    "<contact>" },
  { "two-of-a-text", "<provider>De Linde</provider>", "<provider>x</provider><provider>y</provider>",
    MW_PROBLEM_UNEXPECTED_ELEMENT, 5, "provider", NULL },
  { "element-in-text", "De Linde</provider>", "<b>De Linde</b></provider>", MW_PROBLEM_SCHEMA, 0, NULL, NULL },
  { "loose-text-in-offer", "<provider>De", "los<provider>De", MW_PROBLEM_UNEXPECTED_TEXT, 4, "offer", NULL },
  { "loose-text", "revision=\"4\"/>", "revision=\"4\"/>los", MW_PROBLEM_UNEXPECTED_TEXT, 0, "organisation", "<offer>, <own>" },
  { "loose-element", "revision=\"4\"/>", "revision=\"4\"/><toegift/>", MW_PROBLEM_UNEXPECTED_ELEMENT, 0, "toegift",
    "<offer>, <own>" },
  { "own-without-intervention", OFFER, "<own modified=\"2026-01-02T03:04:05Z\" revision=\"1\"/>", MW_PROBLEM_MISSING_ELEMENT,
    11, "own", "<intervention>" },
  { "own-of-other-namespace", " xmlns=\"urn:maatwerk:catalogue:1\"", "", MW_PROBLEM_SCHEMA, 0, NULL, NULL },
  { "own-with-published-number", ">L.1<", ">1.1<", MW_PROBLEM_WRONG_VALUE, 14, "number", "L.1" },
  { "own-in-published-group", "group=\"local\"", "group=\"early\"", MW_PROBLEM_WRONG_VALUE, 14, "number", "local" },
  { "own-unknown-profile", "profile=\"actieven\"", "profile=\"actief\"", MW_PROBLEM_WRONG_VALUE, 19, "fits", "actieven" },
  { "own-missing-field", "      <intensity xml:lang=\"nl\">Tekst bij intensity.</intensity>\n", "", MW_PROBLEM_MISSING_ELEMENT,
    0, "intervention", "<intensity>" },
  { "own-no-dutch", "<goal xml:lang=\"nl\">", "<goal xml:lang=\"en\">", MW_PROBLEM_MISSING_DUTCH, 23, "goal", NULL },
  { "own-bad-link", "href=\"http:", "href=\"javascript:", MW_PROBLEM_SCHEMA, 0, NULL, NULL },
  { "wrong-namespace", "urn:maatwerk:organisation:1", "urn:maatwerk:organisation:9", MW_PROBLEM_WRONG_ROOT, 0, NULL,
    "urn:maatwerk:organisation:1" },
  { "malformed", "</provider>", "</aanbieder>", MW_PROBLEM_MALFORMED, 5, NULL, NULL },
  { "undefined-entity", "zes weken", "zes &weken;", MW_PROBLEM_MALFORMED, 8, NULL, NULL },
  { "doctype", "<organisation ", "<!DOCTYPE organisation><organisation ", MW_PROBLEM_DOCTYPE, 3, NULL, NULL },
  { "external-entity", "<organisation ", "<!DOCTYPE o [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><organisation ",
    MW_PROBLEM_DOCTYPE, 3, NULL, NULL },
  { "declared-latin-1", "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", MW_PROBLEM_ENCODING, 1, NULL, NULL },
  { "latin-1-bytes", "zes weken", "caf\xe9", MW_PROBLEM_MALFORMED, 8, NULL, NULL },
  { "nul-byte", "encoding", "enco\1ing", MW_PROBLEM_MALFORMED, 1, NULL, NULL },
};

static char *
dup_valid (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "organisation.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static MwOrganisation *
read_bytes (const char *bytes, gssize length, GPtrArray *problems)
{
  g_autoptr (GBytes) whole = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_autoptr (GError) error = NULL;
  MwOrganisation *organisation = mw_organisation_read_bytes (whole, problems, NULL, &error);

  if (!organisation)
    g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID);
  g_assert_cmpint (organisation != NULL, ==, problems->len == 0);

  return organisation;
}

static MwOrganisation *
read_valid (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *valid = dup_valid ();
  MwOrganisation *organisation = read_bytes (valid, -1, problems);

  g_assert_nonnull (organisation);

  return organisation;
}

static void
assert_refused (const char *bytes, gssize length, MwProblemKind kind)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();

  g_assert_null (read_bytes (bytes, length, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((MwProblem *) g_ptr_array_index (problems, 0))->kind, ==, kind);
}

static void
test_contents (void)
{
  g_autoptr (MwOrganisation) organisation = read_valid ();
  g_autoptr (GPtrArray) own = mw_organisation_dup_own (organisation);
  g_autofree char *number = mw_organisation_dup_free_number (organisation);
  const MwOrganisationItem *offer = mw_organisation_lookup (organisation, MW_ITEM_OFFER, "humanitas-tandem");
  const MwOrganisationItem *removed = mw_organisation_lookup (organisation, MW_ITEM_OWN, "own-was-er");
  const MwIntervention *intervention;

  g_assert_cmpuint (mw_organisation_get_items (organisation)->len, ==, 4);
  g_assert_cmpint (offer->status, ==, MW_OFFER_PARTNER);
  g_assert_cmpuint (offer->revision, ==, 3);
  g_assert_cmpint (offer->modified, ==, 1767323045);
  g_assert_cmpstr (offer->name, ==, "Humanitas Tandem");
  g_assert_cmpstr (offer->texts[MW_OFFER_PROVIDER], ==, "De Linde");
  g_assert_cmpstr (offer->texts[MW_OFFER_CONTACT], ==, "mevrouw Voorbeeld & collega’s\nop werkdagen");
  g_assert_cmpint (mw_organisation_get_status (organisation, "wandelgroep"), ==, MW_OFFER_UNAVAILABLE);
  g_assert_cmpint (mw_organisation_get_status (organisation, "nergens"), ==, MW_OFFER_UNKNOWN);
  g_assert_nonnull (removed);
  g_assert_null (removed->intervention);
  g_assert_cmpuint (own->len, ==, 1);
  intervention = g_ptr_array_index (own, 0);
  g_assert_cmpstr (intervention->name[MW_LANGUAGE_NL], ==, "Eetclub De Linde");
  g_assert_cmpuint (intervention->facets[MW_FACET_GROUP], ==, 1u << MW_GROUP_LOCAL);
  g_assert_cmpstr (number, ==, "L.2");
}

/* What was written is read as the same, and written as the same again. */
static void
test_round_trip (void)
{
  g_autoptr (MwOrganisation) organisation = read_valid ();
  g_autoptr (GBytes) bytes = mw_organisation_write_bytes (organisation);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwOrganisation) again = mw_organisation_read_bytes (bytes, NULL, NULL, &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  g_assert_true (mw_organisation_equal (organisation, again));
  bytes_again = mw_organisation_write_bytes (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

/* A clock that was far behind. */
static void
test_early_year (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwOrganisation) early
    = read_bytes ("<organisation xmlns=\"urn:maatwerk:organisation:1\"><removed intervention=\"a\" revision=\"1\" "
                  "modified=\"0260-01-02T03:04:05Z\"/></organisation>", -1, problems);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MwOrganisation) again = NULL;

  g_assert_nonnull (early);
  bytes = mw_organisation_write_bytes (early);
  again = mw_organisation_read_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mw_organisation_equal (early, again));
}

/* Whatever is typed can be written and read. */
static void
test_any_text (void)
{
  static const char *const texts[] = { "", "  ", "a & b <c> \"d\" 'e'", "]]>", "regel\n\n  regel\t\r\n", "\x01\x02\x7f", "caf\xe9",
                                       "<!DOCTYPE x>", "é 漢 🙂", "\xef\xbf\xbf x \xef\xbf\xbe" };
  g_autofree char *endless = g_strnfill (3 * MW_OFFER_MAX_TEXT, '&');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
      g_autoptr (GPtrArray) problems = mw_problem_list_new ();
      g_autoptr (MwOrganisation) again = NULL;
      MwOrganisationItem *item
        = mw_organisation_item_new_offer ("eetclub", i < G_N_ELEMENTS (texts) ? "Eet & club" : NULL, MW_OFFER_OWN);

      for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
        mw_organisation_item_set_text (item, t, i < G_N_ELEMENTS (texts) ? texts[i] : endless);
      g_assert_cmpint (g_utf8_strlen (item->texts[0], -1), <=, MW_OFFER_MAX_TEXT);
      mw_organisation_take (organisation, item);
      again = mw_organisation_check (organisation, problems, NULL);
      g_assert_nonnull (again);
      g_assert_true (mw_organisation_equal (organisation, again));
    }
}

/* An intervention that breaks the rules is told, not written. */
static void
test_check (void)
{
  g_autoptr (MwOrganisation) organisation = read_valid ();
  g_autoptr (GPtrArray) own = mw_organisation_dup_own (organisation);
  g_autoptr (MwIntervention) changed = mw_intervention_copy (g_ptr_array_index (own, 0));
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwOrganisation) wrong = NULL;
  const MwProblem *first;

  g_clear_pointer (&changed->summary[MW_LANGUAGE_NL], g_free);
  wrong = mw_organisation_with (organisation, mw_organisation_item_new_own (changed->id, changed));
  g_assert_null (mw_organisation_check (wrong, problems, NULL));
  first = g_ptr_array_index (problems, 0);
  g_assert_cmpint (first->kind, ==, MW_PROBLEM_MISSING_ELEMENT);
  g_assert_cmpstr (first->expected, ==, "<summary>");
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
  g_assert_null (read_bytes (changed->str, (gssize) changed->len, problems));
  first = g_ptr_array_index (problems, 0);
  g_assert_cmpint (first->kind, ==, mistake->kind);
  if (mistake->line)
    g_assert_cmpuint (first->line, ==, mistake->line);
  if (mistake->element)
    g_assert_cmpstr (first->element, ==, mistake->element);
  if (mistake->expected)
    g_assert_nonnull (strstr (first->expected, mistake->expected));
}

static void
test_all_mistakes (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *valid = dup_valid ();
  g_autoptr (GString) changed = g_string_new (valid);

  g_string_replace (changed, "status=\"partner\"", "status=\"x\"", 0);
  g_string_replace (changed, "profile=\"actieven\"", "profile=\"x\"", 0);
  g_string_replace (changed, "revision=\"4\"", "revision=\"0\"", 0);
  g_assert_null (read_bytes (changed->str, -1, problems));
  g_assert_cmpuint (problems->len, ==, 3);
}

static void
test_hardly_anything (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwOrganisation) empty = read_bytes ("<organisation xmlns=\"urn:maatwerk:organisation:1\"/>", -1, problems);

  g_assert_nonnull (empty);
  g_assert_cmpuint (mw_organisation_get_items (empty)->len, ==, 0);
  assert_refused ("", 0, MW_PROBLEM_MALFORMED);
  assert_refused ("<a/>", -1, MW_PROBLEM_WRONG_ROOT);
  assert_refused ("<organisation/>", -1, MW_PROBLEM_WRONG_ROOT);
}

static void
test_truncated (void)
{
  g_autofree char *valid = dup_valid ();
  gsize length = strlen (valid);

  for (gsize cut = 0; cut + 18 < length; cut += 97)
    {
      g_autoptr (GPtrArray) problems = mw_problem_list_new ();

      g_assert_null (read_bytes (valid, (gssize) cut, problems));
    }
}

static void
test_encodings (void)
{
  assert_refused ("\xff\xfe<\0a\0/\0>\0", 10, MW_PROBLEM_ENCODING);
  assert_refused ("\xfe\xff\0<\0a\0/\0>", 10, MW_PROBLEM_ENCODING);
  assert_refused ("<a>\0</a>", 8, MW_PROBLEM_ENCODING);
}

static void
test_many_attributes (void)
{
  g_autoptr (GString) xml = g_string_new ("<organisation");

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
test_long_texts (void)
{
  g_autofree char *valid = dup_valid ();
  g_autoptr (GString) changed = g_string_new (valid);
  g_autofree char *longer = g_strnfill (MW_OFFER_MAX_TEXT + 1, 'x');
  g_autofree char *endless = g_strnfill (MW_XML_MAX_TEXT + 1, 'x');

  g_string_replace (changed, "zes weken", longer, 1);
  assert_refused (changed->str, (gssize) changed->len, MW_PROBLEM_TEXT_TOO_LONG);
  g_string_replace (changed, longer, endless, 1);
  assert_refused (changed->str, (gssize) changed->len, MW_PROBLEM_TEXT_TOO_LONG);
}

static void
test_large_record (void)
{
  g_autoptr (GString) xml = g_string_new ("<organisation xmlns=\"urn:maatwerk:organisation:1\"><offer>");

  while (xml->len < MW_XML_MAX_RECORD + 1000)
    g_string_append (xml, "<provider>x</provider>");
  assert_refused (xml->str, (gssize) xml->len, MW_PROBLEM_RECORD_TOO_LARGE);
}

static void
test_too_many (void)
{
  g_autoptr (GString) xml = g_string_new ("<organisation xmlns=\"urn:maatwerk:organisation:1\">");

  for (guint i = 0; i <= MW_ORGANISATION_MAX_ITEMS; i++)
    g_string_append_printf (xml, "<removed intervention=\"a-%05u\" modified=\"2026-01-02T03:04:05Z\" revision=\"1\"/>", i);
  g_string_append (xml, "</organisation>");
  assert_refused (xml->str, (gssize) xml->len, MW_PROBLEM_TOO_MANY);
}

static void
test_unreadable (void)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/organisation.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (mw_organisation_read (missing, problems, NULL, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
  g_assert_cmpuint (problems->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/organisation/contents", test_contents);
  g_test_add_func ("/organisation/round-trip", test_round_trip);
  g_test_add_func ("/organisation/early-year", test_early_year);
  g_test_add_func ("/organisation/any-text", test_any_text);
  g_test_add_func ("/organisation/check", test_check);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strconcat ("/organisation/mistake/", mistakes[i].name, NULL);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/organisation/all-mistakes", test_all_mistakes);
  g_test_add_func ("/organisation/hardly-anything", test_hardly_anything);
  g_test_add_func ("/organisation/truncated", test_truncated);
  g_test_add_func ("/organisation/encodings", test_encodings);
  g_test_add_func ("/organisation/many-attributes", test_many_attributes);
  g_test_add_func ("/organisation/deep", test_deep);
  g_test_add_func ("/organisation/long-texts", test_long_texts);
  g_test_add_func ("/organisation/large-record", test_large_record);
  g_test_add_func ("/organisation/too-many", test_too_many);
  g_test_add_func ("/organisation/unreadable", test_unreadable);

  return g_test_run ();
}
