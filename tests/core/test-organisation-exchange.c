/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offer as a file between colleagues: told from other files, written, read, taken over and taken back. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-exchange.h"
#include "mw-organisation-file.h"
#include "mw-organisation-merge.h"

typedef struct
{
  char *folder;
  GFile *file; /* a colleague's */
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "colleague.xml", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (fixture->folder, name, NULL);

      g_remove (child);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  g_clear_object (&fixture->result);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object (&((Fixture *) data)->result, result);
}

static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (!fixture->result)
    g_main_context_iteration (NULL, TRUE);

  return fixture->result;
}

static MwOrganisationItem *
new_offer (const char *id, MwOfferStatus status, const char *provider)
{
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, "Naam", status);

  mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, provider);

  return item;
}

static const struct
{
  const char *text; /* (nullable): there is no file */
  gboolean is_offer;
} heads[] = {
  { NULL, FALSE },
  { "", FALSE },
  { "organisation", FALSE },
  { "<organisation xmlns=\"urn:maatwerk:organisation:1\"/>", TRUE },
  { "\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- <catalogue> -->\n<organisation>", TRUE },
  { "<o:organisation xmlns:o=\"urn:maatwerk:organisation:1\">", TRUE },
  { "<organisations>", FALSE },
  { "<catalogue><organisation>", FALSE },
  { "<!-- <organisation>", FALSE },
  { "<?xml <organisation>", FALSE },
  { "<!DOCTYPE organisation><organisation>", FALSE },
  { "<", FALSE },
  { "<organisation", TRUE }, /* the reader says what is wrong with it */
};

static void
test_recognise (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      if (heads[i].text)
        g_assert_true (g_file_replace_contents (fixture->file, heads[i].text, strlen (heads[i].text), NULL, FALSE,
                                                G_FILE_CREATE_NONE, NULL, NULL, NULL));
      g_clear_object (&fixture->result);
      mw_organisation_recognise_async (fixture->file, NULL, on_done, fixture);
      g_assert_cmpint (mw_organisation_recognise_finish (wait_for_result (fixture), NULL), ==, heads[i].is_offer);
    }
}

