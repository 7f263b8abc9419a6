/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_NOTICE (mw_offer_notice_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferNotice, mw_offer_notice, MW, OFFER_NOTICE, GtkWidget)

/* What should be known of the organisation's offer, above the list; not there when there is nothing to say. Its buttons activate
 * win.choose-versions, win.show-missing-offers, and what takes back the last thing that was done.
 *
 * Signal: "missing-changed": mw_offer_notice_get_missing() returns something else. */

/* To be called once. */
void mw_offer_notice_set_file (MwOfferNotice *self, MwOrganisationFile *file);

/* @missing: (nullable) (element-type MwOrganisationItem): the offers that the catalogue does not have */
void mw_offer_notice_set_missing (MwOfferNotice *self, GPtrArray *missing);
/* Returns: (transfer none) (nullable) (element-type MwOrganisationItem) */
GPtrArray *mw_offer_notice_get_missing (MwOfferNotice *self);

/* Says what was done, until it is closed or something else is said. @text: (nullable): says nothing any more; @undo: (nullable): the
 * action that takes it back */
void mw_offer_notice_say (MwOfferNotice *self, const char *text, const char *undo);

G_END_DECLS
