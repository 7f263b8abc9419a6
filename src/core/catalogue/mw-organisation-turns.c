/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-file-private.h"
#include "mw-organisation-merge.h"

/* Several events come of one change of a file. */
#define SETTLE 300 /* ms */

static guint limit_ms = 3000;
static guint again_ms = 30000;

static MwOrganisationState
get_failed_state (MwOrganisationFile *self)
{
  gboolean of_file = self->error->domain == MW_CATALOGUE_ERROR;

  if (self->shared)
    return self->safe || !self->dirty ? MW_ORGANISATION_AWAY : MW_ORGANISATION_FAILED;

  return of_file ? MW_ORGANISATION_INVALID : MW_ORGANISATION_FAILED;
}

void
mw_organisation_file_update_state (MwOrganisationFile *self)
{
  if (!self->loaded)
    self->state = MW_ORGANISATION_LOADING;
  else if (self->slow)
    self->state = MW_ORGANISATION_SLOW;
  else if (self->reading)
    self->state = MW_ORGANISATION_LOADING;
  else if (self->error)
    self->state = get_failed_state (self);
  else
    self->state = self->dirty ? MW_ORGANISATION_SAVING : MW_ORGANISATION_SAVED;
  g_signal_emit_by_name (self, "state-changed");
}

static gboolean
on_again (gpointer data)
{
  MwOrganisationFile *self = data;

  self->again_id = 0;
  mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);

  return G_SOURCE_REMOVE;
}

static void
start_later (MwOrganisationFile *self, guint milliseconds)
{
  g_clear_handle_id (&self->again_id, g_source_remove);
  self->again_id = g_timeout_add (milliseconds, on_again, self);
}

/* The turn goes on, and what comes of it is taken when it comes. */
static gboolean
on_limit (gpointer data)
{
  MwOrganisationFile *self = data;

  self->limit_id = 0;
  self->slow = TRUE;
  mw_organisation_file_update_state (self);

  return G_SOURCE_REMOVE;
}

static void
on_file_changed (MwOrganisationFile *self)
{
  start_later (self, SETTLE);
}

/* A shared disk says nothing of what others do there: it is looked at now and then. */
static void
watch (MwOrganisationFile *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->shared || self->monitor)
    return;

  file = g_file_new_for_path (self->paths.target);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
}

void
mw_organisation_file_set_current (MwOrganisationFile *self, MwOrganisation *organisation)
{
  gboolean same = mw_organisation_equal (self->current, organisation);

  mw_organisation_ref (organisation);
  mw_organisation_unref (self->current);
  self->current = organisation;
  if (!same)
    g_signal_emit_by_name (self, "changed");
}

static void
set_base (MwOrganisationFile *self, MwOrganisation *base)
{
  g_clear_pointer (&self->base, mw_organisation_unref);
  self->base = base ? mw_organisation_ref (base) : NULL;
}

MwOrganisationItem *
mw_organisation_file_steal_conflict (MwOrganisationFile *self, MwItemKind kind, const char *id)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      MwOrganisationConflict *conflict = g_ptr_array_index (self->conflicts, i);
      MwOrganisationItem *mine;

      if (conflict->mine->kind != kind || !g_str_equal (conflict->mine->id, id))
        continue;
      mine = mw_organisation_item_ref (conflict->mine);
      g_ptr_array_remove_index (self->conflicts, i);
      return mine;
    }

  return NULL;
}

/* Takes the conflicts of @job from @first on; what was chosen meanwhile stays chosen. */
static void
add_conflicts (MwOrganisationFile *self, MwOrganisationJob *job, guint first)
{
  while (job->conflicts->len > first)
    {
      MwOrganisationConflict *conflict = g_ptr_array_steal_index (job->conflicts, first);

      MwOrganisationItem *before = mw_organisation_file_steal_conflict (self, conflict->mine->kind, conflict->mine->id);

      g_clear_pointer (&before, mw_organisation_item_unref);
      g_ptr_array_add (self->conflicts, conflict);
    }
}

static void
set_problems (MwOrganisationFile *self, GPtrArray *problems)
{
  g_ptr_array_ref (problems);
  g_ptr_array_unref (self->problems);
  self->problems = problems;
}

