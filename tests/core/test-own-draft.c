/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-drafts.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-intervention-writer.h"
#include "mw-organisation-reader.h"

static MwOwnDraft *
new_whole (void)
{
  MwOwnDraft *draft = mw_own_draft_new ();

  mw_own_draft_set_text (&draft->name[MW_LANGUAGE_NL], "Eetclub De Linde");
  mw_own_draft_set_text (&draft->aliases, "Samen aan tafel\n\n Aanschuiven ");
  mw_own_draft_set_text (&draft->summary[MW_LANGUAGE_NL], "Samen koken\nen eten.");
  draft->fits = MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS);
  draft->guidance = MW_PROFILE_SET_ALL;
  for (guint f = 0; f < MW_N_FIELDS; f++)
    mw_own_draft_set_text (&draft->fields[f][MW_LANGUAGE_NL], "Eerst.\n\n- een\n- twee");
  mw_own_draft_set_text (&draft->fields[MW_FIELD_DEVELOPER][MW_LANGUAGE_NL], "De Linde, 2019.");
  draft->not_stated = 1u << MW_FIELD_MATERIALS;
  for (guint f = 0; f < 3; f++)
    draft->facets[f] = 1;

  return draft;
}

/* Such as "name fits facet:form", for what is wrong. */
static char *
dup_wrong (const MwOwnDraft *draft)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  GString *words = g_string_new (NULL);

  mw_own_draft_check (draft, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const MwProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (words, "%s%s%s%s", i > 0 ? " " : "", problem->element, problem->attribute ? ":" : "",
                              problem->attribute ? problem->attribute : "");
    }

  return g_string_free (words, FALSE);
}

static void
test_empty (void)
{
  g_autoptr (MwOwnDraft) draft = mw_own_draft_new ();
  g_autoptr (MwOwnDraft) other = mw_own_draft_new ();
  g_autofree char *wrong = dup_wrong (draft);

  g_assert_cmpstr (wrong, ==,
                   "name summary fits audience goal method suitability performed-by duration intensity materials training "
                   "costs effects developer more-information facet:audience facet:form facet:performed-by");
  g_assert_true (g_str_has_prefix (draft->id, "own-"));
  g_assert_cmpstr (draft->id, !=, other->id);
}

