/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "full-case.h"
#include "mw-case-xml.h"

/* The complete file of a case as XML: whole, valid, and safe for any text. */

#define EXPORTED 1778800000

static void
say_error (void *data, xmlErrorPtr error)
{
  g_test_message ("line %d: %s", error->line, error->message);
}

static xmlDoc *
write_out (const MwCase *one)
{
  g_autoptr (GBytes) xml = mw_case_write_xml (one, EXPORTED);
  gsize length;
  const char *text = g_bytes_get_data (xml, &length);
  xmlDoc *document = NULL;

  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  document = xmlReadMemory (text, (int) length, "case.xml", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (document);
  return document;
}

static gboolean
is_valid (xmlDoc *document)
{
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (g_getenv ("MW_TEST_CASE_SCHEMA"));
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt *context = schema ? xmlRelaxNGNewValidCtxt (schema) : NULL;
  gboolean valid;

  g_assert_nonnull (context);
  xmlRelaxNGSetValidStructuredErrors (context, say_error, NULL);
  valid = xmlRelaxNGValidateDoc (context, document) == 0;
  xmlRelaxNGFreeValidCtxt (context);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
  return valid;
}

/* Returns: (transfer full): what an XPath of the case comes to, as a text */
static char *
ask (xmlDoc *document, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *object;
  xmlChar *value;
  char *text;

  xmlXPathRegisterNs (context, (const xmlChar *) "c", (const xmlChar *) "urn:maatwerk:case:1");
  object = xmlXPathEvalExpression ((const xmlChar *) path, context);
  g_assert_nonnull (object);
  value = xmlXPathCastToString (object);
  text = g_strdup ((const char *) value);
  xmlFree (value);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return text;
}

static void
assert_says (xmlDoc *document, const char *path, const char *expected)
{
  g_autofree char *text = ask (document, path);

  g_test_message ("%s", path);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_whole (void)
{
  g_autoptr (MwCase) one = full_case ("Meneer Voorbeeld");
  xmlDoc *document;

  mw_case_set_text (&one->handover, "00ff");
  document = write_out (one);
  g_assert_true (is_valid (document));
  assert_says (document, "count(//text()[. = 'Meneer Voorbeeld'])", "34");
  assert_says (document, "/c:case/@exported", "2026-05-14T23:06:40Z");
  assert_says (document, "/c:case/@created", "2026-05-10T08:00:00Z");
  assert_says (document, "/c:case/@changed", "2026-05-13T19:20:00Z");
  assert_says (document, "/c:case/@handover", "00ff");
  assert_says (document, "//c:age", "75-84");
  assert_says (document, "//c:status", "closed");
  assert_says (document, "//c:status/@closed", "2026-10-11");
  assert_says (document, "count(//c:domain)", "6");
  assert_says (document, "//c:next/@day", "2026-07-03");
  assert_says (document, "count(//c:note)", "5");
  assert_says (document, "//c:note[1]/@kind", "contact");
  assert_says (document, "//c:note[1]/@day", "2024-04-24");
  assert_says (document, "count(//c:assessment)", "2");
  assert_says (document, "//c:assessment[1]/c:persistence", "unclear");
  assert_says (document, "count(//c:assessment[1]/c:profile)", "0");
  assert_says (document, "//c:assessment[2]/@time", "2026-05-12T15:33:20Z");
  assert_says (document, "//c:assessment[2]/@certainty", "sure");
  assert_says (document, "//c:assessment[2]/c:strategy", "achterblijvers");
  assert_says (document, "//c:assessment[2]/c:profile", "achterblijvers");
  assert_says (document, "//c:considered[1]/@intervention", "bezoekdienst");
  assert_says (document, "//c:considered[1]/c:number", "1.4");
  assert_says (document, "//c:considered[2]/c:referred/@time", "2026-05-12T15:33:23Z");
  assert_says (document, "count(//c:considered[1]/c:referred)", "0");
  assert_says (document, "//c:considered[1]/c:appraisal[3]/@source", "research");
  assert_says (document, "//c:considered[1]/c:verdict", "chosen");
  assert_says (document, "//c:considered[1]/c:verdict/@day", "2025-02-28");
  assert_says (document, "//c:considered[1]/c:helped", "somewhat");
  assert_says (document, "//c:considered[2]/c:verdict", "referred");
  assert_says (document, "//c:agreed/@day", "2025-02-18");
  assert_says (document, "//c:unavailable/@told", "2025-02-19");
  assert_says (document, "//c:action[1]/@who", "Meneer Voorbeeld");
  assert_says (document, "//c:action[1]/@day", "2025-05-29");
  assert_says (document, "//c:action[1]/@done", "2025-06-08");
  assert_says (document, "count(//c:action[2]/@*)", "0");
  assert_says (document, "//c:evaluation/@due", "2026-07-03");
  assert_says (document, "//c:evaluation/@done", "2026-07-13");
  assert_says (document, "//c:score[1]/@emotional", "3");
  assert_says (document, "//c:score[1]/@missing", "0");
  assert_says (document, "//c:score[2]/@items", "11");
  assert_says (document, "count(//c:score[2]/@emotional)", "0");
  assert_says (document, "//c:filter[2]", "offer:own");
  xmlFreeDoc (document);
}

static void
test_empty (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  xmlDoc *document = write_out (one);

  g_assert_true (is_valid (document));
  assert_says (document, "count(//*)", "3");
  assert_says (document, "count(/c:case/@*)", "1");
  xmlFreeDoc (document);
}

/* @expected: what a reader gets */
static void
assert_survives (const char *text, const char *expected)
{
  g_autoptr (MwCase) one = full_case (text);
  xmlDoc *document;

  mw_case_set_text (&((MwConsidered *) g_ptr_array_index (one->considered, 0))->id, text);
  mw_case_set_text (&one->handover, text);
  document = write_out (one);
  g_assert_true (is_valid (document));
  assert_says (document, "//c:label", expected);
  assert_says (document, "//c:domain[6]", expected);
  assert_says (document, "//c:note[5]", expected);
  assert_says (document, "//c:assessment[2]/c:reason", expected);
  assert_says (document, "//c:considered[2]/c:referred", expected);
  assert_says (document, "//c:considered[1]/@intervention", expected);
  assert_says (document, "//c:choice/c:instead", expected);
  assert_says (document, "//c:action[1]/@who", expected);
  assert_says (document, "/c:case/@handover", expected);
  xmlFreeDoc (document);
}

static void
test_hostile (void)
{
  g_autoptr (GString) controls = g_string_new (NULL);
  g_autoptr (GString) replaced = g_string_new (NULL);
  g_autofree char *many = g_strnfill (300000, '<');

  for (char c = 1; c < 32; c++)
    {
      g_string_append_c (controls, c);
      g_string_append (replaced, c == '\t' ? "\t" : c == '\n' ? "\n" : c == '\r' ? "\r" : "\xef\xbf\xbd");
    }
  assert_survives (controls->str, replaced->str);
  assert_survives ("</label><status>open</status> & ]]> <!-- <![CDATA[ \"'", "</label><status>open</status> & ]]> <!-- <![CDATA[ \"'");
  assert_survives ("&amp; &#0; &lt;", "&amp; &#0; &lt;");
  assert_survives ("  twee\n\n regels\r\nen\teen inspringing  ", "  twee\n\n regels\r\nen\teen inspringing  ");
  assert_survives ("Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80 \xe2\x80\xae omgekeerd", "Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80 \xe2\x80\xae omgekeerd");
  assert_survives ("x\xff\xc3", "x\xef\xbf\xbd\xef\xbf\xbd");
  assert_survives ("\xef\xbf\xbe\xef\xbf\xbf\x7f", "\xef\xbf\xbd\xef\xbf\xbd\x7f"); /* U+FFFE, U+FFFF */
  assert_survives (many, many);
}

/* Times and days that no calendar has. */
static void
test_no_such_time (void)
{
  g_autoptr (MwCase) one = full_case ("x");
  xmlDoc *document;

  one->created = G_MININT64;
  one->touched = G_MAXINT64;
  one->next_day = 0;
  ((MwNote *) g_ptr_array_index (one->notes, 0))->day = 0;
  ((MwNote *) g_ptr_array_index (one->notes, 1))->day = 1;
  ((MwNote *) g_ptr_array_index (one->notes, 2))->day = MW_LAST_DAY;
  document = write_out (one);
  g_assert_true (is_valid (document));
  assert_says (document, "count(/c:case/@created | /c:case/@changed | //c:next/@day | //c:note[1]/@day)", "0");
  assert_says (document, "//c:note[2]/@day", "0001-01-01");
  assert_says (document, "//c:note[3]/@day", "9999-12-31");
  xmlFreeDoc (document);
}

/* What was said of a thing is said, also where the rest of it was not. */
static void
test_in_part (void)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (MwCase) full = full_case ("x");
  MwConsidered *considered = g_ptr_array_index (full->considered, 1);
  xmlDoc *document;

  considered->referred = 0;
  document = write_out (full);
  g_assert_true (is_valid (document));
  assert_says (document, "//c:considered[2]/c:referred", "x");
  assert_says (document, "count(//c:considered[2]/c:referred/@time)", "0");
  xmlFreeDoc (document);

  one->choice.agreed_day = 739300;
  one->choice.evaluated_day = 739400;
  document = write_out (one);
  g_assert_true (is_valid (document));
  assert_says (document, "//c:agreed/@day", "2025-02-18");
  assert_says (document, "count(//c:evaluation/@due)", "0");
  assert_says (document, "//c:evaluation/@done", "2025-05-29");
  xmlFreeDoc (document);

  one->choice.evaluated_day = 0;
  document = write_out (one);
  g_assert_true (is_valid (document));
  assert_says (document, "count(//c:evaluation)", "0");
  xmlFreeDoc (document);

  mw_case_set_text (&one->choice.evaluation, "Het hielp.");
  document = write_out (one);
  g_assert_true (is_valid (document));
  assert_says (document, "//c:evaluation", "Het hielp.");
  assert_says (document, "count(//c:evaluation/@*)", "0");
  xmlFreeDoc (document);
}

/* The schema is no empty promise. */
static void
test_schema_refuses (void)
{
  static const char *const bad[] = {
    "<case xmlns='urn:maatwerk:case:1'/>",
    "<case xmlns='urn:maatwerk:case:1'><age>old</age><status>open</status></case>",
    "<case xmlns='urn:maatwerk:case:1' created='2026-02-30T00:00:00Z'><age>unknown</age><status>open</status></case>",
    "<case xmlns='urn:maatwerk:case:1'><age>unknown</age><status>open</status><secret/></case>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      xmlDoc *document = xmlReadMemory (bad[i], (int) strlen (bad[i]), "bad.xml", NULL, XML_PARSE_NONET);

      g_assert_false (is_valid (document));
      xmlFreeDoc (document);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-xml/whole", test_whole);
  g_test_add_func ("/case-xml/empty", test_empty);
  g_test_add_func ("/case-xml/hostile", test_hostile);
  g_test_add_func ("/case-xml/no-such-time", test_no_such_time);
  g_test_add_func ("/case-xml/in-part", test_in_part);
  g_test_add_func ("/case-xml/schema-refuses", test_schema_refuses);
  status = g_test_run ();
  xmlCleanupParser ();
  return status;
}
