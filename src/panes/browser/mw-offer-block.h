/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation-file.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_BLOCK (mw_offer_block_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferBlock, mw_offer_block, MW, OFFER_BLOCK, GtkWidget)

/* Who offers one intervention: read, and filled in. What is typed is saved a second after the last key, at once when another
 * intervention is shown. Where it is not to be had here, the client is referred with one click: with an open case the button
 * activates "browser.refer" (s: to whom, "" when nobody is filled in), without one it shows whom, to be copied. */

/* Returns: (transfer floating) */
GtkWidget *mw_offer_block_new (void);

/* To be called once. */
void mw_offer_block_set_file (MwOfferBlock *self, MwOrganisationFile *file);

/* @id, @name: of the intervention; both are copied */
void mw_offer_block_show (MwOfferBlock *self, const char *id, const char *name);

/* Whether there is an open case that a referral can go into. */
void mw_offer_block_set_case_open (MwOfferBlock *self, gboolean open);

/* Saves now what is not saved. */
void mw_offer_block_flush (MwOfferBlock *self);

G_END_DECLS
