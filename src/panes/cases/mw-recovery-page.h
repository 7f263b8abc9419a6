/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_RECOVERY_PAGE (mw_recovery_page_get_type ())
G_DECLARE_FINAL_TYPE (MwRecoveryPage, mw_recovery_page, MW, RECOVERY_PAGE, GtkWidget)

/* Shows a recovery key, once, to print or to save.
 *
 * Signals: "done"; "save" and "print" (const char *text): what is to be put on paper or in a file. */

void mw_recovery_page_show (MwRecoveryPage *self, const char *recovery_key);
/* Says how saving or printing went. */
void mw_recovery_page_say (MwRecoveryPage *self, const char *message);

G_END_DECLS
