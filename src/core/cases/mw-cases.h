/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-backup.h"
#include "mw-case-manifest.h"
#include "mw-key-slot.h"
#include "mw-outcomes.h"

G_BEGIN_DECLS

#define MW_TYPE_CASES (mw_cases_get_type ())
G_DECLARE_FINAL_TYPE (MwCases, mw_cases, MW, CASES, GObject)

/* The cases as the interface sees them. Belongs to the main thread; the file behind it to a thread of its own, to which every
 * call is a task in one queue, so that nothing here waits. Errors are in MW_CASE_ERROR and MW_STORAGE_ERROR. The finish
 * function of a task must be called: it brings the state up to date.
 *
 * Signals: "changed": the state, the list, or what is known of damage, backups and the index. */

/**
 * MwCasesState:
 * @MW_CASES_CHECKING: not known yet
 * @MW_CASES_NONE: there is no file and never was one
 * @MW_CASES_LOCKED: there is one
 * @MW_CASES_OPEN: it is unlocked
 * @MW_CASES_TROUBLE: it cannot be opened: mw_cases_get_trouble() tells why. MW_STORAGE_ERROR_OPEN: it is gone, but there are
 *   backups
 */
typedef enum
{
  MW_CASES_CHECKING,
  MW_CASES_NONE,
  MW_CASES_LOCKED,
  MW_CASES_OPEN,
  MW_CASES_TROUBLE,
} MwCasesState;

/* @folder: where cases.db is or will be; @kdf: (nullable): how much work a new passphrase is to guess; usual when %NULL */
MwCases *mw_cases_new (const char *folder, const MwKdf *kdf);

/* Starts to look what there is. */
void mw_cases_check (MwCases *self);

MwCasesState mw_cases_get_state (MwCases *self);
/* Returns: (transfer none) (nullable) */
const GError *mw_cases_get_trouble (MwCases *self);
/* Who has the file when another program does, such as "anna, laptop-3". Returns: (transfer none) (nullable) */
const char *mw_cases_get_holder (MwCases *self);
/* Returns: (transfer none): where the file is */
const char *mw_cases_get_folder (MwCases *self);

/* Which service copies the folder elsewhere. Returns: (transfer none) (nullable) */
const char *mw_cases_get_sync_service (MwCases *self);

/* Returns: (transfer none): a list of MwCaseHeading, in no order; empty unless open */
GListModel *mw_cases_get_list (MwCases *self);
/* Returns: (transfer none) (nullable) */
MwCaseHeading *mw_cases_find (MwCases *self, guint64 id);

/* Something that is due, and the case in which it is. */
typedef struct
{
  MwCaseHeading *heading;
  const MwDue *due; /* the heading's */
} MwAgendaEntry;

/* What is due on or before the Julian day @last, the earliest first; complete once everything is indexed.
 * Returns: (transfer full) (element-type MwAgendaEntry) */
GPtrArray *mw_cases_list_agenda (MwCases *self, guint32 last);

/* What became of the interventions in the cases that were evaluated. Complete once everything can be searched, kept up to date by
 * what is saved and deleted, and empty unless open. Returns: (transfer none) */
MwOutcomes *mw_cases_get_outcomes (MwCases *self);

/* Whether everything that is written can be searched already. */
gboolean mw_cases_is_indexed (MwCases *self);
/* Nothing can be changed: the manifest is damaged, or the file may not be written. */
gboolean mw_cases_is_read_only (MwCases *self);
gboolean mw_cases_is_damaged (MwCases *self);
/* Cases whose newest revision cannot be read, and records from elsewhere. */
guint mw_cases_get_n_damaged (MwCases *self);
/* Why today's backup could not be made. Returns: (transfer none) (nullable) */
const GError *mw_cases_get_backup_error (MwCases *self);
/* Whether the file had been taken away and was put back, since the last call. */
gboolean mw_cases_was_rescued (MwCases *self);

