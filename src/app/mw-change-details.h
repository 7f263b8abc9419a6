/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue-change.h"

G_BEGIN_DECLS

#define MW_TYPE_CHANGE_DETAILS (mw_change_details_get_type ())
G_DECLARE_FINAL_TYPE (MwChangeDetails, mw_change_details, MW, CHANGE_DETAILS, GtkWidget)

/* What becomes of one intervention: part by part, what there is beside what there will be. Its button activates
 * changes.close. */

void mw_change_details_show (MwChangeDetails *self, MwCatalogueChange *change);

/* The same for what is no intervention of a catalogue: empties it; then comes one call for each text and each part. @kind: what
 * becomes of it; @name: what it is called */
void mw_change_details_begin (MwChangeDetails *self, const char *kind, const char *name);
/* @css_class: (nullable) */
void mw_change_details_append_text (MwChangeDetails *self, const char *text, const char *css_class);
/* @before_heading, @after_heading: (nullable): %NULL leaves that side out */
void mw_change_details_append_part (MwChangeDetails *self, const MwPartChange *part, const char *heading,
                                    const char *before_heading, const char *after_heading);

G_END_DECLS
