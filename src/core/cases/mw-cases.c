/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-cases-private.h"

/* How often it is looked whether another day has begun. */
#define DAILY_CHECK_SECONDS (60 * 60)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCases, mw_cases, G_TYPE_OBJECT)

void
mw_cases_job_free (gpointer data)
{
  MwCasesJob *job = data;

  if (job->text)
    memset (job->text, 0, strlen (job->text)); /* it may be a recovery key */
  g_free (job->text);
  mw_secret_free (job->secret);
  mw_secret_free (job->other_secret);
  g_clear_pointer (&job->record, g_bytes_unref);
  g_clear_object (&job->heading);
  g_clear_pointer (&job->headings, g_ptr_array_unref);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->gathered, g_array_unref);
  mw_case_outcome_free (job->outcome);
  g_free (job->holder);
  g_free (job);
}

void
mw_cases_emit_changed (MwCases *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_cases_set_state (MwCases *self, MwCasesState state, const GError *trouble)
{
  self->state = state;
  g_clear_error (&self->trouble);
  self->trouble = trouble ? g_error_copy (trouble) : NULL;
  mw_cases_emit_changed (self);
}

GTask *
mw_cases_start (MwCases *self,
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

void
mw_cases_run (MwCases *self, MwCasesJob *job, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer user_data)
{
  g_object_unref (mw_cases_start (self, job, func, NULL, callback, user_data));
}

MwCasesJob *
mw_cases_get_job (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

/* The list keeps its order, so that what is shown does not jump. */
void
mw_cases_put_heading (MwCases *self, MwCaseHeading *heading)
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

void
mw_cases_take_list (MwCases *self, MwCasesJob *job)
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
  mw_cases_start_indexing (self, job->headings);
  mw_cases_set_state (self, MW_CASES_OPEN, NULL);
}

static gboolean
on_hour (gpointer data)
{
  MwCases *self = g_weak_ref_get (data);

  if (!self)
    return G_SOURCE_REMOVE;

  mw_cases_start_daily (self);
  g_object_unref (self);
  return G_SOURCE_CONTINUE;
}

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
mw_cases_finalize (GObject *object)
{
  MwCases *self = MW_CASES (object);

  if (self->store)
    mw_cases_release_file (self);
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
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_CASES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
