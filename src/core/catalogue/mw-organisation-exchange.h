/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

/* Files that colleagues hand to one another. What waits for a disk is done on another thread; the callbacks come on the one that
 * asked. */

/* Tells an organisation's file from any other by its first element. */
void mw_organisation_recognise_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: whether it is one; also %FALSE when the file cannot be read, or with G_IO_ERROR_CANCELLED */
gboolean mw_organisation_recognise_finish (GAsyncResult *result, GError **error);

/* @problems: (element-type MwProblem): receives what is wrong with the file; not to be looked at before the callback */
void mw_organisation_read_async (GFile *file, GPtrArray *problems, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data);
/* Returns: (transfer full) (nullable): as mw_organisation_read() */
MwOrganisation *mw_organisation_read_finish (GAsyncResult *result, GError **error);

/* Replaces @file by @organisation (transfer none), whole or not at all. */
void mw_organisation_write_async (MwOrganisation *organisation, GFile *file, GAsyncReadyCallback callback, gpointer data);
/* Errors: in MW_STORAGE_ERROR, or G_IO_ERROR where the file is not on this computer */
gboolean mw_organisation_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
