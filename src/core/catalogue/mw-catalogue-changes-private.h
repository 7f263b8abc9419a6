/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-changes.h"
#include "mw-catalogue-importer.h"

G_BEGIN_DECLS

/**
 * mw_catalogue_changes_find:
 * @database: (nullable): the present catalogue, on the thread that owns it
 * @other: the XML of the other catalogue, which is checked whole
 * @problems: (element-type MwProblem): receives what is wrong with @other
 * @progress: (nullable): set atomically
 *
 * Holds one intervention of each catalogue in memory at a time, and what differs.
 *
 * Returns: (transfer full) (nullable): the changes, or %NULL with @error set in MW_CATALOGUE_ERROR, MW_STORAGE_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
MwCatalogueChanges *mw_catalogue_changes_find (MwDatabase *database, GFile *other, GPtrArray *problems,
                                               MwPermille *progress, GCancellable *cancellable, GError **error);

G_END_DECLS
