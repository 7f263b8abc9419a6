/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_CASE_LIST (mw_case_list_get_type ())
G_DECLARE_FINAL_TYPE (MwCaseList, mw_case_list, MW, CASE_LIST, GtkWidget)

/* All cases: search over everything that is written, filters on status and profile, two orders. Its button activates cases.new.
 * Above it stands what is due this week.
 *
 * Signals: "opened" (guint64 id); "step-opened" (guint64 id): to be opened at its choice. */

void mw_case_list_set_cases (MwCaseList *self, MwCases *cases);

/* Returns: (transfer none): as typed */
const char *mw_case_list_get_search (MwCaseList *self);
void mw_case_list_set_search (MwCaseList *self, const char *search);

/* Shows only cases that were closed on @day or before; 0 for all. */
void mw_case_list_set_closed_until (MwCaseList *self, guint32 day);
guint32 mw_case_list_get_closed_until (MwCaseList *self);

/* Forgets what was looked for and chosen, and every row. */
void mw_case_list_reset (MwCaseList *self);

G_END_DECLS
