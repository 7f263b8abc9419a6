/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-job.h"

#include <glib/gstdio.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-disk.h"
#include "mw-organisation-merge.h"
#include "mw-organisation-writer.h"
#include "mw-xml-schema.h"

#define NAME "organisation.xml"

/* Returns: (transfer full): a file of the data folder whose name tells one target from another */
static char *
dup_name_for (const char *folder, const char *what, const char *target)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, target, -1);
  g_autofree char *name = g_strdup_printf ("organisation-%s-%.8s.xml", what, hash);

  return g_build_filename (folder, name, NULL);
}

void
mw_organisation_paths_init (MwOrganisationPaths *self, const char *folder, const char *shared)
{
  self->shared = shared != NULL;
  self->target = g_build_filename (shared ? shared : folder, NAME, NULL);
  self->copy = shared ? g_build_filename (folder, NAME, NULL) : NULL;
  self->base = dup_name_for (folder, "base", self->target);
  self->conflicts = dup_name_for (folder, "mine", self->target);
}

void
mw_organisation_paths_clear (MwOrganisationPaths *self)
{
  g_free (self->target);
  g_free (self->copy);
  g_free (self->base);
  g_free (self->conflicts);
}

static gpointer
copy_conflict (gconstpointer source, gpointer data)
{
  const MwOrganisationConflict *conflict = source;
  MwOrganisationConflict *copy = g_new0 (MwOrganisationConflict, 1);

  copy->mine = mw_organisation_item_ref (conflict->mine);
  copy->theirs = mw_organisation_item_ref (conflict->theirs);

  return copy;
}

MwOrganisationJob *
mw_organisation_job_new (MwOrganisationJobKind kind,
                         const MwOrganisationPaths *paths,
                         MwOrganisation *base,
                         MwOrganisation *mine,
                         GPtrArray *conflicts)
{
  MwOrganisationJob *self = g_new0 (MwOrganisationJob, 1);

  self->kind = kind;
  self->paths = (MwOrganisationPaths){ g_strdup (paths->target), g_strdup (paths->copy), g_strdup (paths->base),
                                       g_strdup (paths->conflicts), paths->shared };
  self->cancellable = g_cancellable_new ();
  self->base = base ? mw_organisation_ref (base) : NULL;
  self->mine = mw_organisation_ref (mine);
  self->conflicts = mw_organisation_conflict_list_new ();
  g_ptr_array_extend (self->conflicts, conflicts, copy_conflict, NULL);
  self->n_conflicts = self->conflicts->len;
  self->problems = mw_problem_list_new ();

  return self;
}

static void
job_free (gpointer data)
{
  MwOrganisationJob *self = data;

  mw_organisation_paths_clear (&self->paths);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->base, mw_organisation_unref);
  g_clear_pointer (&self->result, mw_organisation_unref);
  mw_organisation_unref (self->mine);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
replace (const char *path, MwOrganisation *organisation, GError **error)
{
  g_autoptr (GBytes) bytes = mw_organisation_write_bytes (organisation);

  return mw_organisation_disk_replace (path, bytes, error);
}

/* What is there, without a word when it is not. */
static MwOrganisation *
peek (const char *path, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();

  return mw_organisation_disk_load (path, problems, cancellable, NULL);
}

/* What was not chosen in an earlier run, as far as it still differs. */
static void
load_conflicts (MwOrganisationJob *self)
{
  g_autoptr (MwOrganisation) mine = peek (self->paths.conflicts, self->cancellable);
  GPtrArray *items = mine ? mw_organisation_get_items (mine) : NULL;

  for (guint i = 0; items && i < items->len; i++)
    {
      MwOrganisationItem *item = g_ptr_array_index (items, i);
      MwOrganisationItem *theirs = mw_organisation_lookup (self->result, item->kind, item->id);
      MwOrganisationConflict *conflict;

      if (!theirs || mw_organisation_item_equal (item, theirs))
        continue;
      conflict = g_new0 (MwOrganisationConflict, 1);
      conflict->mine = mw_organisation_item_ref (item);
      conflict->theirs = mw_organisation_item_ref (theirs);
      g_ptr_array_add (self->conflicts, conflict);
    }
}

/* What is to be the base once the copy is the same. Returns: (transfer full) */
static char *
dup_next (MwOrganisationJob *self)
{
  return g_strconcat (self->paths.base, ".next", NULL);
}

