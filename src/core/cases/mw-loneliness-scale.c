/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-loneliness-scale.h"

#define MAX_MISSING 1

/* The highest total of each band; a band that ends where the one before does is not there. */
static const guint last_of_band[2][MW_N_SCORE_BANDS] = { { 1, 4, 6, 6 }, { 2, 8, 10, 11 } };

static const guint *
get_bands (guint items)
{
  return last_of_band[items == MW_SCALE_LONG];
}

gboolean
mw_scale_get_band_limits (guint items, MwScoreBand band, guint *first, guint *last)
{
  const guint *bands = get_bands (items);

  g_return_val_if_fail (band < MW_N_SCORE_BANDS, FALSE);

  *first = band > MW_SCORE_BAND_NOT ? bands[band - 1] + 1 : 0;
  *last = bands[band];
  return *first <= *last;
}

MwScoreBand
mw_scale_get_band (guint items, guint total)
{
  const guint *bands = get_bands (items);
  MwScoreBand band = MW_SCORE_BAND_NOT;

  while (band + 1 < MW_N_SCORE_BANDS && total > bands[band])
    band++;
  return band;
}

/* The parts are known. Which part has the missing answers is not: together they cannot have more points than answers. */
static gboolean
is_possible (const MwScore *self)
{
  return mw_score_is_valid (self) && self->emotional + self->social + self->missing <= self->items;
}

MwScoreValidity
mw_score_check (const MwScore *self)
{
  if (self->items != MW_SCALE_SHORT && self->items != MW_SCALE_LONG)
    return MW_SCORE_IMPOSSIBLE;
  if (self->emotional < 0 && self->social < 0)
    return MW_SCORE_EMPTY;
  if (self->emotional < 0 || self->social < 0)
    return MW_SCORE_INCOMPLETE;
  if (!is_possible (self))
    return MW_SCORE_IMPOSSIBLE;
  return self->missing > MAX_MISSING ? MW_SCORE_TOO_MANY_MISSING : MW_SCORE_VALID;
}

gboolean
mw_score_has_valid_parts (const MwScore *self)
{
  return self->missing == 0 && mw_score_check (self) == MW_SCORE_VALID;
}

int
mw_score_get_total (const MwScore *self)
{
  return mw_score_check (self) == MW_SCORE_VALID ? self->emotional + self->social : -1;
}
