/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-cases-private.h"
#include "mw-error.h"

/* How often it is looked whether another day has begun. */
#define DAILY_CHECK_SECONDS (60 * 60)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCases, mw_cases, G_TYPE_OBJECT)

static void start_daily (MwCases *self);

static void
emit_changed (MwCases *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_state (MwCases *self, MwCasesState state, const GError *trouble)
{
  self->state = state;
  g_clear_error (&self->trouble);
  self->trouble = trouble ? g_error_copy (trouble) : NULL;
  emit_changed (self);
}

/* Returns: (transfer full): a task for @job (transfer full) that was handed to the worker */
static GTask *
start (MwCases *self,
       MwCasesJob *job,
       GTaskThreadFunc func,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, job, mw_cases_job_free);
  g_task_set_check_cancellable (task, FALSE); /* what was done was done */
  mw_worker_push (self->worker, task, func);
  return task;
}

static void
run (MwCases *self, MwCasesJob *job, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer user_data)
{
  g_object_unref (start (self, job, func, NULL, callback, user_data));
}

static MwCasesJob *
get_job (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

/* The list keeps its order, so that what is shown does not jump. */
static void
put_heading (MwCases *self, MwCaseHeading *heading)
{
  MwCaseHeading *before = g_hash_table_lookup (self->positions, &heading->id);
  guint position;

  if (before && g_list_store_find (self->list, before, &position))
    g_list_store_splice (self->list, position, 1, (gpointer *) &heading, 1);
  else
    g_list_store_append (self->list, heading);
  mw_cases_agenda_take (self, heading);
  g_hash_table_replace (self->positions, &heading->id, g_object_ref (heading)); /* the key is the heading's too */
}

static void
take_gathered (MwCases *self, MwCasesJob *job)
{
  for (guint i = 0; job->gathered && i < job->gathered->len; i++)
    {
      MwGathered *gathered = &g_array_index (job->gathered, MwGathered, i);

      mw_outcomes_put (self->outcomes, gathered->id, g_steal_pointer (&gathered->outcome));
    }
}

static void
index_done (GObject *source, GAsyncResult *result, gpointer data)
{
  MwCases *self = MW_CASES (source);
  MwCasesJob *job = get_job (result);
  MwCasesJob *next;

  if (job->generation != self->generation || self->closing || self->state != MW_CASES_OPEN)
    return;

  take_gathered (self, job);
  self->n_damaged += job->n_damaged;
  for (guint i = 0; job->headings && i < job->headings->len; i++)
    mw_cases_agenda_take (self, g_ptr_array_index (job->headings, i));
  if (job->n_done < job->ids->len)
    {
      next = g_new0 (MwCasesJob, 1);
      next->generation = job->generation;
      next->ids = g_array_ref (job->ids);
      next->n_done = job->n_done;
      run (self, next, mw_cases_index_job, index_done, NULL);
      return;
    }
  self->indexed = TRUE;
  emit_changed (self);
  start_daily (self);
}

static int
compare_touched (gconstpointer a, gconstpointer b)
{
  const MwCaseHeading *one = *(MwCaseHeading *const *) a;
  const MwCaseHeading *other = *(MwCaseHeading *const *) b;

  return one->touched < other->touched ? -1 : one->touched > other->touched;
}

/* What was put into the index last is found first: what was touched last. */
static void
start_indexing (MwCases *self, GPtrArray *headings)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  self->indexed = FALSE;
  self->n_damaged = 0;
  job->generation = ++self->generation;
  job->ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_ptr_array_sort (headings, compare_touched);
  for (guint i = 0; i < headings->len; i++)
    g_array_append_val (job->ids, ((MwCaseHeading *) g_ptr_array_index (headings, i))->id);
  run (self, job, mw_cases_index_job, index_done, NULL);
}

/* Takes over the list of a file that has just been opened. */
static void
take_list (MwCases *self, MwCasesJob *job)
{
  g_hash_table_remove_all (self->positions);
  g_hash_table_remove_all (self->due);
  mw_outcomes_clear (self->outcomes);
  for (guint i = 0; i < job->headings->len; i++)
    {
      MwCaseHeading *heading = g_ptr_array_index (job->headings, i);

      g_hash_table_insert (self->positions, &heading->id, g_object_ref (heading));
    }
  g_list_store_splice (self->list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->list)), job->headings->pdata,
                       job->headings->len);
  self->read_only = job->read_only;
  self->damaged = job->damaged;
  start_indexing (self, job->headings);
  set_state (self, MW_CASES_OPEN, NULL);
}

static void
daily_done (GObject *source, GAsyncResult *result, gpointer data)
{
  MwCases *self = MW_CASES (source);

  g_clear_error (&self->backup_error);
  g_task_propagate_boolean (G_TASK (result), &self->backup_error);
  emit_changed (self);
}

