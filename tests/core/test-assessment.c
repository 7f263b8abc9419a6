/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-assessment.h"

/* Answers by source, 0 and 1 saying nothing. The oracle asks of each of the eight profiles, told by its row and its
 * column, whether it goes with them; it shares neither tables nor sets with the program. */

typedef int Numbers[MW_N_SOURCES];

static const int n_values[MW_N_SOURCES] = { 6, 4, 6, 10 };

static void
answers_from_numbers (const Numbers numbers, MwAnswers *answers)
{
  answers->persistence = (MwPersistence) numbers[0];
  answers->orientation = (MwOrientation) numbers[1];
  answers->competences = (MwCompetences) numbers[2];
  answers->strategy = (MwStrategy) numbers[3];
}

static void
evaluate (const Numbers numbers, MwAssessment *assessment)
{
  MwAnswers answers;

  answers_from_numbers (numbers, &answers);
  mw_assessment_evaluate (&answers, assessment);
}

static gboolean
next (Numbers numbers)
{
  for (int source = 0; source < MW_N_SOURCES; source++)
    {
      if (++numbers[source] < n_values[source])
        return TRUE;
      numbers[source] = 0;
    }

  return FALSE;
}

static gboolean
fits (int profile, const Numbers numbers, int source)
{
  int row = profile / 2, column = profile % 2;
  const Numbers own = { 2 + row, 2 + column, 2 + row, 2 + profile };

  return numbers[source] < 2 || numbers[source] == own[source];
}

static gboolean
fits_questions (int profile, const Numbers numbers)
{
  return fits (profile, numbers, 0) && fits (profile, numbers, 1);
}

static gboolean
fits_all (int profile, const Numbers numbers)
{
  return fits_questions (profile, numbers) && fits (profile, numbers, 2) && fits (profile, numbers, 3);
}

static int
count_fitting (const Numbers numbers)
{
  int count = 0;

  for (int profile = 0; profile < 8; profile++)
    count += fits_all (profile, numbers);

  return count;
}

/* Whether some answer to @source would leave fewer candidates, but not none. */
static gboolean
would_narrow (const Numbers numbers, int source)
{
  for (int value = 2; value < n_values[source]; value++)
    {
      Numbers more = { numbers[0], numbers[1], numbers[2], numbers[3] };
      int left;

      more[source] = value;
      left = count_fitting (more);
      if (left > 0 && left < count_fitting (numbers))
        return TRUE;
    }

  return FALSE;
}

static void
predict_agreement (const Numbers numbers, MwAssessment *expected)
{
  gboolean questions = numbers[0] > 1 && numbers[1] > 1;
  gboolean checks = numbers[2] > 1 || numbers[3] > 1;

  for (int profile = 0; profile < 8; profile++)
    if (fits_all (profile, numbers))
      expected->candidates |= 1 << profile;
  expected->by_questions = expected->by_checks = expected->candidates;

  for (int source = 0; source < MW_N_SOURCES; source++)
    if (numbers[source] < 2 && would_narrow (numbers, source))
      expected->find_out |= 1 << source;

  if (count_fitting (numbers) > 1)
    expected->agreement = MW_AGREEMENT_OPEN;
  else
    expected->agreement = questions && checks ? MW_AGREEMENT_SETTLED : MW_AGREEMENT_PROVISIONAL;
}

static void
predict_conflict_sets (const Numbers numbers, MwAssessment *expected)
{
  gboolean competences_fit = FALSE;

  for (int profile = 0; profile < 8; profile++)
    if (fits_questions (profile, numbers) && fits (profile, numbers, 2))
      competences_fit = TRUE;

  for (int profile = 0; profile < 8; profile++)
    {
      if (fits_questions (profile, numbers) && (fits (profile, numbers, 2) || !competences_fit))
        expected->by_questions |= 1 << profile;
      if (numbers[3] == 2 + profile)
        expected->by_checks |= 1 << profile;
      if (!competences_fit && fits (profile, numbers, 2) && fits (profile, numbers, 1))
        expected->by_checks |= 1 << profile;
    }
  expected->candidates = expected->by_questions | expected->by_checks;
}

static void
predict_conflict (const Numbers numbers, MwAssessment *expected)
{
  gboolean rows = FALSE, columns = FALSE;

  expected->agreement = MW_AGREEMENT_CONFLICT;
  predict_conflict_sets (numbers, expected);

  for (int a = 0; a < 8; a++)
    for (int b = 0; b < 8; b++)
      if ((expected->candidates >> a & 1) && (expected->candidates >> b & 1))
        {
          rows |= a / 2 != b / 2;
          columns |= a % 2 != b % 2;
        }

  expected->find_out = (guint8) (rows << 0 | columns << 1 | (rows && numbers[2] > 1) << 2 | (numbers[3] > 1) << 3);
}

