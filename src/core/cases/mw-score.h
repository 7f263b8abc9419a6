/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A score on the loneliness scale of De Jong Gierveld, as it was entered. */

#define MW_SCORE_UNKNOWN (-1)

typedef struct
{
  guint32 day;   /* a GDate's Julian day, 0 when it is not known */
  guint8 items;  /* 6 or 11 */
  gint8 emotional; /* 0 to 3 of 6 items, 0 to 6 of 11; MW_SCORE_UNKNOWN */
  gint8 social;    /* 0 to 3 of 6 items, 0 to 5 of 11; MW_SCORE_UNKNOWN */
  guint8 missing;  /* answers that are missing */
} MwScore;

/* Whether there is such a scale, and no number on it is out of reach. */
gboolean mw_score_is_valid (const MwScore *self);

/* What the parts can be at most; 0 when there is no scale of so many items. */
gint8 mw_score_get_emotional_max (guint8 items);
gint8 mw_score_get_social_max (guint8 items);

/* A list of scores is ordered by day; of one day the one that was added first comes first.
 * Returns: (transfer full) (element-type MwScore) */
GPtrArray *mw_scores_new (void);

/* @score: copied. Returns: (transfer none): the copy, in its place in @scores */
MwScore *mw_scores_add (GPtrArray *scores, const MwScore *score);

/* To be called when a day was changed. */
void mw_scores_sort (GPtrArray *scores);

G_END_DECLS
