/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_AGENDA (mw_agenda_get_type ())
G_DECLARE_FINAL_TYPE (MwAgenda, mw_agenda, MW, AGENDA, GtkWidget)

/* What is due this week or was due before: next actions, agreed actions and evaluations. Invisible when there is nothing.
 *
 * Signals: "opened" (guint64 id): the case; "step-opened" (guint64 id): the choice in it. */

/* @cases: (transfer none); with %NULL nothing of any case is left. */
void mw_agenda_show (MwAgenda *self, MwCases *cases);

G_END_DECLS
