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

/* In mw-cases.c, the main thread's. */

void mw_cases_emit_changed (MwCases *self);
/* @trouble: (nullable) */
void mw_cases_set_state (MwCases *self, MwCasesState state, const GError *trouble);
/* Returns: (transfer full): a task for @job (transfer full) that was handed to the worker */
GTask *mw_cases_start (MwCases *self, MwCasesJob *job, GTaskThreadFunc func, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data);
/* The same, for what is not cancelled. */
void mw_cases_run (MwCases *self, MwCasesJob *job, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer none) */
MwCasesJob *mw_cases_get_job (GAsyncResult *result);
/* Takes over @heading (transfer none) in the list. */
void mw_cases_put_heading (MwCases *self, MwCaseHeading *heading);
/* Takes over the list of a file that has just been opened. */
void mw_cases_take_list (MwCases *self, MwCasesJob *job);

/* In mw-cases-file.c. */

/* The main thread's: the end of a job that opened the file. */
gboolean mw_cases_finish_opening (MwCases *self, GAsyncResult *result, GError **error);
/* The main thread's: the file goes on the thread that owns it. */
void mw_cases_release_file (MwCases *self);
/* The worker's. */
gboolean mw_cases_open_store (MwCases *self, GError **error);
gboolean mw_cases_check_open (MwCases *self, GError **error);
/* The worker's: what the main thread wants to know of a store that has just been unlocked. */
gboolean mw_cases_describe (MwCases *self, MwCasesJob *job, GError **error);

/* In mw-cases-search.c. */

/* The main thread's: everything in @headings is made searchable, a little at a time. */
void mw_cases_start_indexing (MwCases *self, GPtrArray *headings);
/* The worker's. @gathering: (nullable): what is due in it and what came of it are gathered there */
void mw_cases_index_record (MwCases *self, guint64 id, GBytes *record, MwCasesJob *gathering);

/* In mw-cases-backups.c, the main thread's: makes the copy of today, unless there is one. */
void mw_cases_start_daily (MwCases *self);

/* In mw-cases-agenda.c. */

/* The main thread's: @heading is what is known of its case now. */
void mw_cases_agenda_take (MwCases *self, MwCaseHeading *heading);
/* The worker's: a case that was read. */
void mw_cases_agenda_index (MwCasesJob *job, guint64 id, const MwCase *one);

G_END_DECLS
