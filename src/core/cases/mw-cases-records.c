/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-cases-private.h"

static void
save_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  if (!mw_cases_check_open (self, &error) || !mw_case_store_save (self->store, job->heading, job->record, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->rescued = mw_case_store_was_rescued (self->store);
  g_task_return_boolean (task, TRUE);
  mw_cases_index_record (self, job->heading->id, job->record, NULL);
}

void
mw_cases_save_async (MwCases *self, guint64 id, const MwCase *one, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->heading = mw_case_heading_new_for_case (id, one);
  job->record = mw_case_encode (one);
  job->outcome = mw_outcomes_gather (one);
  mw_cases_run (self, job, save_job, callback, user_data);
}

guint64
mw_cases_save_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  MwCasesJob *job = mw_cases_get_job (result);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return 0;

  mw_cases_put_heading (self, job->heading);
  mw_outcomes_put (self->outcomes, job->heading->id, g_steal_pointer (&job->outcome));
  if (job->rescued)
    {
      self->rescued = TRUE;
      mw_cases_emit_changed (self);
    }
  return job->heading->id;
}

static void
load_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) record
    = mw_cases_check_open (self, &error) ? mw_case_store_read (self->store, job->id, job->revision, &error) : NULL;
  MwCase *one = record ? mw_case_decode (record, &error) : NULL;

  if (one)
    g_task_return_pointer (task, one, (GDestroyNotify) mw_case_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_load_async (MwCases *self, guint64 id, guint32 revision, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->id = id;
  job->revision = revision;
  mw_cases_run (self, job, load_job, callback, user_data);
}

MwCase *
mw_cases_load_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
revisions_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  GError *error = NULL;
  GArray *revisions = mw_cases_check_open (self, &error)
                        ? mw_case_store_list_revisions (self->store, ((MwCasesJob *) data)->id, &error)
                        : NULL;

  if (revisions)
    g_task_return_pointer (task, revisions, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
mw_cases_list_revisions_async (MwCases *self, guint64 id, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->id = id;
  mw_cases_run (self, job, revisions_job, callback, user_data);
}

GArray *
mw_cases_list_revisions_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
delete_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  if (!mw_cases_check_open (self, &error) || !mw_case_store_delete (self->store, job->id, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->index)
    mw_case_index_remove (self->index, job->id);
  mw_case_backups_remove_case (self->store, self->backups, job->id);
  g_task_return_boolean (task, TRUE);
}

void
mw_cases_delete_async (MwCases *self, guint64 id, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->id = id;
  mw_cases_run (self, job, delete_job, callback, user_data);
}

gboolean
mw_cases_delete_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  MwCasesJob *job = mw_cases_get_job (result);
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
