/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-cases-private.h"
#include "mw-error.h"
#include "mw-match.h"

/* So long is indexed before another task gets its turn. */
#define INDEX_MICROSECONDS 20000
#define MAX_EXCERPTS 50

static void
gathered_clear (gpointer data)
{
  mw_case_outcome_free (((MwGathered *) data)->outcome);
}

static void
gather (MwCasesJob *job, guint64 id, const MwCase *one)
{
  MwGathered gathered = { id, mw_outcomes_gather (one) };

  if (!gathered.outcome)
    return;

  if (!job->gathered)
    {
      job->gathered = g_array_new (FALSE, FALSE, sizeof (MwGathered));
      g_array_set_clear_func (job->gathered, gathered_clear);
    }
  g_array_append_val (job->gathered, gathered);
}

void
mw_cases_index_record (MwCases *self, guint64 id, GBytes *record, MwCasesJob *gathering)
{
  g_autoptr (MwCase) one = mw_case_decode (record, NULL);
  g_autofree char *text = one ? mw_case_dup_text (one) : NULL;

  if (text && self->index)
    mw_case_index_put (self->index, id, text, NULL);
  if (one && gathering)
    {
      mw_cases_agenda_index (gathering, id, one);
      gather (gathering, id, one);
    }
}

/* Goes on from job->n_done in job->ids. */
static void
index_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  gint64 end = g_get_monotonic_time () + INDEX_MICROSECONDS;
  guint strays = 0;

  for (; self->store && job->n_done < job->ids->len && g_get_monotonic_time () < end; job->n_done++)
    {
      guint64 id = g_array_index (job->ids, guint64, job->n_done);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) record = mw_case_store_read (self->store, id, 0, &error);

      if (record)
        mw_cases_index_record (self, id, record, job);
      else if (!g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND))
        job->n_damaged++;
    }
  if (self->store && job->n_done == job->ids->len && mw_case_store_count_strays (self->store, &strays, NULL))
    job->n_damaged += strays;
  g_task_return_boolean (task, TRUE);
}

static void
take_gathered (MwCases *self, MwCasesJob *job)
{
  for (guint i = 0; job->gathered && i < job->gathered->len; i++)
    {
      MwGathered *gathered = &g_array_index (job->gathered, MwGathered, i);

      mw_outcomes_put (self->outcomes, gathered->id, g_steal_pointer (&gathered->outcome));
    }
}

static void
index_done (GObject *source, GAsyncResult *result, gpointer data)
{
  MwCases *self = MW_CASES (source);
  MwCasesJob *job = mw_cases_get_job (result);
  MwCasesJob *next;

  if (job->generation != self->generation || self->closing || self->state != MW_CASES_OPEN)
    return;

  take_gathered (self, job);
  self->n_damaged += job->n_damaged;
  for (guint i = 0; job->headings && i < job->headings->len; i++)
    mw_cases_agenda_take (self, g_ptr_array_index (job->headings, i));
  if (job->n_done < job->ids->len)
    {
      next = g_new0 (MwCasesJob, 1);
      next->generation = job->generation;
      next->ids = g_array_ref (job->ids);
      next->n_done = job->n_done;
      mw_cases_run (self, next, index_job, index_done, NULL);
      return;
    }
  self->indexed = TRUE;
  mw_cases_emit_changed (self);
  mw_cases_start_daily (self);
}

static int
compare_touched (gconstpointer a, gconstpointer b)
{
  const MwCaseHeading *one = *(MwCaseHeading *const *) a;
  const MwCaseHeading *other = *(MwCaseHeading *const *) b;

  return one->touched < other->touched ? -1 : one->touched > other->touched;
}

/* What was put into the index last is found first: what was touched last. */
void
mw_cases_start_indexing (MwCases *self, GPtrArray *headings)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  self->indexed = FALSE;
  self->n_damaged = 0;
  job->generation = ++self->generation;
  job->ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_ptr_array_sort (headings, compare_touched);
  for (guint i = 0; i < headings->len; i++)
    g_array_append_val (job->ids, ((MwCaseHeading *) g_ptr_array_index (headings, i))->id);
  mw_cases_run (self, job, index_job, index_done, NULL);
}

static void
hit_free (gpointer data)
{
  MwCaseHit *hit = data;

  g_free (hit->excerpt);
  g_free (hit);
}

static char *
dup_excerpt (MwCases *self, guint64 id, const char *search)
{
  g_autoptr (GBytes) record = mw_case_store_read (self->store, id, 0, NULL);
  g_autoptr (MwCase) one = record ? mw_case_decode (record, NULL) : NULL;
  g_autofree char *text = one ? mw_case_dup_text (one) : NULL;

  /* The label stands in the row already. */
  return text ? mw_match_dup_excerpt (text + strlen (one->label), search) : NULL;
}

static void
search_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autoptr (GArray) found = NULL;
  GError *error = NULL;

  found
    = mw_cases_check_open (self, &error) && self->index ? mw_case_index_search (self->index, job->text, &error) : NULL;
  if (!found)
    {
      if (error)
        g_task_return_error (task, error);
      else
        g_task_return_new_error (task, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED, "No index");
      return;
    }

  for (guint i = 0; i < found->len; i++)
    {
      MwCaseHit *hit = g_new0 (MwCaseHit, 1);

      hit->id = g_array_index (found, guint64, i);
      if (i < MAX_EXCERPTS && !g_cancellable_is_cancelled (cancellable))
        hit->excerpt = dup_excerpt (self, hit->id, job->text);
      g_ptr_array_add (hits, hit);
    }
  g_task_return_pointer (task, g_steal_pointer (&hits), (GDestroyNotify) g_ptr_array_unref);
}

void
mw_cases_search_async (MwCases *self,
                       const char *search,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  MwCasesJob *job = g_new0 (MwCasesJob, 1);

  job->text = g_strdup (search);
  g_object_unref (mw_cases_start (self, job, search_job, cancellable, callback, user_data));
}

GPtrArray *
mw_cases_search_finish (MwCases *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