static void
predict (const Numbers numbers, MwAssessment *expected)
{
  *expected = (MwAssessment){ 0 };
  for (int source = 0; source < MW_N_SOURCES; source++)
    if (numbers[source] > 1)
      expected->answered |= 1 << source;

  if (count_fitting (numbers) > 0)
    predict_agreement (numbers, expected);
  else
    predict_conflict (numbers, expected);
}

static void
assert_equal (const MwAssessment *actual, const MwAssessment *expected)
{
  g_assert_cmpint (actual->agreement, ==, expected->agreement);
  g_assert_cmphex (actual->candidates, ==, expected->candidates);
  g_assert_cmphex (actual->by_questions, ==, expected->by_questions);
  g_assert_cmphex (actual->by_checks, ==, expected->by_checks);
  g_assert_cmphex (actual->answered, ==, expected->answered);
  g_assert_cmphex (actual->find_out, ==, expected->find_out);
}

static void
test_oracle (void)
{
  Numbers numbers = { 0 };
  int n = 0;

  do
    {
      MwAssessment actual, expected;

      evaluate (numbers, &actual);
      predict (numbers, &expected);
      assert_equal (&actual, &expected);
      n++;
    }
  while (next (numbers));

  g_assert_cmpint (n, ==, 6 * 4 * 6 * 10);
}

static void
test_invariants (void)
{
  Numbers numbers = { 0 };

  do
    {
      MwAssessment a;

      evaluate (numbers, &a);
      g_assert_cmphex (a.candidates, !=, 0);
      g_assert_cmphex (a.by_questions, !=, 0);
      g_assert_cmphex (a.by_checks, !=, 0);
      g_assert_cmphex (a.candidates, ==, a.by_questions | a.by_checks);

      if (a.agreement == MW_AGREEMENT_SETTLED)
        g_assert_true (numbers[0] > 1 && numbers[1] > 1 && (numbers[2] > 1 || numbers[3] > 1));
      if (a.agreement == MW_AGREEMENT_SETTLED || a.agreement == MW_AGREEMENT_PROVISIONAL)
        g_assert_true (mw_profile_set_is_single (a.candidates, NULL));
      else
        g_assert_cmpuint (mw_profile_set_count (a.candidates), >, 1);
      if (a.agreement == MW_AGREEMENT_CONFLICT)
        g_assert_true (a.by_questions != a.by_checks && a.find_out != 0);
    }
  while (next (numbers));
}

/* "Not clear yet" counts as "not answered" everywhere. */
static void
test_unclear (void)
{
  Numbers numbers = { 0 };

  do
    {
      Numbers other = { 0 };
      MwAssessment a, b;

      for (int source = 0; source < MW_N_SOURCES; source++)
        other[source] = numbers[source] == 1 ? 0 : numbers[source];
      evaluate (numbers, &a);
      evaluate (other, &b);
      assert_equal (&a, &b);
    }
  while (next (numbers));
}

/* One more answer leaves fewer candidates or as many, or contradicts. */
static void
test_narrowing (void)
{
  Numbers numbers = { 0 };

  do
    for (int source = 0; source < MW_N_SOURCES; source++)
      for (int value = 2; numbers[source] < 2 && value < n_values[source]; value++)
        {
          Numbers more = { numbers[0], numbers[1], numbers[2], numbers[3] };
          MwAssessment before, after;

          more[source] = value;
          evaluate (numbers, &before);
          evaluate (more, &after);
          if (before.agreement == MW_AGREEMENT_CONFLICT)
            g_assert_cmpint (after.agreement, ==, MW_AGREEMENT_CONFLICT);
          else if (after.agreement != MW_AGREEMENT_CONFLICT)
            g_assert_cmphex (after.candidates & ~before.candidates, ==, 0);
        }
  while (next (numbers));
}

/* Gives the answers in the order of @order, with an evaluation after each. */
static void
answer_in_order (const Numbers numbers, const Numbers order, MwAssessment *assessment)
{
  Numbers so_far = { 0 };
  MwProfileSet left = MW_PROFILE_SET_ALL;
  MwAnswers answers;

  for (int i = 0; i < MW_N_SOURCES; i++)
    {
      so_far[order[i]] = numbers[order[i]];
      evaluate (so_far, assessment);
      answers_from_numbers (so_far, &answers);
      left &= mw_answers_get_profiles (&answers, (MwSource) order[i]);
      if (left != 0)
        g_assert_cmphex (assessment->candidates, ==, left);
      g_assert_cmpint (assessment->agreement == MW_AGREEMENT_CONFLICT, ==, left == 0);
    }
}

static void
test_order (void)
{
  Numbers numbers = { 0 };

  do
    for (int code = 0; code < 256; code++)
      {
        const Numbers order = { code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 };
        MwAssessment at_once, in_order;

        if ((1 << order[0] | 1 << order[1] | 1 << order[2] | 1 << order[3]) != 15)
          continue;
        evaluate (numbers, &at_once);
        answer_in_order (numbers, order, &in_order);
        assert_equal (&in_order, &at_once);
      }
  while (next (numbers));
}

