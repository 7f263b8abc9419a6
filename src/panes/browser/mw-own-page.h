/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-organisation-file.h"
#include "mw-own-drafts.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_PAGE (mw_own_page_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnPage, mw_own_page, MW, OWN_PAGE, GtkWidget)

/* Where interventions of one's own are written, changed and removed: the form, or the question whether one is to be removed.
 *
 * Signals:
 * "closed": the user is done with it, and nothing came of it;
 * "saved" (id): the intervention is among one's own;
 * "removed" (MwOrganisationItem): it was, and is no longer. */

/* Both are kept. Returns: (transfer floating) */
MwOwnPage *mw_own_page_new (MwOrganisationFile *file, MwOwnDrafts *drafts);

/* @id: (nullable): of the own intervention to be changed; %NULL for a new one */
void mw_own_page_write (MwOwnPage *self, const char *id);
/* @id: of the own intervention that is to be removed, if the user says so */
void mw_own_page_ask_remove (MwOwnPage *self, const char *id);

/* Keeps what is in the form now. */
void mw_own_page_keep (MwOwnPage *self);

G_END_DECLS
