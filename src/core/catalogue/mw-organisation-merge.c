/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-merge.h"

void
mw_organisation_conflict_free (MwOrganisationConflict *self)
{
  mw_organisation_item_unref (self->mine);
  mw_organisation_item_unref (self->theirs);
  g_free (self);
}

GPtrArray *
mw_organisation_conflict_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mw_organisation_conflict_free);
}

void
mw_organisation_change_free (MwOrganisationChange *self)
{
  g_clear_pointer (&self->before, mw_organisation_item_unref);
  mw_organisation_item_unref (self->after);
  g_free (self);
}

MwChangeKind
mw_organisation_change_get_kind (const MwOrganisationChange *self)
{
  if (mw_organisation_item_is_empty (self->after))
    return MW_CHANGE_REMOVED;

  return self->before && !mw_organisation_item_is_empty (self->before) ? MW_CHANGE_CHANGED : MW_CHANGE_ADDED;
}

/* Returns: (transfer full): the item with the next free number */
static MwOrganisationItem *
renumber (MwOrganisation *organisation, const MwOrganisationItem *item)
{
  g_autofree char *number = mw_organisation_dup_free_number (organisation);
  MwOrganisationItem *copy = mw_organisation_item_copy (item);
  MwIntervention *intervention = mw_intervention_copy (item->intervention);

  g_free (intervention->numbers[0].text);
  intervention->numbers[0].text = g_steal_pointer (&number);
  if (intervention->n_numbers > 1)
    g_clear_pointer (&intervention->numbers[1].text, g_free);
  intervention->n_numbers = 1;
  mw_intervention_unref (copy->intervention);
  copy->intervention = intervention;
  copy->revision++;

  return copy;
}

static gboolean
has_number (const MwIntervention *intervention, const char *number)
{
  for (guint n = 0; n < intervention->n_numbers; n++)
    if (g_str_equal (intervention->numbers[n].text, number))
      return TRUE;

  return FALSE;
}

/* Whether another intervention of one's own has one of the numbers of @item. */
static gboolean
is_number_taken (MwOrganisation *organisation, const MwOrganisationItem *item)
{
  GPtrArray *items = mw_organisation_get_items (organisation);

  for (guint i = 0; item->intervention && i < items->len; i++)
    {
      const MwOrganisationItem *other = g_ptr_array_index (items, i);

      for (guint n = 0; other->intervention && !g_str_equal (other->id, item->id) && n < item->intervention->n_numbers; n++)
        if (has_number (other->intervention, item->intervention->numbers[n].text))
          return TRUE;
    }

  return FALSE;
}

static void
add (MwOrganisation *organisation, MwOrganisationItem *item)
{
  mw_organisation_take (organisation, is_number_taken (organisation, item) ? renumber (organisation, item)
                                                                           : mw_organisation_item_ref (item));
}

/* What the two make of one item. @mine and @theirs are (nullable), but not both. Returns: (transfer none) (nullable) */
static MwOrganisationItem *
merge_item (MwOrganisationItem *base, MwOrganisationItem *mine, MwOrganisationItem *theirs, GPtrArray *conflicts)
{
  MwOrganisationConflict *conflict;

  if (mine && theirs && mw_organisation_item_equal (mine, theirs))
    return mine->revision > theirs->revision ? mine : theirs;
  if (mw_organisation_item_equal (base, mine))
    return theirs;
  if (mw_organisation_item_equal (base, theirs))
    return mine;
  if (!mine || !theirs)
    return mine ? mine : theirs;

  conflict = g_new0 (MwOrganisationConflict, 1);
  conflict->mine = mw_organisation_item_ref (mine);
  conflict->theirs = mw_organisation_item_ref (theirs);
  g_ptr_array_add (conflicts, conflict);

  return theirs;
}

