/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"
#include "mw-option-facts.h"

G_BEGIN_DECLS

#define MW_TYPE_CHOICE_PAGE (mw_choice_page_get_type ())
G_DECLARE_FINAL_TYPE (MwChoicePage, mw_choice_page, MW, CHOICE_PAGE, GtkWidget)

/* The choice in five steps that unfold: the question, what is known, weighing, the decision, looking back. Nothing is required and every
 * step can be passed by. What is typed goes into the case at once. Its buttons activate cases.show-intervention and cases.show-again.
 *
 * Signals: "changed": the case; "left": the keyboard's focus left a field; "options-changed": another option is considered, or one no
 * longer (after "changed"). */

/* @one: (transfer none) (nullable): kept until it is replaced; nothing of the one before stays on the page */
void mw_choice_page_show (MwChoicePage *self, MwCase *one);
/* The case was changed elsewhere: what is unfolded stays so. */
void mw_choice_page_update (MwChoicePage *self);
/* The same of the decision alone. */
void mw_choice_page_update_decision (MwChoicePage *self);
/* Unfolds what is considered. */
void mw_choice_page_show_options (MwChoicePage *self);
/* Unfolds the weighing of one option. */
void mw_choice_page_show_weighing (MwChoicePage *self, const char *id);

/* @facts: (transfer none): what the catalogue knows */
void mw_choice_page_set_facts (MwChoicePage *self, MwOptionFacts *facts);
/* @search: (nullable): the words to mark; steps in which they stand are unfolded */
void mw_choice_page_mark (MwChoicePage *self, const char *search);
void mw_choice_page_set_editable (MwChoicePage *self, gboolean editable);

G_END_DECLS
