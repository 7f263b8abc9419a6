/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-saved-filters.h"

static const char *const at_home[] = { "form:home-visit", NULL };
static const char *const widowed[] = { "audience:widowed", "form:home-visit", NULL };

static char *
dup_names (MwSavedFilters *saved)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < mw_saved_filters_get_n (saved); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", mw_saved_filters_get_name (saved, i));

  return g_string_free (names, FALSE);
}

static void
assert_names (MwSavedFilters *saved, const char *expected)
{
  g_autofree char *names = dup_names (saved);

  g_assert_cmpstr (names, ==, expected);
}

static MwSavedFilters *
new_three (void)
{
  MwSavedFilters *saved = mw_saved_filters_new ();

  g_assert_true (mw_saved_filters_save (saved, "weduwen", widowed));
  g_assert_true (mw_saved_filters_save (saved, "Thuis", at_home));
  g_assert_true (mw_saved_filters_save (saved, "Aan huis", at_home));

  return saved;
}

static void
on_notify (guint *n_notified)
{
  ++*n_notified;
}

static void
test_sorted (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();

  assert_names (saved, "Aan huis|Thuis|weduwen");
  g_assert_cmpstrv (mw_saved_filters_get_filters (saved, 2), widowed);
}

static void
test_names_are_unique (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();
  guint position;

  g_assert_cmpint (mw_saved_filters_check (saved, " THUIS "), ==, MW_SAVED_NAME_TAKEN);
  g_assert_true (mw_saved_filters_find (saved, "\tthuis", &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (mw_saved_filters_save (saved, "thuis ", widowed));
  assert_names (saved, "Aan huis|thuis|weduwen");
  g_assert_cmpstrv (mw_saved_filters_get_filters (saved, 1), widowed);
}

static void
test_bad_names (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();
  g_autofree char *longest = g_strnfill (MW_MAX_SAVED_FILTER_NAME, 'x');
  g_autofree char *too_long = g_strnfill (MW_MAX_SAVED_FILTER_NAME + 1, 'x');

  g_assert_cmpint (mw_saved_filters_check (saved, ""), ==, MW_SAVED_NAME_EMPTY);
  g_assert_cmpint (mw_saved_filters_check (saved, " \t\n\001"), ==, MW_SAVED_NAME_EMPTY);
  g_assert_cmpint (mw_saved_filters_check (saved, longest), ==, MW_SAVED_NAME_GOOD);
  g_assert_cmpint (mw_saved_filters_check (saved, too_long), ==, MW_SAVED_NAME_LONG);
  g_assert_false (mw_saved_filters_save (saved, " ", at_home));
  g_assert_false (mw_saved_filters_save (saved, too_long, at_home));
  g_assert_false (mw_saved_filters_save (saved, "Niets", (const char *const[]){ NULL }));
  g_assert_true (mw_saved_filters_save (saved, " a\n b\001c ", at_home));
  assert_names (saved, "a b c|Aan huis|Thuis|weduwen");
}

static void
test_renaming (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();

  g_assert_cmpint (mw_saved_filters_check_rename (saved, 0, "Weduwen"), ==, MW_SAVED_NAME_TAKEN);
  g_assert_false (mw_saved_filters_rename (saved, 0, "Weduwen"));
  g_assert_false (mw_saved_filters_rename (saved, 0, ""));
  g_assert_true (mw_saved_filters_rename (saved, 2, "Weduwen"));
  g_assert_true (mw_saved_filters_rename (saved, 0, "Voor wie niet weg kan"));
  assert_names (saved, "Thuis|Voor wie niet weg kan|Weduwen");
  g_assert_cmpstrv (mw_saved_filters_get_filters (saved, 1), at_home);
}

static void
test_removing (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();
  guint n_notified = 0;

  g_signal_connect_swapped (saved, "notify::value", G_CALLBACK (on_notify), &n_notified);
  mw_saved_filters_remove (saved, 1);
  assert_names (saved, "Aan huis|weduwen");
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_full (void)
{
  g_autoptr (MwSavedFilters) saved = mw_saved_filters_new ();

  for (guint i = 0; i < MW_MAX_SAVED_FILTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Keuze %02u", i);

      g_assert_true (mw_saved_filters_save (saved, name, at_home));
    }
  g_assert_cmpint (mw_saved_filters_check (saved, "Nog een"), ==, MW_SAVED_NAME_FULL);
  g_assert_false (mw_saved_filters_save (saved, "Nog een", at_home));
  g_assert_true (mw_saved_filters_save (saved, "keuze 07", widowed));
  g_assert_true (mw_saved_filters_rename (saved, 3, "Nog een"));
  g_assert_cmpuint (mw_saved_filters_get_n (saved), ==, MW_MAX_SAVED_FILTERS);
}

static void
test_kept (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();
  g_autoptr (MwSavedFilters) again = mw_saved_filters_new ();
  g_autoptr (GVariant) value = NULL;

  g_object_get (saved, "value", &value, NULL);
  g_assert_true (g_variant_is_of_type (value, G_VARIANT_TYPE ("a(sas)")));
  g_object_set (again, "value", value, NULL);
  assert_names (again, "Aan huis|Thuis|weduwen");
  g_assert_cmpstrv (mw_saved_filters_get_filters (again, 2), widowed);
}

/* As a newer program, or somebody with an editor of settings, could have left them. */
static void
test_bad_values_are_passed_over (void)
{
  g_autoptr (MwSavedFilters) saved = new_three ();
  g_autoptr (GVariant) value
    = g_variant_ref_sink (g_variant_new_parsed ("[('', ['form:online']), ('Leeg', @as []), ('Onbekend', ['mood:good', ':']),"
                                                " ('Deels', ['mood:good', 'form:online']), ('deels', ['form:course']),"
                                                " ('  Netjes\\n', ['form:course'])]"));
  g_autoptr (GVariantBuilder) many = g_variant_builder_new (G_VARIANT_TYPE ("a(sas)"));
  g_autoptr (GVariant) too_many = NULL;

  g_object_set (saved, "value", value, NULL);
  assert_names (saved, "Deels|Netjes");
  /* What is not known here may be known elsewhere. */
  g_assert_cmpstr (mw_saved_filters_get_filters (saved, 0)[0], ==, "mood:good");

  for (guint i = 0; i < 3 * MW_MAX_SAVED_FILTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      g_variant_builder_add (many, "(s@as)", name, g_variant_new_strv (at_home, -1));
    }
  too_many = g_variant_ref_sink (g_variant_builder_end (many));
  g_object_set (saved, "value", too_many, NULL);
  g_assert_cmpuint (mw_saved_filters_get_n (saved), ==, MW_MAX_SAVED_FILTERS);

  g_object_set (saved, "value", NULL, NULL);
  g_assert_cmpuint (mw_saved_filters_get_n (saved), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-filters/sorted", test_sorted);
  g_test_add_func ("/saved-filters/unique", test_names_are_unique);
  g_test_add_func ("/saved-filters/bad-names", test_bad_names);
  g_test_add_func ("/saved-filters/renaming", test_renaming);
  g_test_add_func ("/saved-filters/removing", test_removing);
  g_test_add_func ("/saved-filters/full", test_full);
  g_test_add_func ("/saved-filters/kept", test_kept);
  g_test_add_func ("/saved-filters/bad-values", test_bad_values_are_passed_over);

  return g_test_run ();
}
