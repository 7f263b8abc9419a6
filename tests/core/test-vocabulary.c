/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the schema are those of the code, and the typology's texts are whole in both languages. */
#include "config.h"

#include <string.h>

#include "mw-core-data.h"
#include "mw-intervention.h"
#include "mw-typology-texts.h"

static guint
count_values (const char *part)
{
  guint n_values = 0;

  for (const char *p = part; (p = strstr (p, "<value>")); p++)
    n_values++;

  return n_values;
}

static char *
dup_schema (void)
{
  g_autoptr (GBytes) bytes = mw_core_data_lookup ("catalogue.rng");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_facets (void)
{
  g_autofree char *schema = dup_schema ();

  for (guint f = 0; f < MW_N_XML_FACETS; f++)
    {
      g_autofree char *start
        = g_strdup_printf ("<attribute name=\"name\"><value>%s</value></attribute>", mw_facet_get_id (f));
      const char *found = strstr (schema, start);
      g_autofree char *group = NULL;

      g_assert_nonnull (found);
      found += strlen (start);
      group = g_strndup (found, (gsize) (strstr (found, "</group>") - found));
      g_assert_cmpuint (count_values (group), ==, mw_facet_get_n_values (f));
      for (guint v = 0; v < mw_facet_get_n_values (f); v++)
        {
          g_autofree char *value = g_strdup_printf ("<value>%s</value>", mw_facet_get_value_id (f, v));

          g_assert_nonnull (strstr (group, value));
        }
    }
}

static void
test_profiles (void)
{
  for (guint p = 0; p < MW_N_PROFILES; p++)
    g_assert_cmpstr (mw_facet_get_value_id (MW_FACET_PROFILE, p), ==, mw_profile_get_id (p));
  for (guint r = 0; r < mw_facet_get_n_values (MW_FACET_ROW); r++)
    g_assert_cmpstr (mw_facet_get_value_id (MW_FACET_ROW, r), ==, mw_persistence_get_id (MW_PERSISTENCE_IMPENDING + r));
}

static void
test_fields (void)
{
  g_autofree char *schema = dup_schema ();
  const char *at = schema;

  for (guint f = 0; f < MW_N_FIELDS; f++)
    {
      g_autofree char *element = g_strdup_printf ("<element name=\"%s\">", mw_field_get_id (f));

      at = strstr (at, element); /* in this order */
      g_assert_nonnull (at);
    }
}

static void
assert_same (GPtrArray *dutch, GPtrArray *english, gboolean obligatory)
{
  g_assert_cmpuint (dutch->len, ==, english->len);
  if (obligatory)
    g_assert_cmpuint (dutch->len, >, 0);
  for (guint i = 0; i < dutch->len; i++)
    g_assert_cmpstr (g_ptr_array_index (dutch, i), !=, g_ptr_array_index (english, i));
}

static void
test_typology_texts (void)
{
  static const gboolean of_rows[MW_N_TYPOLOGY_TEXTS] = { TRUE, TRUE, TRUE, FALSE, TRUE, FALSE, TRUE, TRUE, FALSE, TRUE, TRUE, FALSE };
  static const gboolean of_profiles[MW_N_TYPOLOGY_TEXTS] = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE, TRUE, TRUE };

  for (guint t = 0; t < MW_N_TYPOLOGY_TEXTS; t++)
    {
      for (guint r = MW_PERSISTENCE_IMPENDING; r < MW_N_PERSISTENCES; r++)
        assert_same (mw_typology_texts_get_row (r, t, MW_LANGUAGE_NL), mw_typology_texts_get_row (r, t, MW_LANGUAGE_EN),
                     of_rows[t]);
      for (guint p = 0; p < MW_N_PROFILES; p++)
        assert_same (mw_typology_texts_get_profile (p, t, MW_LANGUAGE_NL),
                     mw_typology_texts_get_profile (p, t, MW_LANGUAGE_EN), of_profiles[t]);
    }
}

/* For those two the publication says that help is often refused and that no volunteer can be deployed. */
static void
test_limits (void)
{
  for (guint p = MW_PROFILE_COMPENSEERDERS; p <= MW_PROFILE_BUITENSTAANDERS; p++)
    {
      GPtrArray *own = mw_typology_texts_get_profile (p, MW_TYPOLOGY_LIMIT, MW_LANGUAGE_NL);
      GPtrArray *of_row = mw_typology_texts_get_row (MW_PERSISTENCE_STRUCTURAL, MW_TYPOLOGY_LIMIT, MW_LANGUAGE_NL);

      g_assert_cmpuint (own->len + of_row->len, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/facets", test_facets);
  g_test_add_func ("/vocabulary/profiles", test_profiles);
  g_test_add_func ("/vocabulary/fields", test_fields);
  g_test_add_func ("/typology-texts/whole", test_typology_texts);
  g_test_add_func ("/typology-texts/limits", test_limits);

  return g_test_run ();
}
