/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-change.h"
#include "mw-catalogue-header.h"
#include "mw-catalogue-reader.h"
#include "mw-error.h"
#include "renewal-fixture.h"

/* A change of eetclub in two.xml, and what must be told of it. */
typedef struct
{
  const char *name;
  const char *find;
  const char *replace;
  MwPart part;
  guint which;
  MwLanguage language;
  const char *before;
  const char *after;
} Difference;

static const Difference differences[] = {
  { "number", ">1.1<", ">1.7<", MW_PART_NUMBERS, 0, MW_LANGUAGE_NL, "1.1", "1.7" },
  { "second-number", "</number>\n    <name xml:lang=\"nl\">Eet",
    "</number>\n    <number group=\"early\">1.9</number>\n    <name xml:lang=\"nl\">Eet", MW_PART_NUMBERS, 0, MW_LANGUAGE_NL,
    "1.1", "1.1 / 1.9" },
  { "group", "group=\"early\"", "group=\"specific\"", MW_PART_FACET, MW_FACET_GROUP, MW_LANGUAGE_NL, NULL, NULL },
  { "name", ">Eetclub De Linde<", ">Eetclub De Beuk<", MW_PART_NAME, 0, MW_LANGUAGE_NL, "Eetclub De Linde", "Eetclub De Beuk" },
  { "english-name", "Eetclub De Linde</name>", "Eetclub De Linde</name><name xml:lang=\"en\">Dinner club</name>", MW_PART_NAME, 0,
    MW_LANGUAGE_EN, NULL, "Dinner club" },
  { "alias", "Eetclub De Linde</name>", "Eetclub De Linde</name><alias xml:lang=\"nl\">De Linde</alias>", MW_PART_ALIASES, 0,
    MW_LANGUAGE_NL, NULL, "De Linde" },
  { "summary", "Eetclub De Linde is verzonnen", "Zij is verzonnen", MW_PART_SUMMARY, 0, MW_LANGUAGE_NL,
    "Eetclub De Linde is verzonnen voor de tests.", "Zij is verzonnen voor de tests." },
  { "fits", "<fits profile=\"actieven\"/>", "", MW_PART_FITS, 0, MW_LANGUAGE_NL, NULL, NULL },
  { "guidance", " guidance=\"yes\"", "", MW_PART_FITS, 0, MW_LANGUAGE_NL, NULL, NULL },
  { "remark", "    <audience", "    <remark xml:lang=\"nl\">Let op.</remark>\n    <audience", MW_PART_REMARKS, 0, MW_LANGUAGE_NL,
    NULL, "Let op." },
  { "field", ">Tekst bij duration.<", ">Een jaar.<", MW_PART_FIELD, MW_FIELD_DURATION, MW_LANGUAGE_NL, "Tekst bij duration.",
    "Een jaar." },
  { "english-field", "Tekst bij duration.</duration>", "Tekst bij duration.</duration><duration xml:lang=\"en\">A year.</duration>",
    MW_PART_FIELD, MW_FIELD_DURATION, MW_LANGUAGE_EN, NULL, "A year." },
  { "item", "<item>Een folder.</item>", "<item>Een film.</item>", MW_PART_FIELD, MW_FIELD_MATERIALS, MW_LANGUAGE_NL,
    "• Een Handboek (A. Voorbeeld, 2001, ISBN 9789000000000).\n• Een folder.",
    "• Een Handboek (A. Voorbeeld, 2001, ISBN 9789000000000).\n• Een film." },
  { "paragraph-or-item", "<p>Niet onderzocht.</p>", "<item>Niet onderzocht.</item>", MW_PART_FIELD, MW_FIELD_EFFECTS, MW_LANGUAGE_NL,
    "Niet onderzocht.", "Niet onderzocht." },
  { "stated", "<costs xml:lang=\"nl\" stated=\"no\"/>", "<costs xml:lang=\"nl\">Gratis.</costs>", MW_PART_FIELD, MW_FIELD_COSTS,
    MW_LANGUAGE_NL, NULL, "Gratis." },
  { "not-stated", "<training xml:lang=\"nl\">Er is geen training.</training>", "<training xml:lang=\"nl\" stated=\"no\"/>",
    MW_PART_FIELD, MW_FIELD_TRAINING, MW_LANGUAGE_NL, "Er is geen training.", NULL },
  { "link", "href=\"http://www.voorbeeld.example\"", "href=\"http://www.ander.example\"", MW_PART_FIELD,
    MW_FIELD_MORE_INFORMATION, MW_LANGUAGE_NL, "www.voorbeeld.example <http://www.voorbeeld.example>",
    "www.voorbeeld.example <http://www.ander.example>" },
  { "year", "year=\"1999\"", "year=\"2001\"", MW_PART_YEAR, 0, MW_LANGUAGE_NL, "1999", "2001" },
  { "facet", "name=\"form\" value=\"group\"", "name=\"form\" value=\"course\"", MW_PART_FACET, MW_FACET_FORM, MW_LANGUAGE_NL, NULL,
    NULL },
  { "evidence", "level=\"none\"", "level=\"effect\"", MW_PART_FACET, MW_FACET_EVIDENCE, MW_LANGUAGE_NL, NULL, NULL },
  { "loneliness", "loneliness=\"unknown\"", "loneliness=\"decreased\"", MW_PART_FACET, MW_FACET_LONELINESS, MW_LANGUAGE_NL, NULL,
    NULL },
};

