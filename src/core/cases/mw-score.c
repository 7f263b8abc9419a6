/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-score.h"

gint8
mw_score_get_emotional_max (guint8 items)
{
  return items == 6 ? 3 : items == 11 ? 6 : 0;
}

gint8
mw_score_get_social_max (guint8 items)
{
  return items == 6 ? 3 : items == 11 ? 5 : 0;
}

gboolean
mw_score_is_valid (const MwScore *self)
{
  return (self->items == 6 || self->items == 11) && self->emotional >= MW_SCORE_UNKNOWN
         && self->emotional <= mw_score_get_emotional_max (self->items) && self->social >= MW_SCORE_UNKNOWN
         && self->social <= mw_score_get_social_max (self->items) && self->missing <= self->items;
}

GPtrArray *
mw_scores_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

MwScore *
mw_scores_add (GPtrArray *scores, const MwScore *score)
{
  MwScore *copy = g_memdup2 (score, sizeof *score);
  guint place = scores->len;

  while (place > 0 && ((MwScore *) g_ptr_array_index (scores, place - 1))->day > copy->day)
    place--;
  g_ptr_array_insert (scores, (int) place, copy);
  return copy;
}

/* By insertion: the list is short, and what is of one day keeps its order. */
void
mw_scores_sort (GPtrArray *scores)
{
  for (guint i = 1; i < scores->len; i++)
    {
      MwScore *moved = scores->pdata[i];
      guint place = i;

      for (; place > 0 && ((MwScore *) scores->pdata[place - 1])->day > moved->day; place--)
        scores->pdata[place] = scores->pdata[place - 1];
      scores->pdata[place] = moved;
    }
}
