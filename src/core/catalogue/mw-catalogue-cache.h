/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-catalogue-importer.h"
#include "mw-catalogue-notice.h"

G_BEGIN_DECLS

/* Finds the database of a catalogue: the one that is there, or a new one from the XML. Runs on the thread that is to
 * own the database. */

/**
 * mw_catalogue_cache_open:
 * @xml: the catalogue
 * @path: the database; its folder is made when it is not there
 * @keep_folder: (nullable): the data folder in which interventions are kept that a stored catalogue has and @xml has not
 * @problems: (element-type MwProblem): receives what is wrong with @xml
 * @progress: (nullable): set atomically while importing
 * @notice: (out): what the user should know
 *
 * Returns: (transfer full) (nullable): the database, or %NULL with @error set when there is none from before either:
 *   MW_CATALOGUE_ERROR_UNREADABLE or MW_CATALOGUE_ERROR_INVALID
 */
MwDatabase *mw_catalogue_cache_open (GFile *xml, const char *path, const char *keep_folder, GPtrArray *problems,
                                     MwPermille *progress, MwCatalogueNotice *notice, GCancellable *cancellable,
                                     GError **error);

/* Builds the catalogue in memory, whatever is stored: for when the stored one turns out to be damaged while in use. */
MwDatabase *mw_catalogue_cache_rebuild (GFile *xml, GError **error);

G_END_DECLS
