/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-drafts.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mw-error.h"
#include "mw-organisation-disk.h"
#include "mw-worker.h"

/* More than all texts of a draft can be. */
#define MAX_FILE (8 * 1024 * 1024)

struct _MwOwnDrafts
{
  GObject parent_instance;

  char *folder;
  MwWorker *worker;
};

/* One file to be read or written. */
typedef struct
{
  char *folder;
  char *path;
  GBytes *bytes; /* (nullable): what is to be written; %NULL: the file is to go */
  gint64 time;
} Job;

G_DEFINE_FINAL_TYPE (MwOwnDrafts, mw_own_drafts, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static Job *
job_new (MwOwnDrafts *self, const char *id)
{
  Job *job = g_new0 (Job, 1);
  g_autofree char *name = id ? g_strdup_printf ("organisation-draft-%s.txt", id) : g_strdup ("organisation-draft.txt");

  job->folder = g_strdup (self->folder);
  job->path = g_build_filename (self->folder, name, NULL);

  return job;
}

static void
mw_own_drafts_finalize (GObject *object)
{
  MwOwnDrafts *self = MW_OWN_DRAFTS (object);

  g_free (self->folder);
  g_object_unref (self->worker);

  G_OBJECT_CLASS (mw_own_drafts_parent_class)->finalize (object);
}

static void
mw_own_drafts_class_init (MwOwnDraftsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_own_drafts_finalize;
}

static void
mw_own_drafts_init (MwOwnDrafts *self)
{
  self->worker = mw_worker_new ("drafts");
}

MwOwnDrafts *
mw_own_drafts_new (const char *folder)
{
  MwOwnDrafts *self = g_object_new (MW_TYPE_OWN_DRAFTS, NULL);

  self->folder = g_strdup (folder);

  return self;
}

static void
load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *contents = NULL;
  GStatBuf info;
  gsize length;

  if (g_stat (job->path, &info) < 0 || info.st_size > MAX_FILE
      || !g_file_get_contents (job->path, &contents, &length, NULL))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  job->time = info.st_mtime;
  g_task_return_pointer (task, mw_own_draft_new_from_data (contents, length), (GDestroyNotify) mw_own_draft_free);
}

void
mw_own_drafts_load_async (MwOwnDrafts *self, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, mw_own_drafts_load_async);
  g_task_set_task_data (task, job_new (self, id), job_free);
  mw_worker_push (self->worker, task, load);
}

MwOwnDraft *
mw_own_drafts_load_finish (MwOwnDrafts *self, GAsyncResult *result, gint64 *time, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *time = job->time;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->bytes)
    {
      if (g_mkdir_with_parents (job->folder, 0700) < 0)
        g_debug ("Making %s: %s", job->folder, g_strerror (errno));
      mw_organisation_disk_replace (job->path, job->bytes, &error);
    }
  else if (g_unlink (job->path) < 0 && errno != ENOENT)
    g_set_error (&error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY, "%s: %s", job->path, g_strerror (errno));

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
mw_own_drafts_keep_async (MwOwnDrafts *self,
                          const char *id,
                          const MwOwnDraft *draft,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = job_new (self, id);

  if (draft)
    {
      char *text = mw_own_draft_dup_data (draft);

      job->bytes = g_bytes_new_take (text, strlen (text));
    }
  g_task_set_source_tag (task, mw_own_drafts_keep_async);
  g_task_set_task_data (task, job, job_free);
  mw_worker_push (self->worker, task, keep);
}

gboolean
mw_own_drafts_keep_finish (MwOwnDrafts *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