static void
start_daily (MwCases *self)
{
  if (self->state == MW_CASES_OPEN && !self->read_only && !self->closing)
    run (self, g_new0 (MwCasesJob, 1), mw_cases_daily_job, daily_done, NULL);
}

static gboolean
on_hour (gpointer data)
{
  MwCases *self = g_weak_ref_get (data);

  if (!self)
    return G_SOURCE_REMOVE;

  start_daily (self);
  g_object_unref (self);
  return G_SOURCE_CONTINUE;
}

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

typedef struct
{
  MwCaseStore *store;
  MwCaseIndex *index;
} Remains;

static void
free_remains (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Remains *remains = data;

  mw_case_index_free (remains->index);
  mw_case_store_free (remains->store);
  g_task_return_boolean (task, TRUE);
}

/* The file goes on the thread that owns it. */
static void
release_file (MwCases *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Remains *remains = g_new0 (Remains, 1);

  remains->store = g_steal_pointer (&self->store);
  remains->index = g_steal_pointer (&self->index);
  g_task_set_task_data (task, remains, g_free);
  mw_worker_push (self->worker, task, free_remains);
}

static void
mw_cases_finalize (GObject *object)
{
  MwCases *self = MW_CASES (object);

  if (self->store)
    release_file (self);
  g_clear_object (&self->worker);
  g_clear_object (&self->list);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->due);
  g_clear_object (&self->outcomes);
  g_clear_error (&self->trouble);
  g_clear_error (&self->backup_error);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->backups);
  g_free (self->holder);

  G_OBJECT_CLASS (mw_cases_parent_class)->finalize (object);
}

static void
mw_cases_class_init (MwCasesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_cases_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_CASES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_cases_init (MwCases *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  self->worker = mw_worker_new ("cases");
  self->list = g_list_store_new (MW_TYPE_CASE_HEADING);
  self->outcomes = mw_outcomes_new ();
  self->positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->due = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  g_weak_ref_init (weak, self);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, DAILY_CHECK_SECONDS, on_hour, weak, free_weak);
}

MwCases *
mw_cases_new (const char *folder, const MwKdf *kdf)
{
  MwCases *self = g_object_new (MW_TYPE_CASES, NULL);

  mw_secret_init ();
  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, "cases.db", NULL);
  self->backups = g_build_filename (folder, "backups", NULL);
  if (kdf)
    self->kdf = *kdf;
  return self;
}

static void
check_done (GObject *source, GAsyncResult *result, gpointer data)
{
  MwCases *self = MW_CASES (source);
  MwCasesJob *job = get_job (result);
  g_autoptr (GError) error = NULL;

  g_free (self->holder);
  self->holder = g_steal_pointer (&job->holder);
  self->sync_service = job->sync_service;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    set_state (self, MW_CASES_TROUBLE, error);
  else
    set_state (self, job->locked ? MW_CASES_LOCKED : MW_CASES_NONE, NULL);
}

void
mw_cases_check (MwCases *self)
{
  g_list_store_remove_all (self->list);
  g_hash_table_remove_all (self->positions);
  g_hash_table_remove_all (self->due);
  mw_outcomes_clear (self->outcomes);
  self->indexed = FALSE;
  set_state (self, MW_CASES_CHECKING, NULL);
  run (self, g_new0 (MwCasesJob, 1), mw_cases_check_job, check_done, NULL);
}

MwCasesState
mw_cases_get_state (MwCases *self)
{
  return self->state;
}

const GError *
mw_cases_get_trouble (MwCases *self)
{
  return self->trouble;
}

const char *
mw_cases_get_holder (MwCases *self)
{
  return self->holder;
}

const char *
mw_cases_get_folder (MwCases *self)
{
  return self->folder;
}

const char *
mw_cases_get_sync_service (MwCases *self)
{
  return self->sync_service;
}

GListModel *
mw_cases_get_list (MwCases *self)
{
  return G_LIST_MODEL (self->list);
}

MwCaseHeading *
mw_cases_find (MwCases *self, guint64 id)
{
  return g_hash_table_lookup (self->positions, &id);
}

MwOutcomes *
mw_cases_get_outcomes (MwCases *self)
{
  return self->outcomes;
}

gboolean
mw_cases_is_indexed (MwCases *self)
{
  return self->indexed;
}

gboolean
mw_cases_is_read_only (MwCases *self)
{
  return self->read_only;
}

gboolean
mw_cases_is_damaged (MwCases *self)
{
  return self->damaged;
}

guint
mw_cases_get_n_damaged (MwCases *self)
{
  return self->n_damaged;
}

const GError *
mw_cases_get_backup_error (MwCases *self)
{
  return self->backup_error;
}

gboolean
mw_cases_was_rescued (MwCases *self)
{
  gboolean rescued = self->rescued;

  self->rescued = FALSE;
  return rescued;
}

