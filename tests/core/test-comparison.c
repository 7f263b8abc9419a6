/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-comparison.h"

static MwIntervention *
new_intervention (void)
{
  MwIntervention *self = mw_intervention_new ();

  self->not_stated = (1u << MW_N_FIELDS) - 1;
  mw_intervention_derive_facets (self);

  return self;
}

static void
add_text (MwIntervention *self, MwField field, MwLanguage language, const char *text)
{
  MwBlock *block = mw_block_new (MW_BLOCK_PARAGRAPH);

  block->text = g_strdup (text);
  g_ptr_array_add (self->fields[field][language], block);
  self->not_stated &= ~(1u << field);
}

static void
set_facet (MwIntervention *self, MwFacet facet, const char *id)
{
  guint value;

  g_assert_true (mw_facet_value_from_id (facet, id, &value));
  self->facets[facet] |= 1u << value;
}

/* Compares two and returns a line, in memory that the next call uses again. */
static const MwComparisonRow *
compare (MwIntervention *one, MwIntervention *other, MwComparisonLine line)
{
  static MwComparison comparison;

  mw_comparison_compare (&comparison, (MwIntervention *[]){ one, other }, 2, NULL);

  return &comparison.rows[line];
}

static const MwComparisonRow *
compare_field (MwIntervention *one, MwIntervention *other, MwField field)
{
  return compare (one, other, MW_COMPARISON_FIELDS + field);
}

static void
test_nothing_stated (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) other = new_intervention ();
  MwComparison comparison;

  mw_comparison_compare (&comparison, (MwIntervention *[]){ one, other }, 2, NULL);
  g_assert_cmpuint (comparison.n_interventions, ==, 2);
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    g_assert_cmpint (comparison.rows[line].likeness, ==, MW_LIKENESS_EQUAL);
  g_assert_false (comparison.rows[MW_COMPARISON_REMARKS].stated);
  g_assert_false (comparison.rows[MW_COMPARISON_FIELDS + MW_FIELD_GOAL].stated);
  g_assert_true (comparison.rows[MW_COMPARISON_FITS].stated);
}

static void
test_texts (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) other = new_intervention ();

  add_text (one, MW_FIELD_GOAL, MW_LANGUAGE_NL, "Contact leggen.");
  g_assert_cmpint (compare_field (one, other, MW_FIELD_GOAL)->likeness, ==, MW_LIKENESS_DIFFERENT);
  g_assert_true (compare_field (one, other, MW_FIELD_GOAL)->stated);

  add_text (other, MW_FIELD_GOAL, MW_LANGUAGE_NL, "Contact leggen.");
  g_assert_cmpint (compare_field (one, other, MW_FIELD_GOAL)->likeness, ==, MW_LIKENESS_EQUAL);

  add_text (other, MW_FIELD_GOAL, MW_LANGUAGE_NL, "En houden.");
  g_assert_cmpint (compare_field (one, other, MW_FIELD_GOAL)->likeness, ==, MW_LIKENESS_DIFFERENT);
}

/* What one language lacks makes nothing different. */
static void
test_languages (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) other = new_intervention ();

  add_text (one, MW_FIELD_GOAL, MW_LANGUAGE_NL, "Contact leggen.");
  add_text (other, MW_FIELD_GOAL, MW_LANGUAGE_NL, "Contact leggen.");
  add_text (other, MW_FIELD_GOAL, MW_LANGUAGE_EN, "To make contact.");
  g_assert_cmpint (compare_field (one, other, MW_FIELD_GOAL)->likeness, ==, MW_LIKENESS_EQUAL);
}

static void
test_outline (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) other = new_intervention ();
  const MwComparisonRow *row;

  add_text (one, MW_FIELD_DURATION, MW_LANGUAGE_NL, "Acht weken.");
  add_text (other, MW_FIELD_DURATION, MW_LANGUAGE_NL, "Tien weken.");
  set_facet (one, MW_FACET_DURATION, "up-to-3-months");
  g_assert_cmpint (compare_field (one, other, MW_FIELD_DURATION)->likeness, ==, MW_LIKENESS_DIFFERENT);
  set_facet (other, MW_FACET_DURATION, "up-to-3-months");
  row = compare_field (one, other, MW_FIELD_DURATION);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_ALIKE);
  g_assert_cmpuint (row->n_facets, ==, 1);
  g_assert_cmpint (row->facets[0].facet, ==, MW_FACET_DURATION);
  g_assert_cmpuint (row->facets[0].shared, ==, 1u << 0);
}

/* Behind “it varies” and “at a cost” anything may stand; how it works is more than a form. */
static void
test_vague (void)
{
  static const struct
  {
    MwField field;
    MwFacet facet;
    const char *value;
  } vague[] = {
    { MW_FIELD_DURATION, MW_FACET_DURATION, "varies" },
    { MW_FIELD_INTENSITY, MW_FACET_INTENSITY, "varies" },
    { MW_FIELD_COSTS, MW_FACET_COSTS, "paid" },
    { MW_FIELD_METHOD, MW_FACET_FORM, "group" },
  };

  for (guint v = 0; v < G_N_ELEMENTS (vague); v++)
    {
      g_autoptr (MwIntervention) one = new_intervention ();
      g_autoptr (MwIntervention) other = new_intervention ();

      add_text (one, vague[v].field, MW_LANGUAGE_NL, "Het ene.");
      add_text (other, vague[v].field, MW_LANGUAGE_NL, "Het andere.");
      set_facet (one, vague[v].facet, vague[v].value);
      set_facet (other, vague[v].facet, vague[v].value);
      g_assert_cmpint (compare_field (one, other, vague[v].field)->likeness, ==, MW_LIKENESS_DIFFERENT);
    }
}

