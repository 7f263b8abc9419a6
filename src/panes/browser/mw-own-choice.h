/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-facet.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_CHOICE (mw_own_choice_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnChoice, mw_own_choice, MW, OWN_CHOICE, GtkWidget)

/* A facet of the form: its values in words, several or one of which are chosen, with what is missing under them.
 *
 * Signals: "changed": by the user. */

/* @single: whether one value excludes the others. Returns: (transfer floating) */
MwOwnChoice *mw_own_choice_new (MwFacet facet, gboolean single);

MwFacet mw_own_choice_get_facet (MwOwnChoice *self);

/* A set of values; bit n for value n. */
void mw_own_choice_set (MwOwnChoice *self, guint32 values);
guint32 mw_own_choice_get (MwOwnChoice *self);

/* @words: (nullable): what is missing */
void mw_own_choice_set_problem (MwOwnChoice *self, const char *words);

G_END_DECLS
