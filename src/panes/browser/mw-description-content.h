/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

/**
 * MwDescriptionContent:
 * @box: (transfer none): empty
 * @language: of the texts; that of the headings is the present one of mw_words_get_language()
 * @offer_block: (nullable) (transfer none): an MwOfferBlock, shown with what the organisation offers
 * @outcome_block: (nullable) (transfer none): an MwOutcomeBlock, shown with what happened in the own cases
 *
 * What a description says below its bar, from the name to the last field. Main thread only.
 */
typedef struct
{
  GtkBox *box;
  MwIntervention *intervention;
  MwLanguage language;
  GtkWidget *offer_block;
  GtkWidget *outcome_block;
} MwDescriptionContent;

void mw_description_content_fill (const MwDescriptionContent *self);

G_END_DECLS