static gboolean
take_first (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  MwIntervention **first = data;

  if (!*first)
    *first = mw_intervention_ref (intervention);

  return TRUE;
}

#ifdef __SANITIZE_ADDRESS__
#define N_MANY 300
#else
#define N_MANY 1000
#endif

/* eetclub in two.xml after a change. */
static MwIntervention *
read_changed (const char *find, const char *replace)
{
  g_autofree char *text = dup_version (1);
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "changed.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;
  MwIntervention *first = NULL;

  if (find)
    g_assert_cmpuint (g_string_replace (changed, find, replace, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  mw_catalogue_read (file, take_first, &first, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  remove_tree (folder);

  return first;
}

static void
test_difference (gconstpointer data)
{
  const Difference *difference = data;
  g_autoptr (MwIntervention) before = read_changed (NULL, NULL);
  g_autoptr (MwIntervention) after = read_changed (difference->find, difference->replace);
  g_autoptr (MwCatalogueChange) change = mw_catalogue_change_new (before, after);
  g_autoptr (MwCatalogueChange) back = mw_catalogue_change_new (after, before);
  const MwPartChange *part;

  g_assert_nonnull (change);
  g_assert_cmpint (change->kind, ==, MW_CHANGE_CHANGED);
  g_assert_cmpuint (change->parts->len, ==, 1);
  part = g_ptr_array_index (change->parts, 0);
  g_assert_cmpint (part->part, ==, difference->part);
  g_assert_cmpuint (part->which, ==, difference->which);
  g_assert_cmpint (part->language, ==, difference->language);
  g_assert_cmpstr (part->before, ==, difference->before);
  g_assert_cmpstr (part->after, ==, difference->after);
  if (part->part == MW_PART_FITS || part->part == MW_PART_FACET)
    g_assert_true (part->set_before != part->set_after || part->guidance_before != part->guidance_after);
  if (part->part == MW_PART_FIELD)
    {
      g_assert_cmpint (part->not_stated_before, ==, (before->not_stated >> part->which) & 1);
      g_assert_cmpint (part->not_stated_after, ==, (after->not_stated >> part->which) & 1);
    }

  g_assert_cmpuint (back->parts->len, ==, 1);
  part = g_ptr_array_index (back->parts, 0);
  g_assert_cmpstr (part->before, ==, difference->after);
  g_assert_cmpstr (part->after, ==, difference->before);
}

static void
test_kinds (void)
{
  g_autoptr (MwIntervention) one = read_changed (NULL, NULL);
  g_autoptr (MwIntervention) same = read_changed ("\n    <goal", "\n\n    <goal");
  g_autoptr (MwCatalogueChange) added = mw_catalogue_change_new (NULL, one);
  g_autoptr (MwCatalogueChange) removed = mw_catalogue_change_new (one, NULL);

  g_assert_cmpint (added->kind, ==, MW_CHANGE_ADDED);
  g_assert_cmpint (removed->kind, ==, MW_CHANGE_REMOVED);
  g_assert_cmpstr (removed->numbers, ==, "1.1");
  g_assert_cmpstr (mw_catalogue_change_get_name (removed, MW_LANGUAGE_EN), ==, "Eetclub De Linde");
  g_assert_cmpuint (added->parts->len + removed->parts->len, ==, 0);
  g_assert_null (mw_catalogue_change_new (one, same));
}

/* What is stored is what was read: the whole catalogue against itself. */
static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  Renewals self;
  g_autoptr (GError) error = NULL;
  MwCatalogueProposal *proposal;

  renewals_init (&self, folder);
  g_free (self.shipped);
  self.shipped = g_strdup (g_getenv ("MW_TEST_CATALOGUE"));
  g_assert_true (load (&self, &error));
  proposal = propose (&self, self.shipped, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mw_catalogue_changes_get_n (proposal->changes), ==, 0);
  g_assert_cmpuint (proposal->changes->n_same, ==, 38);
  mw_catalogue_proposal_unref (proposal);
  tear_down (&self, NULL);
}

static void
append_many (GString *xml, const char *one, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      g_autofree char *id = g_strdup_printf ("id=\"club-%u\"", i);
      g_autofree char *number = g_strdup_printf (">%u.%u<", 1 + i / 9000, 1 + i % 9000);
      g_autofree char *goal = g_strdup_printf (">Doel %u.<", i % 7 == 0 ? to : 0);
      g_autoptr (GString) next = g_string_new (one);

      g_string_replace (next, "id=\"eetclub\"", id, 1);
      g_string_replace (next, ">1.1<", number, 1);
      g_string_replace (next, ">Tekst bij goal.<", goal, 1);
      g_string_append_len (xml, next->str, (gssize) next->len);
    }
}

static void
write_many (const char *path, guint from, guint to)
{
  g_autofree char *text = dup_version (1);
  char *first = strstr (text, "  <intervention");
  char *second = strstr (first, "  <intervention id=\"wandelgroep\"");
  g_autofree char *one = g_strndup (first, (gsize) (second - first));
  g_autoptr (GString) xml = g_string_new_len (text, first - text);

  append_many (xml, one, from, to);
  g_string_append (xml, "</catalogue>\n");
  g_assert_true (g_file_set_contents (path, xml->str, (gssize) xml->len, NULL));
}

/* Many against many; the main loop goes on meanwhile, and can see how far it is. */
static void
test_many (Renewals *self, gconstpointer data)
{
  const guint n = g_test_slow () ? 10000 : N_MANY;
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->candidate);
  g_autoptr (GError) error = NULL;
  guint n_turns = 0;

  write_many (self->shipped, 0, n);
  write_many (self->candidate, 100, n + 100);
  g_assert_true (load (self, &error));
  self->problems = mw_problem_list_new ();
  mw_catalogue_propose_async (self->catalogue, file, self->problems, NULL, on_done, &self->result);
  while (!self->result)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (100);
      n_turns++;
    }
  proposal = mw_catalogue_propose_finish (self->catalogue, self->result, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  g_assert_cmpuint (proposal->changes->by_kind[MW_CHANGE_ADDED]->len, ==, 100);
  g_assert_cmpuint (proposal->changes->by_kind[MW_CHANGE_REMOVED]->len, ==, 100);
  g_assert_cmpuint (proposal->changes->by_kind[MW_CHANGE_CHANGED]->len, ==, (n - 1) / 7 - 99 / 7);
  g_assert_cmpuint (n_turns, >, 1);
  g_assert_cmpfloat (mw_catalogue_get_progress (self->catalogue), >, 0.9);
  g_assert_true (accept_proposal (self, proposal, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_all (self), ==, n);
}

static void
assert_older (const char *a, const char *b)
{
  g_autoptr (MwCatalogueHeader) older = mw_catalogue_header_new ("x", a, "2020-01-01", "x");
  g_autoptr (MwCatalogueHeader) newer = mw_catalogue_header_new ("x", b, "2020-01-01", "x");

  g_assert_cmpint (mw_catalogue_header_compare (older, newer), <, 0);
  g_assert_cmpint (mw_catalogue_header_compare (newer, older), >, 0);
  g_assert_cmpint (mw_catalogue_header_compare (newer, newer), ==, 0);
}

static void
test_versions (void)
{
  g_autoptr (MwCatalogueHeader) older = mw_catalogue_header_new ("x", "1", "2020-01-31", "x");
  g_autoptr (MwCatalogueHeader) newer = mw_catalogue_header_new ("x", "1", "2020-02-01", "x");

  assert_older ("1", "2");
  assert_older ("9", "10");
  assert_older ("1.9", "1.10");
  assert_older ("1", "1.1");
  assert_older ("2020", "100000000000000000000000000000000");
  assert_older ("1a", "1b");
  g_assert_cmpint (mw_catalogue_header_compare (older, newer), <, 0);
}

static void
test_headers (void)
{
  static const char *const bad[] = { "", "<", "<catalogue", "<catalogue id=\"a\"/>", "<!DOCTYPE a><catalogue/>",
                                     "<catalogue xmlns=\"urn:maatwerk:catalogue:1\" id=\"a\" version=\"1\" published=\"x\"/>" };
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "header.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MwCatalogueHeader) header = NULL;

  g_assert_null (mw_catalogue_header_read (file, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, bad[i], -1, NULL));
      g_assert_null (mw_catalogue_header_read (file, &error));
      g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID);
    }
  write_version (path, 3);
  header = mw_catalogue_header_read (file, NULL);
  g_assert_cmpstr (header->id, ==, "test");
  g_assert_cmpstr (header->version, ==, "3");
  g_assert_cmpstr (header->published, ==, "2020-01-01");
  g_assert_cmpstr (header->source, ==, "verzonnen");
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/change/", differences[i].name, NULL);

      g_test_add_data_func (path, &differences[i], test_difference);
    }
  g_test_add_func ("/catalogue/change/kinds", test_kinds);
  g_test_add_func ("/catalogue/change/round-trip", test_round_trip);
  g_test_add ("/catalogue/change/many", Renewals, NULL, set_up, test_many, tear_down);
  g_test_add_func ("/catalogue/change/versions", test_versions);
  g_test_add_func ("/catalogue/change/headers", test_headers);

  return g_test_run ();
}
