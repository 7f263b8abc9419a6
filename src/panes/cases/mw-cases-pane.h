/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case-saver.h"
#include "mw-cases.h"
#include "mw-catalogue.h"

G_BEGIN_DECLS

#define MW_TYPE_CASES_PANE (mw_cases_pane_get_type ())
G_DECLARE_FINAL_TYPE (MwCasesPane, mw_cases_pane, MW, CASES_PANE, GtkWidget)

/* The cases: passphrase, list, the open case, what was earlier, backups. A page is made when it is first shown. What needs another
 * pane, a file dialog or a printer is asked of the window:
 *
 * Signals:
 * "changed": another case is open, or other interventions are considered for it;
 * "written": what was written in the open case is saved;
 * "show-again" (const MwAnswers *answers, const char *const *filters): what goes with the open case;
 * "show-intervention" (const char *id);
 * "save-text", "print-text" (const char *text): the recovery key on paper; answered with mw_cases_pane_say_kept();
 * "recovery-kept" (gboolean): whether the user said that the recovery key is kept;
 * "sync-warned" (const char *folder): the warning of this folder was read;
 * "choose-file": a backup that lies elsewhere; answered with mw_cases_pane_set_backup();
 * "unencrypted" (const char *what): see mw_cases_pane_ask_unencrypted();
 * "choose-target" (MwCasesTarget, as an int, const char *name): where a file of the open case is to be written, and what is suggested as
 *   its name; answered with mw_cases_pane_save_to();
 * "left" (MwLeaveReason, as an int) and "stayed": the answers to mw_cases_pane_leave(). */

/* To be called once. @warned_folder: that of which the warning was read; @recovery_kept: as last said by the signal */
void mw_cases_pane_set_cases (MwCasesPane *self, MwCases *cases, const char *warned_folder, gboolean recovery_kept);
/* To be called once. Where the options of a case are looked up. @catalogue: (transfer none) */
void mw_cases_pane_set_catalogue (MwCasesPane *self, MwCatalogue *catalogue);
/* After how many years closed cases are proposed for deletion. */
void mw_cases_pane_set_retention (MwCasesPane *self, guint years);

/* What the wizard was answered and what the browser filters. */
void mw_cases_pane_set_answers (MwCasesPane *self, const MwAnswers *answers);
void mw_cases_pane_set_filters (MwCasesPane *self, const char *const *filters);

/* Whether the cases are unlocked, and may be shown. */
gboolean mw_cases_pane_is_open (MwCasesPane *self);
/* The interventions that the open case considers. Returns: (transfer full) (nullable): their ids; %NULL without an open case */
char **mw_cases_pane_dup_considered (MwCasesPane *self);
/* What the open case asks for: its profiles (0 when it was not assessed), and the needs and wishes that were written down.
 * Returns: (transfer full) (nullable): %NULL without an open case that may be seen */
char *mw_cases_pane_dup_wishes (MwCasesPane *self, MwProfileSet *profiles);
/* The open case. Returns: (transfer none) (nullable): %NULL without one that may be seen; not to be kept */
const MwCase *mw_cases_pane_peek_case (MwCasesPane *self);
/* By which number colleagues know it; 0 when it is not saved yet. */
guint64 mw_cases_pane_get_number (MwCasesPane *self);
/* Asks whether something of the open case may become a file that is not encrypted. @what: handed on by "unencrypted" when it may */
void mw_cases_pane_ask_unencrypted (MwCasesPane *self, const char *what);
/* The open case with what saves it, for a meeting about it. Returns: (transfer none) (nullable): %NULL without an open case that may
 * be seen */
MwCaseSaver *mw_cases_pane_get_saver (MwCasesPane *self);
/* What was decided in the open case, or who does what, was changed, and not in the pane. */
void mw_cases_pane_update_decision (MwCasesPane *self);
/* A note was added to the open case, and not in the pane. */
void mw_cases_pane_update_notes (MwCasesPane *self);
/* Says something above the page, until it is closed. @message: (nullable) */
void mw_cases_pane_say (MwCasesPane *self, const char *message);
/* Puts the intervention on the open case's list; without a case on that of the next one that is opened. */
void mw_cases_pane_consider (MwCasesPane *self, const char *id, const char *number, const char *name);
/* The same, as one for which the client is to be referred. @whom: (nullable): %NULL is to consider it, "" to refer to whom is not
 * known yet */
void mw_cases_pane_refer (MwCasesPane *self, const char *id, const char *number, const char *name, const char *whom);

void mw_cases_pane_new_case (MwCasesPane *self);
void mw_cases_pane_new_note (MwCasesPane *self);
void mw_cases_pane_focus_search (MwCasesPane *self);
void mw_cases_pane_change_passphrase (MwCasesPane *self);
void mw_cases_pane_renew_keys (MwCasesPane *self);
void mw_cases_pane_back_up_to (MwCasesPane *self, const char *folder);
void mw_cases_pane_restore (MwCasesPane *self);
/* @path: the answer to "choose-file" */
void mw_cases_pane_set_backup (MwCasesPane *self, const char *path);
/* @message: (nullable): the answer to "save-text" and "print-text" */
void mw_cases_pane_say_kept (MwCasesPane *self, const char *message);

typedef enum
{
  MW_CASES_TARGET_HANDOVER, /* sealed, for a colleague */
  MW_CASES_TARGET_XML,      /* for anyone who can read */
} MwCasesTarget;

/* @path: the answer to "choose-target", in the encoding of the file system */
void mw_cases_pane_save_to (MwCasesPane *self, MwCasesTarget target, const char *path);

/* A file that a colleague handed over: what is wrong with it is said; else it is opened, as soon as the cases are. May be
 * called before there are any. */
void mw_cases_pane_receive (MwCasesPane *self, const char *path);

typedef enum
{
  MW_LEAVE_CLOSE, /* the window is to be closed */
  MW_LEAVE_LOCK,  /* the cases are to be locked */
} MwLeaveReason;

/**
 * mw_cases_pane_leave:
 *
 * Saves what is not saved; then "left" is emitted, at once when there is nothing to save. When it cannot be saved: the window stays
 * ("stayed") and the user is asked; or the pane covers itself, asks for the passphrase, and goes on trying until it can.
 */
void mw_cases_pane_leave (MwCasesPane *self, MwLeaveReason reason);

/* Goes on where @like was, which must not be used any more: after the language was changed. */
void mw_cases_pane_take_over (MwCasesPane *self, MwCasesPane *like);

G_END_DECLS