/* A program that was killed between the two may have left a copy that holds what colleagues wrote, with a base from before that: it would
 * be taken for what was written here. */
static void
finish_keeping (MwOrganisationJob *self)
{
  g_autofree char *path = dup_next (self);
  g_autoptr (MwOrganisation) next = self->paths.shared ? peek (path, self->cancellable) : NULL;

  if (next && self->result && mw_organisation_equal (next, self->result))
    g_rename (path, self->paths.base);
  else
    g_unlink (path);
}

/* A file of one's own that has mistakes is shown as it was last read. */
static void
load (MwOrganisationJob *self)
{
  const char *path = self->paths.shared ? self->paths.copy : self->paths.target;

  self->result = mw_organisation_disk_load (path, self->problems, self->cancellable, &self->error);
  finish_keeping (self);
  g_clear_pointer (&self->base, mw_organisation_unref);
  self->base = peek (self->paths.base, self->cancellable);
  if (!self->result && (self->error || self->paths.shared))
    self->result = self->base ? mw_organisation_ref (self->base) : NULL;
  if (!self->result)
    self->result = mw_organisation_new ();
  if (!self->paths.shared && !self->error)
    {
      g_clear_pointer (&self->base, mw_organisation_unref);
      self->base = mw_organisation_ref (self->result);
    }
  load_conflicts (self);
}

/* With a shared target mine goes to the data folder first: there it is safe, whatever becomes of the target. */
static void
keep_mine (MwOrganisationJob *self)
{
  g_autofree char *folder = g_path_get_dirname (self->paths.base);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    g_debug ("Making %s failed", folder);
  if (!self->paths.shared || (self->base && mw_organisation_equal (self->base, self->mine)))
    return;

  self->copied = replace (self->paths.copy, self->mine, &error);
  if (!self->copied)
    g_debug ("Keeping a copy: %s", error->message);
}

/* Both or neither, see finish_keeping(). */
static gboolean
keep_copy_and_base (MwOrganisationJob *self, GError **error)
{
  g_autofree char *next = dup_next (self);

  return replace (next, self->result, error) && replace (self->paths.copy, self->result, error)
         && g_rename (next, self->paths.base) == 0;
}

/* The base is what a later run begins with: without it, it would find conflicts where there are none. */
static void
keep_result (MwOrganisationJob *self)
{
  g_autoptr (GError) error = NULL;
  gboolean kept;

  if (self->base && mw_organisation_equal (self->base, self->result) && g_file_test (self->paths.base, G_FILE_TEST_EXISTS)
      && !self->copied)
    return;
  kept = self->paths.shared ? keep_copy_and_base (self, &error) : replace (self->paths.base, self->result, &error);
  if (!kept)
    g_debug ("Keeping what was read: %s", error ? error->message : "it could not be renamed");
}

/* A shared folder that is not there is not made. */
static gboolean
is_folder_there (MwOrganisationJob *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->paths.target);

  if (!self->paths.shared || g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "There is no folder %s", folder);

  return FALSE;
}

static void
load_and_save (MwOrganisationJob *self)
{
  MwOrganisationSync one = {
    .path = self->paths.target,
    .conflicts_path = self->paths.conflicts,
    .base = self->base,
    .mine = self->mine,
    /* A shared file that was there and is gone: its folder is most likely not the one that it was. */
    .may_create = !self->paths.shared || !self->base,
    .must_create = self->paths.shared && !self->base,
    .conflicts = self->conflicts,
    .problems = self->problems,
  };

  keep_mine (self);
  if (!is_folder_there (self, &self->error))
    return;

  self->result = mw_organisation_disk_sync (&one, self->cancellable, &self->error);
  if (!self->result)
    return;
  keep_result (self);
  if (self->conflicts->len == 0)
    g_unlink (self->paths.conflicts);
}

static gboolean
on_done (gpointer data)
{
  MwOrganisationJob *self = data;

  self->func (self, self->data);

  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer data)
{
  MwOrganisationJob *self = data;

  mw_xml_schema_keep ();
  if (self->kind == MW_ORGANISATION_JOB_LOAD)
    load (self);
  else
    load_and_save (self);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_done, self, job_free);

  return NULL;
}

void
mw_organisation_job_start (MwOrganisationJob *self, MwOrganisationJobFunc func, gpointer data)
{
  self->func = func;
  self->data = data;
  g_thread_unref (g_thread_new ("organisation", run, self));
}
