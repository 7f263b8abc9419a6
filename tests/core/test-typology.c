/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-typology.h"

/* Schemas 1 and 2 of the publication, written out with numbers so that a shifted enumeration shows too. */
typedef struct
{
  const char *id;
  const char *row;
  int profile, persistence, orientation, competences, strategy;
  MwProfileSet same_row, same_column;
} Expected;

static const Expected expected[] = {
  { "actieven", "impending", 0, 2, 2, 2, 2, 0x03, 0x55 },
  { "geborgenen", "impending", 1, 2, 3, 2, 3, 0x03, 0xaa },
  { "achterblijvers", "situational", 2, 3, 2, 3, 4, 0x0c, 0x55 },
  { "afhankelijken", "situational", 3, 3, 3, 3, 5, 0x0c, 0xaa },
  { "compenseerders", "structural", 4, 4, 2, 4, 6, 0x30, 0x55 },
  { "buitenstaanders", "structural", 5, 4, 3, 4, 7, 0x30, 0xaa },
  { "hoopvollen", "complex", 6, 5, 2, 5, 8, 0xc0, 0x55 },
  { "overlevers", "complex", 7, 5, 3, 5, 9, 0xc0, 0xaa },
};
G_STATIC_ASSERT (G_N_ELEMENTS (expected) == MW_N_PROFILES);

static void
test_profiles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected *e = &expected[i];
      MwProfile profile = (MwProfile) e->profile;

      g_assert_cmpstr (mw_profile_get_id (profile), ==, e->id);
      g_assert_cmpint (mw_profile_get_persistence (profile), ==, e->persistence);
      g_assert_cmpint (mw_profile_get_orientation (profile), ==, e->orientation);
      g_assert_cmpint (mw_profile_get_competences (profile), ==, e->competences);
      g_assert_cmpint (mw_profile_get_strategy (profile), ==, e->strategy);
      g_assert_cmpstr (mw_persistence_get_id (mw_profile_get_persistence (profile)), ==, e->row);
    }
}

static void
test_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected *e = &expected[i];

      g_assert_cmphex (mw_persistence_get_profiles ((MwPersistence) e->persistence), ==, e->same_row);
      g_assert_cmphex (mw_orientation_get_profiles ((MwOrientation) e->orientation), ==, e->same_column);
      g_assert_cmphex (mw_competences_get_profiles ((MwCompetences) e->competences), ==, e->same_row);
      g_assert_cmphex (mw_strategy_get_profiles ((MwStrategy) e->strategy), ==, 1 << e->profile);
    }
}

/* Neither "not answered" nor "not clear yet" rules anything out. */
static void
test_no_answer (void)
{
  for (guint answer = 0; answer < 2; answer++)
    {
      g_assert_cmphex (mw_persistence_get_profiles ((MwPersistence) answer), ==, 0xff);
      g_assert_cmphex (mw_orientation_get_profiles ((MwOrientation) answer), ==, 0xff);
      g_assert_cmphex (mw_competences_get_profiles ((MwCompetences) answer), ==, 0xff);
      g_assert_cmphex (mw_strategy_get_profiles ((MwStrategy) answer), ==, 0xff);
      g_assert_null (mw_persistence_get_id ((MwPersistence) answer));
    }
}

static void
test_ids (void)
{
  static const char *const strangers[] = { NULL, "", "Actieven", "actieve", "actieven ", "impending", "actives" };
  MwProfile profile;

  for (guint i = 0; i < MW_N_PROFILES; i++)
    {
      profile = MW_PROFILE_ACTIEVEN;
      g_assert_true (mw_profile_from_id (expected[i].id, &profile));
      g_assert_cmpint (profile, ==, expected[i].profile);
      g_assert_true (mw_profile_from_id (mw_profile_get_id ((MwProfile) i), &profile));
      g_assert_cmpint (profile, ==, i);
    }

  profile = MW_PROFILE_HOOPVOLLEN;
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_false (mw_profile_from_id (strangers[i], &profile));
  g_assert_cmpint (profile, ==, MW_PROFILE_HOOPVOLLEN);
}

static void
test_sets (void)
{
  for (guint set = 0; set <= MW_PROFILE_SET_ALL; set++)
    {
      MwProfile profile = MW_PROFILE_ACTIEVEN;
      guint count = (guint) __builtin_popcount (set);

      g_assert_cmpuint (mw_profile_set_count ((MwProfileSet) set), ==, count);
      g_assert_cmpint (mw_profile_set_is_single ((MwProfileSet) set, NULL), ==, count == 1);
      g_assert_cmpint (mw_profile_set_is_single ((MwProfileSet) set, &profile), ==, count == 1);
      if (count == 1)
        g_assert_cmphex (MW_PROFILE_SET_OF (profile), ==, set);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typology/profiles", test_profiles);
  g_test_add_func ("/typology/answers", test_answers);
  g_test_add_func ("/typology/no-answer", test_no_answer);
  g_test_add_func ("/typology/ids", test_ids);
  g_test_add_func ("/typology/sets", test_sets);

  return g_test_run ();
}
