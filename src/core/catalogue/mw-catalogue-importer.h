/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-database.h"

G_BEGIN_DECLS

/* How far an import is: a thousandth is one; written by the importer's thread, readable on any. */
typedef int MwPermille;

/**
 * mw_catalogue_import:
 * @xml: the catalogue
 * @fingerprint: stored with it
 * @path: the file to replace, or ":memory:"
 * @problems: (element-type MwProblem): receives what is wrong with @xml
 * @progress: (nullable): set atomically while it goes on
 *
 * Checks the catalogue whole and builds a database from it. A file is built aside, synced, and renamed into place: the
 * old one or the new one is there at every moment. What earlier imports left behind when they were killed is removed.
 *
 * Returns: (transfer full) (nullable): the new database, opened; or %NULL with @error set in MW_CATALOGUE_ERROR,
 *   MW_STORAGE_ERROR or G_IO_ERROR, and @path as it was
 */
MwDatabase *mw_catalogue_import (GFile *xml, const char *fingerprint, const char *path, GPtrArray *problems,
                                 MwPermille *progress, GCancellable *cancellable, GError **error);

/* The two halves of mw_catalogue_import(), for what must be done once the catalogue is known to be good and before it takes
 * its place. The first returns (transfer full) (nullable) the name of a file beside @path, or %NULL with @error set. */
char *mw_catalogue_import_aside (GFile *xml, const char *fingerprint, const char *path, GPtrArray *problems,
                                 MwPermille *progress, GCancellable *cancellable, GError **error);
MwDatabase *mw_catalogue_import_put (const char *aside, const char *path, GError **error);

/**
 * mw_catalogue_dup_fingerprint:
 *
 * A file of up to 8 MB is known by its hash; a larger one by its size, its time, and the hash of its first and last
 * 64 kB, since hashing it whole would hold up every start.
 *
 * Returns: (transfer full) (nullable): what tells this file from another, or %NULL with MW_CATALOGUE_ERROR_UNREADABLE
 */
char *mw_catalogue_dup_fingerprint (GFile *xml, GError **error);

G_END_DECLS
