/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-typology.h"

G_BEGIN_DECLS

#define MW_TYPE_TYPOLOGY_MATRIX (mw_typology_matrix_get_type ())
G_DECLARE_FINAL_TYPE (MwTypologyMatrix, mw_typology_matrix, MW, TYPOLOGY_MATRIX, GtkWidget)

/* The eight profiles as four rows by two columns (schema 1 of the publication). What an answer rules out is dimmed and
 * struck through; what is left stands out. */

/* @candidates: what is left; all of them at first */
void mw_typology_matrix_set_candidates (MwTypologyMatrix *self, MwProfileSet candidates);
MwProfileSet mw_typology_matrix_get_candidates (MwTypologyMatrix *self);

G_END_DECLS
