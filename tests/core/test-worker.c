/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pthread.h>

#include "mw-worker.h"

#define MANY 200
#define N_PUSHERS 4

typedef struct
{
  MwWorker *worker;
  GMutex mutex;
  GArray *order; /* what the jobs were, in the order in which they ran */
  GThread *thread;
  int n_called_back;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->worker = mw_worker_new ("mw-test");
  fixture->order = g_array_new (FALSE, FALSE, sizeof (int));
  g_mutex_init (&fixture->mutex);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->worker != NULL)
    g_assert_finalize_object (fixture->worker);
  g_array_unref (fixture->order);
  g_mutex_clear (&fixture->mutex);
  g_clear_error (&fixture->error);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_int (G_TASK (result), &error);
  if (error != NULL && fixture->error == NULL)
    fixture->error = g_steal_pointer (&error);
  fixture->n_called_back++;
}

static void
note (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Fixture *fixture = g_object_get_data (G_OBJECT (task), "fixture");
  int number = GPOINTER_TO_INT (data);

  g_mutex_lock (&fixture->mutex);
  g_array_append_val (fixture->order, number);
  fixture->thread = g_thread_self ();
  g_mutex_unlock (&fixture->mutex);
  g_task_return_int (task, number);
}

static void
note_slowly (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_usleep (20000);
  note (task, source, data, cancellable);
}

static void
push_from (Fixture *fixture, gpointer source, GCancellable *cancellable, int number, GTaskThreadFunc func)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, on_done, fixture);

  g_task_set_task_data (task, GINT_TO_POINTER (number), NULL);
  g_object_set_data (G_OBJECT (task), "fixture", fixture);
  mw_worker_push (fixture->worker, task, func);
}

static void
push (Fixture *fixture, int number, GTaskThreadFunc func)
{
  push_from (fixture, NULL, NULL, number, func);
}

static void
wait_for (Fixture *fixture, int n)
{
  while (fixture->n_called_back < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mw_worker_close_finish (MW_WORKER (source), result, &error));
  g_assert_no_error (error);
  ++*(int *) data;
}

static void
close_and_wait (Fixture *fixture)
{
  int n_closed = 0;

  mw_worker_close_async (fixture->worker, on_closed, &n_closed);
  while (n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < MANY; i++)
    push (fixture, i, i == 0 ? note_slowly : note);
  wait_for (fixture, MANY);

  g_assert_no_error (fixture->error);
  g_assert_true (fixture->thread != g_thread_self ());
  g_assert_cmpuint (fixture->order->len, ==, MANY);
  for (int i = 0; i < MANY; i++)
    g_assert_cmpint (g_array_index (fixture->order, int, i), ==, i);
  close_and_wait (fixture);
}

static gpointer
push_some (gpointer data)
{
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_object_set_data (G_OBJECT (task), "fixture", data);
      mw_worker_push (((Fixture *) data)->worker, task, note);
    }

  return NULL;
}

static void
test_many_threads (Fixture *fixture, gconstpointer data)
{
  GThread *pushers[N_PUSHERS];

  for (int i = 0; i < N_PUSHERS; i++)
    pushers[i] = g_thread_new ("pusher", push_some, fixture);
  for (int i = 0; i < N_PUSHERS; i++)
    g_thread_join (pushers[i]);
  close_and_wait (fixture);

  g_assert_cmpuint (fixture->order->len, ==, N_PUSHERS * MANY);
}

static void
look_around (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Fixture *fixture = g_object_get_data (G_OBJECT (task), "fixture");
  char name[16] = "";

  g_assert_true (mw_worker_is_current (fixture->worker));
  g_assert_cmpint (pthread_getname_np (pthread_self (), name, sizeof name), ==, 0);
  g_assert_cmpstr (name, ==, "mw-test");
  note (task, source, data, cancellable);
}

