/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* More are not kept: past that nobody finds the one that is meant. */
#define MW_MAX_SAVED_FILTERS 50
/* In characters. */
#define MW_MAX_SAVED_FILTER_NAME 60

/* What is to be said of a name. */
typedef enum
{
  MW_SAVED_NAME_GOOD,
  MW_SAVED_NAME_EMPTY,
  MW_SAVED_NAME_LONG,
  MW_SAVED_NAME_TAKEN,
  MW_SAVED_NAME_FULL, /* good, but there are as many as are kept */
} MwSavedName;

#define MW_TYPE_SAVED_FILTERS (mw_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (MwSavedFilters, mw_saved_filters, MW, SAVED_FILTERS, GObject)

/* Choices of filters that were given a name, sorted by it. Two names that differ in capitals or spaces are one. Main
 * thread only.
 *
 * Properties: "value" (GVariant a(sas), read-write): names, each with filters as of mw_query_dup_filters(), for keeping.
 * When it is set, whatever is no good is passed over: names that are empty, too long or there already, choices without
 * a filter that is known, and more than are kept. */

MwSavedFilters *mw_saved_filters_new (void);

guint mw_saved_filters_get_n (MwSavedFilters *self);
/* Returns: (transfer none): valid until the next change */
const char *mw_saved_filters_get_name (MwSavedFilters *self, guint position);
/* Returns: (transfer none) (array zero-terminated=1): valid until the next change */
const char *const *mw_saved_filters_get_filters (MwSavedFilters *self, guint position);

/* Returns: whether there is one of that name, which is then at @position (out) (optional) */
gboolean mw_saved_filters_find (MwSavedFilters *self, const char *name, guint *position);

/* Whether a new one could be saved as @name. */
MwSavedName mw_saved_filters_check (MwSavedFilters *self, const char *name);
/* Whether the one at @position could be called @name. */
MwSavedName mw_saved_filters_check_rename (MwSavedFilters *self, guint position, const char *name);

/* Replaces the one of that name. Returns: whether it was saved: the name and the filters were good and there was room */
gboolean mw_saved_filters_save (MwSavedFilters *self, const char *name, const char *const *filters);
/* Returns: whether the name was good */
gboolean mw_saved_filters_rename (MwSavedFilters *self, guint position, const char *name);
void mw_saved_filters_remove (MwSavedFilters *self, guint position);

G_END_DECLS
