/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation.h"

#define OWN_NUMBERS "L."

struct _MwOrganisation
{
  gatomicrefcount refs;
  GPtrArray *items; /* of MwOrganisationItem, ordered */
};

G_DEFINE_BOXED_TYPE (MwOrganisation, mw_organisation, mw_organisation_ref, mw_organisation_unref)

/* Returns: whether it is there; @position: where it is or belongs */
static gboolean
find (MwOrganisation *self, const MwOrganisationItem *item, guint *position)
{
  guint from = 0, to = self->items->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      int order = mw_organisation_item_compare (g_ptr_array_index (self->items, middle), item);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        from = middle + 1;
      else
        to = middle;
    }
  *position = from;

  return FALSE;
}

MwOrganisation *
mw_organisation_new (void)
{
  MwOrganisation *self = g_new0 (MwOrganisation, 1);

  g_atomic_ref_count_init (&self->refs);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_organisation_item_unref);

  return self;
}

MwOrganisation *
mw_organisation_ref (MwOrganisation *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_organisation_unref (MwOrganisation *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

void
mw_organisation_take (MwOrganisation *self, MwOrganisationItem *item)
{
  guint position;

  if (!find (self, item, &position))
    {
      g_ptr_array_insert (self->items, (int) position, item);
      return;
    }

  mw_organisation_item_unref (g_ptr_array_index (self->items, position));
  g_ptr_array_index (self->items, position) = item;
}

MwOrganisation *
mw_organisation_with (MwOrganisation *self, MwOrganisationItem *item)
{
  MwOrganisation *other = mw_organisation_new ();

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (other->items, mw_organisation_item_ref (g_ptr_array_index (self->items, i)));
  mw_organisation_take (other, item);

  return other;
}

GPtrArray *
mw_organisation_get_items (MwOrganisation *self)
{
  return self->items;
}

MwOrganisationItem *
mw_organisation_lookup (MwOrganisation *self, MwItemKind kind, const char *id)
{
  const MwOrganisationItem key = { .kind = kind, .id = (char *) id };
  guint position;

  return find (self, &key, &position) ? g_ptr_array_index (self->items, position) : NULL;
}

MwOfferStatus
mw_organisation_get_status (MwOrganisation *self, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (self, MW_ITEM_OFFER, id);

  return item ? item->status : MW_OFFER_UNKNOWN;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const MwIntervention *first = *(MwIntervention **) a;
  const MwIntervention *second = *(MwIntervention **) b;
  guint first_order = mw_number_get_order (first->numbers[0].text);
  guint second_order = mw_number_get_order (second->numbers[0].text);

  return (first_order > second_order) - (first_order < second_order);
}

GPtrArray *
mw_organisation_dup_own (MwOrganisation *self)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (self->items, i);

      if (item->intervention)
        g_ptr_array_add (own, mw_intervention_ref (item->intervention));
    }
  g_ptr_array_sort (own, compare_numbers);

  return own;
}

char *
mw_organisation_dup_free_number (MwOrganisation *self)
{
  g_autoptr (GPtrArray) own = mw_organisation_dup_own (self);
  guint last = 0;

  for (guint i = 0; i < own->len; i++)
    {
      MwIntervention *intervention = g_ptr_array_index (own, i);

      for (guint n = 0; n < intervention->n_numbers; n++)
        last = MAX (last, mw_number_get_order (intervention->numbers[n].text) - mw_number_get_order (OWN_NUMBERS));
    }

  return g_strdup_printf (OWN_NUMBERS "%u", last + 1);
}

gboolean
mw_organisation_equal (MwOrganisation *self, MwOrganisation *other)
{
  if (self == other)
    return TRUE;
  if (self->items->len != other->items->len)
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    if (!mw_organisation_item_equal (g_ptr_array_index (self->items, i), g_ptr_array_index (other->items, i)))
      return FALSE;

  return TRUE;
}
