/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case-backups.h"
#include "mw-case-index.h"
#include "mw-cases.h"
#include "mw-worker.h"

G_BEGIN_DECLS

struct _MwCases
{
  GObject parent_instance;

  char *folder;
  char *path;
  char *backups;
  MwKdf kdf;
  MwWorker *worker;

  /* The worker's. */
  MwCaseStore *store;
  MwCaseIndex *index;

  /* The main thread's. */
  MwCasesState state;
  GError *trouble;
  char *holder;
  const char *sync_service;
  GListStore *list;
  GHashTable *positions; /* (element-type guint64 MwCaseHeading) */
  GHashTable *due;       /* (element-type guint64 MwCaseHeading): in which something is due */
  MwOutcomes *outcomes;
  GError *backup_error;
  guint n_damaged;
  gboolean indexed;
  gboolean read_only;
  gboolean damaged;
  gboolean rescued;
  gboolean closing;
  guint64 generation; /* of the list: indexing of an earlier one stops */
};

/* What indexing found in a case. */
typedef struct
{
  guint64 id;
  MwCaseOutcome *outcome;
} MwGathered;

/* What a task works with and what it comes to. */
typedef struct
{
  guint64 id;
  guint32 revision;
  char *text;
  MwSecret *secret;
  MwSecret *other_secret;
  GBytes *record;
  MwCaseHeading *heading;
  MwCaseOutcome *outcome; /* (nullable) */

  GPtrArray *headings; /* the whole list, when it is another one; of what was indexed, those with something due */
  gboolean read_only;
  gboolean damaged;
  gboolean rescued;
  guint n_damaged;
  guint n_done;
  guint64 generation;
  gboolean locked;
  char *holder;
  const char *sync_service;
  GArray *ids;
  GArray *gathered; /* (nullable): of MwGathered */
  MwBackupContents contents;
} MwCasesJob;

void mw_cases_job_free (gpointer job);

/* The main thread's: @heading is what is known of its case now. */
void mw_cases_agenda_take (MwCases *self, MwCaseHeading *heading);
/* The worker's: a case that was read. */
void mw_cases_agenda_index (MwCasesJob *job, guint64 id, const MwCase *one);

/* The tasks' functions. */
void mw_cases_check_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_create_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_unlock_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_save_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_load_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_revisions_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_delete_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_search_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_passphrase_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_renew_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_back_up_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_inspect_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_restore_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_repair_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_index_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_daily_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
void mw_cases_close_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);

G_END_DECLS
