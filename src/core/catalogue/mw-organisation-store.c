/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-store.h"

#include "mw-catalogue-store.h"
#include "mw-search-index.h"
#include "mw-transaction.h"

/* Beyond the rows of any catalogue. */
#define FIRST_ROWID (1u << 30)

struct _MwOrganisationStore
{
  MwOrganisation *organisation;
  MwSearchIndex *index; /* (nullable): without own interventions */
  GPtrArray *own;       /* (nullable): of MwCatalogueEntry */
  GPtrArray *missing;   /* of MwOrganisationItem */
};

static GPtrArray *
new_missing (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mw_organisation_item_unref);
}

MwOrganisationStore *
mw_organisation_store_new (void)
{
  MwOrganisationStore *self = g_new0 (MwOrganisationStore, 1);

  self->organisation = mw_organisation_new ();
  self->missing = new_missing ();

  return self;
}

void
mw_organisation_store_free (MwOrganisationStore *self)
{
  mw_organisation_unref (self->organisation);
  g_ptr_array_unref (self->missing);
  g_clear_pointer (&self->index, mw_search_index_free);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self);
}

static gboolean
fill (MwDatabase *database, MwSynonyms *synonyms, GPtrArray *own, GError **error)
{
  g_autoptr (MwTransaction) transaction = NULL;
  g_autoptr (MwCatalogueWriter) writer = NULL;

  if (!mw_catalogue_store_create (database, error))
    return FALSE;
  transaction = mw_transaction_begin (database, error);
  writer = transaction ? mw_catalogue_writer_new (database, error) : NULL;
  for (guint i = 0; writer && i < own->len; i++)
    if (!mw_catalogue_writer_add (writer, g_ptr_array_index (own, i), error))
      return FALSE;

  return writer && mw_catalogue_writer_finish (writer, error)
         && mw_catalogue_store_set_synonyms (database, synonyms, error) && mw_transaction_commit (transaction, error);
}

/* Returns: whether the interventions of its own could be made searchable */
static gboolean
build_own (MwOrganisationStore *self, MwDatabase *catalogue, GPtrArray *own, GError **error)
{
  g_autoptr (MwSynonyms) synonyms = mw_catalogue_store_load_synonyms (catalogue, error);
  g_autoptr (MwDatabase) database = synonyms ? mw_database_open (":memory:", MW_DATABASE_CREATE, error) : NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!database || !fill (database, synonyms, own, error))
    return FALSE;
  entries = mw_catalogue_store_list (database, error);
  if (!entries)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    MW_CATALOGUE_ENTRY (g_ptr_array_index (entries, i))->rowid += FIRST_ROWID;
  self->index = mw_search_index_new (database);
  self->own = g_steal_pointer (&entries);

  return TRUE;
}

static void
build (MwOrganisationStore *self, MwDatabase *catalogue)
{
  g_autoptr (GPtrArray) own = mw_organisation_dup_own (self->organisation);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->index, mw_search_index_free);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  if (own->len > 0 && !build_own (self, catalogue, own, &error))
    g_warning ("Own interventions: %s", error->message);
}

void
mw_organisation_store_set (MwOrganisationStore *self, MwOrganisation *organisation)
{
  mw_organisation_ref (organisation);
  mw_organisation_unref (self->organisation);
  self->organisation = organisation;
}

/* Returns: (transfer full): the entry with its offer; a copy where it has one, or where @copy is wanted */
static MwCatalogueEntry *
with_offer (MwOrganisationStore *self, MwCatalogueEntry *entry, gboolean copy)
{
  MwOrganisationItem *offer = mw_organisation_lookup (self->organisation, MW_ITEM_OFFER, entry->id);
  MwCatalogueEntry *changed;

  if (!offer && !copy)
    return g_object_ref (entry);

  changed = mw_catalogue_entry_copy (entry);
  if (offer)
    {
      changed->facets[MW_FACET_OFFER] = 1u << offer->status;
      changed->provider = *offer->texts[MW_OFFER_PROVIDER] ? g_strdup (offer->texts[MW_OFFER_PROVIDER]) : NULL;
    }

  return changed;
}

static void
find_missing (MwOrganisationStore *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *items = mw_organisation_get_items (self->organisation);

  g_ptr_array_unref (self->missing);
  self->missing = new_missing ();
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (ids, MW_CATALOGUE_ENTRY (g_ptr_array_index (entries, i))->id);
  for (guint i = 0; i < items->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (items, i);

      if (item->kind == MW_ITEM_OFFER && !mw_organisation_item_is_empty (item) && !g_hash_table_contains (ids, item->id))
        g_ptr_array_add (self->missing, mw_organisation_item_ref (item));
    }
}

/* Ranks of names change with the interventions of its own; then every entry is another one. */
GPtrArray *
mw_organisation_store_add_entries (MwOrganisationStore *self, MwDatabase *database, GPtrArray *entries)
{
  GPtrArray *all = g_ptr_array_new_full (entries->len, g_object_unref);

  build (self, database);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (all, with_offer (self, g_ptr_array_index (entries, i), self->own != NULL));
  for (guint i = 0; self->own && i < self->own->len; i++)
    g_ptr_array_add (all, with_offer (self, g_ptr_array_index (self->own, i), TRUE));
  if (self->own)
    mw_catalogue_entry_order (all);
  find_missing (self, all);

  return all;
}

GPtrArray *
mw_organisation_store_get_missing (MwOrganisationStore *self)
{
  return self->missing;
}

/* Its own come after all rows of the catalogue: the hits stay in order. */
static void
add_found (MwFound *found, MwFound *own)
{
  GHashTableIter iter;
  gpointer word;

  g_array_append_vals (found->hits, own->hits->data, own->hits->len);
  for (guint i = 0; i < own->starts->len; i++)
    if (!g_ptr_array_find_with_equal_func (found->starts, g_ptr_array_index (own->starts, i), g_str_equal, NULL))
      g_ptr_array_add (found->starts, g_strdup (g_ptr_array_index (own->starts, i)));
  g_hash_table_iter_init (&iter, own->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_add (found->words, g_strdup (word));
}

gboolean
mw_organisation_store_search (MwOrganisationStore *self, const char *text, MwFound **found, GError **error)
{
  g_autoptr (MwFound) own = NULL;

  if (!self->index)
    return TRUE;
  if (!mw_search_index_run (self->index, text, &own, error))
    return FALSE;
  if (!own || own->hits->len == 0)
    return TRUE;

  for (guint i = 0; i < own->hits->len; i++)
    g_array_index (own->hits, MwHit, i).rowid += FIRST_ROWID;
  if (!*found || (*found)->hits->len == 0 || ((*found)->corrected && !own->corrected))
    {
      g_clear_pointer (found, mw_found_unref);
      *found = g_steal_pointer (&own);
    }
  else if (g_strcmp0 ((*found)->corrected, own->corrected) == 0)
    add_found (*found, own);

  return TRUE;
}

MwIntervention *
mw_organisation_store_load (MwOrganisationStore *self, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (self->organisation, MW_ITEM_OWN, id);

  return item && item->intervention ? mw_intervention_ref (item->intervention) : NULL;
}
