/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-renewal.h"

#include <glib/gstdio.h>

#include "mw-catalogue-changes-private.h"
#include "mw-catalogue-former.h"
#include "mw-catalogue-private.h"
#include "mw-catalogue-problem.h"
#include "mw-error.h"

G_DEFINE_BOXED_TYPE (MwCatalogueProposal, mw_catalogue_proposal, mw_catalogue_proposal_ref, mw_catalogue_proposal_unref)

/* Of mw_catalogue_propose_async(). */
typedef struct
{
  GFile *file;
  GPtrArray *problems;
  MwCatalogueProposal *proposal;
} Proposing;

/* Of a renewal: what the main thread is told. */
typedef struct
{
  MwCatalogueProposal *proposal; /* (nullable): none when it is undone */
  MwCatalogueHeader *header;
  MwCatalogueHeader *previous;
} Renewal;

static void
proposing_free (gpointer data)
{
  Proposing *proposing = data;

  g_object_unref (proposing->file);
  g_ptr_array_unref (proposing->problems);
  g_clear_pointer (&proposing->proposal, mw_catalogue_proposal_unref);
  g_free (proposing);
}

static void
renewal_free (gpointer data)
{
  Renewal *renewal = data;

  g_clear_pointer (&renewal->proposal, mw_catalogue_proposal_unref);
  g_clear_pointer (&renewal->header, mw_catalogue_header_free);
  g_clear_pointer (&renewal->previous, mw_catalogue_header_free);
  g_free (renewal);
}

static MwCatalogueProposal *
proposal_new (char *staged)
{
  MwCatalogueProposal *self = g_new0 (MwCatalogueProposal, 1);

  g_atomic_ref_count_init (&self->refs);
  self->staged = staged;

  return self;
}

MwCatalogueProposal *
mw_catalogue_proposal_ref (MwCatalogueProposal *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_catalogue_proposal_unref (MwCatalogueProposal *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_unlink (self->staged);
  g_free (self->staged);
  g_clear_pointer (&self->before, mw_catalogue_header_free);
  g_clear_pointer (&self->after, mw_catalogue_header_free);
  g_clear_pointer (&self->changes, mw_catalogue_changes_unref);
  g_free (self);
}

gboolean
mw_catalogue_is_renewable (MwCatalogue *self)
{
  return mw_catalogue_get_installation (self) != NULL;
}

/* A file on a slow share must not hold up those who search. */
static void
stage_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  Proposing *proposing = task_data;
  GError *error = NULL;
  gboolean too_large;
  char *staged = mw_catalogue_installation_stage (mw_catalogue_get_installation (self), proposing->file, &too_large,
                                                  cancellable, &error);

  if (!staged && too_large)
    g_ptr_array_add (proposing->problems, mw_problem_new (MW_PROBLEM_FILE_TOO_LARGE, 0, NULL, NULL, NULL, NULL, NULL));
  else if (!staged && g_error_matches (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE))
    g_ptr_array_add (proposing->problems,
                     mw_problem_new (MW_PROBLEM_UNREADABLE, 0, NULL, NULL, NULL, NULL, error->message));
  if (!staged)
    {
      g_task_return_error (task, error);
      return;
    }

  proposing->proposal = proposal_new (staged);
  g_task_return_boolean (task, TRUE);
}

static void
compare_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  Proposing *proposing = task_data;
  MwCatalogueProposal *proposal = proposing->proposal;
  g_autoptr (GFile) file = g_file_new_for_path (proposal->staged);
  g_autoptr (MwCatalogueHeader) previous = NULL;
  GError *error = NULL;

  proposal->is_present = mw_catalogue_installation_is_present (mw_catalogue_get_installation (self), proposal->staged);
  mw_catalogue_read_headers (self, &proposal->before, &previous);
  proposal->changes = mw_catalogue_changes_find (mw_catalogue_peek_database (self), file, proposing->problems,
                                                 mw_catalogue_peek_progress (self), cancellable, &error);
  if (proposal->changes)
    proposal->after = mw_catalogue_header_read (file, &error);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&proposing->proposal), (GDestroyNotify) mw_catalogue_proposal_unref);
}

static void
on_staged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    mw_worker_push (mw_catalogue_get_worker (MW_CATALOGUE (source)), task, compare_in_worker);
  else
    g_task_return_error (task, error);
}

