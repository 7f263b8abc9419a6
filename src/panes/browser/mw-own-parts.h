/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-own-draft.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_PARTS (mw_own_parts_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnParts, mw_own_parts, MW, OWN_PARTS, GtkWidget)

/* Everything that an intervention of one's own is made of, below one another under headings, and at the end what is still missing:
 * a button for each, which leads there.
 *
 * Signals: "changed": by the user. */

void mw_own_parts_set (MwOwnParts *self, const MwOwnDraft *draft);
/* Puts what is filled in into @draft; its id stays. */
void mw_own_parts_get (MwOwnParts *self, MwOwnDraft *draft);

/* Whether the texts in English are unfolded. */
void mw_own_parts_show_english (MwOwnParts *self, gboolean show);

/* @problems: (element-type MwProblem): said at their places, and in the list */
void mw_own_parts_show_problems (MwOwnParts *self, GPtrArray *problems);
/* The keyboard goes to the first of the list, if there is one. */
void mw_own_parts_focus_problems (MwOwnParts *self);

G_END_DECLS
