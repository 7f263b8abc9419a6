/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-assessment.h"

G_BEGIN_DECLS

#define MW_TYPE_WIZARD_QUESTION (mw_wizard_question_get_type ())
G_DECLARE_FINAL_TYPE (MwWizardQuestion, mw_wizard_question, MW, WIZARD_QUESTION, GtkWidget)

/* One question of the wizard: the possible answers, "not clear yet" among them, and what to ask and look out for.
 *
 * Signals: "answered" (guint answer): the adviser chose another answer. */

/* Returns: (transfer floating): the question that @source answers */
MwWizardQuestion *mw_wizard_question_new (MwSource source);

/* Shows the answer that @answers hold, and the guidance that goes with all of them. */
void mw_wizard_question_set_answers (MwWizardQuestion *self, const MwAnswers *answers);

/* Sets or reads the answer to @source as a number of its enumeration. */
void mw_wizard_question_set_answer (MwAnswers *answers, MwSource source, guint answer);
guint mw_wizard_question_get_answer (const MwAnswers *answers, MwSource source);

/* The words of an answer. Returns: (transfer full) */
char *mw_wizard_question_dup_answer (MwSource source, guint answer);

G_END_DECLS