static void
take_loaded (MwOrganisationFile *self, MwOrganisationJob *job)
{
  g_autoptr (MwOrganisation) empty = mw_organisation_new ();

  self->loaded = TRUE;
  self->reading = self->shared != NULL;
  self->time = g_get_real_time () / G_USEC_PER_SEC;
  set_base (self, job->base);
  add_conflicts (self, job, 0);
  mw_organisation_file_set_current (self, job->result);
  self->dirty = self->shared && !mw_organisation_equal (self->base ? self->base : empty, self->current);
  self->safe = TRUE;
  watch (self);
  if (self->shared)
    {
      g_clear_error (&self->error);
      mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);
    }
  else if (self->error)
    start_later (self, again_ms);
}

/* What was changed while the file was written is put on top of what it holds now. */
static void
take_synced (MwOrganisationFile *self, MwOrganisationJob *job)
{
  guint n_known = job->conflicts->len;
  g_autoptr (MwOrganisation) merged = mw_organisation_merge (job->mine, self->current, job->result, job->conflicts);
  gboolean unkept = job->conflicts->len > n_known;

  self->time = g_get_real_time () / G_USEC_PER_SEC;
  set_base (self, job->result);
  add_conflicts (self, job, job->n_conflicts);
  mw_organisation_file_set_current (self, merged);
  self->dirty = unkept || !mw_organisation_equal (merged, job->result);
  self->safe = FALSE;
  if (self->dirty)
    mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);
  else if (self->shared)
    start_later (self, again_ms);
}

static void
take_failed (MwOrganisationFile *self, MwOrganisationJob *job)
{
  gboolean kept = job->copied || (job->base && mw_organisation_equal (job->base, job->mine));

  self->safe = kept && mw_organisation_equal (job->mine, self->current);
  start_later (self, again_ms);
}

static void
take_job (MwOrganisationFile *self, MwOrganisationJob *job)
{
  gboolean again = self->again;

  g_clear_handle_id (&self->limit_id, g_source_remove);
  g_clear_object (&self->cancellable);
  self->again = FALSE;
  self->slow = FALSE;
  g_clear_error (&self->error);
  if (job->error)
    self->error = g_error_copy (job->error);
  set_problems (self, job->problems);
  if (job->kind == MW_ORGANISATION_JOB_LOAD)
    take_loaded (self, job);
  else
    self->reading = FALSE;
  if (job->kind == MW_ORGANISATION_JOB_SYNC && job->result)
    take_synced (self, job);
  else if (job->kind == MW_ORGANISATION_JOB_SYNC)
    take_failed (self, job);
  if (again)
    mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);
  mw_organisation_file_change_folder (self);
  mw_organisation_file_update_state (self);
}

static void
on_job_done (MwOrganisationJob *job, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (MwOrganisationFile) self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self && self->cancellable == job->cancellable) /* else it was given up */
    take_job (self, job);
}

void
mw_organisation_file_start (MwOrganisationFile *self, MwOrganisationJobKind kind)
{
  MwOrganisationJob *job;
  GWeakRef *weak;

  if (self->cancellable)
    {
      self->again = TRUE;
      return;
    }

  g_clear_handle_id (&self->again_id, g_source_remove);
  job = mw_organisation_job_new (kind, &self->paths, self->base, self->current, self->conflicts);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  self->cancellable = g_object_ref (job->cancellable);
  if (self->shared && kind == MW_ORGANISATION_JOB_SYNC)
    self->limit_id = g_timeout_add (limit_ms, on_limit, self);
  mw_organisation_job_start (job, on_job_done, weak);
}

/* A folder that does not answer is not waited for: the data folder has a copy. */
void
mw_organisation_file_change_folder (MwOrganisationFile *self)
{
  if (!self->changing || (self->cancellable && !self->slow) || (self->dirty && !self->safe && !self->slow))
    return;

  self->changing = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->limit_id, g_source_remove);
  g_clear_handle_id (&self->again_id, g_source_remove);
  mw_organisation_paths_clear (&self->paths);
  g_free (self->shared);
  self->shared = g_steal_pointer (&self->wanted);
  mw_organisation_paths_init (&self->paths, self->folder, self->shared);
  g_ptr_array_set_size (self->conflicts, 0);
  mw_organisation_file_forget_import (self);
  self->loaded = FALSE;
  self->slow = FALSE;
  self->again = FALSE;
  mw_organisation_file_start (self, MW_ORGANISATION_JOB_LOAD);
  mw_organisation_file_update_state (self);
}

void
mw_organisation_file_set_times (guint limit, guint again)
{
  limit_ms = limit;
  again_ms = again;
}
