/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MW_TYPE_WORKER (mw_worker_get_type ())
G_DECLARE_FINAL_TYPE (MwWorker, mw_worker, MW, WORKER, GObject)

/* One named thread that runs tasks in the order in which they were handed over. */

/**
 * mw_worker_new:
 * @name: the thread's name, at most 15 bytes are shown by the system
 *
 * Returns: (transfer full): a worker whose thread starts with the first task
 */
MwWorker *mw_worker_new (const char *name);

/**
 * mw_worker_push:
 * @task: (transfer none): the task; the worker keeps a reference until @func has returned
 * @func: called on the worker's thread; returns its result through @task, which reports in the main context that made it
 *
 * May be called on any thread. After mw_worker_close_async() a task is not run but returns G_IO_ERROR_CLOSED.
 */
void mw_worker_push (MwWorker *self, GTask *task, GTaskThreadFunc func);

/* Whether the caller runs on the worker's thread. */
gboolean mw_worker_is_current (MwWorker *self);

/**
 * mw_worker_close_async:
 * @callback: called when every task handed over before has returned and the thread has ended
 *
 * The tasks already handed over still run. Dropping the last reference without closing waits for them.
 */
void mw_worker_close_async (MwWorker *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean mw_worker_close_finish (MwWorker *self, GAsyncResult *result, GError **error);

G_END_DECLS
