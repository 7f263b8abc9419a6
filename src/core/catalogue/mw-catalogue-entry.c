/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-entry.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (MwCatalogueEntry, mw_catalogue_entry, G_TYPE_OBJECT)

static void
mw_catalogue_entry_finalize (GObject *object)
{
  MwCatalogueEntry *self = MW_CATALOGUE_ENTRY (object);

  g_free (self->id);
  g_free (self->numbers);
  g_free (self->provider);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      g_free (self->name[l]);
      g_free (self->summary[l]);
    }

  G_OBJECT_CLASS (mw_catalogue_entry_parent_class)->finalize (object);
}

static void
mw_catalogue_entry_class_init (MwCatalogueEntryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_catalogue_entry_finalize;
}

static void
mw_catalogue_entry_init (MwCatalogueEntry *self)
{
}

MwCatalogueEntry *
mw_catalogue_entry_new (void)
{
  return g_object_new (MW_TYPE_CATALOGUE_ENTRY, NULL);
}

MwCatalogueEntry *
mw_catalogue_entry_copy (MwCatalogueEntry *self)
{
  MwCatalogueEntry *copy = mw_catalogue_entry_new ();

  copy->rowid = self->rowid;
  copy->order = self->order;
  copy->id = g_strdup (self->id);
  copy->numbers = g_strdup (self->numbers);
  copy->fits = self->fits;
  copy->guidance = self->guidance;
  copy->provider = g_strdup (self->provider);
  memcpy (copy->facets, self->facets, sizeof self->facets);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      copy->name_rank[l] = self->name_rank[l];
      copy->name[l] = g_strdup (self->name[l]);
      copy->summary[l] = g_strdup (self->summary[l]);
    }

  return copy;
}

/* A name without regard to capitals and accents. */
static char *
dup_sort_key (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name ? name : "", "C");

  return g_ascii_strdown (ascii, -1);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (g_hash_table_lookup (data, *(gpointer *) a), g_hash_table_lookup (data, *(gpointer *) b));
}

/* Orders by name once, so that a query only compares ranks. */
static void
rank_names (GPtrArray *entries, MwLanguage language)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < entries->len; i++)
    {
      MwCatalogueEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (keys, entry, dup_sort_key (mw_catalogue_entry_get_name (entry, language)));
    }
  g_ptr_array_sort_with_data (entries, compare_names, keys);
  for (guint i = 0; i < entries->len; i++)
    MW_CATALOGUE_ENTRY (g_ptr_array_index (entries, i))->name_rank[language] = i;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MwCatalogueEntry *first = *(MwCatalogueEntry **) a;
  const MwCatalogueEntry *second = *(MwCatalogueEntry **) b;

  return (first->order > second->order) - (first->order < second->order);
}

void
mw_catalogue_entry_order (GPtrArray *entries)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    rank_names (entries, l);
  g_ptr_array_sort (entries, compare_entries);
}

gboolean
mw_catalogue_entry_is_own (MwCatalogueEntry *self)
{
  return (self->facets[MW_FACET_GROUP] & (1u << MW_GROUP_LOCAL)) != 0;
}

const char *
mw_catalogue_entry_get_name (MwCatalogueEntry *self, MwLanguage language)
{
  return self->name[language] ? self->name[language] : self->name[MW_LANGUAGE_NL];
}

const char *
mw_catalogue_entry_get_summary (MwCatalogueEntry *self, MwLanguage language)
{
  return self->summary[language] ? self->summary[language] : self->summary[MW_LANGUAGE_NL];
}
