/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

#define MW_TYPE_SITUATION_PAGE (mw_situation_page_get_type ())
G_DECLARE_FINAL_TYPE (MwSituationPage, mw_situation_page, MW, SITUATION_PAGE, GtkWidget)

/* Who the client is and how things stand: label, age, status, next action, wishes and the six life domains. Changes the case in
 * place.
 *
 * Signals: "changed": the case; "left": a field was left. */

/* @one: (transfer none) (nullable): kept until it is replaced */
void mw_situation_page_show (MwSituationPage *self, MwCase *one);
/* As if the user chose it. */
void mw_situation_page_set_status (MwSituationPage *self, MwCaseStatus status);
/* @search: (nullable): the words to mark */
void mw_situation_page_mark (MwSituationPage *self, const char *search);
void mw_situation_page_set_editable (MwSituationPage *self, gboolean editable);

G_END_DECLS
