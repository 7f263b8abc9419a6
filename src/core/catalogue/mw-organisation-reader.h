/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

/* Reads organisation.xml as mw-catalogue-reader.h reads a catalogue: as a stream, validated against organisation.rng, within
 * the same caps. Interventions of one's own are held to the rules of a catalogue's. May be called on any thread. */

/**
 * mw_organisation_read:
 * @problems: (nullable) (element-type MwProblem): receives every problem
 *
 * Returns: (transfer full) (nullable): what the file holds when all of it is valid; else %NULL with
 *   MW_CATALOGUE_ERROR_UNREADABLE, MW_CATALOGUE_ERROR_INVALID or G_IO_ERROR_CANCELLED
 */
MwOrganisation *mw_organisation_read (GFile *file, GPtrArray *problems, GCancellable *cancellable, GError **error);

/* The same of bytes that were read already. */
MwOrganisation *mw_organisation_read_bytes (GBytes *bytes, GPtrArray *problems, GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
