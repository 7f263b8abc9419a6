/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-secret.h"

G_BEGIN_DECLS

#define MW_TYPE_PASSPHRASE_PAGE (mw_passphrase_page_get_type ())
G_DECLARE_FINAL_TYPE (MwPassphrasePage, mw_passphrase_page, MW, PASSPHRASE_PAGE, GtkWidget)

/* A new passphrase, typed twice, with a hint how hard it is to guess. What was typed is forgotten as soon as the page is not
 * shown any more.
 *
 * Signals: "chosen"; "cancelled", also by Escape. */

typedef enum
{
  MW_PASSPHRASE_FIRST,    /* for the first case */
  MW_PASSPHRASE_REPLACE,  /* after the recovery key; cannot be cancelled */
  MW_PASSPHRASE_CHANGE,   /* the present one is asked as well */
  MW_PASSPHRASE_HANDOVER, /* for a file with one case */
} MwPassphraseReason;

void mw_passphrase_page_start (MwPassphrasePage *self, MwPassphraseReason reason);
MwPassphraseReason mw_passphrase_page_get_reason (MwPassphrasePage *self);
/* Empties what was typed. */
void mw_passphrase_page_reset (MwPassphrasePage *self);

/* Returns: (transfer full) (nullable): what was chosen; the present one, asked for with MW_PASSPHRASE_CHANGE */
MwSecret *mw_passphrase_page_get_passphrase (MwPassphrasePage *self);
MwSecret *mw_passphrase_page_get_present (MwPassphrasePage *self);

/* Whether all is to be sealed anew under another key, which can be chosen with MW_PASSPHRASE_CHANGE. */
gboolean mw_passphrase_page_wants_anew (MwPassphrasePage *self);

/* @message: (nullable): what went wrong; @busy: whether it is being worked on */
void mw_passphrase_page_set_state (MwPassphrasePage *self, const char *message, gboolean busy);

G_END_DECLS
