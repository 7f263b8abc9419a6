/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-cases-handover.h"

#include "mw-case-files.h"
#include "mw-case-xml.h"
#include "mw-cases-private.h"
#include "mw-error.h"

/* A colleague is to read what lies on a shared disk; what is not sealed is nobody else's. */
#define MODE_SEALED 0666
#define MODE_PLAIN 0600

/* What a task works with. */
typedef struct
{
  char *path;
  char *id;
  GBytes *bytes;
  MwSecret *passphrase;
  MwKdf kdf;
  guint64 found;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->id);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  mw_secret_free (job->passphrase);
  g_free (job);
}

/* @self: (nullable). Returns: (transfer full): a task for @job (transfer full) */
static GTask *
new_task (MwCases *self, Job *job, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, job, job_free);
  return task;
}

static void
hand_over (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GBytes) file = mw_handover_seal (job->bytes, now, &job->kdf, job->passphrase, &error);

  if (file && mw_case_files_write (job->path, file, MODE_SEALED, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_cases_hand_over_async (MwCases *self,
                          const MwCase *one,
                          const char *path,
                          MwSecret *passphrase,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = new_task (NULL, job, callback, user_data);

  job->path = g_strdup (path);
  job->bytes = mw_case_encode (one);
  job->passphrase = passphrase;
  job->kdf = self->kdf.memory ? self->kdf : MW_KDF_MODERATE;
  g_task_run_in_thread (task, hand_over);
}

gboolean
mw_cases_hand_over_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
export_xml (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (MwCase) one = mw_case_decode (job->bytes, &error);
  g_autoptr (GBytes) xml = one ? mw_case_write_xml (one, g_get_real_time () / G_USEC_PER_SEC) : NULL;

  if (xml && mw_case_files_write (job->path, xml, MODE_PLAIN, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_cases_export_xml_async (const MwCase *one, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = new_task (NULL, job, callback, user_data);

  job->path = g_strdup (path);
  job->bytes = mw_case_encode (one);
  g_task_run_in_thread (task, export_xml);
}

gboolean
mw_cases_export_xml_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
read_handover (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *file = mw_handover_read (((Job *) data)->path, &error);

  if (file)
    g_task_return_pointer (task, file, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
mw_cases_read_handover_async (const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = new_task (NULL, job, callback, user_data);

  job->path = g_strdup (path);
  g_task_run_in_thread (task, read_handover);
}

GBytes *
mw_cases_read_handover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
open_handover (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MwHandover *handover = mw_handover_open (job->bytes, job->passphrase, &error);

  if (handover)
    g_task_return_pointer (task, handover, (GDestroyNotify) mw_handover_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_open_handover_async (GBytes *file, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = new_task (NULL, job, callback, user_data);

  job->bytes = g_bytes_ref (file);
  job->passphrase = passphrase;
  g_task_run_in_thread (task, open_handover);
}

MwHandover *
mw_cases_open_handover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
comes_from (MwCases *self, guint64 id, const char *handover)
{
  g_autoptr (GBytes) record = mw_case_store_read (self->store, id, 0, NULL);
  g_autoptr (MwCase) one = record ? mw_case_decode (record, NULL) : NULL;

  return one && g_str_equal (one->handover, handover);
}

/* On the worker's thread. */
static void
find_handover (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  Job *job = data;
  g_autoptr (GPtrArray) headings = self->store && self->index ? mw_case_store_list (self->store) : NULL;

  if (!headings)
    {
      g_task_return_new_error (task, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED, "The cases are not open");
      return;
    }
  for (guint i = 0; i < headings->len && !job->found; i++)
    {
      guint64 id = ((MwCaseHeading *) g_ptr_array_index (headings, i))->id;

      job->found = comes_from (self, id, job->id) ? id : 0;
    }
  g_task_return_boolean (task, TRUE);
}

void
mw_cases_find_handover_async (MwCases *self, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = new_task (self, job, callback, user_data);

  job->id = g_strdup (id);
  mw_worker_push (self->worker, task, find_handover);
}

gboolean
mw_cases_find_handover_finish (MwCases *self, GAsyncResult *result, guint64 *found, GError **error)
{
  *found = ((Job *) g_task_get_task_data (G_TASK (result)))->found;
  return g_task_propagate_boolean (G_TASK (result), error);
}