MwOrganisation *
mw_organisation_merge (MwOrganisation *base, MwOrganisation *mine, MwOrganisation *theirs, GPtrArray *conflicts)
{
  MwOrganisation *merged = mw_organisation_new ();
  GPtrArray *their_items = mw_organisation_get_items (theirs);
  GPtrArray *my_items = mw_organisation_get_items (mine);

  /* Theirs first, so that it is mine that gets another number. */
  for (guint i = 0; i < their_items->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (their_items, i);
      MwOrganisationItem *result = merge_item (mw_organisation_lookup (base, item->kind, item->id),
                                               mw_organisation_lookup (mine, item->kind, item->id), item, conflicts);

      if (result)
        add (merged, result);
    }
  for (guint i = 0; i < my_items->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (my_items, i);
      MwOrganisationItem *result;

      if (mw_organisation_lookup (theirs, item->kind, item->id))
        continue;
      result = merge_item (mw_organisation_lookup (base, item->kind, item->id), item, NULL, conflicts);
      if (result)
        add (merged, result);
    }

  return merged;
}

GPtrArray *
mw_organisation_compare (MwOrganisation *self, MwOrganisation *other)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_organisation_change_free);
  GPtrArray *items = mw_organisation_get_items (other);

  for (guint i = 0; i < items->len; i++)
    {
      MwOrganisationItem *after = g_ptr_array_index (items, i);
      MwOrganisationItem *before = mw_organisation_lookup (self, after->kind, after->id);
      MwOrganisationChange *change;

      if (mw_organisation_item_equal (before, after)
          || (mw_organisation_item_is_empty (after) && (!before || mw_organisation_item_is_empty (before))))
        continue;
      change = g_new0 (MwOrganisationChange, 1);
      change->before = before ? mw_organisation_item_ref (before) : NULL;
      change->after = mw_organisation_item_ref (after);
      change->older = before && after->modified < before->modified;
      g_ptr_array_add (changes, change);
    }

  return changes;
}

MwOrganisation *
mw_organisation_take_over (MwOrganisation *self, GPtrArray *items)
{
  g_autoptr (MwOrganisation) empty = mw_organisation_new ();
  g_autoptr (GPtrArray) conflicts = mw_organisation_conflict_list_new ();
  MwOrganisation *result = mw_organisation_merge (empty, self, self, conflicts);

  for (guint i = 0; i < items->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (items, i);
      MwOrganisationItem *before = mw_organisation_lookup (self, item->kind, item->id);
      g_autoptr (MwOrganisationItem) taken = mw_organisation_item_copy (item);

      /* More than either, so that it is seen as a change by who has either. */
      taken->revision = MAX (before ? before->revision : 0, item->revision) + 1;
      add (result, taken);
    }

  return result;
}

/* No newer than what it takes the place of, so that it can be taken over again. Returns: (transfer full): @before (nullable), or
 * nothing in its place, as a change of @after */
static MwOrganisationItem *
new_restored (MwOrganisationItem *before, const MwOrganisationItem *after)
{
  MwOrganisationItem *item;

  if (before)
    item = mw_organisation_item_copy (before);
  else if (after->kind == MW_ITEM_OWN)
    item = mw_organisation_item_new_own (after->id, NULL);
  else
    item = mw_organisation_item_new_offer (after->id, after->name, MW_OFFER_UNKNOWN);
  item->revision = after->revision + 1;
  item->modified = before ? before->modified : after->modified;

  return item;
}

MwOrganisation *
mw_organisation_go_back (MwOrganisation *self, MwOrganisation *before, MwOrganisation *after, guint *n_kept)
{
  MwOrganisation *result = mw_organisation_new ();
  GPtrArray *items = mw_organisation_get_items (self);
  GPtrArray *taken = mw_organisation_get_items (after);

  *n_kept = 0;
  for (guint i = 0; i < items->len; i++)
    mw_organisation_take (result, mw_organisation_item_ref (g_ptr_array_index (items, i)));
  for (guint i = 0; i < taken->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (taken, i);
      MwOrganisationItem *was = mw_organisation_lookup (before, item->kind, item->id);

      if (mw_organisation_item_equal (was, item))
        continue;
      if (mw_organisation_item_equal (mw_organisation_lookup (self, item->kind, item->id), item))
        mw_organisation_take (result, new_restored (was, item));
      else
        (*n_kept)++;
    }

  return result;
}
