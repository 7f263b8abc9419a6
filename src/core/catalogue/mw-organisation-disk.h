/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

/* organisation.xml on a disk, its own or one that is shared. These functions wait for the disk, and a shared one may keep
 * them waiting for good: they are for a thread of their own. */

/**
 * mw_organisation_disk_load:
 * @path: a file name in the encoding of the file system
 * @problems: (element-type MwProblem): receives what is wrong with the file
 *
 * Returns: (transfer full) (nullable): what the file holds; %NULL without @error when there is no file; %NULL with
 *   MW_CATALOGUE_ERROR_UNREADABLE, MW_CATALOGUE_ERROR_INVALID or G_IO_ERROR_CANCELLED
 */
MwOrganisation *mw_organisation_disk_load (const char *path, GPtrArray *problems, GCancellable *cancellable,
                                           GError **error);

/* Puts @bytes in place of the file: written beside it, synced, and renamed. Its folder must be there.
 * Errors: those of MW_STORAGE_ERROR; the file is as it was. */
gboolean mw_organisation_disk_replace (const char *path, GBytes *bytes, GError **error);

/* What it takes to bring a file up to date, and what comes of it. */
typedef struct
{
  const char *path;
  const char *conflicts_path; /* where mine is kept while it is not chosen */
  MwOrganisation *base;       /* (nullable): as the file was last read; %NULL: never */
  MwOrganisation *mine;
  gboolean may_create;        /* whether a file that is not there is made when there is something to write */
  gboolean must_create;       /* or also when there is not */
  GPtrArray *conflicts;       /* of MwOrganisationConflict: those of before; new ones are added */
  GPtrArray *problems;        /* of MwProblem: receives what is wrong with the file */
} MwOrganisationSync;

/**
 * mw_organisation_disk_sync:
 *
 * Reads the file, puts together what it holds with what is mine, and writes that unless the file has it already. Programs that
 * do so at the same time wait for one another, and what another program wrote in between is read again.
 *
 * Returns: (transfer full) (nullable): what the file holds now; or %NULL with MW_CATALOGUE_ERROR_UNREADABLE (there is no
 *   file and none may be made), MW_CATALOGUE_ERROR_INVALID (the file has mistakes, and was left alone), MW_STORAGE_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
MwOrganisation *mw_organisation_disk_sync (MwOrganisationSync *sync, GCancellable *cancellable, GError **error);

G_END_DECLS