#define P(name) MW_PROFILE_SET_OF (MW_PROFILE_##name)
#define SOURCE(name) (1 << MW_SOURCE_##name)
#define STRATEGY(name) (MW_STRATEGY_FIRST + MW_PROFILE_##name)

static void
check (const MwAnswers answers, const MwAssessment expected)
{
  MwAssessment actual;

  mw_assessment_evaluate (&answers, &actual);
  assert_equal (&actual, &expected);
}

static void
test_without_conflict (void)
{
  check ((MwAnswers){ 0 }, (MwAssessment){ MW_AGREEMENT_OPEN, 0xff, 0xff, 0xff, 0, 15 });

  /* Meneer G. of the publication. */
  check ((MwAnswers){ MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED,
                      STRATEGY (ACHTERBLIJVERS) },
         (MwAssessment){ MW_AGREEMENT_SETTLED, P (ACHTERBLIJVERS), P (ACHTERBLIJVERS), P (ACHTERBLIJVERS), 15, 0 });

  /* Both questions alone are provisional: nothing has checked them. */
  check ((MwAnswers){ MW_PERSISTENCE_COMPLEX, MW_ORIENTATION_NOT_ORIENTED, MW_COMPETENCES_UNCLEAR, 0 },
         (MwAssessment){ MW_AGREEMENT_PROVISIONAL, P (OVERLEVERS), P (OVERLEVERS), P (OVERLEVERS), 3, 0 });

  /* So are checks alone. */
  check ((MwAnswers){ 0, 0, MW_COMPETENCES_FUNCTIONAL, STRATEGY (COMPENSEERDERS) },
         (MwAssessment){ MW_AGREEMENT_PROVISIONAL, P (COMPENSEERDERS), P (COMPENSEERDERS), P (COMPENSEERDERS), 12, 0 });

  /* One row is left: the competences would add nothing, orientation and strategy would. */
  check ((MwAnswers){ MW_PERSISTENCE_IMPENDING, 0, 0, 0 },
         (MwAssessment){ MW_AGREEMENT_OPEN, 0x03, 0x03, 0x03, SOURCE (PERSISTENCE),
                         SOURCE (ORIENTATION) | SOURCE (STRATEGY) });
}

static void
test_conflict (void)
{
  MwProfileSet both;

  /* The competences point to another row of the same column. */
  both = P (ACHTERBLIJVERS) | P (ACTIEVEN);
  check ((MwAnswers){ MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_SUFFICIENT, 0 },
         (MwAssessment){ MW_AGREEMENT_CONFLICT, both, P (ACHTERBLIJVERS), P (ACTIEVEN), 7,
                         SOURCE (PERSISTENCE) | SOURCE (COMPETENCES) });

  /* The strategy points to the other column: the row is not in doubt, nor are the competences. */
  both = P (ACHTERBLIJVERS) | P (AFHANKELIJKEN);
  check ((MwAnswers){ MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED,
                      STRATEGY (AFHANKELIJKEN) },
         (MwAssessment){ MW_AGREEMENT_CONFLICT, both, P (ACHTERBLIJVERS), P (AFHANKELIJKEN), 15,
                         SOURCE (ORIENTATION) | SOURCE (STRATEGY) });

  /* Every answer points elsewhere. */
  check ((MwAnswers){ MW_PERSISTENCE_IMPENDING, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_DEFICIENT,
                      STRATEGY (BUITENSTAANDERS) },
         (MwAssessment){ MW_AGREEMENT_CONFLICT, P (ACTIEVEN) | P (HOOPVOLLEN) | P (BUITENSTAANDERS), P (ACTIEVEN),
                         P (HOOPVOLLEN) | P (BUITENSTAANDERS), 15, 15 });

  /* One question is open: its two columns stay. */
  check ((MwAnswers){ MW_PERSISTENCE_SITUATIONAL, 0, MW_COMPETENCES_FUNCTIONAL, 0 },
         (MwAssessment){ MW_AGREEMENT_CONFLICT, 0x3c, 0x0c, 0x30, 5,
                         SOURCE (PERSISTENCE) | SOURCE (ORIENTATION) | SOURCE (COMPETENCES) });
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment/oracle", test_oracle);
  g_test_add_func ("/assessment/invariants", test_invariants);
  g_test_add_func ("/assessment/unclear", test_unclear);
  g_test_add_func ("/assessment/narrowing", test_narrowing);
  g_test_add_func ("/assessment/order", test_order);
  g_test_add_func ("/assessment/without-conflict", test_without_conflict);
  g_test_add_func ("/assessment/conflict", test_conflict);

  return g_test_run ();
}
