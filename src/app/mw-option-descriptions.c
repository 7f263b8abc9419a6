/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-option-descriptions.h"

struct _MwOptionDescriptions
{
  GObject parent_instance;

  MwCatalogue *catalogue;
  GHashTable *interventions; /* of MwIntervention by id */
  GCancellable *asking;      /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOptionDescriptions, mw_option_descriptions, G_TYPE_OBJECT)

static void
stop (MwOptionDescriptions *self)
{
  if (self->asking)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
on_intervention (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwOptionDescriptions) self = data;
  g_autoptr (MwIntervention) intervention = mw_catalogue_get_intervention_finish (MW_CATALOGUE (source), result, NULL);

  if (!intervention)
    return;

  g_hash_table_replace (self->interventions, g_strdup (intervention->id), mw_intervention_ref (intervention));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mw_option_descriptions_finalize (GObject *object)
{
  MwOptionDescriptions *self = MW_OPTION_DESCRIPTIONS (object);

  g_clear_object (&self->asking);
  g_hash_table_unref (self->interventions);
  g_object_unref (self->catalogue);

  G_OBJECT_CLASS (mw_option_descriptions_parent_class)->finalize (object);
}

static void
mw_option_descriptions_class_init (MwOptionDescriptionsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_option_descriptions_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OPTION_DESCRIPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_option_descriptions_init (MwOptionDescriptions *self)
{
  self->interventions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mw_intervention_unref);
}

MwOptionDescriptions *
mw_option_descriptions_new (MwCatalogue *catalogue)
{
  MwOptionDescriptions *self = g_object_new (MW_TYPE_OPTION_DESCRIPTIONS, NULL);

  self->catalogue = g_object_ref (catalogue);
  return self;
}

void
mw_option_descriptions_ask (MwOptionDescriptions *self, const MwCase *one)
{
  stop (self);
  self->asking = g_cancellable_new ();
  for (guint i = 0; i < one->considered->len; i++)
    {
      const MwConsidered *considered = g_ptr_array_index (one->considered, i);

      if (!mw_considered_is_own_text (considered) && !g_hash_table_contains (self->interventions, considered->id))
        mw_catalogue_get_intervention_async (self->catalogue, considered->id, self->asking, on_intervention,
                                             g_object_ref (self));
    }
}

void
mw_option_descriptions_clear (MwOptionDescriptions *self)
{
  stop (self);
  g_hash_table_remove_all (self->interventions);
}

GHashTable *
mw_option_descriptions_get (MwOptionDescriptions *self)
{
  return self->interventions;
}
