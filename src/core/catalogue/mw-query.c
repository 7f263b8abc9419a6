/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-query.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MwQuery, mw_query, mw_query_copy, mw_query_free)
G_DEFINE_BOXED_TYPE (MwQueryResult, mw_query_result, mw_query_result_ref, mw_query_result_unref)

/* Returns: bit n for each constraint n that @entry does not meet */
static guint32
get_failures (const MwQuery *self, const MwCatalogueEntry *entry, MwFound *found)
{
  guint32 failures = 0;

  for (guint f = 0; f < MW_N_FACETS; f++)
    if (self->filters[f] && !(self->filters[f] & entry->facets[f]))
      failures |= 1u << f;
  if (self->candidates != MW_PROFILE_SET_ALL && !(self->candidates & entry->fits))
    failures |= 1u << MW_QUERY_CANDIDATES;
  if (found && !mw_found_lookup (found, entry->rowid))
    failures |= 1u << MW_QUERY_TEXT;

  return failures;
}

static void
count_values (MwQueryResult *result, const MwCatalogueEntry *entry, guint facet)
{
  for (guint v = 0; v < MW_MAX_FACET_VALUES; v++)
    result->counts[facet][v] += (entry->facets[facet] >> v) & 1u;
}

/* An entry counts for a facet when at most that facet's own filter keeps it out. */
static void
take_entry (MwQueryResult *result, MwCatalogueEntry *entry, guint32 failures)
{
  if (failures == 0)
    {
      g_ptr_array_add (result->entries, g_object_ref (entry));
      for (guint f = 0; f < MW_N_FACETS; f++)
        count_values (result, entry, f);
    }
  else if ((failures & (failures - 1)) == 0)
    {
      guint only = (guint) g_bit_nth_lsf (failures, -1);

      result->n_without[only]++;
      if (only < MW_N_FACETS)
        count_values (result, entry, only);
    }
}

/* An order of entries, cheap to compare. */
typedef struct
{
  guint rank;
  guint order;
  MwCatalogueEntry *entry;
} Key;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return (first->order > second->order) - (first->order < second->order);
}

/* How well the text was found, then what was asked for. */
static void
sort (const MwQuery *self, GPtrArray *entries, MwFound *found)
{
  g_autofree Key *keys = g_new (Key, entries->len + 1);

  for (guint i = 0; i < entries->len; i++)
    {
      MwCatalogueEntry *entry = g_ptr_array_index (entries, i);
      const MwHit *hit = found ? mw_found_lookup (found, entry->rowid) : NULL;

      keys[i].rank = hit ? hit->rank : 0;
      keys[i].order = self->sort == MW_SORT_NAME ? entry->name_rank[self->language] : i;
      keys[i].entry = entry;
    }
  qsort (keys, entries->len, sizeof *keys, compare_keys);
  for (guint i = 0; i < entries->len; i++)
    entries->pdata[i] = keys[i].entry;
}

MwQuery *
mw_query_new (void)
{
  MwQuery *self = g_new0 (MwQuery, 1);

  self->candidates = MW_PROFILE_SET_ALL;

  return self;
}

MwQuery *
mw_query_copy (const MwQuery *self)
{
  MwQuery *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);

  return copy;
}

void
mw_query_free (MwQuery *self)
{
  g_free (self->text);
  g_free (self);
}

guint
mw_query_count_filters (const MwQuery *self)
{
  guint n = self->text && *self->text;

  for (guint f = 0; f < MW_N_FACETS; f++)
    n += self->filters[f] != 0;

  return n;
}

char **
mw_query_dup_filters (const MwQuery *self)
{
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();

  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      if (self->filters[f] & (1u << v))
        g_ptr_array_add (filters, g_strdup_printf ("%s:%s", mw_facet_get_id (f), mw_facet_get_value_id (f, v)));
  g_ptr_array_add (filters, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&filters), FALSE);
}

void
mw_query_set_filters (MwQuery *self, const char *const *filters)
{
  memset (self->filters, 0, sizeof self->filters);
  for (guint i = 0; filters[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (filters[i], ":", 2);
      MwFacet facet;
      guint value;

      if (words[0] && mw_facet_from_id (words[0], &facet) && mw_facet_value_from_id (facet, words[1], &value))
        self->filters[facet] |= 1u << value;
    }
}

MwQueryResult *
mw_query_result_ref (MwQueryResult *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_query_result_unref (MwQueryResult *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->found, mw_found_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

MwQueryResult *
mw_query_run (const MwQuery *self, GPtrArray *entries, MwFound *found)
{
  MwQueryResult *result = g_new0 (MwQueryResult, 1);

  g_atomic_ref_count_init (&result->refs);
  result->entries = g_ptr_array_new_full (entries->len, g_object_unref);
  result->n_total = entries->len;
  result->found = found ? mw_found_ref (found) : NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      MwCatalogueEntry *entry = g_ptr_array_index (entries, i);

      take_entry (result, entry, get_failures (self, entry, found));
    }
  for (guint c = 0; c < MW_N_CONSTRAINTS; c++)
    result->n_without[c] += result->entries->len;
  if (found || self->sort == MW_SORT_NAME)
    sort (self, result->entries, found);

  return result;
}