static void
test_whole (void)
{
  g_autoptr (MwOwnDraft) draft = new_whole ();
  g_autoptr (MwIntervention) made = mw_own_draft_to_intervention (draft, NULL, "L.7");
  g_autofree char *wrong = dup_wrong (draft);

  g_assert_cmpstr (wrong, ==, "");
  g_assert_cmpstr (made->id, ==, draft->id);
  g_assert_cmpstr (made->numbers[0].text, ==, "L.7");
  g_assert_cmpint (made->numbers[0].group, ==, MW_GROUP_LOCAL);
  g_assert_cmpstr (made->summary[MW_LANGUAGE_NL], ==, "Samen koken en eten.");
  g_assert_null (made->name[MW_LANGUAGE_EN]);
  g_assert_cmpuint (made->aliases->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (made->aliases, 1), ==, "Aanschuiven");
  g_assert_cmpuint (made->guidance, ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  g_assert_cmpuint (made->facets[MW_FACET_PROFILE], ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  g_assert_cmpuint (made->fields[MW_FIELD_GOAL][MW_LANGUAGE_NL]->len, ==, 3);
  g_assert_cmpuint (made->fields[MW_FIELD_MATERIALS][MW_LANGUAGE_NL]->len, ==, 0);
  g_assert_cmpuint (made->not_stated, ==, 1u << MW_FIELD_MATERIALS);
  g_assert_cmpstr (made->developer_year, ==, "2019");
}

static void
test_wrong (void)
{
  g_autoptr (MwOwnDraft) draft = new_whole ();
  g_autofree char *long_text = g_strnfill (MW_OWN_MAX_TEXT + 1, 'a');
  g_autofree char *wrong = NULL;

  mw_own_draft_set_text (&draft->name[MW_LANGUAGE_NL], " \n ");
  mw_own_draft_set_text (&draft->name[MW_LANGUAGE_EN], "Only in English");
  mw_own_draft_set_text (&draft->summary[MW_LANGUAGE_EN], long_text);
  mw_own_draft_set_text (&draft->fields[MW_FIELD_COSTS][MW_LANGUAGE_NL], "- \n\n* ");
  draft->facets[MW_FACET_EVIDENCE] = 0;
  wrong = dup_wrong (draft);
  g_assert_cmpstr (wrong, ==, "name summary costs facet:evidence");
}

/* What the quick check lets through, the reader of the file still judges. */
static void
test_judged_by_the_reader (void)
{
  g_autoptr (MwOwnDraft) draft = new_whole ();
  g_autofree char *signs = g_strnfill (MW_OWN_MAX_TEXT - 10, '&');
  g_autofree char *odd = g_strdup ("<name> & \"]]>\" \x02 <!DOCTYPE x>");
  g_autofree char *fine = NULL;
  g_autofree char *wrong = NULL;

  mw_own_draft_set_text (&draft->name[MW_LANGUAGE_NL], odd);
  fine = dup_wrong (draft);
  g_assert_cmpstr (fine, ==, "");
  mw_own_draft_set_text (&draft->fields[MW_FIELD_METHOD][MW_LANGUAGE_NL], signs);
  wrong = dup_wrong (draft);
  g_assert_cmpstr (wrong, !=, "");
}

static MwIntervention *
load_own (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_test_get_filename (G_TEST_DIST, "data", "organisation.xml", NULL));
  g_autoptr (MwOrganisation) organisation = mw_organisation_read (file, NULL, NULL, NULL);

  g_assert_nonnull (organisation);

  return mw_intervention_ref (mw_organisation_lookup (organisation, MW_ITEM_OWN, "own-eetclub-de-linde")->intervention);
}

static void
test_untouched_stays_whole (void)
{
  g_autoptr (MwIntervention) before = load_own ();
  g_autoptr (MwOwnDraft) draft = mw_own_draft_new_from (before);
  g_autoptr (MwIntervention) after = mw_own_draft_to_intervention (draft, before, "L.9");
  g_autofree char *one = mw_intervention_dup_xml (before);
  g_autofree char *two = mw_intervention_dup_xml (after);

  g_assert_nonnull (strstr (one, "<link "));
  g_assert_nonnull (strstr (one, "<organisation>"));
  g_assert_nonnull (strstr (one, "<reference>"));
  g_assert_cmpstr (one, ==, two);
}

static void
test_data (void)
{
  g_autoptr (MwOwnDraft) draft = new_whole ();
  g_autofree char *data = NULL;
  g_autoptr (MwOwnDraft) again = NULL;

  mw_own_draft_set_text (&draft->fields[MW_FIELD_METHOD][MW_LANGUAGE_EN], " \n\\n;= [é]\n\n");
  draft->facets[MW_FACET_FORM] = 0;
  data = mw_own_draft_dup_data (draft);
  again = mw_own_draft_new_from_data (data, strlen (data));
  g_assert_nonnull (again);
  g_assert_true (mw_own_draft_equal (draft, again));
  g_assert_cmpstr (again->fields[MW_FIELD_METHOD][MW_LANGUAGE_EN], ==, " \n\\n;= [é]\n\n");
  g_assert_cmpuint (again->facets[MW_FACET_FORM], ==, 0);
  g_assert_cmpuint (again->guidance, ==, MW_PROFILE_SET_ALL);

  draft->fits = 0;
  g_assert_false (mw_own_draft_equal (draft, again));
}

static void
test_data_of_no_draft (void)
{
  static const char *const data[] = { "", "nonsense", "[Draft]\n", "[Draft]\nid=../x\n", "[Draft]\nid=\n", "[Other]\nid=own-a\n" };

  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    {
      g_autoptr (MwOwnDraft) draft = mw_own_draft_new_from_data (data[i], strlen (data[i]));

      g_assert_null (draft);
    }
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static MwOwnDraft *
load (MwOwnDrafts *drafts, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 time;

  mw_own_drafts_load_async (drafts, id, on_done, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);

  return mw_own_drafts_load_finish (drafts, result, &time, NULL);
}

static gboolean
keep (MwOwnDrafts *drafts, const char *id, const MwOwnDraft *draft, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_own_drafts_keep_async (drafts, id, draft, on_done, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);

  return mw_own_drafts_keep_finish (drafts, result, error);
}

static void
test_kept (void)
{
  g_autofree char *parent = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (parent, "maatwerk", NULL);
  g_autoptr (MwOwnDraft) draft = new_whole ();
  g_autoptr (MwOwnDraft) again = NULL;
  MwOwnDrafts *drafts = mw_own_drafts_new (folder);

  g_assert_null (load (drafts, NULL));
  /* Dropped at once: it is written all the same. */
  mw_own_drafts_keep_async (drafts, NULL, draft, NULL, NULL);
  g_object_unref (drafts);

  drafts = mw_own_drafts_new (folder);
  again = load (drafts, NULL);
  g_assert_nonnull (again);
  g_assert_true (mw_own_draft_equal (again, draft));
  g_assert_null (load (drafts, "own-a"));
  g_assert_true (keep (drafts, "own-a", draft, NULL));
  g_assert_true (keep (drafts, NULL, NULL, NULL));
  g_assert_null (load (drafts, NULL));
  g_assert_true (keep (drafts, NULL, NULL, NULL));
  g_assert_true (keep (drafts, "own-a", NULL, NULL));
  g_object_unref (drafts);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_rmdir (parent);
}

static void
test_not_kept (void)
{
  g_autofree char *parent = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (parent, "maatwerk", NULL);
  g_autoptr (MwOwnDrafts) drafts = mw_own_drafts_new (file);
  g_autoptr (MwOwnDraft) draft = new_whole ();
  g_autoptr (GError) error = NULL;

  /* A file where the folder should be. */
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_false (keep (drafts, NULL, draft, &error));
  g_assert_nonnull (error);
  g_unlink (file);
  g_rmdir (parent);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-draft/empty", test_empty);
  g_test_add_func ("/own-draft/whole", test_whole);
  g_test_add_func ("/own-draft/wrong", test_wrong);
  g_test_add_func ("/own-draft/judged-by-the-reader", test_judged_by_the_reader);
  g_test_add_func ("/own-draft/untouched-stays-whole", test_untouched_stays_whole);
  g_test_add_func ("/own-draft/data", test_data);
  g_test_add_func ("/own-draft/data-of-no-draft", test_data_of_no_draft);
  g_test_add_func ("/own-draft/kept", test_kept);
  g_test_add_func ("/own-draft/not-kept", test_not_kept);

  return g_test_run ();
}