static void
test_current (Fixture *fixture, gconstpointer data)
{
  g_assert_false (mw_worker_is_current (fixture->worker));
  push (fixture, 0, look_around);
  wait_for (fixture, 1);
  g_assert_false (mw_worker_is_current (fixture->worker));
  close_and_wait (fixture);
  g_assert_false (mw_worker_is_current (fixture->worker));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_mutex_lock (&fixture->mutex); /* holds up the first job */
  push (fixture, 0, note);
  push_from (fixture, NULL, cancellable, 1, note);
  push (fixture, 2, note);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&fixture->mutex);
  wait_for (fixture, 3);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->order->len, ==, 2);
  g_assert_cmpint (g_array_index (fixture->order, int, 1), ==, 2);
  close_and_wait (fixture);
}

/* What was handed over runs and is reported before the worker says that it is closed; nothing lingers after that. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  GObject *source = g_object_new (G_TYPE_OBJECT, NULL);
  int n_closed = 0;

  for (int i = 0; i < 5; i++)
    push_from (fixture, source, NULL, i, note_slowly);
  mw_worker_close_async (fixture->worker, on_closed, &n_closed);
  mw_worker_close_async (fixture->worker, on_closed, &n_closed);
  push (fixture, 5, note);
  while (n_closed == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (fixture->order->len, ==, 5);
  g_assert_cmpint (fixture->n_called_back, >=, 5);
  g_assert_finalize_object (source);

  wait_for (fixture, 6);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  settle ();
  g_assert_cmpint (n_closed, ==, 2);
  close_and_wait (fixture);
}

static void
test_close_unused (Fixture *fixture, gconstpointer data)
{
  close_and_wait (fixture);
  push (fixture, 0, note);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_cmpuint (fixture->order->len, ==, 0);
}

static void
test_drop_waits (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    push (fixture, i, note_slowly);
  g_assert_finalize_object (g_steal_pointer (&fixture->worker));

  g_assert_cmpuint (fixture->order->len, ==, 5);
  settle ();
  g_assert_cmpint (fixture->n_called_back, ==, 5);
}

static void
drop_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Fixture *fixture = g_object_get_data (G_OBJECT (task), "fixture");

  g_mutex_lock (&fixture->mutex); /* until the other job was handed over */
  g_mutex_unlock (&fixture->mutex);
  g_assert_finalize_object (g_steal_pointer (&fixture->worker));
  note (task, source, data, cancellable);
}

/* The thread cannot wait for itself; what it was given before is still done. */
static void
test_drop_on_worker (Fixture *fixture, gconstpointer data)
{
  g_mutex_lock (&fixture->mutex);
  push (fixture, 0, drop_worker);
  push (fixture, 1, note);
  g_mutex_unlock (&fixture->mutex);
  wait_for (fixture, 2);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->order->len, ==, 2);
  settle ();
  g_usleep (50000); /* lets the thread, which nobody can join, end before leaks are counted */
}

static void
on_source_gone (gpointer data, GObject *source)
{
  g_atomic_pointer_set ((GThread **) data, g_thread_self ());
}

/* A task may hold the last reference on its source object: that is freed where it was made, not on the worker. */
static void
test_source_freed_at_home (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < MANY; i++)
    {
      GObject *source = g_object_new (G_TYPE_OBJECT, NULL);
      GThread *freed_on = NULL;

      g_object_weak_ref (source, on_source_gone, &freed_on);
      push_from (fixture, source, NULL, i, note);
      g_object_unref (source);
      while (g_atomic_pointer_get (&freed_on) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (freed_on == g_thread_self ());
    }
  close_and_wait (fixture);
}

#define ADD(path, func) g_test_add ("/worker/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", test_order);
  ADD ("many-threads", test_many_threads);
  ADD ("current", test_current);
  ADD ("cancelled", test_cancelled);
  ADD ("close", test_close);
  ADD ("close-unused", test_close_unused);
  ADD ("drop-waits", test_drop_waits);
  ADD ("drop-on-worker", test_drop_on_worker);
  ADD ("source-freed-at-home", test_source_freed_at_home);

  return g_test_run ();
}