void
mw_cases_create_async (MwCases *self, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->secret = passphrase;
  run (self, job, mw_cases_create_job, callback, user_data);
}

char *
mw_cases_create_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  char *recovery_key = g_task_propagate_pointer (G_TASK (result), error);

  if (recovery_key)
    take_list (self, get_job (result));
  return recovery_key;
}

void
mw_cases_unlock_async (MwCases *self,
                       MwSecret *passphrase,
                       const char *recovery_key,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->secret = passphrase;
  job->text = g_strdup (recovery_key);
  run (self, job, mw_cases_unlock_job, callback, user_data);
}

static gboolean
finish_opening (MwCases *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  take_list (self, get_job (result));
  return TRUE;
}

gboolean
mw_cases_unlock_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return finish_opening (self, result, error);
}

void
mw_cases_save_async (MwCases *self, guint64 id, const MwCase *one, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->heading = mw_case_heading_new_for_case (id, one);
  job->record = mw_case_encode (one);
  job->outcome = mw_outcomes_gather (one);
  run (self, job, mw_cases_save_job, callback, user_data);
}

guint64
mw_cases_save_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  MwCasesJob *job = get_job (result);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return 0;

  put_heading (self, job->heading);
  mw_outcomes_put (self->outcomes, job->heading->id, g_steal_pointer (&job->outcome));
  if (job->rescued)
    {
      self->rescued = TRUE;
      emit_changed (self);
    }
  return job->heading->id;
}

void
mw_cases_load_async (MwCases *self, guint64 id, guint32 revision, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->id = id;
  job->revision = revision;
  run (self, job, mw_cases_load_job, callback, user_data);
}

MwCase *
mw_cases_load_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
mw_cases_list_revisions_async (MwCases *self, guint64 id, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->id = id;
  run (self, job, mw_cases_revisions_job, callback, user_data);
}

GArray *
mw_cases_list_revisions_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
mw_cases_delete_async (MwCases *self, guint64 id, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->id = id;
  run (self, job, mw_cases_delete_job, callback, user_data);
}

gboolean
mw_cases_delete_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  MwCasesJob *job = get_job (result);
  MwCaseHeading *heading = mw_cases_find (self, job->id);
  guint position;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (heading && g_list_store_find (self->list, heading, &position))
    g_list_store_remove (self->list, position);
  g_hash_table_remove (self->positions, &job->id);
  g_hash_table_remove (self->due, &job->id);
  mw_outcomes_put (self->outcomes, job->id, NULL);
  return TRUE;
}

void
mw_cases_search_async (MwCases *self,
                       const char *search,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->text = g_strdup (search);
  g_object_unref (start (self, job, mw_cases_search_job, cancellable, callback, user_data));
}

GPtrArray *
mw_cases_search_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
mw_cases_set_passphrase_async (MwCases *self,
                               MwSecret *current,
                               MwSecret *passphrase,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->secret = current;
  job->other_secret = passphrase;
  run (self, job, mw_cases_passphrase_job, callback, user_data);
}

gboolean
mw_cases_set_passphrase_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
mw_cases_renew_keys_async (MwCases *self, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->secret = passphrase;
  run (self, job, mw_cases_renew_job, callback, user_data);
}

char *
mw_cases_renew_keys_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
mw_cases_back_up_async (MwCases *self, const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->text = g_strdup (folder);
  run (self, job, mw_cases_back_up_job, callback, user_data);
}

char *
mw_cases_back_up_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
mw_cases_list_backups (MwCases *self)
{
  return mw_case_backups_list (self->backups);
}

void
mw_cases_inspect_async (MwCases *self,
                        const char *path,
                        MwSecret *passphrase,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->text = g_strdup (path);
  job->secret = passphrase;
  run (self, job, mw_cases_inspect_job, callback, user_data);
}

gboolean
mw_cases_inspect_finish (MwCases *self, GAsyncResult *result, MwBackupContents *contents, GError **error)
{
  *contents = get_job (result)->contents;
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
mw_cases_restore_async (MwCases *self,
                        const char *path,
                        MwSecret *passphrase,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->text = g_strdup (path);
  job->secret = passphrase;
  run (self, job, mw_cases_restore_job, callback, user_data);
}

gboolean
mw_cases_restore_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return finish_opening (self, result, error);
}

void
mw_cases_repair_async (MwCases *self, GAsyncReadyCallback callback, gpointer user_data)
{
  run (self, g_new0 (MwCasesJob, 1), mw_cases_repair_job, callback, user_data);
}

gboolean
mw_cases_repair_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return finish_opening (self, result, error);
}

void
mw_cases_close_async (MwCases *self, GAsyncReadyCallback callback, gpointer user_data)
{
  self->closing = TRUE;
  mw_outcomes_clear (self->outcomes);
  run (self, g_new0 (MwCasesJob, 1), mw_cases_close_job, callback, user_data);
}

gboolean
mw_cases_close_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
