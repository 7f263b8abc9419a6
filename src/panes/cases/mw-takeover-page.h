/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-cases-handover.h"

G_BEGIN_DECLS

#define MW_TYPE_TAKEOVER_PAGE (mw_takeover_page_get_type ())
G_DECLARE_FINAL_TYPE (MwTakeoverPage, mw_takeover_page, MW, TAKEOVER_PAGE, GtkWidget)

/* A case that a colleague hands over: its passphrase is asked, what is in it is shown, and then it becomes a case of one's own, beside
 * those that are there. Nothing of it is left in the page once it is reset, which the pane does when it shows another one.
 *
 * Signals: "taken" (guint64 id, gboolean added): to be opened; not added when it had been taken over before; "cancelled", also by
 * Escape. */

/* To be called once. */
void mw_takeover_page_set_cases (MwTakeoverPage *self, MwCases *cases);

/* @file: as mw_cases_read_handover_finish() returned it */
void mw_takeover_page_start (MwTakeoverPage *self, GBytes *file);
void mw_takeover_page_reset (MwTakeoverPage *self);

G_END_DECLS
