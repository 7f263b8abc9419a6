/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The typology of social isolation (Machielse 2011), as in schemas 1 and 2 of the publication: four rows of persistence
 * by two columns of orientation make eight profiles. Everything here is a pure value and may be used on any thread.
 *
 * In each enumeration of answers 0 is "not answered" and 1 is "not clear yet"; both rule nothing out. */

typedef enum
{
  MW_PERSISTENCE_UNANSWERED,
  MW_PERSISTENCE_UNCLEAR,
  MW_PERSISTENCE_IMPENDING,
  MW_PERSISTENCE_SITUATIONAL,
  MW_PERSISTENCE_STRUCTURAL,
  MW_PERSISTENCE_COMPLEX,
} MwPersistence;
#define MW_N_PERSISTENCES 6

typedef enum
{
  MW_ORIENTATION_UNANSWERED,
  MW_ORIENTATION_UNCLEAR,
  MW_ORIENTATION_ORIENTED,
  MW_ORIENTATION_NOT_ORIENTED,
} MwOrientation;
#define MW_N_ORIENTATIONS 4

/* Social competences go with the row: sufficient with impending, limited with situational, functional with structural,
 * deficient with complex isolation. */
typedef enum
{
  MW_COMPETENCES_UNANSWERED,
  MW_COMPETENCES_UNCLEAR,
  MW_COMPETENCES_SUFFICIENT,
  MW_COMPETENCES_LIMITED,
  MW_COMPETENCES_FUNCTIONAL,
  MW_COMPETENCES_DEFICIENT,
} MwCompetences;
#define MW_N_COMPETENCES 6

/* In the order of the typology: row by row, oriented before not oriented. */
typedef enum
{
  MW_PROFILE_ACTIEVEN,
  MW_PROFILE_GEBORGENEN,
  MW_PROFILE_ACHTERBLIJVERS,
  MW_PROFILE_AFHANKELIJKEN,
  MW_PROFILE_COMPENSEERDERS,
  MW_PROFILE_BUITENSTAANDERS,
  MW_PROFILE_HOOPVOLLEN,
  MW_PROFILE_OVERLEVERS,
} MwProfile;
#define MW_N_PROFILES 8

/* The dominant survival strategy of each profile: strategy n + 2 is that of profile n. */
typedef enum
{
  MW_STRATEGY_UNANSWERED,
  MW_STRATEGY_UNCLEAR,
  MW_STRATEGY_FIRST, /* an active social life: actieven; the others follow in the order of MwProfile */
} MwStrategy;
#define MW_N_STRATEGIES (2 + MW_N_PROFILES)

/* A set of profiles: bit n is profile n. */
typedef guint8 MwProfileSet;
#define MW_PROFILE_SET_ALL ((MwProfileSet) 0xff)
#define MW_PROFILE_SET_OF(profile) ((MwProfileSet) (1u << (profile)))

guint mw_profile_set_count (MwProfileSet set);
/* Whether @set holds exactly one profile; then it is stored in @profile (out, nullable). */
gboolean mw_profile_set_is_single (MwProfileSet set, MwProfile *profile);

/* The catalogue's word for a profile, such as "actieven". Returns: (transfer none) */
const char *mw_profile_get_id (MwProfile profile);
/* Returns: whether @id is the word of a profile; @profile is (out) */
gboolean mw_profile_from_id (const char *id, MwProfile *profile);

/* "impending", "situational", "structural", "complex"; %NULL when not answered or unclear. */
const char *mw_persistence_get_id (MwPersistence persistence);

MwPersistence mw_profile_get_persistence (MwProfile profile);
MwOrientation mw_profile_get_orientation (MwProfile profile);
MwCompetences mw_profile_get_competences (MwProfile profile);
MwStrategy mw_profile_get_strategy (MwProfile profile);

/* The profiles that an answer leaves; all of them when it is not answered or unclear. */
MwProfileSet mw_persistence_get_profiles (MwPersistence persistence);
MwProfileSet mw_orientation_get_profiles (MwOrientation orientation);
MwProfileSet mw_competences_get_profiles (MwCompetences competences);
MwProfileSet mw_strategy_get_profiles (MwStrategy strategy);

G_END_DECLS
