/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-assessment.h"

#define SOURCE_BIT(source) ((guint8) (1u << (source)))
#define QUESTIONS (SOURCE_BIT (MW_SOURCE_PERSISTENCE) | SOURCE_BIT (MW_SOURCE_ORIENTATION))
#define CHECKS (SOURCE_BIT (MW_SOURCE_COMPETENCES) | SOURCE_BIT (MW_SOURCE_STRATEGY))

static guint8
get_answered (const MwAnswers *answers)
{
  guint8 answered = 0;

  if (answers->persistence > MW_PERSISTENCE_UNCLEAR)
    answered |= SOURCE_BIT (MW_SOURCE_PERSISTENCE);
  if (answers->orientation > MW_ORIENTATION_UNCLEAR)
    answered |= SOURCE_BIT (MW_SOURCE_ORIENTATION);
  if (answers->competences > MW_COMPETENCES_UNCLEAR)
    answered |= SOURCE_BIT (MW_SOURCE_COMPETENCES);
  if (answers->strategy > MW_STRATEGY_UNCLEAR)
    answered |= SOURCE_BIT (MW_SOURCE_STRATEGY);

  return answered;
}

/* The profiles that share their answer to @source with @profile. */
static MwProfileSet
get_alike (MwProfile profile, MwSource source)
{
  switch (source)
    {
    case MW_SOURCE_PERSISTENCE:
      return mw_persistence_get_profiles (mw_profile_get_persistence (profile));
    case MW_SOURCE_ORIENTATION:
      return mw_orientation_get_profiles (mw_profile_get_orientation (profile));
    case MW_SOURCE_COMPETENCES:
      return mw_competences_get_profiles (mw_profile_get_competences (profile));
    case MW_SOURCE_STRATEGY:
      return mw_strategy_get_profiles (mw_profile_get_strategy (profile));
    default:
      g_return_val_if_reached (MW_PROFILE_SET_ALL);
    }
}

/* The sources to which not all of @set have the same answer. */
static guint8
get_telling_apart (MwProfileSet set)
{
  guint8 sources = 0;

  for (guint source = 0; source < MW_N_SOURCES; source++)
    for (guint profile = 0; profile < MW_N_PROFILES; profile++)
      if ((set & MW_PROFILE_SET_OF (profile)) && (set & ~get_alike ((MwProfile) profile, (MwSource) source)))
        sources |= SOURCE_BIT (source);

  return sources;
}

static void
evaluate_agreement (MwAssessment *assessment, MwProfileSet candidates)
{
  assessment->candidates = candidates;
  assessment->by_questions = candidates;
  assessment->by_checks = candidates;
  assessment->find_out = get_telling_apart (candidates) & (guint8) ~assessment->answered;

  if (!mw_profile_set_is_single (candidates, NULL))
    assessment->agreement = MW_AGREEMENT_OPEN;
  else if ((assessment->answered & QUESTIONS) == QUESTIONS && (assessment->answered & CHECKS) != 0)
    assessment->agreement = MW_AGREEMENT_SETTLED;
  else
    assessment->agreement = MW_AGREEMENT_PROVISIONAL;
}

static void
evaluate_conflict (const MwAnswers *answers, MwAssessment *assessment)
{
  MwProfileSet orientation = mw_orientation_get_profiles (answers->orientation);
  MwProfileSet competences = mw_competences_get_profiles (answers->competences);
  MwProfileSet questions = mw_persistence_get_profiles (answers->persistence) & orientation;
  gboolean competences_fit = (questions & competences) != 0;

  assessment->agreement = MW_AGREEMENT_CONFLICT;
  assessment->by_questions = competences_fit ? questions & competences : questions;

  assessment->by_checks = 0;
  if (assessment->answered & SOURCE_BIT (MW_SOURCE_STRATEGY))
    assessment->by_checks |= mw_strategy_get_profiles (answers->strategy);
  if (!competences_fit)
    assessment->by_checks |= competences & orientation;

  assessment->candidates = assessment->by_questions | assessment->by_checks;
  /* Every answer may be the mistaken one; a check that was not made cannot be. */
  assessment->find_out = get_telling_apart (assessment->candidates) & (QUESTIONS | assessment->answered);
}

void
mw_assessment_evaluate (const MwAnswers *answers, MwAssessment *assessment)
{
  MwProfileSet candidates = MW_PROFILE_SET_ALL;

  g_return_if_fail (answers != NULL);
  g_return_if_fail (assessment != NULL);

  for (guint source = 0; source < MW_N_SOURCES; source++)
    candidates &= mw_answers_get_profiles (answers, (MwSource) source);

  assessment->answered = get_answered (answers);
  if (candidates != 0)
    evaluate_agreement (assessment, candidates);
  else
    evaluate_conflict (answers, assessment);
}

MwProfileSet
mw_answers_get_profiles (const MwAnswers *answers, MwSource source)
{
  g_return_val_if_fail (answers != NULL, MW_PROFILE_SET_ALL);

  switch (source)
    {
    case MW_SOURCE_PERSISTENCE:
      return mw_persistence_get_profiles (answers->persistence);
    case MW_SOURCE_ORIENTATION:
      return mw_orientation_get_profiles (answers->orientation);
    case MW_SOURCE_COMPETENCES:
      return mw_competences_get_profiles (answers->competences);
    case MW_SOURCE_STRATEGY:
      return mw_strategy_get_profiles (answers->strategy);
    default:
      g_return_val_if_reached (MW_PROFILE_SET_ALL);
    }
}
