/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-database.h"
#include "mw-intervention.h"

G_BEGIN_DECLS

/* Interventions that have left the catalogue, as they were last: cases may have chosen them. Each is a catalogue of one in
 * a file of its own, FOLDER/former/ID.xml, with the header of the catalogue that it stood in. One that comes back stays
 * there: it is looked for only where the catalogue has none of that id. Any thread, apart from the databases. */

/**
 * mw_catalogue_former_keep:
 * @folder: the data folder
 * @present: the catalogue that is about to be replaced
 * @next: the one that takes its place
 *
 * Keeps the interventions of @present that @next does not have. May be called again when it was cut short: each file is
 * the old one or the new one.
 *
 * Returns: whether all of them are on the disk; else @error is in MW_STORAGE_ERROR
 */
gboolean mw_catalogue_former_keep (const char *folder, MwDatabase *present, MwDatabase *next, GError **error);

/* Returns: (transfer full) (nullable): the intervention, of which the member former is set; or %NULL with
 *   MW_CATALOGUE_ERROR_NOT_FOUND, also where a file is there but cannot be read */
MwIntervention *mw_catalogue_former_find (const char *folder, const char *id, GError **error);

G_END_DECLS
