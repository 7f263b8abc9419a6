/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-found.h"
#include "mw-intervention.h"
#include "mw-organisation-file.h"
#include "mw-outcomes.h"

G_BEGIN_DECLS

#define MW_TYPE_DESCRIPTION_PAGE (mw_description_page_get_type ())
G_DECLARE_FINAL_TYPE (MwDescriptionPage, mw_description_page, MW, DESCRIPTION_PAGE, GtkWidget)

/* The whole description of one intervention, in the publication's fixed format. In the interface's language, or in the
 * other one after a button of its own: until that is pressed again, for the descriptions that follow too. Its other buttons
 * activate win.close-description and win.consider. */

/* Returns: (transfer floating) */
MwDescriptionPage *mw_description_page_new (void);

void mw_description_page_show (MwDescriptionPage *self, MwIntervention *intervention);

/* The organisation's offer, which is shown and changed on the page. May be called once, before anything is shown. */
void mw_description_page_set_organisation (MwDescriptionPage *self, MwOrganisationFile *file);

/* What happened in the own cases, which is shown on the page. May be called once, before anything is shown. */
void mw_description_page_set_outcomes (MwDescriptionPage *self, MwOutcomes *outcomes);

/* @found: (nullable): marked in what is shown, and in what will be */
void mw_description_page_set_found (MwDescriptionPage *self, MwFound *found);

/* Returns: (transfer none) (nullable): what is shown */
MwIntervention *mw_description_page_get_intervention (MwDescriptionPage *self);

/* The language that it is read in. */
MwLanguage mw_description_page_get_language (MwDescriptionPage *self);

/* @ids: (nullable): the interventions that the open case considers */
void mw_description_page_set_considered (MwDescriptionPage *self, const char *const *ids);
/* @ids: (nullable): the interventions that are in the comparison */
void mw_description_page_set_compared (MwDescriptionPage *self, const char *const *ids);

G_END_DECLS
