/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mw-catalogue-entry.h"
#include "mw-found.h"

G_BEGIN_DECLS

/* What the browser asks, and what it gets. Values: built by one thread, then never changed. */

typedef enum
{
  MW_SORT_NUMBER,
  MW_SORT_NAME,
} MwSort;

#define MW_TYPE_QUERY (mw_query_get_type ())
typedef struct
{
  char *text;              /* (nullable): what was typed */
  MwProfileSet candidates; /* the wizard's profiles; entries that fit none of them fall out */
  guint32 filters[MW_N_FACETS]; /* for each facet the values of which an entry must have one; 0 is no filter */
  MwSort sort; /* after how well the text was found */
  MwLanguage language; /* of the names to sort by */
} MwQuery;

GType mw_query_get_type (void);
/* Returns: (transfer full): a query that asks for everything */
MwQuery *mw_query_new (void);
MwQuery *mw_query_copy (const MwQuery *self);
void mw_query_free (MwQuery *self);
/* How many facets are filtered, and one more when a text is set; the wizard's profiles are no filter. */
guint mw_query_count_filters (const MwQuery *self);

/* The filters as words like "audience:widowed", for keeping. Unknown words are passed over.
 * Returns: (transfer full) (array zero-terminated=1) */
char **mw_query_dup_filters (const MwQuery *self);
void mw_query_set_filters (MwQuery *self, const char *const *filters);

/* For @n_without: what is dropped, beside the facets. */
#define MW_QUERY_TEXT MW_N_FACETS
#define MW_QUERY_CANDIDATES (MW_N_FACETS + 1)
#define MW_N_CONSTRAINTS (MW_N_FACETS + 2)

#define MW_TYPE_QUERY_RESULT (mw_query_result_get_type ())

/**
 * MwQueryResult:
 * @entries: (element-type MwCatalogueEntry): in the order asked for
 * @n_total: the number of entries in the catalogue
 * @counts: for each value of each facet, the entries that have it and pass everything but that facet's own filter
 * @n_without: for each filter, the entries that would come back were it dropped alone
 * @found: (nullable): by what the text was found; %NULL without a text
 * @missing: (nullable) (element-type MwOrganisationItem): offers of which there is no entry
 */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *entries;
  guint n_total;
  guint counts[MW_N_FACETS][MW_MAX_FACET_VALUES];
  guint n_without[MW_N_CONSTRAINTS];
  MwFound *found;
  GPtrArray *missing;
} MwQueryResult;

GType mw_query_result_get_type (void);
MwQueryResult *mw_query_result_ref (MwQueryResult *self);
void mw_query_result_unref (MwQueryResult *self);

/**
 * mw_query_run:
 * @entries: (element-type MwCatalogueEntry): all entries, ordered by number
 * @found: (nullable): what the text found, of which the result holds a reference; %NULL without a text
 *
 * Returns: (transfer full): the result; what a text found best comes first, then the order that was asked for
 */
MwQueryResult *mw_query_run (const MwQuery *self, GPtrArray *entries, MwFound *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwQuery, mw_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwQueryResult, mw_query_result_unref)

G_END_DECLS
