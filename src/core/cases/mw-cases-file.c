/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "mw-case-files.h"
#include "mw-cases-private.h"
#include "mw-error.h"

/* The file of the cases: looked at, made, opened and closed. */

/* Tells other programs who has the file. */
static char *
dup_holder_path (MwCases *self)
{
  return g_build_filename (self->folder, "cases.holder", NULL);
}

static void
write_holder (MwCases *self)
{
  g_autofree char *path = dup_holder_path (self);
  g_autofree char *text = g_strdup_printf ("%s, %s", g_get_user_name (), g_get_host_name ());

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static char *
read_holder (MwCases *self)
{
  g_autofree char *path = dup_holder_path (self);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && *text ? g_utf8_make_valid (g_strstrip (text), -1) : NULL;
}

static MwCaseStoreOptions
get_options (MwCases *self)
{
  return (MwCaseStoreOptions){ .kdf = self->kdf, .backups = self->backups };
}

/* A file that may not be written is opened to be read. */
gboolean
mw_cases_open_store (MwCases *self, GError **error)
{
  MwCaseStoreOptions options = get_options (self);
  g_autoptr (GError) local = NULL;

  self->store = mw_case_store_open (self->path, FALSE, &options, &local);
  if (!self->store && g_error_matches (local, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY))
    {
      g_clear_error (&local);
      self->store = mw_case_store_open (self->path, TRUE, &options, &local);
    }
  if (self->store)
    {
      write_holder (self);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A folder with backups, but without the file, has lost it. */
static gboolean
was_lost (MwCases *self, GError **error)
{
  g_autoptr (GPtrArray) backups = mw_case_backups_list (self->backups);

  if (backups->len == 0)
    return FALSE;

  g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN, "The file of the cases is gone");
  return TRUE;
}

static void
close_store (MwCases *self)
{
  g_clear_pointer (&self->index, mw_case_index_free);
  g_clear_pointer (&self->store, mw_case_store_free);
}

static void
check_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  job->sync_service = mw_case_backups_get_sync_service (self->folder);
  close_store (self);
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (was_lost (self, &error))
        g_task_return_error (task, error);
      else
        g_task_return_boolean (task, TRUE);
      return;
    }

  job->locked = mw_cases_open_store (self, &error);
  if (job->locked)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY))
    job->holder = read_holder (self);
  g_task_return_error (task, error);
}

static void
check_done (GObject *source, GAsyncResult *result, gpointer data)
{
  MwCases *self = MW_CASES (source);
  MwCasesJob *job = mw_cases_get_job (result);
  g_autoptr (GError) error = NULL;

  g_free (self->holder);
  self->holder = g_steal_pointer (&job->holder);
  self->sync_service = job->sync_service;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    mw_cases_set_state (self, MW_CASES_TROUBLE, error);
  else
    mw_cases_set_state (self, job->locked ? MW_CASES_LOCKED : MW_CASES_NONE, NULL);
}

void
mw_cases_check (MwCases *self)
{
  g_list_store_remove_all (self->list);
  g_hash_table_remove_all (self->positions);
  g_hash_table_remove_all (self->due);
  mw_outcomes_clear (self->outcomes);
  self->indexed = FALSE;
  mw_cases_set_state (self, MW_CASES_CHECKING, NULL);
  mw_cases_run (self, g_new0 (MwCasesJob, 1), check_job, check_done, NULL);
}

gboolean
mw_cases_describe (MwCases *self, MwCasesJob *job, GError **error)
{
  g_clear_pointer (&self->index, mw_case_index_free);
  self->index = mw_case_index_new (error);
  if (!self->index)
    return FALSE;

  job->headings = mw_case_store_list (self->store);
  job->read_only = mw_case_store_is_read_only (self->store);
  job->damaged = mw_case_store_is_damaged (self->store);
  return TRUE;
}

static void
create_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  MwCaseStoreOptions options = get_options (self);
  GError *error = NULL;
  char *recovery_key = NULL;

  if (self->store || g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_set_error_literal (&error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN, "There is a file already");
  else if (mw_case_files_make_folder (self->folder, &error))
    self->store = mw_case_store_create (self->path, job->secret, &options, &recovery_key, &error);
  if (recovery_key && mw_cases_describe (self, job, &error))
    {
      write_holder (self);
      g_task_return_pointer (task, recovery_key, g_free);
      return;
    }
  g_free (recovery_key);
  g_task_return_error (task, error);
}

void
mw_cases_create_async (MwCases *self, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->secret = passphrase;
  mw_cases_run (self, job, create_job, callback, user_data);
}

char *
mw_cases_create_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  char *recovery_key = g_task_propagate_pointer (G_TASK (result), error);

  if (recovery_key)
    mw_cases_take_list (self, mw_cases_get_job (result));
  return recovery_key;
}

static void
unlock_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;
  gboolean unlocked = self->store || mw_cases_open_store (self, &error);

  if (unlocked)
    unlocked = job->secret ? mw_case_store_unlock (self->store, job->secret, &error)
                           : mw_case_store_unlock_with_recovery_key (self->store, job->text, &error);
  if (unlocked && mw_cases_describe (self, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  mw_cases_run (self, job, unlock_job, callback, user_data);
}

gboolean
mw_cases_finish_opening (MwCases *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  mw_cases_take_list (self, mw_cases_get_job (result));
  return TRUE;
}

gboolean
mw_cases_unlock_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return mw_cases_finish_opening (self, result, error);
}

gboolean
mw_cases_check_open (MwCases *self, GError **error)
{
  if (self->store)
    return TRUE;

  g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED, "No file of cases is open");
  return FALSE;
}

static void
close_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;

  if (self->store)
    {
      g_autofree char *path = dup_holder_path (self);

      g_unlink (path);
    }
  close_store (self);
  g_task_return_boolean (task, TRUE);
}

void
mw_cases_close_async (MwCases *self, GAsyncReadyCallback callback, gpointer user_data)
{
  self->closing = TRUE;
  mw_outcomes_clear (self->outcomes);
  mw_cases_run (self, g_new0 (MwCasesJob, 1), close_job, callback, user_data);
}

gboolean
mw_cases_close_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
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

void
mw_cases_release_file (MwCases *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Remains *remains = g_new0 (Remains, 1);

  remains->store = g_steal_pointer (&self->store);
  remains->index = g_steal_pointer (&self->index);
  g_task_set_task_data (task, remains, g_free);
  mw_worker_push (self->worker, task, free_remains);
}
