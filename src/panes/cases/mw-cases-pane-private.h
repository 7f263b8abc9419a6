/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-backups-page.h"
#include "mw-case-list.h"
#include "mw-case-page.h"
#include "mw-cases-pane.h"
#include "mw-confirm-page.h"
#include "mw-history-page.h"
#include "mw-passphrase-page.h"
#include "mw-recovery-page.h"
#include "mw-takeover-page.h"
#include "mw-trouble-page.h"
#include "mw-unlock-page.h"

G_BEGIN_DECLS

/* What follows once everything is saved, or once the cases are open. */
typedef enum
{
  MW_GO_NOWHERE,
  MW_GO_LIST,
  MW_GO_NEW,
  MW_GO_OPEN,
  MW_GO_HISTORY,
  MW_GO_PASSPHRASE,
  MW_GO_RENEW,
  MW_GO_BACKUPS,
  MW_GO_TAKEOVER,
  MW_GO_DELETE,
  MW_GO_CLOSE,
  MW_GO_LOCK,
} MwGo;

/* What the confirm page asks. */
typedef enum
{
  MW_ASK_NOTHING,
  MW_ASK_DELETE,
  MW_ASK_RENEW,
  MW_ASK_REPAIR,
  MW_ASK_EXPORT,
  MW_ASK_CLOSE_UNSAVED,
  MW_ASK_UNENCRYPTED,
} MwAsk;

typedef enum
{
  MW_NOTICE_NONE,
  MW_NOTICE_MESSAGE, /* what has just been done or is waited for */
  MW_NOTICE_DAMAGED,
  MW_NOTICE_RESCUED,
  MW_NOTICE_RECOVERY_KEY,
  MW_NOTICE_READ_ONLY,
  MW_NOTICE_BACKUP,
  MW_NOTICE_SYNC,
  MW_NOTICE_RETENTION,
  MW_N_NOTICES,
} MwNotice;

struct _MwCasesPane
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *notice_box;
  GtkLabel *notice_label;
  GtkWidget *first_button;
  GtkWidget *second_button;
  GtkWidget *close_button;

  /* (nullable): made when they are first shown */
  MwUnlockPage *unlock_page;
  MwPassphrasePage *passphrase_page;
  MwRecoveryPage *recovery_page;
  MwCaseList *list;
  MwCasePage *case_page;
  MwHistoryPage *history_page;
  MwBackupsPage *backups_page;
  MwTakeoverPage *takeover_page;
  MwConfirmPage *confirm_page;

  MwCases *cases;
  MwOptionFacts *facts; /* (nullable) */
  MwCaseSaver *saver; /* (nullable): of the open case */
  MwAnswers answers;
  char **filters;
  MwConsidered *waiting; /* (nullable): for the next case that is opened */
  char *arriving;         /* (nullable): a colleague's file, until there are cases to ask */
  GBytes *arrived;        /* (nullable): what is in it, until they are open */
  guint retention_years;

  MwGo go;
  guint64 go_id;
  MwCasePart go_part; /* of the case that is opened */
  MwGo after_opening;
  MwAsk ask;
  const char *ask_what; /* (nullable): of MW_ASK_UNENCRYPTED; interned */
  gboolean covered; /* locked, but what is open could not be saved yet */

  MwNotice notice;
  char *message;
  char *warned_folder;
  gboolean recovery_kept;
  gboolean rescued;
  gboolean dismissed[MW_N_NOTICES];
};

/* In mw-cases-pane.c. */
void mw_cases_pane_free_waiting (MwConsidered *waiting);
void mw_cases_pane_emit_changed (MwCasesPane *self);
void mw_cases_pane_emit_recovery_kept (MwCasesPane *self, gboolean kept);

/* In mw-cases-pane-pages.c: makes the page when there is none yet. */
void mw_cases_pane_show_page (MwCasesPane *self, const char *name);
/* Those that are not shown and hold labels or texts of cases: they would still be told to a screen reader. */
void mw_cases_pane_drop_pages (MwCasesPane *self);

/* In mw-cases-pane-go.c: from one page to another, and from one case to another. */
/* Goes there as soon as everything is saved. */
void mw_cases_pane_go (MwCasesPane *self, MwGo where, guint64 id);
/* Everything is saved, or nothing is to be. */
void mw_cases_pane_arrive_at_list (MwCasesPane *self);
/* Opens @one (transfer full); @id is 0 for a new case. */
void mw_cases_pane_open (MwCasesPane *self, guint64 id, MwCase *one, MwCasePart part);
/* Returns: (transfer none) (nullable) */
MwCase *mw_cases_pane_get_case (MwCasesPane *self);
/* Leaves the open case, which must be saved. */
void mw_cases_pane_drop_case (MwCasesPane *self);
void mw_cases_pane_keep_filters (MwCasesPane *self);
/* Puts what waits on the open case's list. */
void mw_cases_pane_add_waiting (MwCasesPane *self);

/* In mw-cases-pane-ask.c: what is asked before it is done. */
void mw_cases_pane_ask (MwCasesPane *self, MwAsk what);
void mw_cases_pane_on_confirmed (MwCasesPane *self);
void mw_cases_pane_on_cancelled (MwCasesPane *self);
/* Deletes the open case, which was confirmed. */
void mw_cases_pane_delete_case (MwCasesPane *self);

/* In mw-cases-pane-keys.c: what goes on with passphrase and recovery key. */
void mw_cases_pane_start_passphrase (MwCasesPane *self, MwPassphraseReason reason);
void mw_cases_pane_on_chosen (MwCasesPane *self);
void mw_cases_pane_on_passphrase_cancelled (MwCasesPane *self);
void mw_cases_pane_on_unlocked (MwCasesPane *self, gboolean with_recovery_key);
void mw_cases_pane_on_recovery_done (MwCasesPane *self);
void mw_cases_pane_make_keys (MwCasesPane *self);

/* In mw-cases-pane-handover.c: a case that leaves as a file or comes as one. */
void mw_cases_pane_start_leaving (MwCasesPane *self, MwCasesTarget target);
void mw_cases_pane_choose_target (MwCasesPane *self, MwCasesTarget target);
/* Reads the file that was received before there were cases. */
void mw_cases_pane_read_arriving (MwCasesPane *self);
/* What has arrived is opened as soon as the cases are. */
void mw_cases_pane_go_on_arrived (MwCasesPane *self);
void mw_cases_pane_on_taken (MwCasesPane *self, guint64 id, gboolean added);

/* In mw-cases-pane-notices.c: the one line above everything that has to be known. */
void mw_cases_pane_update_notice (MwCasesPane *self);
void mw_cases_pane_on_notice_first (MwCasesPane *self);
void mw_cases_pane_on_notice_second (MwCasesPane *self);
void mw_cases_pane_on_notice_close (MwCasesPane *self);

G_END_DECLS
