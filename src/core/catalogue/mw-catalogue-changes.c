/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-changes-private.h"

#include "mw-catalogue-reader.h"
#include "mw-catalogue-store.h"
#include "mw-error.h"

typedef struct
{
  MwCatalogueChanges *changes;
  MwDatabase *database;
  GHashTable *left; /* ids of the present catalogue that the other one has not had yet */
  MwPermille *progress;
} Finding;

static MwCatalogueChanges *
changes_new (void)
{
  MwCatalogueChanges *self = g_new0 (MwCatalogueChanges, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint k = 0; k < MW_N_CHANGE_KINDS; k++)
    self->by_kind[k] = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

MwCatalogueChanges *
mw_catalogue_changes_ref (MwCatalogueChanges *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_catalogue_changes_unref (MwCatalogueChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint k = 0; k < MW_N_CHANGE_KINDS; k++)
    g_ptr_array_unref (self->by_kind[k]);
  g_free (self);
}

guint
mw_catalogue_changes_get_n (MwCatalogueChanges *self)
{
  guint n = 0;

  for (guint k = 0; k < MW_N_CHANGE_KINDS; k++)
    n += self->by_kind[k]->len;

  return n;
}

static void
take (MwCatalogueChanges *self, MwIntervention *before, MwIntervention *after)
{
  MwCatalogueChange *change = mw_catalogue_change_new (before, after);

  if (change)
    g_ptr_array_add (self->by_kind[change->kind], change);
  else
    self->n_same++;
}

static gboolean
take_other (MwIntervention *other, double fraction, gpointer data, GError **error)
{
  Finding *finding = data;
  g_autoptr (MwIntervention) present = NULL;

  if (finding->progress)
    g_atomic_int_set (finding->progress, (int) (fraction * 1000));
  if (g_hash_table_remove (finding->left, other->id))
    {
      present = mw_catalogue_store_load (finding->database, other->id, error);
      if (!present)
        return FALSE;
    }
  take (finding->changes, present, other);

  return TRUE;
}

static gboolean
take_removed (Finding *finding, GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (MwIntervention) present = NULL;

      if (!g_hash_table_contains (finding->left, id))
        continue;
      present = mw_catalogue_store_load (finding->database, id, error);
      if (!present)
        return FALSE;
      take (finding->changes, present, NULL);
    }

  return TRUE;
}

MwCatalogueChanges *
mw_catalogue_changes_find (MwDatabase *database,
                           GFile *other,
                           GPtrArray *problems,
                           MwPermille *progress,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (MwCatalogueChanges) changes = changes_new ();
  g_autoptr (GPtrArray) ids
    = database ? mw_catalogue_store_list_ids (database, error) : g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  Finding finding = { changes, database, left, progress };

  if (!ids)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (left, g_ptr_array_index (ids, i));
  if (!mw_catalogue_read (other, take_other, &finding, problems, NULL, cancellable, error)
      || !take_removed (&finding, ids, error))
    return NULL;

  return g_steal_pointer (&changes);
}
