/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The publication's overview of interventions by type (its chapter "Interventies in de praktijk") against the catalogue
 * that is installed: for each profile exactly its numbers. */
#include "config.h"

#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"

#define EARLY_COMMON                                                                                                  \
  "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 1.12 1.13 1.14 1.15 1.16 1.17 1.18 1.19 1.20 3.1 3.3 3.5 3.7 3.8 "   \
  "3.9 3.10"
#define SITUATIONAL                                                                                                   \
  "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.10 1.11 1.12 1.13 1.14 1.15 1.17 1.19 1.20 3.1 3.2 3.3 3.4 3.5 3.7 3.8 3.9"

static const struct
{
  guint count;
  const char *numbers;
} overview[MW_N_PROFILES] = {
  [MW_PROFILE_ACTIEVEN] = { 27, EARLY_COMMON },
  [MW_PROFILE_GEBORGENEN] = { 27, EARLY_COMMON },
  [MW_PROFILE_ACHTERBLIJVERS] = { 25, SITUATIONAL },
  [MW_PROFILE_AFHANKELIJKEN] = { 25, SITUATIONAL },
  [MW_PROFILE_COMPENSEERDERS] = { 10, "2.2 2.3 2.5 2.6 2.7 2.9 2.10 3.2 3.6 3.8" },
  [MW_PROFILE_BUITENSTAANDERS] = { 11, "2.2 2.3 2.4 2.5 2.6 2.7 2.9 2.10 3.2 3.6 3.8" },
  [MW_PROFILE_HOOPVOLLEN] = { 4, "2.1 2.8 2.9 2.11" },
  [MW_PROFILE_OVERLEVERS] = { 4, "2.1 2.8 2.9 2.11" },
};

/* "met de juiste begeleiding" in the text of a description. */
static const char *const guided[MW_N_PROFILES] = {
  [MW_PROFILE_ACHTERBLIJVERS] = "1.1",
  [MW_PROFILE_AFHANKELIJKEN] = "1.1",
  [MW_PROFILE_COMPENSEERDERS] = "2.2 2.6 3.8",
  [MW_PROFILE_BUITENSTAANDERS] = "2.2 2.4 2.6 3.8",
};

static GPtrArray *interventions; /* of MwIntervention */

static gboolean
keep (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_ptr_array_add (interventions, mw_intervention_ref (intervention));

  return TRUE;
}

static void
load (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autoptr (GError) error = NULL;

  interventions = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  mw_catalogue_read (file, keep, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The number under which an intervention stands for a profile: that of the profile's group where it has two. */
static const char *
get_number_for (MwIntervention *intervention, MwProfile profile)
{
  MwGroup group
    = mw_profile_get_persistence (profile) <= MW_PERSISTENCE_SITUATIONAL ? MW_GROUP_EARLY : MW_GROUP_STRUCTURAL;

  for (guint i = 0; i < intervention->n_numbers; i++)
    if (intervention->numbers[i].group == group)
      return intervention->numbers[i].text;

  return intervention->numbers[0].text;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (int) mw_number_get_order (*(const char *const *) a) - (int) mw_number_get_order (*(const char *const *) b);
}

static char *
dup_numbers (MwProfile profile, gboolean only_guided, guint *count)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < interventions->len; i++)
    {
      MwIntervention *intervention = g_ptr_array_index (interventions, i);

      if ((only_guided ? intervention->guidance : intervention->fits) & MW_PROFILE_SET_OF (profile))
        g_ptr_array_add (numbers, (char *) get_number_for (intervention, profile));
    }
  g_ptr_array_sort (numbers, compare_numbers);
  *count = numbers->len;
  g_ptr_array_add (numbers, NULL);

  return g_strjoinv (" ", (char **) numbers->pdata);
}

static void
test_profiles (void)
{
  guint pairs = 0;

  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      guint count;
      g_autofree char *numbers = dup_numbers (p, FALSE, &count);

      g_assert_cmpstr (numbers, ==, overview[p].numbers);
      g_assert_cmpuint (count, ==, overview[p].count);
      pairs += count;
    }
  g_assert_cmpuint (pairs, ==, 133);
}

static void
test_guidance (void)
{
  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      guint count;
      g_autofree char *numbers = dup_numbers (p, TRUE, &count);

      g_assert_cmpstr (numbers, ==, guided[p] ? guided[p] : "");
    }
}

static void
test_numbers (void)
{
  static const char *const doubles[] = { "1.5 2.2", "1.10 2.4", "1.11 2.6" };
  guint n_numbers = 0, n_doubles = 0;

  g_assert_cmpuint (interventions->len, ==, 38);
  for (guint i = 0; i < interventions->len; i++)
    {
      MwIntervention *intervention = g_ptr_array_index (interventions, i);

      n_numbers += intervention->n_numbers;
      if (intervention->n_numbers == 2)
        {
          g_autofree char *both
            = g_strdup_printf ("%s %s", intervention->numbers[0].text, intervention->numbers[1].text);

          g_assert_true (g_strv_contains ((const char *const[]){ doubles[0], doubles[1], doubles[2], NULL }, both));
          n_doubles++;
        }
    }
  g_assert_cmpuint (n_numbers, ==, 41);
  g_assert_cmpuint (n_doubles, ==, 3);
}

