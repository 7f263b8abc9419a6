/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-loneliness-scale.h"

G_BEGIN_DECLS

/* Scores on the loneliness scale in words, in the present language of the interface. Constant strings are (transfer none). Main
 * thread only. */

/* What stands by every score: that it is no diagnosis. */
const char *mw_score_words_get_caution (void);

/* @items: of the scale. Such as "6-item scale" */
const char *mw_score_words_get_scale (guint items);

/* The same as the title of a chart. */
const char *mw_score_words_get_title (guint items);

/* Such as "strongly lonely"; and the same in a word. */
const char *mw_score_words_get_band (MwScoreBand band);
const char *mw_score_words_get_short_band (MwScoreBand band);

/* What a score comes to, or why it comes to nothing. Returns: (transfer full) */
char *mw_score_words_dup_result (const MwScore *score);

/* The valid totals over time, by scale, in sentences. @scores: (element-type MwScore): ordered by day.
 * Returns: (transfer full): "" when there are none */
char *mw_score_words_dup_course (GPtrArray *scores);

/* A day as it stands under a small chart, in two lines, such as "24 Nov" and "2026". Returns: (transfer full) */
char *mw_score_words_dup_day (guint32 day);

G_END_DECLS
