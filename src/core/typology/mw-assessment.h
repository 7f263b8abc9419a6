/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-typology.h"

G_BEGIN_DECLS

/* From the adviser's answers to the profiles that they leave. Two questions order the client; the social competences
 * and the survival strategy check those two answers. An aid to a professional's judgement, not a diagnosis: the
 * result never drops an answer, it says which answers point where. */

typedef enum
{
  MW_SOURCE_PERSISTENCE,
  MW_SOURCE_ORIENTATION,
  MW_SOURCE_COMPETENCES,
  MW_SOURCE_STRATEGY,
} MwSource;
#define MW_N_SOURCES 4

typedef struct
{
  MwPersistence persistence;
  MwOrientation orientation;
  MwCompetences competences;
  MwStrategy strategy;
} MwAnswers;

/**
 * MwAgreement:
 * @MW_AGREEMENT_OPEN: nothing contradicts, several profiles are left
 * @MW_AGREEMENT_PROVISIONAL: one profile is left, but one of the two questions is open or neither check is answered
 * @MW_AGREEMENT_SETTLED: both questions and at least one check are answered and name one and the same profile
 * @MW_AGREEMENT_CONFLICT: the answers contradict one another
 */
typedef enum
{
  MW_AGREEMENT_OPEN,
  MW_AGREEMENT_PROVISIONAL,
  MW_AGREEMENT_SETTLED,
  MW_AGREEMENT_CONFLICT,
} MwAgreement;

/**
 * MwAssessment:
 * @candidates: the profiles to reckon with; never empty. Without conflict, those that fit every answer. With a
 *   conflict, @by_questions together with @by_checks
 * @by_questions: with a conflict: the profiles that persistence and orientation leave, narrowed by the competences
 *   where those leave any of them; else the same as @candidates
 * @by_checks: with a conflict: the profile of the strategy, and where no profile of the two questions goes with the
 *   competences those of the competences' row within the orientation; else the same as @candidates
 * @answered: bit n: source n was answered with more than "not clear yet"
 * @find_out: bit n: source n tells the candidates apart and is worth asking about at the next visit. Without conflict:
 *   the sources that are not answered and whose answer would leave fewer candidates. With a conflict: persistence when
 *   the candidates differ in row, orientation when they differ in column, competences when answered and the candidates
 *   differ in row, strategy when answered
 */
typedef struct
{
  MwAgreement agreement;
  MwProfileSet candidates;
  MwProfileSet by_questions;
  MwProfileSet by_checks;
  guint8 answered;
  guint8 find_out;
} MwAssessment;

/* @answers: the answers; @assessment: (out) */
void mw_assessment_evaluate (const MwAnswers *answers, MwAssessment *assessment);

/* The profiles that the answer to @source leaves; all of them when it says nothing. */
MwProfileSet mw_answers_get_profiles (const MwAnswers *answers, MwSource source);

G_END_DECLS