static void
test_shared_values (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) two = new_intervention ();
  g_autoptr (MwIntervention) three = new_intervention ();
  MwComparison comparison;
  const MwComparisonFacet *facet = &comparison.rows[MW_COMPARISON_FIELDS + MW_FIELD_AUDIENCE].facets[0];

  set_facet (one, MW_FACET_AUDIENCE, "older");
  set_facet (one, MW_FACET_AUDIENCE, "widowed");
  set_facet (two, MW_FACET_AUDIENCE, "older");
  set_facet (three, MW_FACET_AUDIENCE, "older");
  set_facet (three, MW_FACET_AUDIENCE, "women");
  mw_comparison_compare (&comparison, (MwIntervention *[]){ one, two, three }, 3, NULL);
  g_assert_cmpuint (facet->shared, ==, 1u << 0);
  g_assert_cmpuint (facet->values[0], ==, 1u << 0 | 1u << 1);
  g_assert_cmpuint (facet->values[1], ==, 1u << 0);
  g_assert_cmpuint (facet->values[2], ==, 1u << 0 | 1u << 2);
  g_assert_cmpint (comparison.rows[MW_COMPARISON_FIELDS + MW_FIELD_AUDIENCE].likeness, ==, MW_LIKENESS_DIFFERENT);
}

static void
test_guidance (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) other = new_intervention ();
  const MwComparisonRow *row;

  one->fits = other->fits = MW_PROFILE_SET_OF (MW_PROFILE_ACTIEVEN) | MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS);
  mw_intervention_derive_facets (one);
  mw_intervention_derive_facets (other);
  g_assert_cmpint (compare (one, other, MW_COMPARISON_FITS)->likeness, ==, MW_LIKENESS_EQUAL);

  one->guidance = MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS);
  row = compare (one, other, MW_COMPARISON_FITS);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_DIFFERENT);
  g_assert_cmpuint (row->facets[0].shared, ==, MW_PROFILE_SET_OF (MW_PROFILE_ACTIEVEN));

  other->guidance = one->guidance;
  g_assert_cmpint (compare (one, other, MW_COMPARISON_FITS)->likeness, ==, MW_LIKENESS_EQUAL);
}

static void
test_evidence (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  g_autoptr (MwIntervention) other = new_intervention ();
  const MwComparisonRow *row;

  set_facet (one, MW_FACET_EVIDENCE, "effect");
  set_facet (other, MW_FACET_EVIDENCE, "effect");
  set_facet (one, MW_FACET_LONELINESS, "decreased");
  set_facet (other, MW_FACET_LONELINESS, "unchanged");
  row = compare (one, other, MW_COMPARISON_EVIDENCE);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_DIFFERENT);
  g_assert_cmpuint (row->n_facets, ==, 2);
  g_assert_cmpuint (row->facets[0].shared, ==, 1u << MW_EVIDENCE_EFFECT);
  g_assert_cmpuint (row->facets[1].shared, ==, 0);
}

static void
test_alone (void)
{
  g_autoptr (MwIntervention) one = new_intervention ();
  MwComparison comparison;

  add_text (one, MW_FIELD_GOAL, MW_LANGUAGE_NL, "Contact leggen.");
  mw_comparison_compare (&comparison, &one, 1, NULL);
  for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
    g_assert_cmpint (comparison.rows[line].likeness, ==, MW_LIKENESS_EQUAL);
}

/* Returns: (transfer none): goes to @organisation */
static MwOrganisationItem *
take_offer (MwOrganisation *organisation, const char *id, MwOfferStatus status, const char *provider)
{
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, NULL, status);

  mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, provider);
  mw_organisation_take (organisation, item);

  return item;
}

static MwIntervention *
new_named (const char *id)
{
  MwIntervention *self = new_intervention ();

  self->id = g_strdup (id);

  return self;
}

