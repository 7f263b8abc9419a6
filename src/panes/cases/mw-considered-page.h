/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_CONSIDERED_PAGE (mw_considered_page_get_type ())
G_DECLARE_FINAL_TYPE (MwConsideredPage, mw_considered_page, MW, CONSIDERED_PAGE, GtkWidget)

/* The interventions that are considered for a case. Changes the case in place. Its buttons activate cases.show-intervention and
 * cases.show-again.
 *
 * Signals: "changed": the case. */

/* @one: (transfer none) (nullable): kept until it is replaced; shown anew after it was changed elsewhere */
void mw_considered_page_show (MwConsideredPage *self, MwCase *one);
void mw_considered_page_set_editable (MwConsideredPage *self, gboolean editable);

G_END_DECLS
