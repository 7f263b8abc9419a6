/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-cases-private.h"

static void
passphrase_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  if (mw_cases_check_open (self, &error)
      && mw_case_store_set_passphrase (self->store, job->secret, job->other_secret, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  mw_cases_run (self, job, passphrase_job, callback, user_data);
}

gboolean
mw_cases_set_passphrase_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
renew_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;
  char *key = NULL;

  if (mw_cases_check_open (self, &error))
    key = job->secret ? mw_case_store_rotate (self->store, job->secret, &error)
                      : mw_case_store_renew_recovery_key (self->store, &error);
  if (key)
    g_task_return_pointer (task, key, g_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_renew_keys_async (MwCases *self, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->secret = passphrase;
  mw_cases_run (self, job, renew_job, callback, user_data);
}

char *
mw_cases_renew_keys_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
