/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-saver.h"

static guint pause_ms = 1000;
static guint retry_ms = 4000;

struct _MwCaseSaver
{
  GObject parent_instance;

  MwCases *cases;
  MwCase *one;
  guint64 id;
  gint64 time;
  GError *error;
  guint timer_id;
  gboolean dirty;
  gboolean saving;
  gboolean again; /* as soon as the one under way is done */
  gboolean stopped;
  gboolean disposed;
};

enum
{
  CHANGED,
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCaseSaver, mw_case_saver, G_TYPE_OBJECT)

static void start_timer (MwCaseSaver *self, guint milliseconds);

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCaseSaver) self = data;
  g_autoptr (GError) error = NULL;
  guint64 id = mw_cases_save_finish (MW_CASES (source), result, &error);
  gboolean again = self->again;

  self->saving = FALSE;
  self->again = FALSE;
  g_clear_error (&self->error);
  if (id)
    {
      self->id = id;
      self->time = g_get_real_time () / G_USEC_PER_SEC;
    }
  else if (!self->stopped)
    {
      self->dirty = TRUE;
      self->error = g_steal_pointer (&error);
    }
  if (self->dirty && again && !self->error)
    {
      mw_case_saver_flush (self);
      return;
    }
  if (self->dirty && !self->disposed)
    start_timer (self, self->error ? retry_ms : pause_ms);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* One at a time: the id of a new case comes back with the first. */
void
mw_case_saver_flush (MwCaseSaver *self)
{
  self->again = self->saving && self->dirty;
  if (self->saving || !self->dirty || self->stopped)
    return;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->dirty = FALSE;
  self->saving = TRUE;
  self->one->touched = g_get_real_time () / G_USEC_PER_SEC;
  if (!self->one->created)
    self->one->created = self->one->touched;
  mw_cases_save_async (self->cases, self->id, self->one, on_saved, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_timer (gpointer data)
{
  MwCaseSaver *self = data;

  self->timer_id = 0;
  mw_case_saver_flush (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (MwCaseSaver *self, guint milliseconds)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add (milliseconds, on_timer, self);
}

/* Who lets go of it should have waited until it was clean; this is the last attempt. */
static void
mw_case_saver_dispose (GObject *object)
{
  MwCaseSaver *self = MW_CASE_SAVER (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (!self->disposed)
    {
      self->disposed = TRUE;
      mw_case_saver_flush (self);
    }

  G_OBJECT_CLASS (mw_case_saver_parent_class)->dispose (object);
}

static void
mw_case_saver_finalize (GObject *object)
{
  MwCaseSaver *self = MW_CASE_SAVER (object);

  g_clear_object (&self->cases);
  g_clear_error (&self->error);
  mw_case_free (self->one);

  G_OBJECT_CLASS (mw_case_saver_parent_class)->finalize (object);
}

static void
mw_case_saver_class_init (MwCaseSaverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_case_saver_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_case_saver_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_CASE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DELETED]
    = g_signal_new ("deleted", MW_TYPE_CASE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_case_saver_init (MwCaseSaver *self)
{
}

MwCaseSaver *
mw_case_saver_new (MwCases *cases, guint64 id, MwCase *one)
{
  MwCaseSaver *self = g_object_new (MW_TYPE_CASE_SAVER, NULL);

  self->cases = g_object_ref (cases);
  self->id = id;
  self->one = one;
  self->time = id ? one->touched : 0;
  return self;
}

MwCase *
mw_case_saver_get_case (MwCaseSaver *self)
{
  return self->one;
}

guint64
mw_case_saver_get_id (MwCaseSaver *self)
{
  return self->id;
}

/* A second after the first change that is not saved, also when the writing goes on. After a failure the next attempt is
 * under way already. */
void
mw_case_saver_touch (MwCaseSaver *self)
{
  gboolean was_dirty = self->dirty;

  if (self->stopped)
    return;

  self->dirty = TRUE;
  if (!self->timer_id && !self->saving)
    start_timer (self, pause_ms);
  if (!was_dirty)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
mw_case_saver_is_clean (MwCaseSaver *self)
{
  return !self->dirty && !self->saving;
}

gboolean
mw_case_saver_is_saving (MwCaseSaver *self)
{
  return self->saving;
}

void
mw_case_saver_stop (MwCaseSaver *self)
{
  self->stopped = TRUE;
  self->dirty = FALSE;
  self->again = FALSE;
  g_clear_error (&self->error);
  g_clear_handle_id (&self->timer_id, g_source_remove);
}

void
mw_case_saver_set_deleted (MwCaseSaver *self)
{
  mw_case_saver_stop (self);
  g_signal_emit (self, signals[DELETED], 0);
}

MwSaveState
mw_case_saver_get_state (MwCaseSaver *self)
{
  if (self->error)
    return MW_SAVE_FAILED;
  if (self->saving)
    return MW_SAVE_SAVING;
  if (self->dirty)
    return MW_SAVE_WAITING;

  return self->time ? MW_SAVE_SAVED : MW_SAVE_NEVER;
}

gint64
mw_case_saver_get_time (MwCaseSaver *self)
{
  return self->time;
}

const GError *
mw_case_saver_get_error (MwCaseSaver *self)
{
  return self->error;
}

void
mw_case_saver_set_times (guint pause, guint retry)
{
  pause_ms = pause;
  retry_ms = retry;
}
