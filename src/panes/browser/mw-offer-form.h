/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_FORM (mw_offer_form_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferForm, mw_offer_form, MW, OFFER_FORM, GtkWidget)

/* The fields in which is filled in who offers an intervention.
 *
 * Signals: "changed" (gboolean at_once): by the user; at once for a choice, letter by letter for a text. */

/* @offer: (nullable): nothing is filled in */
void mw_offer_form_show (MwOfferForm *self, const MwOrganisationItem *offer);

/* @id, @name: of the intervention. Returns: (transfer full): what is filled in */
MwOrganisationItem *mw_offer_form_dup_item (MwOfferForm *self, const char *id, const char *name);

G_END_DECLS
