/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-score.h"

G_BEGIN_DECLS

/* What a score on the loneliness scale of De Jong Gierveld means. Pure; any thread. The scale's own sentences are not here: it
 * is asked elsewhere, and its scores are entered.
 *
 * The rules are those of J. de Jong Gierveld and T.G. van Tilburg, "Manual of the Loneliness Scale" (Vrije Universiteit Amsterdam,
 * 1999, ISBN 90-9012523-X, with its updates to 2022): of both scales a part is valid only without a missing answer, and the total
 * with at most one. The cut-off points are from the same, and from T.G. van Tilburg and J. de Jong Gierveld, "Cesuurbepaling van de
 * eenzaamheidsschaal" (Tijdschrift voor Gerontologie en Geriatrie 30, 1999).
 *
 * It was made for research among many people. Of one person it is something to talk about, not a diagnosis. */

#define MW_SCALE_SHORT 6
#define MW_SCALE_LONG 11

/* What a total is called, by the cut-off points. Only the long scale has very strong loneliness. */
typedef enum
{
  MW_SCORE_BAND_NOT,
  MW_SCORE_BAND_MODERATE,
  MW_SCORE_BAND_STRONG,
  MW_SCORE_BAND_VERY_STRONG,
} MwScoreBand;
#define MW_N_SCORE_BANDS 4

/**
 * MwScoreValidity:
 * @MW_SCORE_VALID: there is a total
 * @MW_SCORE_EMPTY: neither part was entered
 * @MW_SCORE_INCOMPLETE: one of the parts was not entered
 * @MW_SCORE_TOO_MANY_MISSING: more than one answer is missing
 * @MW_SCORE_IMPOSSIBLE: no such scale, or more points than there are answers to give them
 */
typedef enum
{
  MW_SCORE_VALID,
  MW_SCORE_EMPTY,
  MW_SCORE_INCOMPLETE,
  MW_SCORE_TOO_MANY_MISSING,
  MW_SCORE_IMPOSSIBLE,
} MwScoreValidity;

/* @items: MW_SCALE_SHORT or MW_SCALE_LONG. The totals of a band. Returns: whether the scale has that band; then @first and @last are (out) */
gboolean mw_scale_get_band_limits (guint items, MwScoreBand band, guint *first, guint *last);

/* @total: of a valid score */
MwScoreBand mw_scale_get_band (guint items, guint total);

MwScoreValidity mw_score_check (const MwScore *self);

/* Whether each part means something by itself: with an answer missing only the total does. */
gboolean mw_score_has_valid_parts (const MwScore *self);

/* Returns: the total, -1 unless it is valid */
int mw_score_get_total (const MwScore *self);

G_END_DECLS
