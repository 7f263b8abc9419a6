/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-option-facts.h"

#include "mw-error.h"

struct _MwOptionFacts
{
  GObject parent_instance;

  MwCatalogue *catalogue;
  GHashTable *answers; /* (element-type utf8 Answer) */
  GCancellable *asking;
};

typedef struct
{
  MwOptionState state;
  MwIntervention *intervention; /* (nullable) */
} Answer;

typedef struct
{
  MwOptionFacts *facts;
  GCancellable *asking;
  char *id;
} Question;

enum
{
  KNOWN,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOptionFacts, mw_option_facts, G_TYPE_OBJECT)

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->intervention, mw_intervention_unref);
  g_free (answer);
}

static void
on_catalogue_changed (MwOptionFacts *self)
{
  g_cancellable_cancel (self->asking);
  g_object_unref (self->asking);
  self->asking = g_cancellable_new ();
  g_hash_table_remove_all (self->answers);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mw_option_facts_dispose (GObject *object)
{
  MwOptionFacts *self = MW_OPTION_FACTS (object);

  g_cancellable_cancel (self->asking);
  if (self->catalogue)
    g_signal_handlers_disconnect_by_data (self->catalogue, self);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (mw_option_facts_parent_class)->dispose (object);
}

static void
mw_option_facts_finalize (GObject *object)
{
  MwOptionFacts *self = MW_OPTION_FACTS (object);

  g_object_unref (self->asking);
  g_hash_table_unref (self->answers);

  G_OBJECT_CLASS (mw_option_facts_parent_class)->finalize (object);
}

static void
mw_option_facts_class_init (MwOptionFactsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_option_facts_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_option_facts_finalize;
  signals[KNOWN] = g_signal_new ("known", MW_TYPE_OPTION_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OPTION_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_option_facts_init (MwOptionFacts *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
  self->asking = g_cancellable_new ();
}

MwOptionFacts *
mw_option_facts_new (MwCatalogue *catalogue)
{
  MwOptionFacts *self = g_object_new (MW_TYPE_OPTION_FACTS, NULL);

  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_swapped (catalogue, "changed", G_CALLBACK (on_catalogue_changed), self);
  return self;
}

static MwOptionState
get_state (MwIntervention *intervention, const GError *error)
{
  if (intervention)
    return intervention->former ? MW_OPTION_FORMER : MW_OPTION_THERE;

  return g_error_matches (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND) ? MW_OPTION_GONE : MW_OPTION_TROUBLE;
}

static void
question_free (Question *question)
{
  g_object_unref (question->facts);
  g_object_unref (question->asking);
  g_free (question->id);
  g_free (question);
}

/* An answer of an earlier catalogue is none. */
static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  MwOptionFacts *self = question->facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwIntervention) intervention
    = mw_catalogue_get_intervention_finish (MW_CATALOGUE (source), result, &error);
  Answer *answer = g_hash_table_lookup (self->answers, question->id);

  if (answer && self->catalogue && !g_cancellable_is_cancelled (question->asking))
    {
      answer->state = get_state (intervention, error);
      answer->intervention = g_steal_pointer (&intervention);
      g_signal_emit (self, signals[KNOWN], 0, question->id);
    }
  question_free (question);
}

static void
ask (MwOptionFacts *self, const char *id)
{
  Question *question = g_new0 (Question, 1);

  question->facts = g_object_ref (self);
  question->asking = g_object_ref (self->asking);
  question->id = g_strdup (id);
  g_hash_table_insert (self->answers, g_strdup (id), g_new0 (Answer, 1));
  mw_catalogue_get_intervention_async (self->catalogue, id, self->asking, on_answer, question);
}

MwOptionState
mw_option_facts_get (MwOptionFacts *self, const char *id, MwIntervention **intervention)
{
  Answer *answer = g_hash_table_lookup (self->answers, id);

  *intervention = answer ? answer->intervention : NULL;
  if (answer)
    return answer->state;

  ask (self, id);
  return MW_OPTION_ASKED;
}
