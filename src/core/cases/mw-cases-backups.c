/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-case-files.h"
#include "mw-cases-private.h"
#include "mw-recovery-key.h"

static void
daily_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  GError *error = NULL;
  gboolean made;

  if (mw_cases_check_open (self, &error) && mw_case_backups_make_daily (self->store, self->backups, &made, &error))
    g_task_return_boolean (task, made);
  else
    g_task_return_error (task, error);
}

static void
daily_done (GObject *source, GAsyncResult *result, gpointer data)
{
  MwCases *self = MW_CASES (source);

  g_clear_error (&self->backup_error);
  g_task_propagate_boolean (G_TASK (result), &self->backup_error);
  mw_cases_emit_changed (self);
}

void
mw_cases_start_daily (MwCases *self)
{
  if (self->state == MW_CASES_OPEN && !self->read_only && !self->closing)
    mw_cases_run (self, g_new0 (MwCasesJob, 1), daily_job, daily_done, NULL);
}

static void
back_up_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  GError *error = NULL;
  char *path = NULL;

  if (mw_cases_check_open (self, &error)
      && mw_case_backups_make_in (self->store, ((MwCasesJob *) data)->text, &path, &error))
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_back_up_async (MwCases *self, const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->text = g_strdup (folder);
  mw_cases_run (self, job, back_up_job, callback, user_data);
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

/* A recovery key checks itself, so that no passphrase is taken for one. */
static gboolean
unlock_with_either (MwCaseStore *store, const MwSecret *secret, gboolean *with_recovery_key, GError **error)
{
  char *text = g_strndup ((const char *) secret->bytes, secret->length);
  g_autoptr (MwSecret) key = mw_recovery_key_from_text (text, NULL);
  gboolean unlocked
    = key ? mw_case_store_unlock_with_recovery_key (store, text, error) : mw_case_store_unlock (store, secret, error);

  *with_recovery_key = key != NULL;
  explicit_bzero (text, strlen (text));
  g_free (text);
  return unlocked;
}

static gboolean
inspect (MwCasesJob *job, GError **error)
{
  g_autoptr (MwCaseStore) store = mw_case_store_open (job->text, TRUE, NULL, error);
  g_autoptr (GPtrArray) list = NULL;

  if (!store || !unlock_with_either (store, job->secret, &job->contents.with_recovery_key, error)
      || !mw_case_store_verify (store, &job->contents.n_damaged, error))
    return FALSE;

  list = mw_case_store_list (store);
  job->contents.n_cases = list->len;
  for (guint i = 0; i < list->len; i++)
    job->contents.touched = MAX (job->contents.touched, ((MwCaseHeading *) g_ptr_array_index (list, i))->touched);
  return TRUE;
}

static void
inspect_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (inspect (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  mw_cases_run (self, job, inspect_job, callback, user_data);
}

gboolean
mw_cases_inspect_finish (MwCases *self, GAsyncResult *result, MwBackupContents *contents, GError **error)
{
  *contents = mw_cases_get_job (result)->contents;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* After a failure the store of before is still there, and puts its file back when it is asked for anything. */
static gboolean
restore (MwCases *self, MwCasesJob *job, GError **error)
{
  MwCaseStore *before = g_steal_pointer (&self->store);
  g_autofree char *kept = NULL;
  gboolean restored = mw_case_files_make_folder (self->folder, error)
                      && mw_case_backups_restore (job->text, self->path, self->backups, &kept, error)
                      && mw_cases_open_store (self, error)
                      && unlock_with_either (self->store, job->secret, &job->contents.with_recovery_key, error)
                      && mw_cases_describe (self, job, error);

  if (!restored && before)
    {
      mw_case_store_free (self->store);
      self->store = g_steal_pointer (&before);
    }
  mw_case_store_free (before);
  return restored;
}

static void
restore_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCasesJob *job = data;
  GError *error = NULL;

  /* Nothing is replaced by what does not open. */
  if (inspect (job, &error) && restore (source, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  mw_cases_run (self, job, restore_job, callback, user_data);
}

gboolean
mw_cases_restore_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return mw_cases_finish_opening (self, result, error);
}

static gboolean
repair (MwCases *self, MwCasesJob *job, GError **error)
{
  return mw_cases_check_open (self, error) && mw_case_store_repair (self->store, error)
         && mw_cases_describe (self, job, error);
}

static void
repair_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (repair (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_cases_repair_async (MwCases *self, GAsyncReadyCallback callback, gpointer user_data)
{
  mw_cases_run (self, g_new0 (MwCasesJob, 1), repair_job, callback, user_data);
}

gboolean
mw_cases_repair_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return mw_cases_finish_opening (self, result, error);
}
