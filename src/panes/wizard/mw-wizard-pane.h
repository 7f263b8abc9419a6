/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-assessment.h"

G_BEGIN_DECLS

#define MW_TYPE_WIZARD_PANE (mw_wizard_pane_get_type ())
G_DECLARE_FINAL_TYPE (MwWizardPane, mw_wizard_pane, MW, WIZARD_PANE, GtkWidget)

/* The typology wizard: four questions and their result, with the matrix always in view. Its buttons activate
 * win.wizard-back, win.wizard-next and win.wizard-restart, for which the window calls the functions below.
 *
 * Signals: "changed": another answer or another step. */

/* The questions in the order of MwSource, then the result. */
#define MW_WIZARD_RESULT_STEP MW_N_SOURCES
#define MW_N_WIZARD_STEPS (MW_N_SOURCES + 1)

/* Makes the present step. Must be called once; the matrix alone is there before, which is what the first frame needs. */
void mw_wizard_pane_fill (MwWizardPane *self);

void mw_wizard_pane_set_answers (MwWizardPane *self, const MwAnswers *answers);
/* @answers: (out) */
void mw_wizard_pane_get_answers (MwWizardPane *self, MwAnswers *answers);

/* The profiles that the answers leave. */
MwProfileSet mw_wizard_pane_get_candidates (MwWizardPane *self);

void mw_wizard_pane_set_step (MwWizardPane *self, guint step);
guint mw_wizard_pane_get_step (MwWizardPane *self);

/* Going back changes nothing that was answered. */
void mw_wizard_pane_go_back (MwWizardPane *self);
void mw_wizard_pane_go_next (MwWizardPane *self);
/* Forgets the answers. */
void mw_wizard_pane_restart (MwWizardPane *self);

G_END_DECLS
