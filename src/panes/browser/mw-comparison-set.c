/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-set.h"

#include "mw-comparison.h"

struct _MwComparisonSet
{
  GObject parent_instance;

  /* One more than there may be: both end with %NULL. */
  char *ids[MW_COMPARISON_MOST + 1];
  char *numbers[MW_COMPARISON_MOST + 1];
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwComparisonSet, mw_comparison_set, G_TYPE_OBJECT)

/* Returns: the column, or the number of columns when it is not there */
static guint
find (MwComparisonSet *self, const char *id)
{
  guint column = 0;

  while (self->ids[column] && g_strcmp0 (self->ids[column], id) != 0)
    column++;

  return column;
}

static void
empty (MwComparisonSet *self)
{
  for (guint c = 0; c < MW_COMPARISON_MOST; c++)
    {
      g_clear_pointer (&self->ids[c], g_free);
      g_clear_pointer (&self->numbers[c], g_free);
    }
}

static void
mw_comparison_set_finalize (GObject *object)
{
  empty (MW_COMPARISON_SET (object));

  G_OBJECT_CLASS (mw_comparison_set_parent_class)->finalize (object);
}

static void
mw_comparison_set_class_init (MwComparisonSetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_comparison_set_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_COMPARISON_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_comparison_set_init (MwComparisonSet *self)
{
}

MwComparisonSet *
mw_comparison_set_new (void)
{
  return g_object_new (MW_TYPE_COMPARISON_SET, NULL);
}

guint
mw_comparison_set_get_n (MwComparisonSet *self)
{
  return g_strv_length (self->ids);
}

const char *
mw_comparison_set_get_id (MwComparisonSet *self, guint column)
{
  g_return_val_if_fail (column < MW_COMPARISON_MOST, NULL);

  return self->ids[column];
}

const char *const *
mw_comparison_set_get_ids (MwComparisonSet *self)
{
  return (const char *const *) self->ids;
}

char *
mw_comparison_set_dup_numbers (MwComparisonSet *self)
{
  return g_strjoinv (", ", self->numbers);
}

gboolean
mw_comparison_set_has (MwComparisonSet *self, const char *id)
{
  return self->ids[find (self, id)] != NULL;
}

gboolean
mw_comparison_set_add (MwComparisonSet *self, const char *id, const char *number)
{
  guint column = find (self, id);

  if (column == MW_COMPARISON_MOST || self->ids[column])
    return FALSE;

  self->ids[column] = g_strdup (id);
  self->numbers[column] = g_strdup (number);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

void
mw_comparison_set_remove (MwComparisonSet *self, const char *id)
{
  guint column = find (self, id);

  if (!self->ids[column])
    return;

  g_free (self->ids[column]);
  g_free (self->numbers[column]);
  for (; column < MW_COMPARISON_MOST; column++)
    {
      self->ids[column] = self->ids[column + 1];
      self->numbers[column] = self->numbers[column + 1];
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
mw_comparison_set_move (MwComparisonSet *self, const char *id, gboolean forward)
{
  guint column = find (self, id);
  guint to = forward ? column + 1 : column - 1;
  char *other_id, *other_number;

  if (!self->ids[column] || (!forward && column == 0) || !self->ids[to])
    return FALSE;

  other_id = self->ids[to];
  other_number = self->numbers[to];
  self->ids[to] = self->ids[column];
  self->numbers[to] = self->numbers[column];
  self->ids[column] = other_id;
  self->numbers[column] = other_number;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

void
mw_comparison_set_clear (MwComparisonSet *self)
{
  empty (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_comparison_set_copy (MwComparisonSet *self, MwComparisonSet *like)
{
  empty (self);
  for (guint c = 0; c < MW_COMPARISON_MOST; c++)
    {
      self->ids[c] = g_strdup (like->ids[c]);
      self->numbers[c] = g_strdup (like->numbers[c]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}
