/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-typology.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_FITS (mw_own_fits_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnFits, mw_own_fits, MW, OWN_FITS, GtkWidget)

/* The profiles of the form: which the intervention fits, and for which of them only with the right guidance.
 *
 * Signals: "changed": by the user. */

void mw_own_fits_set (MwOwnFits *self, MwProfileSet fits, MwProfileSet guidance);
/* @guidance: (out): also of profiles that are not chosen */
MwProfileSet mw_own_fits_get (MwOwnFits *self, MwProfileSet *guidance);

/* @words: (nullable): what is missing */
void mw_own_fits_set_problem (MwOwnFits *self, const char *words);

G_END_DECLS
