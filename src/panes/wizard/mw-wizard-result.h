/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-assessment.h"

G_BEGIN_DECLS

#define MW_TYPE_WIZARD_RESULT (mw_wizard_result_get_type ())
G_DECLARE_FINAL_TYPE (MwWizardResult, mw_wizard_result, MW, WIZARD_RESULT, GtkWidget)

/* What the answers come to: one profile with what goes with it, several that are left, or two that contradict one
 * another; always with the reasons. */

/* Returns: (transfer floating) */
MwWizardResult *mw_wizard_result_new (void);

void mw_wizard_result_set_answers (MwWizardResult *self, const MwAnswers *answers);

G_END_DECLS
