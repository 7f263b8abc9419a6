/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-organisation-file.h"
#include "mw-organisation-job.h"

G_BEGIN_DECLS

/* What the file and its turns at the disk share. */

struct _MwOrganisationFile
{
  GObject parent_instance;

  char *shared; /* (nullable) */
  char *folder;
  char *wanted; /* (nullable): the shared folder to change to */
  gboolean changing;
  MwOrganisationPaths paths;
  MwOrganisation *current;
  MwOrganisation *base;  /* (nullable): the file as it was last read */
  MwOrganisation *before_import; /* (nullable) */
  MwOrganisation *after_import;  /* (nullable): with @before_import */
  GPtrArray *conflicts;  /* of MwOrganisationConflict */
  GPtrArray *problems;   /* of MwProblem */
  GError *error;         /* (nullable): of the last turn */
  MwOrganisationState state;
  gint64 time;

  GCancellable *cancellable; /* (nullable): that of the turn that is being taken */
  gboolean again;            /* another turn as soon as this one ends */
  gboolean loaded;
  gboolean reading; /* the shared file was not read yet */
  gboolean slow;
  gboolean dirty; /* the file does not have everything */
  gboolean safe;  /* the data folder has what the file does not */
  guint limit_id;
  guint again_id;
  GFileMonitor *monitor;
};

/* Starts a turn, or has one follow the one that is being taken: they read and write the same files. */
void mw_organisation_file_start (MwOrganisationFile *self, MwOrganisationJobKind kind);
/* What it comes to; emits "state-changed". */
void mw_organisation_file_update_state (MwOrganisationFile *self);
/* @organisation: (transfer none): is there from now on; emits "changed" when it says something else */
void mw_organisation_file_set_current (MwOrganisationFile *self, MwOrganisation *organisation);
/* There is nothing to go back from any more. */
void mw_organisation_file_forget_import (MwOrganisationFile *self);
/* Changes to the folder that is wanted, as soon as nothing can be lost by that. */
void mw_organisation_file_change_folder (MwOrganisationFile *self);
/* Ends the conflict of that item. Returns: (transfer full) (nullable): mine, if there was one */
MwOrganisationItem *mw_organisation_file_steal_conflict (MwOrganisationFile *self, MwItemKind kind, const char *id);

G_END_DECLS
