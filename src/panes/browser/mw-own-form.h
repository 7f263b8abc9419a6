/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation-file.h"
#include "mw-own-drafts.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_FORM (mw_own_form_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnForm, mw_own_form, MW, OWN_FORM, GtkWidget)

/* The form in which an intervention of one's own is written, in the format of the catalogue. It is checked as it is filled in and
 * saved when it is right; until then what was typed is kept as a draft, which is there again when the form is opened.
 *
 * Signals: "closed": the user is done with it for now; "saved" (the intervention's id). */

/* Both are kept. Returns: (transfer floating) */
MwOwnForm *mw_own_form_new (MwOrganisationFile *file, MwOwnDrafts *drafts);

/* Keeps what is in the form, and shows another one. @id: (nullable): of the own intervention to be changed; %NULL for a new one */
void mw_own_form_open (MwOwnForm *self, const char *id);

/* Keeps what is in the form now. */
void mw_own_form_keep (MwOwnForm *self);

G_END_DECLS
