/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_NOTICE (mw_offer_notice_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferNotice, mw_offer_notice, MW, OFFER_NOTICE, GtkWidget)

/* What should be known of the file with the organisation's offer, above the list; not there when there is nothing to say. */

/* To be called once. */
void mw_offer_notice_set_file (MwOfferNotice *self, MwOrganisationFile *file);

/* @missing: (nullable) (element-type MwOrganisationItem): the offers that the catalogue does not have */
void mw_offer_notice_set_missing (MwOfferNotice *self, GPtrArray *missing);

G_END_DECLS
