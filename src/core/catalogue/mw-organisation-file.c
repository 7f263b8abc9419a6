/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-file-private.h"

#include "mw-catalogue-problem.h"
#include "mw-organisation-merge.h"
#include "mw-organisation-writer.h"

G_DEFINE_FINAL_TYPE (MwOrganisationFile, mw_organisation_file, G_TYPE_OBJECT)

/* Puts @organisation (transfer none) in the place of what there is, and saves it. */
static void
change (MwOrganisationFile *self, MwOrganisation *organisation)
{
  self->dirty = TRUE;
  self->safe = FALSE;
  mw_organisation_file_set_current (self, organisation);
  mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);
  mw_organisation_file_update_state (self);
}

static void
mw_organisation_file_dispose (GObject *object)
{
  MwOrganisationFile *self = MW_ORGANISATION_FILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->limit_id, g_source_remove);
  g_clear_handle_id (&self->again_id, g_source_remove);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (mw_organisation_file_parent_class)->dispose (object);
}

static void
mw_organisation_file_finalize (GObject *object)
{
  MwOrganisationFile *self = MW_ORGANISATION_FILE (object);

  g_free (self->shared);
  g_free (self->folder);
  g_free (self->wanted);
  mw_organisation_paths_clear (&self->paths);
  mw_organisation_unref (self->current);
  g_clear_pointer (&self->base, mw_organisation_unref);
  mw_organisation_file_forget_import (self);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (mw_organisation_file_parent_class)->finalize (object);
}

static void
mw_organisation_file_class_init (MwOrganisationFileClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_organisation_file_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_organisation_file_finalize;
  g_signal_new ("changed", MW_TYPE_ORGANISATION_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("state-changed", MW_TYPE_ORGANISATION_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mw_organisation_file_init (MwOrganisationFile *self)
{
  self->current = mw_organisation_new ();
  self->conflicts = mw_organisation_conflict_list_new ();
  self->problems = mw_problem_list_new ();
}

MwOrganisationFile *
mw_organisation_file_new (const char *folder, const char *shared)
{
  MwOrganisationFile *self = g_object_new (MW_TYPE_ORGANISATION_FILE, NULL);

  self->shared = g_strdup (shared);
  self->folder = g_strdup (folder);
  mw_organisation_paths_init (&self->paths, folder, shared);
  mw_organisation_file_start (self, MW_ORGANISATION_JOB_LOAD);

  return self;
}

MwOrganisation *
mw_organisation_file_get (MwOrganisationFile *self)
{
  return self->current;
}

MwOrganisationState
mw_organisation_file_get_state (MwOrganisationFile *self)
{
  return self->state;
}

const GError *
mw_organisation_file_get_error (MwOrganisationFile *self)
{
  return self->error;
}

GPtrArray *
mw_organisation_file_get_problems (MwOrganisationFile *self)
{
  return self->problems;
}

gint64
mw_organisation_file_get_time (MwOrganisationFile *self)
{
  return self->time;
}

gboolean
mw_organisation_file_is_editable (MwOrganisationFile *self)
{
  return self->loaded && self->state != MW_ORGANISATION_INVALID;
}

gboolean
mw_organisation_file_is_clean (MwOrganisationFile *self)
{
  return !self->dirty || self->safe;
}

void
mw_organisation_file_set_shared (MwOrganisationFile *self, const char *shared)
{
  g_free (self->wanted);
  self->wanted = g_strdup (shared);
  self->changing = g_strcmp0 (shared, self->shared) != 0;
  mw_organisation_file_change_folder (self);
}

const char *
mw_organisation_file_get_shared (MwOrganisationFile *self)
{
  return self->shared;
}

void
mw_organisation_file_set_item (MwOrganisationFile *self, MwOrganisationItem *item)
{
  g_autoptr (MwOrganisationItem) owned = item;
  MwOrganisationItem *before = mw_organisation_lookup (self->current, item->kind, item->id);
  g_autoptr (MwOrganisation) changed = NULL;

  g_return_if_fail (mw_organisation_file_is_editable (self));

  if (mw_organisation_item_equal (before, item) || (!before && mw_organisation_item_is_empty (item)))
    return;

  item->revision = before ? before->revision + 1 : 1;
  item->modified = g_get_real_time () / G_USEC_PER_SEC;
  changed = mw_organisation_with (self->current, g_steal_pointer (&owned));
  change (self, changed);
}

gboolean
mw_organisation_file_set_own (MwOrganisationFile *self, MwIntervention *intervention, GPtrArray *problems)
{
  g_autoptr (MwOrganisationItem) item = mw_organisation_item_new_own (intervention->id, intervention);
  g_autoptr (MwOrganisation) wanted = mw_organisation_with (self->current, mw_organisation_item_ref (item));
  g_autoptr (MwOrganisation) as_read = mw_organisation_check (wanted, problems, NULL);

  if (!as_read)
    return FALSE;

  /* As it will be read: the white space of what was typed is gone. */
  mw_organisation_file_set_item (
    self, mw_organisation_item_copy (mw_organisation_lookup (as_read, MW_ITEM_OWN, intervention->id)));

  return TRUE;
}

void
mw_organisation_file_set (MwOrganisationFile *self, MwOrganisation *organisation)
{
  g_return_if_fail (mw_organisation_file_is_editable (self));

  change (self, organisation);
}

void
mw_organisation_file_forget_import (MwOrganisationFile *self)
{
  g_clear_pointer (&self->before_import, mw_organisation_unref);
  g_clear_pointer (&self->after_import, mw_organisation_unref);
}

void
mw_organisation_file_import (MwOrganisationFile *self, GPtrArray *items)
{
  g_return_if_fail (mw_organisation_file_is_editable (self));

  mw_organisation_file_forget_import (self);
  self->before_import = mw_organisation_ref (self->current);
  self->after_import = mw_organisation_take_over (self->current, items);
  change (self, self->after_import);
}

gboolean
mw_organisation_file_can_undo_import (MwOrganisationFile *self)
{
  return self->before_import != NULL;
}

guint
mw_organisation_file_undo_import (MwOrganisationFile *self)
{
  g_autoptr (MwOrganisation) as_before = NULL;
  guint n_kept = 0;

  g_return_val_if_fail (mw_organisation_file_is_editable (self) && self->before_import, 0);

  as_before = mw_organisation_go_back (self->current, self->before_import, self->after_import, &n_kept);
  mw_organisation_file_forget_import (self);
  change (self, as_before);

  return n_kept;
}

GPtrArray *
mw_organisation_file_get_conflicts (MwOrganisationFile *self)
{
  return self->conflicts;
}

void
mw_organisation_file_resolve (MwOrganisationFile *self, MwItemKind kind, const char *id, gboolean mine)
{
  g_autoptr (MwOrganisationItem) chosen = NULL;

  g_return_if_fail (mw_organisation_file_is_editable (self));

  chosen = mw_organisation_file_steal_conflict (self, kind, id);
  if (chosen && mine)
    mw_organisation_file_set_item (self, mw_organisation_item_copy (chosen));
  self->dirty = TRUE; /* until what was kept of the conflict is gone from the disk */
  self->safe = FALSE;
  mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);
  mw_organisation_file_update_state (self);
}

void
mw_organisation_file_refresh (MwOrganisationFile *self)
{
  if (self->loaded)
    mw_organisation_file_start (self, MW_ORGANISATION_JOB_SYNC);
}
