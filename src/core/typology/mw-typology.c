/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-typology.h"

typedef struct
{
  const char *id;
  MwPersistence persistence;
  MwOrientation orientation;
  MwCompetences competences;
} Profile;

static const Profile profiles[] = {
  { "actieven", MW_PERSISTENCE_IMPENDING, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_SUFFICIENT },
  { "geborgenen", MW_PERSISTENCE_IMPENDING, MW_ORIENTATION_NOT_ORIENTED, MW_COMPETENCES_SUFFICIENT },
  { "achterblijvers", MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED },
  { "afhankelijken", MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_NOT_ORIENTED, MW_COMPETENCES_LIMITED },
  { "compenseerders", MW_PERSISTENCE_STRUCTURAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_FUNCTIONAL },
  { "buitenstaanders", MW_PERSISTENCE_STRUCTURAL, MW_ORIENTATION_NOT_ORIENTED, MW_COMPETENCES_FUNCTIONAL },
  { "hoopvollen", MW_PERSISTENCE_COMPLEX, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_DEFICIENT },
  { "overlevers", MW_PERSISTENCE_COMPLEX, MW_ORIENTATION_NOT_ORIENTED, MW_COMPETENCES_DEFICIENT },
};
G_STATIC_ASSERT (G_N_ELEMENTS (profiles) == MW_N_PROFILES);

static const char *const persistence_ids[] = { NULL, NULL, "impending", "situational", "structural", "complex" };
G_STATIC_ASSERT (G_N_ELEMENTS (persistence_ids) == MW_N_PERSISTENCES);

guint
mw_profile_set_count (MwProfileSet set)
{
  guint count = 0;

  for (guint i = 0; i < MW_N_PROFILES; i++)
    if (set & MW_PROFILE_SET_OF (i))
      count++;

  return count;
}

gboolean
mw_profile_set_is_single (MwProfileSet set, MwProfile *profile)
{
  for (guint i = 0; i < MW_N_PROFILES; i++)
    if (set == MW_PROFILE_SET_OF (i))
      {
        if (profile != NULL)
          *profile = (MwProfile) i;
        return TRUE;
      }

  return FALSE;
}

const char *
mw_profile_get_id (MwProfile profile)
{
  g_return_val_if_fail (profile < MW_N_PROFILES, NULL);

  return profiles[profile].id;
}

gboolean
mw_profile_from_id (const char *id, MwProfile *profile)
{
  for (guint i = 0; i < MW_N_PROFILES; i++)
    if (g_strcmp0 (id, profiles[i].id) == 0)
      {
        *profile = (MwProfile) i;
        return TRUE;
      }

  return FALSE;
}

const char *
mw_persistence_get_id (MwPersistence persistence)
{
  g_return_val_if_fail (persistence < MW_N_PERSISTENCES, NULL);

  return persistence_ids[persistence];
}

MwPersistence
mw_profile_get_persistence (MwProfile profile)
{
  g_return_val_if_fail (profile < MW_N_PROFILES, MW_PERSISTENCE_UNANSWERED);

  return profiles[profile].persistence;
}

MwOrientation
mw_profile_get_orientation (MwProfile profile)
{
  g_return_val_if_fail (profile < MW_N_PROFILES, MW_ORIENTATION_UNANSWERED);

  return profiles[profile].orientation;
}

MwCompetences
mw_profile_get_competences (MwProfile profile)
{
  g_return_val_if_fail (profile < MW_N_PROFILES, MW_COMPETENCES_UNANSWERED);

  return profiles[profile].competences;
}

MwStrategy
mw_profile_get_strategy (MwProfile profile)
{
  g_return_val_if_fail (profile < MW_N_PROFILES, MW_STRATEGY_UNANSWERED);

  return (MwStrategy) (MW_STRATEGY_FIRST + profile);
}

MwProfileSet
mw_persistence_get_profiles (MwPersistence persistence)
{
  MwProfileSet set = 0;

  g_return_val_if_fail (persistence < MW_N_PERSISTENCES, MW_PROFILE_SET_ALL);

  if (persistence <= MW_PERSISTENCE_UNCLEAR)
    return MW_PROFILE_SET_ALL;

  for (guint i = 0; i < MW_N_PROFILES; i++)
    if (profiles[i].persistence == persistence)
      set |= MW_PROFILE_SET_OF (i);

  return set;
}

MwProfileSet
mw_orientation_get_profiles (MwOrientation orientation)
{
  MwProfileSet set = 0;

  g_return_val_if_fail (orientation < MW_N_ORIENTATIONS, MW_PROFILE_SET_ALL);

  if (orientation <= MW_ORIENTATION_UNCLEAR)
    return MW_PROFILE_SET_ALL;

  for (guint i = 0; i < MW_N_PROFILES; i++)
    if (profiles[i].orientation == orientation)
      set |= MW_PROFILE_SET_OF (i);

  return set;
}

MwProfileSet
mw_competences_get_profiles (MwCompetences competences)
{
  MwProfileSet set = 0;

  g_return_val_if_fail (competences < MW_N_COMPETENCES, MW_PROFILE_SET_ALL);

  if (competences <= MW_COMPETENCES_UNCLEAR)
    return MW_PROFILE_SET_ALL;

  for (guint i = 0; i < MW_N_PROFILES; i++)
    if (profiles[i].competences == competences)
      set |= MW_PROFILE_SET_OF (i);

  return set;
}

MwProfileSet
mw_strategy_get_profiles (MwStrategy strategy)
{
  g_return_val_if_fail (strategy < MW_N_STRATEGIES, MW_PROFILE_SET_ALL);

  return strategy <= MW_STRATEGY_UNCLEAR ? MW_PROFILE_SET_ALL : MW_PROFILE_SET_OF (strategy - MW_STRATEGY_FIRST);
}