/* Makes the file. @passphrase: (transfer full). Returns: (transfer full) (nullable): the recovery key, to be shown once */
void mw_cases_create_async (MwCases *self, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data);
char *mw_cases_create_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Exactly one of the two. @passphrase: (transfer full) (nullable); @recovery_key: (nullable) */
void mw_cases_unlock_async (MwCases *self, MwSecret *passphrase, const char *recovery_key, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean mw_cases_unlock_finish (MwCases *self, GAsyncResult *result, GError **error);

/* @id: 0 for a new case. @one is encoded at once and may be changed after.
 * Returns: the id, 0 with @error set; then it is on the disk */
void mw_cases_save_async (MwCases *self, guint64 id, const MwCase *one, GAsyncReadyCallback callback, gpointer user_data);
guint64 mw_cases_save_finish (MwCases *self, GAsyncResult *result, GError **error);

/* @revision: 0 for the newest */
void mw_cases_load_async (MwCases *self, guint64 id, guint32 revision, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
MwCase *mw_cases_load_finish (MwCases *self, GAsyncResult *result, GError **error);

void mw_cases_list_revisions_async (MwCases *self, guint64 id, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) (element-type MwRevision) */
GArray *mw_cases_list_revisions_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Takes it out of the backups as well. */
void mw_cases_delete_async (MwCases *self, guint64 id, GAsyncReadyCallback callback, gpointer user_data);
gboolean mw_cases_delete_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Where the words stand that were looked for. */
typedef struct
{
  guint64 id;
  char *excerpt; /* (nullable): of the first fifty */
} MwCaseHit;

void mw_cases_search_async (MwCases *self, const char *search, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
/* Returns: (transfer full) (nullable) (element-type MwCaseHit): what was touched last comes first */
GPtrArray *mw_cases_search_finish (MwCases *self, GAsyncResult *result, GError **error);

/* @current: (transfer full) (nullable): %NULL after unlocking with the recovery key; @passphrase: (transfer full) */
void mw_cases_set_passphrase_async (MwCases *self, MwSecret *current, MwSecret *passphrase, GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean mw_cases_set_passphrase_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Another recovery key; with @passphrase (transfer full) (nullable) all is sealed anew under another data key as well.
 * Returns: (transfer full) (nullable) */
void mw_cases_renew_keys_async (MwCases *self, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data);
char *mw_cases_renew_keys_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Returns: (transfer full) (nullable): the copy's path */
void mw_cases_back_up_async (MwCases *self, const char *folder, GAsyncReadyCallback callback, gpointer user_data);
char *mw_cases_back_up_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Returns: (transfer full) (element-type MwBackup): the newest first. Reads a folder, no file. */
GPtrArray *mw_cases_list_backups (MwCases *self);

/* What is in a backup. */
typedef struct
{
  guint n_cases;
  gint64 touched; /* when a case in it was last changed */
  guint n_damaged;
  gboolean with_recovery_key; /* that was what opened it */
} MwBackupContents;

/* @passphrase: (transfer full): that of the backup, or its recovery key as text */
void mw_cases_inspect_async (MwCases *self, const char *path, MwSecret *passphrase, GAsyncReadyCallback callback,
                             gpointer user_data);
/* @contents: (out) */
gboolean mw_cases_inspect_finish (MwCases *self, GAsyncResult *result, MwBackupContents *contents, GError **error);

/* Puts a backup in the place of the file, which is kept aside, and unlocks it. @passphrase: (transfer full): as for
 * mw_cases_inspect_async() */
void mw_cases_restore_async (MwCases *self, const char *path, MwSecret *passphrase, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean mw_cases_restore_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Goes on with what can be read of a damaged file, of which a copy is kept aside. */
void mw_cases_repair_async (MwCases *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean mw_cases_repair_finish (MwCases *self, GAsyncResult *result, GError **error);

/* Closes the file after everything that was handed over before is done. Nothing may be asked after this. */
void mw_cases_close_async (MwCases *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean mw_cases_close_finish (MwCases *self, GAsyncResult *result, GError **error);

G_END_DECLS
