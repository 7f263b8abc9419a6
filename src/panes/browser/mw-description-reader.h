/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-catalogue.h"
#include "mw-found.h"
#include "mw-organisation-file.h"
#include "mw-outcomes.h"

G_BEGIN_DECLS

#define MW_TYPE_DESCRIPTION_READER (mw_description_reader_get_type ())
G_DECLARE_FINAL_TYPE (MwDescriptionReader, mw_description_reader, MW, DESCRIPTION_READER, AdwBin)

/* The place of the description that is open: reads an intervention from the catalogue and shows it, on a page that is made when
 * the first is there.
 *
 * Signals: "opened": the one that was asked for is shown; "not-found": it is not in the catalogue. */

/* Returns: (transfer floating) */
MwDescriptionReader *mw_description_reader_new (void);

/* What was asked for before does not come any more. */
void mw_description_reader_open (MwDescriptionReader *self, MwCatalogue *catalogue, const char *id);
/* Nothing that was asked for comes any more. To be called before the reader goes. */
void mw_description_reader_stop (MwDescriptionReader *self);
/* None is open any more. */
void mw_description_reader_close (MwDescriptionReader *self);

/* Returns: (transfer none) (nullable): which is open */
const char *mw_description_reader_get_id (MwDescriptionReader *self);
/* Returns: (transfer none) (nullable): which is open */
MwIntervention *mw_description_reader_get_intervention (MwDescriptionReader *self);
/* The language that it is read in. One must be open. */
MwLanguage mw_description_reader_get_language (MwDescriptionReader *self);

/* As those of the page; may be called before there is one. */
void mw_description_reader_set_organisation (MwDescriptionReader *self, MwOrganisationFile *file);
void mw_description_reader_set_outcomes (MwDescriptionReader *self, MwOutcomes *outcomes);
void mw_description_reader_set_found (MwDescriptionReader *self, MwFound *found);
void mw_description_reader_set_considered (MwDescriptionReader *self, const char *const *ids);
void mw_description_reader_set_compared (MwDescriptionReader *self, const char *const *ids);

G_END_DECLS
