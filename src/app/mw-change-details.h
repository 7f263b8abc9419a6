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

G_END_DECLS
