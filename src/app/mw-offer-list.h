/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-change-details.h"
#include "mw-offer-row.h"

G_BEGIN_DECLS

/* A list of MwOfferRow, and one of them in full. */

/* Rows that say what is changed. @with_checks: each has a check for its "chosen". Returns: (transfer full) */
GtkListItemFactory *mw_offer_list_factory_new (gboolean with_checks);

/* Shows @row part by part. @kind: what becomes of it; the headings are (nullable) as in mw_change_details_append_part(). */
void mw_offer_list_show_details (MwChangeDetails *details, MwOfferRow *row, const char *kind, const char *before_heading,
                                 const char *after_heading);

G_END_DECLS
