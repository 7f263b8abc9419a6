/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loneliness scale, for every score that can be written down. The tables are written out here, not computed. */
#include "config.h"

#include "mw-loneliness-scale.h"

/* n, m, s, v: not, moderately, strongly, very strongly lonely, by total. */
static const char bands_of_short[] = "nnmmmss";
static const char bands_of_long[] = "nnnmmmmmmssv";

static MwScoreBand
band_of (char letter)
{
  switch (letter)
    {
    case 'n':
      return MW_SCORE_BAND_NOT;
    case 'm':
      return MW_SCORE_BAND_MODERATE;
    case 's':
      return MW_SCORE_BAND_STRONG;
    case 'v':
      return MW_SCORE_BAND_VERY_STRONG;
    default:
      g_assert_not_reached ();
    }
}

static void
assert_bands (guint items, const char *expected)
{
  for (guint total = 0; total <= items; total++)
    g_assert_cmpint (mw_scale_get_band (items, total), ==, band_of (expected[total]));
  g_assert_cmpint (expected[items + 1], ==, '\0');
}

static void
test_cut_off_points (void)
{
  assert_bands (MW_SCALE_SHORT, bands_of_short);
  assert_bands (MW_SCALE_LONG, bands_of_long);
}

static void
assert_limits (guint items, const char *expected)
{
  for (MwScoreBand band = 0; band < MW_N_SCORE_BANDS; band++)
    {
      guint first = 99, last = 99, n = 0;
      gboolean there = mw_scale_get_band_limits (items, band, &first, &last);

      for (guint total = 0; total <= items; total++)
        if (band_of (expected[total]) == band)
          {
            g_assert_true (there && first <= total && total <= last);
            n++;
          }
      g_assert_cmpint (there, ==, n > 0);
      if (there)
        g_assert_cmpuint (last - first + 1, ==, n);
    }
}

static void
test_limits (void)
{
  assert_limits (MW_SCALE_SHORT, bands_of_short);
  assert_limits (MW_SCALE_LONG, bands_of_long);
  g_assert_cmpint (mw_score_get_emotional_max (MW_SCALE_SHORT), ==, 3);
  g_assert_cmpint (mw_score_get_social_max (MW_SCALE_SHORT), ==, 3);
  g_assert_cmpint (mw_score_get_emotional_max (MW_SCALE_LONG), ==, 6);
  g_assert_cmpint (mw_score_get_social_max (MW_SCALE_LONG), ==, 5);
}

/* Whether some way to answer gives this score: each answer scores, does not, or is missing. */
static gboolean
can_be (int n_emotional, int n_social, int emotional, int social, int missing)
{
  for (int missing_emotional = 0; missing_emotional <= MIN (missing, n_emotional); missing_emotional++)
    if (missing - missing_emotional <= n_social && emotional + missing_emotional <= n_emotional
        && social + missing - missing_emotional <= n_social)
      return TRUE;

  return FALSE;
}

static MwScoreValidity
expect (guint items, int emotional, int social, int missing)
{
  int n_emotional = items == 6 ? 3 : 6, n_social = items == 6 ? 3 : 5;

  if (items != 6 && items != 11)
    return MW_SCORE_IMPOSSIBLE;
  if (emotional < 0 || social < 0)
    return emotional < 0 && social < 0 ? MW_SCORE_EMPTY : MW_SCORE_INCOMPLETE;
  if (!can_be (n_emotional, n_social, emotional, social, missing))
    return MW_SCORE_IMPOSSIBLE;
  return missing > 1 ? MW_SCORE_TOO_MANY_MISSING : MW_SCORE_VALID;
}

static void
assert_score (guint items, int emotional, int social, int missing)
{
  MwScore score = { 1, (guint8) items, (gint8) emotional, (gint8) social, (guint8) missing };
  MwScoreValidity expected = expect (items, emotional, social, missing);

  g_assert_cmpint (mw_score_check (&score), ==, expected);
  g_assert_cmpint (mw_score_get_total (&score), ==, expected == MW_SCORE_VALID ? emotional + social : -1);
  g_assert_cmpint (mw_score_has_valid_parts (&score), ==, expected == MW_SCORE_VALID && missing == 0);
}

static void
test_every_score (void)
{
  for (guint items = 0; items < 20; items++)
    for (int emotional = -2; emotional <= 13; emotional++)
      for (int social = -2; social <= 13; social++)
        for (int missing = 0; missing <= 14; missing++)
          assert_score (items, emotional, social, missing);
}

/* A record may hold any number that fits. */
static void
test_extremes (void)
{
  static const int numbers[] = { G_MININT8, -1, 0, 1, G_MAXINT8 };

  for (guint e = 0; e < G_N_ELEMENTS (numbers); e++)
    for (guint s = 0; s < G_N_ELEMENTS (numbers); s++)
      for (int missing = 0; missing <= G_MAXUINT8; missing++)
        {
          assert_score (6, numbers[e], numbers[s], missing);
          assert_score (11, numbers[e], numbers[s], missing);
          assert_score (255, numbers[e], numbers[s], missing);
        }
}

/* The words of the publication's own rules, one by one. */
static void
test_known_scores (void)
{
  MwScore five = { 1, 6, 3, 2, 0 };
  MwScore one_missing = { 1, 6, 3, 2, 1 };
  MwScore two_missing = { 1, 6, 2, 2, 2 };
  MwScore full = { 1, 11, 6, 5, 0 };
  MwScore too_full = { 1, 6, 3, 3, 1 };

  g_assert_cmpint (mw_score_get_total (&five), ==, 5);
  g_assert_cmpint (mw_scale_get_band (6, 5), ==, MW_SCORE_BAND_STRONG);
  g_assert_cmpint (mw_score_get_total (&one_missing), ==, 5);
  g_assert_false (mw_score_has_valid_parts (&one_missing));
  g_assert_cmpint (mw_score_check (&two_missing), ==, MW_SCORE_TOO_MANY_MISSING);
  g_assert_cmpint (mw_score_get_total (&full), ==, 11);
  g_assert_cmpint (mw_scale_get_band (11, 11), ==, MW_SCORE_BAND_VERY_STRONG);
  g_assert_cmpint (mw_score_check (&too_full), ==, MW_SCORE_IMPOSSIBLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loneliness-scale/cut-off-points", test_cut_off_points);
  g_test_add_func ("/loneliness-scale/limits", test_limits);
  g_test_add_func ("/loneliness-scale/every-score", test_every_score);
  g_test_add_func ("/loneliness-scale/extremes", test_extremes);
  g_test_add_func ("/loneliness-scale/known-scores", test_known_scores);

  return g_test_run ();
}
