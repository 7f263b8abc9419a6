/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_CONFIRM_PAGE (mw_confirm_page_get_type ())
G_DECLARE_FINAL_TYPE (MwConfirmPage, mw_confirm_page, MW, CONFIRM_PAGE, GtkWidget)

/* Asks once whether something is to be done, in the pane.
 *
 * Signals: "confirmed"; "cancelled", also by Escape. */

/* @confirm_label: with a mnemonic; @destructive: whether it cannot be undone */
void mw_confirm_page_ask (MwConfirmPage *self, const char *title, const char *text, const char *confirm_label,
                          gboolean destructive);

/* @message: (nullable): what went wrong or is going on; @busy: whether it is being worked on */
void mw_confirm_page_set_state (MwConfirmPage *self, const char *message, gboolean busy);

G_END_DECLS
