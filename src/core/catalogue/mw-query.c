/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-query.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MwQuery, mw_query, mw_query_copy, mw_query_free)
G_DEFINE_BOXED_TYPE (MwQueryResult, mw_query_result, mw_query_result_ref, mw_query_result_unref)

static int
compare_rowids (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Returns: bit n for each constraint n that @entry does not meet */
static guint32
get_failures (const MwQuery *self, const MwCatalogueEntry *entry, GArray *found)
{
  guint32 failures = 0;

  for (guint f = 0; f < MW_N_FACETS; f++)
    if (self->filters[f] && !(self->filters[f] & entry->facets[f]))
      failures |= 1u << f;
  if (self->candidates != MW_PROFILE_SET_ALL && !(self->candidates & entry->fits))
    failures |= 1u << MW_QUERY_CANDIDATES;
  if (found && !g_array_binary_search (found, &entry->rowid, compare_rowids, NULL))
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

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const MwCatalogueEntry *first = *(MwCatalogueEntry **) a;
  const MwCatalogueEntry *second = *(MwCatalogueEntry **) b;
  MwLanguage language = GPOINTER_TO_UINT (data);

  return (first->name_rank[language] > second->name_rank[language])
         - (first->name_rank[language] < second->name_rank[language]);
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

gboolean
mw_query_is_filtered (const MwQuery *self)
{
  for (guint f = 0; f < MW_N_FACETS; f++)
    if (self->filters[f])
      return TRUE;

  return self->text && *self->text;
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
  g_free (self);
}

MwQueryResult *
mw_query_run (const MwQuery *self, GPtrArray *entries, GArray *found)
{
  MwQueryResult *result = g_new0 (MwQueryResult, 1);

  g_atomic_ref_count_init (&result->refs);
  result->entries = g_ptr_array_new_full (entries->len, g_object_unref);
  result->n_total = entries->len;
  for (guint i = 0; i < entries->len; i++)
    {
      MwCatalogueEntry *entry = g_ptr_array_index (entries, i);

      take_entry (result, entry, get_failures (self, entry, found));
    }
  for (guint c = 0; c < MW_N_CONSTRAINTS; c++)
    result->n_without[c] += result->entries->len;
  if (self->sort == MW_SORT_NAME)
    g_ptr_array_sort_with_data (result->entries, compare_names, GUINT_TO_POINTER (self->language));

  return result;
}
