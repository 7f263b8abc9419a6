/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_TYPING_PAGE (mw_typing_page_get_type ())
G_DECLARE_FINAL_TYPE (MwTypingPage, mw_typing_page, MW, TYPING_PAGE, GtkWidget)

/* Where the case stands in the typology: what the wizard says now, the assessment that was laid down last with how sure the
 * adviser is and why, and how it changed. Its button activates cases.show-again.
 *
 * Signals: "changed": the case; "left": the reason was left; "laid-down": the wizard's answers became the case's. */

/* @one: (transfer none) (nullable): kept until it is replaced */
void mw_typing_page_show (MwTypingPage *self, MwCase *one);
/* What the wizard was answered. */
void mw_typing_page_set_answers (MwTypingPage *self, const MwAnswers *answers);
/* @search: (nullable): the words to mark */
void mw_typing_page_mark (MwTypingPage *self, const char *search);
void mw_typing_page_set_editable (MwTypingPage *self, gboolean editable);

G_END_DECLS
