/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-outcomes.h"

#include <string.h>

#define N_SCALES 2
#define NOT_KNOWN G_MAXUINT8

/* An intervention that the case chose. */
typedef struct
{
  char *id;
  MwHelped helped;
} Chosen;

struct _MwCaseOutcome
{
  guint8 profile;
  guint8 totals[N_SCALES][MW_N_WHENS]; /* NOT_KNOWN where there is none */
  GArray *chosen;                      /* of Chosen */
};

struct _MwOutcomes
{
  GObject parent_instance;

  GHashTable *cases; /* (element-type guint64 MwCaseOutcome): those that add something */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOutcomes, mw_outcomes, G_TYPE_OBJECT)

static void
chosen_clear (gpointer data)
{
  g_free (((Chosen *) data)->id);
}

void
mw_case_outcome_free (MwCaseOutcome *self)
{
  if (!self)
    return;

  g_array_unref (self->chosen);
  g_free (self);
}

static guint8
get_profile (const MwCase *one)
{
  MwProfile profile;

  return mw_profile_set_is_single (mw_case_get_profiles (one), &profile) ? profile : MW_OUTCOME_NO_PROFILE;
}

/* Scores stand in the order of their days. */
static void
gather_scores (MwCaseOutcome *self, const MwCase *one)
{
  for (guint i = 0; i < one->scores->len; i++)
    {
      const MwScore *score = g_ptr_array_index (one->scores, i);
      int total = mw_score_get_total (score);
      guint8 *totals = self->totals[score->items == MW_SCALE_LONG];

      if (total < 0 || score->day == 0)
        continue;
      if (score->day <= one->choice.agreed_day)
        totals[MW_WHEN_BEFORE] = (guint8) total;
      else
        {
          if (totals[MW_WHEN_FIRST_AFTER] == NOT_KNOWN)
            totals[MW_WHEN_FIRST_AFTER] = (guint8) total;
          totals[MW_WHEN_LAST_AFTER] = (guint8) total;
        }
    }
}

MwCaseOutcome *
mw_outcomes_gather (const MwCase *one)
{
  g_autoptr (MwCaseOutcome) self = NULL;

  if (one->choice.evaluated_day == 0)
    return NULL;

  self = g_new (MwCaseOutcome, 1);
  self->chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));
  g_array_set_clear_func (self->chosen, chosen_clear);
  memset (self->totals, NOT_KNOWN, sizeof self->totals);
  for (guint i = 0; i < one->considered->len; i++)
    {
      const MwConsidered *considered = g_ptr_array_index (one->considered, i);
      Chosen chosen = { NULL, considered->helped };

      if (considered->verdict != MW_VERDICT_CHOSEN || mw_considered_is_own_text (considered))
        continue;
      chosen.id = g_strdup (considered->id);
      g_array_append_val (self->chosen, chosen);
    }
  if (self->chosen->len == 0)
    return NULL;

  self->profile = get_profile (one);
  if (one->choice.agreed_day != 0)
    gather_scores (self, one);
  return g_steal_pointer (&self);
}

static void
mw_outcomes_finalize (GObject *object)
{
  g_hash_table_unref (MW_OUTCOMES (object)->cases);

  G_OBJECT_CLASS (mw_outcomes_parent_class)->finalize (object);
}

static void
mw_outcomes_class_init (MwOutcomesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_outcomes_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OUTCOMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_outcomes_init (MwOutcomes *self)
{
  self->cases = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) mw_case_outcome_free);
}

MwOutcomes *
mw_outcomes_new (void)
{
  return g_object_new (MW_TYPE_OUTCOMES, NULL);
}

void
mw_outcomes_put (MwOutcomes *self, guint64 id, MwCaseOutcome *outcome)
{
  gboolean changed = outcome != NULL;

  if (outcome)
    g_hash_table_replace (self->cases, g_memdup2 (&id, sizeof id), outcome);
  else
    changed = g_hash_table_remove (self->cases, &id);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_outcomes_clear (MwOutcomes *self)
{
  if (g_hash_table_size (self->cases) == 0)
    return;

  g_hash_table_remove_all (self->cases);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_scores (MwOutcomeScores *scores, const guint8 *totals)
{
  if (totals[MW_WHEN_BEFORE] == NOT_KNOWN || totals[MW_WHEN_LAST_AFTER] == NOT_KNOWN)
    return;

  scores->n_cases++;
  for (guint w = 0; w < MW_N_WHENS; w++)
    scores->totals[w] += totals[w];
  scores->n_lower += totals[MW_WHEN_LAST_AFTER] < totals[MW_WHEN_BEFORE];
  scores->n_same += totals[MW_WHEN_LAST_AFTER] == totals[MW_WHEN_BEFORE];
  scores->n_higher += totals[MW_WHEN_LAST_AFTER] > totals[MW_WHEN_BEFORE];
}

static void
add (MwOutcome *outcome, const MwCaseOutcome *one, const Chosen *chosen)
{
  outcome->n_chosen++;
  outcome->helped[chosen->helped]++;
  for (guint s = 0; s < N_SCALES; s++)
    add_scores (&outcome->scores[s], one->totals[s]);
}

gboolean
mw_outcomes_get (MwOutcomes *self, const char *intervention, guint profile, MwOutcome *outcome)
{
  GHashTableIter iter;
  gpointer value;

  *outcome = (MwOutcome){ 0 };
  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MwCaseOutcome *one = value;

      if (profile != MW_OUTCOME_ALL && profile != one->profile)
        continue;
      for (guint i = 0; i < one->chosen->len; i++)
        if (g_str_equal (g_array_index (one->chosen, Chosen, i).id, intervention))
          add (outcome, one, &g_array_index (one->chosen, Chosen, i));
    }
  return outcome->n_chosen > 0;
}

int
mw_outcomes_get_percentage (guint part, guint whole)
{
  if (whole < MW_OUTCOMES_MIN_PERCENTAGE)
    return -1;

  return (int) ((part * 100 + whole / 2) / whole);
}