void
mw_catalogue_propose_async (MwCatalogue *self,
                            GFile *file,
                            GPtrArray *problems,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) staging = g_task_new (self, cancellable, on_staged, task);
  Proposing *proposing = g_new0 (Proposing, 1);

  proposing->file = g_object_ref (file);
  proposing->problems = g_ptr_array_ref (problems);
  g_task_set_task_data (task, proposing, proposing_free);
  g_task_set_task_data (staging, proposing, NULL);
  g_atomic_int_set (mw_catalogue_peek_progress (self), 0);
  g_task_run_in_thread (staging, stage_in_thread);
}

MwCatalogueProposal *
mw_catalogue_propose_finish (MwCatalogue *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Everything that can fail is done before the catalogue takes its place: it is imported beside the stored one, which checks
 * it whole, and what leaves is kept. Returns: whether it took its place */
static gboolean
renew (MwCatalogue *self, const char *staged, GError **error)
{
  MwCatalogueInstallation *installation = mw_catalogue_get_installation (self);
  MwDatabase *present = mw_catalogue_peek_database (self);
  const char *folder = mw_catalogue_installation_get_folder (installation);
  const char *path = mw_catalogue_peek_path (self);
  g_autoptr (GFile) xml = g_file_new_for_path (staged);
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *fingerprint = mw_catalogue_dup_fingerprint (xml, error);
  g_autofree char *aside = NULL;
  g_autoptr (MwDatabase) next = NULL;
  g_autoptr (GFile) file = NULL;

  if (!fingerprint)
    return FALSE;

  if (path)
    aside = mw_catalogue_import_aside (xml, fingerprint, path, problems, mw_catalogue_peek_progress (self), NULL, error);
  if (aside)
    next = mw_database_open (aside, MW_DATABASE_READ_ONLY, error);
  else if (!path)
    next = mw_catalogue_import (xml, fingerprint, ":memory:", problems, mw_catalogue_peek_progress (self), NULL, error);
  if (!next || (present && !mw_catalogue_former_keep (folder, present, next, error))
      || !mw_catalogue_installation_put (installation, staged, error))
    {
      if (aside)
        g_unlink (aside);
      return FALSE;
    }

  /* From here on it is the catalogue; a stored one that is not in its place is made again at the next start. */
  file = mw_catalogue_installation_get_present (installation);
  if (aside && g_rename (aside, path) < 0)
    g_info ("The stored catalogue is not in its place");

  return mw_catalogue_replace (self, file, next, error);
}

static void
renew_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MwCatalogue *self = source;
  Renewal *renewal = task_data;
  MwCatalogueInstallation *installation = mw_catalogue_get_installation (self);
  g_autoptr (GFile) previous = NULL;
  g_autofree char *copy = NULL;
  GError *error = NULL;
  gboolean too_large;
  gboolean renewed;

  if (!renewal->proposal)
    {
      previous = mw_catalogue_installation_get_previous (installation);
      if (previous)
        copy = mw_catalogue_installation_stage (installation, previous, &too_large, NULL, &error);
      else
        g_set_error (&error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND, "There is no previous catalogue");
    }
  renewed = (copy || renewal->proposal) && renew (self, copy ? copy : renewal->proposal->staged, &error);
  if (copy)
    g_unlink (copy);
  if (!renewed)
    {
      g_task_return_error (task, error);
      return;
    }

  mw_catalogue_read_headers (self, &renewal->header, &renewal->previous);
  g_task_return_boolean (task, TRUE);
}

static void
start_renewal (MwCatalogue *self, MwCatalogueProposal *proposal, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Renewal *renewal = g_new0 (Renewal, 1);

  renewal->proposal = proposal ? mw_catalogue_proposal_ref (proposal) : NULL;
  g_task_set_task_data (task, renewal, renewal_free);
  g_atomic_int_set (mw_catalogue_peek_progress (self), 0);
  mw_worker_push (mw_catalogue_get_worker (self), task, renew_in_worker);
}

void
mw_catalogue_accept_async (MwCatalogue *self,
                           MwCatalogueProposal *proposal,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  start_renewal (self, proposal, callback, user_data);
}

void
mw_catalogue_undo_async (MwCatalogue *self, GAsyncReadyCallback callback, gpointer user_data)
{
  start_renewal (self, NULL, callback, user_data);
}

gboolean
mw_catalogue_renew_finish (MwCatalogue *self, GAsyncResult *result, GError **error)
{
  Renewal *renewal = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  mw_catalogue_tell_changed (self, g_steal_pointer (&renewal->header), g_steal_pointer (&renewal->previous));

  return TRUE;
}
