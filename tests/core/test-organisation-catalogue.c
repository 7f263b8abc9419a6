/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue with what an organisation adds: in the list, the search, the filters and the descriptions. */
#include "config.h"

#include <glib/gstdio.h>

#include "mw-catalogue.h"
#include "mw-error.h"
#include "mw-organisation-reader.h"

typedef struct
{
  char *folder;
  char *database;
  MwCatalogue *catalogue;
  GAsyncResult *result;
  guint n_changes;
} Fixture;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait (Fixture *fixture)
{
  while (!fixture->result)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&fixture->result);
}

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static GFile *
get_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) xml = get_data ("two.xml");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  fixture->catalogue = mw_catalogue_new (xml, fixture->database);
  g_signal_connect_swapped (fixture->catalogue, "changed", G_CALLBACK (on_changed), fixture);
  mw_catalogue_load_async (fixture->catalogue, NULL, on_done, &fixture->result);
  result = wait (fixture);
  g_assert_true (mw_catalogue_load_finish (fixture->catalogue, result, &error));
}

/* Its tasks let go of a catalogue one by one in the main loop. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer alive = fixture->catalogue;

  g_object_add_weak_pointer (alive, &alive);
  g_object_unref (fixture->catalogue);
  for (guint i = 0; alive && i < 5000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (alive);
  g_unlink (fixture->database);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->database);
  g_free (fixture->folder);
}

static void
add_organisation (Fixture *fixture)
{
  g_autoptr (GFile) file = get_data ("organisation.xml");
  g_autoptr (MwOrganisation) organisation = mw_organisation_read (file, NULL, NULL, NULL);

  g_assert_nonnull (organisation);
  mw_catalogue_set_organisation (fixture->catalogue, organisation);
}

/* @text, @filter: (nullable) */
static MwQueryResult *
ask (Fixture *fixture, const char *text, const char *filter)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MwQueryResult *answer;

  query->text = g_strdup (text);
  mw_query_set_filters (query, (const char *const[]){ filter, NULL });
  mw_catalogue_query_async (fixture->catalogue, query, NULL, on_done, &fixture->result);
  result = wait (fixture);
  answer = mw_catalogue_query_finish (fixture->catalogue, result, &error);
  g_assert_no_error (error);

  return answer;
}

static char *
dup_ids (MwQueryResult *result)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < result->entries->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", MW_CATALOGUE_ENTRY (g_ptr_array_index (result->entries, i))->id);

  return g_string_free (ids, FALSE);
}

static void
assert_finds (Fixture *fixture, const char *text, const char *filter, const char *expected)
{
  g_autoptr (MwQueryResult) result = ask (fixture, text, filter);
  g_autofree char *ids = dup_ids (result);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_without (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = ask (fixture, NULL, NULL);

  g_assert_cmpuint (result->n_total, ==, 2);
  g_assert_cmpuint (result->counts[MW_FACET_OFFER][MW_OFFER_UNKNOWN], ==, 2);
  g_assert_cmpuint (result->missing->len, ==, 0);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = NULL;
  MwCatalogueEntry *own;

  add_organisation (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  result = ask (fixture, NULL, NULL);
  g_assert_cmpuint (result->n_total, ==, 3);
  own = g_ptr_array_index (result->entries, 2);
  g_assert_cmpstr (own->id, ==, "own-eetclub-de-linde");
  g_assert_cmpstr (own->numbers, ==, "L.1");
  g_assert_true (mw_catalogue_entry_is_own (own));
  g_assert_false (mw_catalogue_entry_is_own (g_ptr_array_index (result->entries, 0)));
}

static void
test_offer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = NULL;

  add_organisation (fixture);
  result = ask (fixture, NULL, NULL);
  g_assert_cmpuint (result->counts[MW_FACET_OFFER][MW_OFFER_UNAVAILABLE], ==, 1);
  g_assert_cmpuint (result->counts[MW_FACET_OFFER][MW_OFFER_PARTNER], ==, 0);
  g_assert_cmpuint (result->counts[MW_FACET_OFFER][MW_OFFER_UNKNOWN], ==, 2);
  assert_finds (fixture, NULL, "offer:unavailable", "wandelgroep");
  assert_finds (fixture, NULL, "offer:own", "");
  assert_finds (fixture, NULL, "group:local", "own-eetclub-de-linde");
}

/* An offer of what the catalogue does not have is told apart. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = NULL;

  add_organisation (fixture);
  result = ask (fixture, NULL, NULL);
  g_assert_cmpuint (result->missing->len, ==, 1);
  g_assert_cmpstr (((MwOrganisationItem *) g_ptr_array_index (result->missing, 0))->id, ==, "humanitas-tandem");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  add_organisation (fixture);
  assert_finds (fixture, "samen aan tafel", NULL, "own-eetclub-de-linde");
  assert_finds (fixture, "eetclub", NULL, "eetclub own-eetclub-de-linde");
  assert_finds (fixture, "wandelgroep", NULL, "wandelgroep");
  assert_finds (fixture, "dining", NULL, "own-eetclub-de-linde");
  assert_finds (fixture, "!!", NULL, "eetclub wandelgroep own-eetclub-de-linde");
}

static void
test_names_in_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwQueryResult) result = NULL;
  const MwCatalogueEntry *walk, *own;

  add_organisation (fixture);
  result = ask (fixture, NULL, NULL);
  walk = g_ptr_array_index (result->entries, 1);
  own = g_ptr_array_index (result->entries, 2);
  g_assert_cmpuint (own->name_rank[MW_LANGUAGE_NL], <, walk->name_rank[MW_LANGUAGE_NL]);
}

static void
test_description (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwIntervention) own = NULL;

  add_organisation (fixture);
  mw_catalogue_get_intervention_async (fixture->catalogue, "own-eetclub-de-linde", NULL, on_done, &fixture->result);
  result = wait (fixture);
  own = mw_catalogue_get_intervention_finish (fixture->catalogue, result, NULL);
  g_assert_nonnull (own);
  g_assert_cmpstr (own->numbers[0].text, ==, "L.1");
}

/* What is taken away again is gone. */
static void
test_taken_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwOrganisation) empty = mw_organisation_new ();

  add_organisation (fixture);
  mw_catalogue_set_organisation (fixture->catalogue, empty);
  assert_finds (fixture, NULL, NULL, "eetclub wandelgroep");
  assert_finds (fixture, "dining", NULL, "");
  assert_finds (fixture, NULL, "offer:unavailable", "");
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/organisation-catalogue/without", test_without);
  add ("/organisation-catalogue/list", test_list);
  add ("/organisation-catalogue/offer", test_offer);
  add ("/organisation-catalogue/missing", test_missing);
  add ("/organisation-catalogue/search", test_search);
  add ("/organisation-catalogue/names", test_names_in_order);
  add ("/organisation-catalogue/description", test_description);
  add ("/organisation-catalogue/taken-away", test_taken_away);

  return g_test_run ();
}