static void
test_written_and_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwOrganisation) nothing = mw_organisation_new ();
  g_autoptr (MwOrganisation) written = mw_organisation_with (nothing, new_offer ("a", MW_OFFER_PARTNER, "De <Linde> & co"));
  g_autoptr (MwOrganisation) read = NULL;
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GError) error = NULL;

  mw_organisation_write_async (written, fixture->file, on_done, fixture);
  g_assert_true (mw_organisation_write_finish (wait_for_result (fixture), &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  mw_organisation_read_async (fixture->file, problems, NULL, on_done, fixture);
  read = mw_organisation_read_finish (wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (mw_organisation_equal (written, read));
}

static void
test_folder_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwOrganisation) nothing = mw_organisation_new ();
  g_autoptr (GFile) file = g_file_resolve_relative_path (fixture->file, "../gone/offer.xml");
  g_autoptr (GError) error = NULL;

  mw_organisation_write_async (nothing, file, on_done, fixture);
  g_assert_false (mw_organisation_write_finish (wait_for_result (fixture), &error));
  g_assert_true (error->domain == MW_STORAGE_ERROR);
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "<organisation xmlns=\"urn:maatwerk:organisation:1\">\n<offer/>\n</organisation>";
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GError) error = NULL;
  const MwProblem *first;

  g_assert_true (
    g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  mw_organisation_read_async (fixture->file, problems, NULL, on_done, fixture);
  g_assert_null (mw_organisation_read_finish (wait_for_result (fixture), &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, >, 0);
  first = g_ptr_array_index (problems, 0);
  g_assert_cmpuint (first->line, ==, 2);
  g_assert_cmpstr (first->element, ==, "offer");
}

static void
test_kinds (void)
{
  g_autoptr (MwOrganisationItem) nothing = new_offer ("a", MW_OFFER_UNKNOWN, "");
  g_autoptr (MwOrganisationItem) one = new_offer ("a", MW_OFFER_OWN, "");
  g_autoptr (MwOrganisationItem) two = new_offer ("a", MW_OFFER_PARTNER, "");
  const struct
  {
    MwOrganisationItem *before, *after;
    MwChangeKind kind;
  } kinds[] = { { NULL, one, MW_CHANGE_ADDED },
                { nothing, one, MW_CHANGE_ADDED },
                { one, two, MW_CHANGE_CHANGED },
                { two, nothing, MW_CHANGE_REMOVED } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MwOrganisationChange change = { kinds[i].before, kinds[i].after, FALSE };

      g_assert_cmpint (mw_organisation_change_get_kind (&change), ==, kinds[i].kind);
    }
}

static const char *
get_provider (MwOrganisation *organisation, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (organisation, MW_ITEM_OFFER, id);

  return item ? item->texts[MW_OFFER_PROVIDER] : NULL;
}

/* Three are taken over; then one is changed again, which stays. */
static void
test_take_over_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_organisation_item_unref);
  MwOrganisationFile *own = mw_organisation_file_new (fixture->folder, NULL);
  guint revision;

  while (mw_organisation_file_get_state (own) != MW_ORGANISATION_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mw_organisation_file_can_undo_import (own));
  mw_organisation_file_set_item (own, new_offer ("a", MW_OFFER_OWN, "1"));
  mw_organisation_file_set_item (own, new_offer ("b", MW_OFFER_OWN, "1"));
  mw_organisation_file_set_item (own, new_offer ("d", MW_OFFER_OWN, "1"));

  g_ptr_array_add (items, new_offer ("a", MW_OFFER_OWN, "2"));
  g_ptr_array_add (items, new_offer ("b", MW_OFFER_OWN, "2"));
  g_ptr_array_add (items, new_offer ("c", MW_OFFER_OWN, "2"));
  mw_organisation_file_import (own, items);
  g_assert_true (mw_organisation_file_can_undo_import (own));
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "a"), ==, "2");
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "c"), ==, "2");
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "d"), ==, "1");
  revision = mw_organisation_lookup (mw_organisation_file_get (own), MW_ITEM_OFFER, "a")->revision;

  mw_organisation_file_set_item (own, new_offer ("b", MW_OFFER_OWN, "3"));
  g_assert_cmpuint (mw_organisation_file_undo_import (own), ==, 1);
  g_assert_false (mw_organisation_file_can_undo_import (own));
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "a"), ==, "1");
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "b"), ==, "3");
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "c"), ==, "");
  g_assert_cmpstr (get_provider (mw_organisation_file_get (own), "d"), ==, "1");
  g_assert_cmpuint (mw_organisation_lookup (mw_organisation_file_get (own), MW_ITEM_OFFER, "a")->revision, >, revision);
  g_assert_true (
    mw_organisation_item_is_empty (mw_organisation_lookup (mw_organisation_file_get (own), MW_ITEM_OFFER, "c")));

  while (mw_organisation_file_get_state (own) != MW_ORGANISATION_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (own);
}

/* Of one's own that came with the file, what is left says that it was removed, so that a colleague's copy does not bring it back. */
static void
test_own_goes_back (void)
{
  g_autoptr (MwIntervention) intervention = mw_intervention_new ();
  g_autoptr (MwOrganisation) before = mw_organisation_new ();
  g_autoptr (MwOrganisation) after = NULL;
  g_autoptr (MwOrganisation) back = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) again = NULL;
  guint n_kept;

  intervention->id = g_strdup ("own-a");
  intervention->n_numbers = 1;
  intervention->numbers[0] = (MwNumber){ MW_GROUP_LOCAL, g_strdup ("L.1") };
  after = mw_organisation_with (before, mw_organisation_item_new_own ("own-a", intervention));
  back = mw_organisation_go_back (after, before, after, &n_kept);
  g_assert_cmpuint (n_kept, ==, 0);
  g_assert_null (mw_organisation_lookup (back, MW_ITEM_OWN, "own-a")->intervention);
  changes = mw_organisation_compare (after, back);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (mw_organisation_change_get_kind (g_ptr_array_index (changes, 0)), ==, MW_CHANGE_REMOVED);

  /* The same file again is as new as it was. */
  again = mw_organisation_compare (back, after);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpint (mw_organisation_change_get_kind (g_ptr_array_index (again, 0)), ==, MW_CHANGE_ADDED);
  g_assert_false (((MwOrganisationChange *) g_ptr_array_index (again, 0))->older);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/exchange/recognise", test_recognise);
  add ("/exchange/written-and-read", test_written_and_read);
  add ("/exchange/folder-is-gone", test_folder_is_gone);
  add ("/exchange/bad-file", test_bad_file);
  add ("/exchange/take-over-and-back", test_take_over_and_back);
  g_test_add_func ("/exchange/kinds", test_kinds);
  g_test_add_func ("/exchange/own-goes-back", test_own_goes_back);

  return g_test_run ();
}
