/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-search-rows.h"

#include <string.h>

MwSearchRows *
mw_search_rows_new (guint n_rows)
{
  MwSearchRows *self = g_new0 (MwSearchRows, 1);

  self->n_rows = n_rows;
  self->ranks = g_malloc (n_rows);
  memset (self->ranks, MW_SEARCH_ROWS_NONE, n_rows);
  self->places = g_malloc0 (n_rows);

  return self;
}

void
mw_search_rows_free (MwSearchRows *self)
{
  g_free (self->ranks);
  g_free (self->places);
  g_free (self);
}

/* Of where it stands, then of how it was found. */
static guint8
get_rank (guint8 places, guint how)
{
  guint where = 3;

  if (places & (MW_PLACE_NUMBER | MW_PLACES_NAME))
    where = 0;
  else if (places & MW_PLACE_ALIAS)
    where = 1;
  else if (places & MW_PLACES_SUMMARY)
    where = 2;

  return (guint8) (where * MW_SEARCH_N_HOWS + how);
}

void
mw_search_rows_add (MwSearchRows *self, guint rowid, guint8 places, guint how, guint extra)
{
  guint8 rank = (guint8) (get_rank (places, how) + extra);

  if (rowid >= self->n_rows)
    return;

  self->ranks[rowid] = MIN (self->ranks[rowid], rank);
  self->places[rowid] |= places;
}

gboolean
mw_search_rows_are_empty (const MwSearchRows *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->ranks[i] != MW_SEARCH_ROWS_NONE)
      return FALSE;

  return TRUE;
}

void
mw_search_rows_intersect (MwSearchRows *self, const MwSearchRows *other, gboolean phrase)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint8 common = self->places[i] & other->places[i] & (guint8) ~MW_PLACES_TEXT;

      if (self->ranks[i] == MW_SEARCH_ROWS_NONE || other->ranks[i] == MW_SEARCH_ROWS_NONE || (phrase && !common))
        {
          self->ranks[i] = MW_SEARCH_ROWS_NONE;
          self->places[i] = 0;
          continue;
        }
      self->ranks[i] = phrase ? get_rank (common, MW_SEARCH_HOW_SYNONYM) : MAX (self->ranks[i], other->ranks[i]);
      self->places[i] = phrase ? common : self->places[i] | other->places[i];
    }
}

gboolean
mw_search_rows_unite (MwSearchRows *self, const MwSearchRows *other)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_rows; i++)
    if (other->ranks[i] != MW_SEARCH_ROWS_NONE)
      {
        self->ranks[i] = MIN (self->ranks[i], other->ranks[i]);
        self->places[i] |= other->places[i];
        any = TRUE;
      }

  return any;
}