/* Which interventions, by their first numbers, have a value of a facet. */
static char *
dup_with_facet (MwFacet facet, guint value)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < interventions->len; i++)
    {
      MwIntervention *intervention = g_ptr_array_index (interventions, i);

      if (intervention->facets[facet] & (1u << value))
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " " : "", intervention->numbers[0].text);
    }

  return g_string_free (numbers, FALSE);
}

static void
test_practice_examples (void)
{
  g_autofree char *numbers = dup_with_facet (MW_FACET_DESCRIBED, MW_DESCRIBED_PRACTICE_EXAMPLE);

  g_assert_cmpstr (numbers, ==, "1.2 1.13 2.1 2.9 3.2 3.9");
}

/* Those whose effects name the project in which they were pilots. */
static void
test_pilots (void)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < interventions->len; i++)
    {
      MwIntervention *intervention = g_ptr_array_index (interventions, i);
      GPtrArray *effects = intervention->fields[MW_FIELD_EFFECTS][MW_LANGUAGE_NL];

      for (guint b = 0; b < effects->len; b++)
        {
          g_autofree char *text = g_utf8_strdown (((MwBlock *) g_ptr_array_index (effects, b))->text, -1);

          if (strstr (text, "brabant niet meer eenzaam"))
            {
              g_string_append_printf (numbers, "%s ", intervention->numbers[0].text);
              break;
            }
        }
    }
  g_assert_cmpstr (numbers->str, ==, "1.2 1.3 1.4 1.13 2.7 3.8 ");
}

static void
test_whole (void)
{
  for (guint i = 0; i < interventions->len; i++)
    {
      MwIntervention *intervention = g_ptr_array_index (interventions, i);

      g_assert_true (mw_intervention_has_language (intervention, MW_LANGUAGE_NL));
      for (guint f = 0; f <= MW_FACET_LONELINESS; f++)
        g_assert_cmpuint (intervention->facets[f], !=, 0);
    }
}

static void
test_aliases (void)
{
  static const char *const aliases[] = {
    "50-PlusNet", "Groepscursus Omgaan met sociale relaties", "Gesprekken van mens tot mens",
    "Korte oplossingsgerichte therapie", "Computerles aan huis", "Bezoekvrouwen",
  };
  guint n_found = 0;

  for (guint i = 0; i < interventions->len; i++)
    for (guint a = 0; a < G_N_ELEMENTS (aliases); a++)
      n_found += g_ptr_array_find_with_equal_func (((MwIntervention *) g_ptr_array_index (interventions, i))->aliases,
                                                   aliases[a], g_str_equal, NULL);
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (aliases));
}

/* Nothing direct to a person: the publication is of 2012. */
static void
test_no_personal_contacts (gconstpointer data)
{
  MwLanguage language = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < interventions->len; i++)
    for (guint f = 0; f < MW_N_FIELDS; f++)
      {
        GPtrArray *blocks = ((MwIntervention *) g_ptr_array_index (interventions, i))->fields[f][language];

        for (guint b = 0; b < blocks->len; b++)
          {
            const char *text = ((MwBlock *) g_ptr_array_index (blocks, b))->text;

            g_assert_false (g_regex_match_simple ("\\b0[0-9]{1,3}[ -][0-9 ]{6,}", text, 0, 0));
            g_assert_false (g_regex_match_simple ("\\b(?!info)[a-z.]+@(?!pe\\b|pe\\.)[a-z.-]+\\.[a-z]{2,}", text,
                                                  G_REGEX_CASELESS, 0));
          }
      }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load ();

  g_test_add_func ("/overview/profiles", test_profiles);
  g_test_add_func ("/overview/guidance", test_guidance);
  g_test_add_func ("/overview/numbers", test_numbers);
  g_test_add_func ("/overview/practice-examples", test_practice_examples);
  g_test_add_func ("/overview/pilots", test_pilots);
  g_test_add_func ("/overview/whole", test_whole);
  g_test_add_func ("/overview/aliases", test_aliases);
  g_test_add_data_func ("/overview/no-personal-contacts/nl", GUINT_TO_POINTER (MW_LANGUAGE_NL),
                        test_no_personal_contacts);
  g_test_add_data_func ("/overview/no-personal-contacts/en", GUINT_TO_POINTER (MW_LANGUAGE_EN),
                        test_no_personal_contacts);

  status = g_test_run ();
  g_ptr_array_unref (interventions);

  return status;
}
