/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-header.h"
#include "mw-catalogue-notice.h"

G_BEGIN_DECLS

/* Which catalogue is in use, and how another one takes its place.
 *
 * The program comes with a catalogue. One that the user has imported is FOLDER/catalogue.xml and goes before it; the one that
 * it replaced is kept as FOLDER/catalogue-previous.xml, so that one step leads back, also after a restart. A later version
 * of the program may come with a catalogue of the same id that is newer (by version, then by day) than the imported one.
 * Then it takes its place as if it had been imported, the user is told, and one step leads back. It does so once: a
 * catalogue that the user has gone back from does not come again. A catalogue of another id stays until the user replaces
 * it.
 *
 * Each file is replaced by renaming, so that at every moment the old catalogue or the new one is there. What is about to
 * become the previous one waits under a name of its own until the new one is in its place; a program that was killed in between
 * has that put right at the next start. Belongs to one thread at a time. */
typedef struct _MwCatalogueInstallation MwCatalogueInstallation;

/* @shipped: the catalogue of the program; @folder: the data folder, in the encoding of the file system.
 * Returns: (transfer full) */
MwCatalogueInstallation *mw_catalogue_installation_new (GFile *shipped, const char *folder);
void mw_catalogue_installation_free (MwCatalogueInstallation *self);

/* Puts right what was cut short, and lets the program's own catalogue take its place where it is due: @notice (out) is
 * MW_CATALOGUE_NOTICE_SHIPPED_NEWER then. Returns: (transfer full): the catalogue to use */
GFile *mw_catalogue_installation_find (MwCatalogueInstallation *self, MwCatalogueNotice *notice);

/* Returns: (transfer none) */
GFile *mw_catalogue_installation_get_shipped (MwCatalogueInstallation *self);
const char *mw_catalogue_installation_get_folder (MwCatalogueInstallation *self);

/**
 * mw_catalogue_installation_stage:
 * @file: any file
 * @too_large: (out): whether it is larger than any catalogue may be
 *
 * Copies @file into the data folder, so that what is accepted is what was checked, whatever becomes of @file. May be called on any
 * thread.
 *
 * Returns: (transfer full) (nullable): the copy, to be put or deleted; or %NULL with @error set in MW_CATALOGUE_ERROR,
 *   MW_STORAGE_ERROR or G_IO_ERROR_CANCELLED
 */
char *mw_catalogue_installation_stage (MwCatalogueInstallation *self, GFile *file, gboolean *too_large,
                                       GCancellable *cancellable, GError **error);

/* Whether @staged is the catalogue that is in use, byte for byte. */
gboolean mw_catalogue_installation_is_present (MwCatalogueInstallation *self, const char *staged);

/* Makes @staged, which was found good, the catalogue in use, and the one that was in use the previous one. With @error in
 * MW_STORAGE_ERROR nothing has changed. */
gboolean mw_catalogue_installation_put (MwCatalogueInstallation *self, const char *staged, GError **error);

/* Returns: (transfer full): the catalogue in use, as it is now */
GFile *mw_catalogue_installation_get_present (MwCatalogueInstallation *self);

/* Returns: (transfer full) (nullable): the file that undoing leads back to */
GFile *mw_catalogue_installation_get_previous (MwCatalogueInstallation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueInstallation, mw_catalogue_installation_free)

G_END_DECLS
