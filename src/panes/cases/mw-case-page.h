/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case-saver.h"
#include "mw-option-facts.h"

G_BEGIN_DECLS

#define MW_TYPE_CASE_PAGE (mw_case_page_get_type ())
G_DECLARE_FINAL_TYPE (MwCasePage, mw_case_page, MW, CASE_PAGE, GtkWidget)

/* The open case in parts, with the state of saving always in view. What is typed goes into the saver's case at once. Its
 * buttons activate actions of the pane: cases.list, cases.history, cases.delete and those of its parts.
 *
 * Signals: "laid-down": the wizard's answers became the case's; "considered-changed": another option is considered, or one no
 * longer. */

typedef enum
{
  MW_CASE_PART_SITUATION,
  MW_CASE_PART_NOTES,
  MW_CASE_PART_TYPING,
  MW_CASE_PART_CHOICE,
  MW_CASE_PART_SCORES,
} MwCasePart;
#define MW_N_CASE_PARTS 5

/* @saver: (nullable): of the case to show; with %NULL nothing of any case is left in the page */
void mw_case_page_set_saver (MwCasePage *self, MwCaseSaver *saver);
/* Returns: (transfer none) (nullable) */
MwCaseSaver *mw_case_page_get_saver (MwCasePage *self);

void mw_case_page_set_part (MwCasePage *self, MwCasePart part);
MwCasePart mw_case_page_get_part (MwCasePage *self);

/* What the wizard was answered. */
void mw_case_page_set_answers (MwCasePage *self, const MwAnswers *answers);
/* @search: (nullable): the words to mark */
void mw_case_page_mark (MwCasePage *self, const char *search);
void mw_case_page_set_editable (MwCasePage *self, gboolean editable);

/* Adds a note and lets the user write it. */
void mw_case_page_add_note (MwCasePage *self);
/* Closes the case, and shows that it did. */
void mw_case_page_close_case (MwCasePage *self);
/* Shows anew the choice, which was changed elsewhere. */
void mw_case_page_update_choice (MwCasePage *self);
/* The same of the decision, and of the notes. */
void mw_case_page_update_decision (MwCasePage *self);
void mw_case_page_update_notes (MwCasePage *self);
/* Shows what is considered. @referred: (nullable): the id of an option for which the client is referred now */
void mw_case_page_show_options (MwCasePage *self, const char *referred);
/* What the catalogue knows of it. */
void mw_case_page_set_facts (MwCasePage *self, MwOptionFacts *facts);

G_END_DECLS
