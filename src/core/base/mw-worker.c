/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-worker.h"

/* A job without a function ends the thread; its task, if any, is that of mw_worker_close_async(). */
typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Job;

struct _MwWorker
{
  GObject parent_instance;

  char *name;
  GAsyncQueue *jobs; /* the thread holds a reference too, so that it may outlive the worker */

  GMutex mutex; /* guards what follows */
  GThread *thread;
  GPtrArray *closers; /* tasks that wait for a close that is already under way */
  gboolean closed;
};

static Job *job_new (GTask *task, GTaskThreadFunc func);
static void job_free (Job *job);

G_DEFINE_FINAL_TYPE (MwWorker, mw_worker, G_TYPE_OBJECT)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new (Job, 1);

  job->task = task != NULL ? g_object_ref (task) : NULL;
  job->func = func;
  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job);
}

/* Runs @callback in the main context of @task (transfer full) and drops the reference there. */
static void
attach (GTask *task, int priority, GSourceFunc callback)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, priority);
  g_source_set_callback (source, callback, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
drop_task (gpointer task)
{
  return G_SOURCE_REMOVE;
}

/* The thread's last act was to attach this: joining it takes no time. */
static gboolean
finish_close (gpointer data)
{
  GTask *task = data;
  MwWorker *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) closers = NULL;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
  closers = g_steal_pointer (&self->closers);
  g_mutex_unlock (&self->mutex);

  g_task_return_boolean (task, TRUE);
  for (guint i = 0; i < closers->len; i++)
    g_task_return_boolean (g_ptr_array_index (closers, i), TRUE);

  return G_SOURCE_REMOVE;
}

static void
run_job (Job *job)
{
  GTask *task = job->task;

  if (!g_task_return_error_if_cancelled (task))
    job->func (task, g_task_get_source_object (task), g_task_get_task_data (task), g_task_get_cancellable (task));

  /* The last reference takes the source object along, which is not made to be freed on this thread. Before the
   * results, so that nothing lingers when the callback of mw_worker_close_async() is called. */
  attach (g_steal_pointer (&job->task), G_PRIORITY_HIGH, drop_task);
}

static gpointer
work (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;

  for (;;)
    {
      g_autoptr (Job) job = g_async_queue_pop (jobs);

      if (job->func == NULL)
        {
          if (job->task != NULL)
            attach (g_steal_pointer (&job->task), G_PRIORITY_DEFAULT, finish_close);
          return NULL;
        }

      run_job (job);
    }
}

static void
mw_worker_finalize (GObject *object)
{
  MwWorker *self = MW_WORKER (object);

  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, job_new (NULL, NULL));
      if (self->thread == g_thread_self ())
        g_thread_unref (self->thread); /* cannot wait for itself; does what is left and ends */
      else
        g_thread_join (self->thread);
    }

  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->closers, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (mw_worker_parent_class)->finalize (object);
}

static void
mw_worker_class_init (MwWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mw_worker_finalize;
}

static void
mw_worker_init (MwWorker *self)
{
  g_mutex_init (&self->mutex);
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->closers = g_ptr_array_new_with_free_func (g_object_unref);
}

MwWorker *
mw_worker_new (const char *name)
{
  MwWorker *self = g_object_new (MW_TYPE_WORKER, NULL);

  self->name = g_strdup (name);
  return self;
}

void
mw_worker_push (MwWorker *self, GTask *task, GTaskThreadFunc func)
{
  gboolean closed;

  g_return_if_fail (MW_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  g_mutex_lock (&self->mutex);
  closed = self->closed;
  if (!closed)
    {
      g_async_queue_push (self->jobs, job_new (task, func));
      if (self->thread == NULL)
        self->thread = g_thread_new (self->name, work, g_async_queue_ref (self->jobs));
    }
  g_mutex_unlock (&self->mutex);

  if (closed)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The worker \"%s\" is closed", self->name);
}

gboolean
mw_worker_is_current (MwWorker *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (MW_IS_WORKER (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  return self->thread == g_thread_self ();
}

void
mw_worker_close_async (MwWorker *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  gboolean running;

  g_return_if_fail (MW_IS_WORKER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mw_worker_close_async);

  g_mutex_lock (&self->mutex);
  running = self->thread != NULL;
  if (running && self->closed)
    g_ptr_array_add (self->closers, g_object_ref (task));
  else if (running)
    g_async_queue_push (self->jobs, job_new (task, NULL));
  self->closed = TRUE;
  g_mutex_unlock (&self->mutex);

  if (!running)
    g_task_return_boolean (task, TRUE);
}

gboolean
mw_worker_close_finish (MwWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
