/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-keeper.h"

struct _MwOwnKeeper
{
  GObject parent_instance;

  MwOwnDrafts *drafts;
  char *id;     /* (nullable) */
  guint opened; /* how many times */
};

enum
{
  LOADED,
  KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnKeeper, mw_own_keeper, G_TYPE_OBJECT)

/* An answer that is waited for. */
typedef struct
{
  GWeakRef keeper;
  guint opened;
} Waiting;

static Waiting *
waiting_new (MwOwnKeeper *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_weak_ref_init (&waiting->keeper, self);
  waiting->opened = self->opened;

  return waiting;
}

/* Returns: (transfer full) (nullable): the keeper when it still has the same draft open */
static MwOwnKeeper *
waiting_take (Waiting *waiting)
{
  MwOwnKeeper *self = g_weak_ref_get (&waiting->keeper);

  if (self && self->opened != waiting->opened)
    g_clear_object (&self);
  g_weak_ref_clear (&waiting->keeper);
  g_free (waiting);

  return self;
}

static void
mw_own_keeper_finalize (GObject *object)
{
  MwOwnKeeper *self = MW_OWN_KEEPER (object);

  g_object_unref (self->drafts);
  g_free (self->id);

  G_OBJECT_CLASS (mw_own_keeper_parent_class)->finalize (object);
}

static void
mw_own_keeper_class_init (MwOwnKeeperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_own_keeper_finalize;
  signals[LOADED] = g_signal_new ("loaded", MW_TYPE_OWN_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_POINTER, G_TYPE_INT64);
  signals[KEPT]
    = g_signal_new ("kept", MW_TYPE_OWN_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mw_own_keeper_init (MwOwnKeeper *self)
{
}

MwOwnKeeper *
mw_own_keeper_new (MwOwnDrafts *drafts)
{
  MwOwnKeeper *self = g_object_new (MW_TYPE_OWN_KEEPER, NULL);

  self->drafts = g_object_ref (drafts);

  return self;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwOwnKeeper) self = waiting_take (data);
  gint64 time = 0;
  g_autoptr (MwOwnDraft) draft = mw_own_drafts_load_finish (NULL, result, &time, NULL);

  if (self)
    g_signal_emit (self, signals[LOADED], 0, draft, time);
}

void
mw_own_keeper_open (MwOwnKeeper *self, const char *id)
{
  char *copied = g_strdup (id);

  g_free (self->id);
  self->id = copied;
  self->opened++;
  mw_own_drafts_load_async (self->drafts, copied, on_loaded, waiting_new (self));
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwOwnKeeper) self = waiting_take (data);
  g_autoptr (GError) error = NULL;

  mw_own_drafts_keep_finish (NULL, result, &error);
  if (self)
    g_signal_emit (self, signals[KEPT], 0, error);
}

void
mw_own_keeper_keep (MwOwnKeeper *self, const MwOwnDraft *draft)
{
  mw_own_drafts_keep_async (self->drafts, self->id, draft, on_kept, waiting_new (self));
}

const char *
mw_own_keeper_get_id (MwOwnKeeper *self)
{
  return self->id;
}
