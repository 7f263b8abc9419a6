/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-merge.h"

/* @words: (nullable): such as "a=De Linde,b=Humanitas": offers by id and provider */
static MwOrganisation *
new_organisation (const char *words)
{
  MwOrganisation *organisation = mw_organisation_new ();
  g_auto (GStrv) parts = g_strsplit (words, ",", -1);

  for (guint i = 0; parts[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      MwOrganisationItem *item = mw_organisation_item_new_offer (pair[0], NULL, MW_OFFER_PARTNER);

      mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, pair[1]);
      mw_organisation_take (organisation, item);
    }

  return organisation;
}

static char *
dup_words (MwOrganisation *organisation)
{
  GString *words = g_string_new (NULL);
  GPtrArray *items = mw_organisation_get_items (organisation);

  for (guint i = 0; i < items->len; i++)
    {
      const MwOrganisationItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (words, "%s%s=%s", i > 0 ? "," : "", item->id, item->texts[MW_OFFER_PROVIDER]);
    }

  return g_string_free (words, FALSE);
}

/* What two made of the same beginning. */
typedef struct
{
  const char *name;
  const char *base;
  const char *mine;
  const char *theirs;
  const char *merged;
  guint n_conflicts;
} Merge;

static const Merge merges[] = {
  { "nothing", "", "", "", "", 0 },
  { "unchanged", "a=1", "a=1", "a=1", "a=1", 0 },
  { "mine", "a=1", "a=2", "a=1", "a=2", 0 },
  { "theirs", "a=1", "a=1", "a=3", "a=3", 0 },
  { "different-ones", "a=1,b=1", "a=2,b=1", "a=1,b=3", "a=2,b=3", 0 },
  { "both-the-same", "a=1", "a=2", "a=2", "a=2", 0 },
  { "both-in-another-way", "a=1,b=1", "a=2,b=2", "a=3,b=1", "a=3,b=2", 1 },
  { "both-added", "", "a=2", "b=3", "a=2,b=3", 0 },
  { "both-added-the-same-one", "", "a=2", "a=3", "a=3", 1 },
  { "gone-from-theirs", "a=1,b=1", "a=1,b=1", "b=1", "b=1", 0 },
  { "gone-from-theirs-but-mine-changed", "a=1", "a=2", "", "a=2", 0 },
  { "gone-from-mine-but-theirs-changed", "a=1", "", "a=3", "a=3", 0 },
};

static void
test_merge (gconstpointer data)
{
  const Merge *merge = data;
  g_autoptr (MwOrganisation) base = new_organisation (merge->base);
  g_autoptr (MwOrganisation) mine = new_organisation (merge->mine);
  g_autoptr (MwOrganisation) theirs = new_organisation (merge->theirs);
  g_autoptr (GPtrArray) conflicts = mw_organisation_conflict_list_new ();
  g_autoptr (MwOrganisation) merged = mw_organisation_merge (base, mine, theirs, conflicts);
  g_autofree char *words = dup_words (merged);

  g_assert_cmpstr (words, ==, merge->merged);
  g_assert_cmpuint (conflicts->len, ==, merge->n_conflicts);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const MwOrganisationConflict *conflict = g_ptr_array_index (conflicts, i);

      g_assert_cmpstr (conflict->mine->id, ==, conflict->theirs->id);
      g_assert_cmpstr (conflict->mine->texts[MW_OFFER_PROVIDER], ==, "2");
      g_assert_cmpstr (conflict->theirs->texts[MW_OFFER_PROVIDER], ==, "3");
    }
}

static MwOrganisationItem *
new_own (const char *id, const char *number)
{
  g_autoptr (MwIntervention) intervention = mw_intervention_new ();

  intervention->id = g_strdup (id);
  intervention->n_numbers = 1;
  intervention->numbers[0] = (MwNumber){ MW_GROUP_LOCAL, g_strdup (number) };

  return mw_organisation_item_new_own (id, intervention);
}

/* Two keepers each added one of their own with the first free number. */
static void
test_same_number (void)
{
  g_autoptr (MwOrganisation) base = mw_organisation_new ();
  g_autoptr (MwOrganisation) mine = mw_organisation_with (base, new_own ("own-a", "L.1"));
  g_autoptr (MwOrganisation) theirs = mw_organisation_with (base, new_own ("own-b", "L.1"));
  g_autoptr (GPtrArray) conflicts = mw_organisation_conflict_list_new ();
  g_autoptr (MwOrganisation) merged = mw_organisation_merge (base, mine, theirs, conflicts);

  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_cmpstr (mw_organisation_lookup (merged, MW_ITEM_OWN, "own-b")->intervention->numbers[0].text, ==, "L.1");
  g_assert_cmpstr (mw_organisation_lookup (merged, MW_ITEM_OWN, "own-a")->intervention->numbers[0].text, ==, "L.2");
  g_assert_cmpstr (mw_organisation_lookup (mine, MW_ITEM_OWN, "own-a")->intervention->numbers[0].text, ==, "L.1");
}

/* What was removed does not come back from a copy that still has it. */
static void
test_removed (void)
{
  g_autoptr (MwOrganisation) empty = mw_organisation_new ();
  g_autoptr (MwOrganisation) base = mw_organisation_with (empty, new_own ("own-a", "L.1"));
  g_autoptr (MwOrganisation) mine = mw_organisation_with (base, mw_organisation_item_new_own ("own-a", NULL));
  g_autoptr (GPtrArray) conflicts = mw_organisation_conflict_list_new ();
  g_autoptr (MwOrganisation) merged = mw_organisation_merge (base, mine, base, conflicts);
  g_autoptr (GPtrArray) own = mw_organisation_dup_own (merged);

  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_cmpuint (own->len, ==, 0);
}

/* A preview lists what is new or different, and what is chosen is taken. */
static void
test_compare (void)
{
  g_autoptr (MwOrganisation) mine = new_organisation ("a=1,b=1,c=1");
  g_autoptr (MwOrganisation) other = new_organisation ("b=1,c=2,d=2");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (MwOrganisation) result = NULL;
  g_autofree char *words = NULL;
  MwOrganisationItem *changed = mw_organisation_lookup (other, MW_ITEM_OFFER, "c");
  const MwOrganisationChange *change, *addition;

  changed->modified = 1;
  changes = mw_organisation_compare (mine, other);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->before->texts[MW_OFFER_PROVIDER], ==, "1");
  g_assert_cmpstr (change->after->texts[MW_OFFER_PROVIDER], ==, "2");
  g_assert_true (change->older);
  addition = g_ptr_array_index (changes, 1);
  g_assert_null (addition->before);
  g_assert_cmpstr (addition->after->id, ==, "d");

  g_ptr_array_add (chosen, addition->after);
  result = mw_organisation_take_over (mine, chosen);
  words = dup_words (result);
  g_assert_cmpstr (words, ==, "a=1,b=1,c=1,d=2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autofree char *path = g_strconcat ("/organisation/merge/", merges[i].name, NULL);

      g_test_add_data_func (path, &merges[i], test_merge);
    }
  g_test_add_func ("/organisation/same-number", test_same_number);
  g_test_add_func ("/organisation/removed", test_removed);
  g_test_add_func ("/organisation/compare", test_compare);

  return g_test_run ();
}
