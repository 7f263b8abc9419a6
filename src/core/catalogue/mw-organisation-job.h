/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

/* One turn at the files of an organisation, on a thread of its own: a disk that never answers then holds up nothing else. */

/* Where they are; file names. */
typedef struct
{
  char *target;    /* organisation.xml */
  char *copy;      /* (nullable): that of the data folder, when the target is shared */
  char *base;      /* the target as it was last read; each target has one of its own */
  char *conflicts; /* mine, while it is not chosen */
  gboolean shared;
} MwOrganisationPaths;

/* @folder: the data folder; @shared: (nullable): the shared one */
void mw_organisation_paths_init (MwOrganisationPaths *self, const char *folder, const char *shared);
void mw_organisation_paths_clear (MwOrganisationPaths *self);

typedef enum
{
  MW_ORGANISATION_JOB_LOAD, /* what the data folder has */
  MW_ORGANISATION_JOB_SYNC, /* the file itself */
} MwOrganisationJobKind;

typedef struct _MwOrganisationJob MwOrganisationJob;
typedef void (*MwOrganisationJobFunc) (MwOrganisationJob *job, gpointer data);

/* Written by who starts it, then by its thread, then read by who is called back. */
struct _MwOrganisationJob
{
  MwOrganisationJobKind kind;
  MwOrganisationPaths paths;
  GCancellable *cancellable;
  MwOrganisation *base; /* (nullable): as last read */
  MwOrganisation *mine;
  GPtrArray *conflicts; /* of MwOrganisationConflict */
  guint n_conflicts;    /* of them, those that were known before */

  MwOrganisation *result; /* (nullable): what there is now; with @error what it was before */
  gboolean copied;        /* mine is in the data folder */
  GPtrArray *problems;    /* of MwProblem */
  GError *error;          /* (nullable) */

  MwOrganisationJobFunc func;
  gpointer data;
};

/* @base: (nullable); @conflicts: (element-type MwOrganisationConflict), copied. Returns: (transfer full) */
MwOrganisationJob *mw_organisation_job_new (MwOrganisationJobKind kind, const MwOrganisationPaths *paths,
                                            MwOrganisation *base, MwOrganisation *mine, GPtrArray *conflicts);

/* @self: (transfer full); @func: called in the main context once the thread is done, after which the job is freed. The thread
 * does not keep the process alive. */
void mw_organisation_job_start (MwOrganisationJob *self, MwOrganisationJobFunc func, gpointer data);

G_END_DECLS