static void
test_offer (void)
{
  g_autoptr (MwIntervention) choir = new_named ("koor");
  g_autoptr (MwIntervention) meals = new_named ("eetclub");
  MwIntervention *two[] = { choir, meals };
  g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
  MwOrganisationItem *of_choir, *of_meals;
  MwComparison comparison;
  const MwComparisonRow *row = &comparison.rows[MW_COMPARISON_OFFER];

  mw_comparison_compare (&comparison, two, 2, organisation);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_EQUAL);
  g_assert_false (row->stated);

  of_choir = take_offer (organisation, "koor", MW_OFFER_PARTNER, "De Linde");
  mw_comparison_compare (&comparison, two, 2, organisation);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_DIFFERENT);
  g_assert_true (row->stated);
  g_assert_cmpuint (row->facets[0].facet, ==, MW_FACET_OFFER);
  g_assert_cmpuint (row->facets[0].shared, ==, 0);
  g_assert_cmpuint (row->facets[0].values[0], ==, 1u << MW_OFFER_PARTNER);
  g_assert_cmpuint (row->facets[0].values[1], ==, 1u << MW_OFFER_UNKNOWN);
  g_assert_cmpuint (row->shared_texts, ==, 1u << MW_OFFER_CONTACT | 1u << MW_OFFER_WAITING_TIME);

  /* By the same partner: only how long one waits is another matter. */
  of_meals = take_offer (organisation, "eetclub", MW_OFFER_PARTNER, "De Linde");
  mw_comparison_compare (&comparison, two, 2, organisation);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_EQUAL);
  mw_organisation_item_set_text (of_meals, MW_OFFER_WAITING_TIME, "drie weken");
  mw_comparison_compare (&comparison, two, 2, organisation);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_DIFFERENT);
  g_assert_cmpuint (row->facets[0].shared, ==, 1u << MW_OFFER_PARTNER);
  g_assert_cmpuint (row->shared_texts, ==, 1u << MW_OFFER_PROVIDER | 1u << MW_OFFER_CONTACT);

  mw_organisation_item_set_text (of_choir, MW_OFFER_WAITING_TIME, "drie weken");
  mw_comparison_compare (&comparison, two, 2, organisation);
  g_assert_cmpint (row->likeness, ==, MW_LIKENESS_EQUAL);
}

/* What colleagues tell one another makes no difference, and is nothing to compare. */
static void
test_offer_remarks (void)
{
  g_autoptr (MwIntervention) choir = new_named ("koor");
  g_autoptr (MwIntervention) meals = new_named ("eetclub");
  g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
  MwOrganisationItem *offer = take_offer (organisation, "koor", MW_OFFER_UNKNOWN, "");
  MwComparison comparison;

  mw_organisation_item_set_text (offer, MW_OFFER_REMARKS, "Bel niet op maandag");
  g_assert_null (mw_comparison_get_offer (choir, organisation));
  mw_comparison_compare (&comparison, (MwIntervention *[]){ choir, meals }, 2, organisation);
  g_assert_cmpint (comparison.rows[MW_COMPARISON_OFFER].likeness, ==, MW_LIKENESS_EQUAL);
  g_assert_false (comparison.rows[MW_COMPARISON_OFFER].stated);

  /* But a contact without a status is. */
  mw_organisation_item_set_text (offer, MW_OFFER_CONTACT, "het wijkteam");
  g_assert_true (mw_comparison_get_offer (choir, organisation) == offer);
  mw_comparison_compare (&comparison, (MwIntervention *[]){ choir, meals }, 2, organisation);
  g_assert_cmpint (comparison.rows[MW_COMPARISON_OFFER].likeness, ==, MW_LIKENESS_DIFFERENT);
}

static gboolean
keep (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_ptr_array_add (data, mw_intervention_ref (intervention));

  return TRUE;
}

/* The catalogue that is installed, each with each: it does not matter which stands first, each is like itself, and four can
 * stand beside one another. */
static void
test_catalogue (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autoptr (GError) error = NULL;
  guint n_alike = 0;

  mw_catalogue_read (file, keep, all, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        MwIntervention *one = all->pdata[i], *other = all->pdata[j];
        MwComparison forward, backward;

        mw_comparison_compare (&forward, (MwIntervention *[]){ one, other }, 2, NULL);
        mw_comparison_compare (&backward, (MwIntervention *[]){ other, one }, 2, NULL);
        for (guint line = 0; line < MW_N_COMPARISON_LINES; line++)
          {
            g_assert_cmpint (forward.rows[line].likeness, ==, backward.rows[line].likeness);
            n_alike += forward.rows[line].likeness == MW_LIKENESS_ALIKE;
            if (i == j)
              g_assert_cmpint (forward.rows[line].likeness, ==, MW_LIKENESS_EQUAL);
          }
        if (i != j)
          g_assert_cmpint (forward.rows[MW_COMPARISON_FIELDS + MW_FIELD_METHOD].likeness, ==, MW_LIKENESS_DIFFERENT);
      }
  g_assert_cmpuint (n_alike, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/nothing-stated", test_nothing_stated);
  g_test_add_func ("/comparison/texts", test_texts);
  g_test_add_func ("/comparison/languages", test_languages);
  g_test_add_func ("/comparison/outline", test_outline);
  g_test_add_func ("/comparison/vague", test_vague);
  g_test_add_func ("/comparison/shared-values", test_shared_values);
  g_test_add_func ("/comparison/guidance", test_guidance);
  g_test_add_func ("/comparison/evidence", test_evidence);
  g_test_add_func ("/comparison/alone", test_alone);
  g_test_add_func ("/comparison/offer", test_offer);
  g_test_add_func ("/comparison/offer-remarks", test_offer_remarks);
  g_test_add_func ("/comparison/catalogue", test_catalogue);

  return g_test_run ();
}
