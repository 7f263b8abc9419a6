/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

#define MW_TYPE_ORGANISATION_FILE (mw_organisation_file_get_type ())
G_DECLARE_FINAL_TYPE (MwOrganisationFile, mw_organisation_file, MW, ORGANISATION_FILE, GObject)

/* The organisation's offer as the interface sees it, and the file that it lies in: organisation.xml in the user's data folder,
 * or in a folder that is shared, of which the data folder then has a copy. Belongs to the main thread; what waits for a disk
 * is done on another one. A change is there at once and saved at once; what a colleague changed meanwhile is taken in.
 *
 * Without the shared folder the copy is worked on: what was changed is put together with the shared file when it is there again,
 * also in a later run of the program.
 *
 * Signals:
 * "changed": mw_organisation_file_get() returns something else;
 * "state-changed": the state, the error or the conflicts are others. */

/**
 * MwOrganisationState:
 * @MW_ORGANISATION_LOADING: the file was not read yet; of a shared one the copy is there, and can be changed
 * @MW_ORGANISATION_SAVED: the file has everything
 * @MW_ORGANISATION_SAVING: something is being written
 * @MW_ORGANISATION_FAILED: what was changed could not be written, see mw_organisation_file_get_error(); it is tried again
 * @MW_ORGANISATION_AWAY: the shared folder is not there or has mistakes in its file, see mw_organisation_file_get_error(); what
 *   is shown and changed is the copy in the data folder
 * @MW_ORGANISATION_SLOW: as @MW_ORGANISATION_AWAY; the shared folder does not answer
 * @MW_ORGANISATION_INVALID: the file has mistakes, see mw_organisation_file_get_problems(); it is left alone, what is shown is as
 *   it was last read, and nothing can be changed
 */
typedef enum
{
  MW_ORGANISATION_LOADING,
  MW_ORGANISATION_SAVED,
  MW_ORGANISATION_SAVING,
  MW_ORGANISATION_FAILED,
  MW_ORGANISATION_AWAY,
  MW_ORGANISATION_SLOW,
  MW_ORGANISATION_INVALID,
} MwOrganisationState;
#define MW_N_ORGANISATION_STATES 7

/* @folder: the data folder, which is made when it is not there; @shared: (nullable): the shared folder. File names in the
 * encoding of the file system. Starts to read at once. */
MwOrganisationFile *mw_organisation_file_new (const char *folder, const char *shared);

/* Returns: (transfer none): empty while loading */
MwOrganisation *mw_organisation_file_get (MwOrganisationFile *self);
MwOrganisationState mw_organisation_file_get_state (MwOrganisationFile *self);
/* Returns: (transfer none) (nullable): in MW_STORAGE_ERROR, MW_CATALOGUE_ERROR or G_IO_ERROR */
const GError *mw_organisation_file_get_error (MwOrganisationFile *self);
/* Returns: (transfer none) (element-type MwProblem): what is wrong with the file */
GPtrArray *mw_organisation_file_get_problems (MwOrganisationFile *self);
/* When it was last saved or read, in seconds since 1970; 0 for never. */
gint64 mw_organisation_file_get_time (MwOrganisationFile *self);
/* Whether something can be changed. */
gboolean mw_organisation_file_is_editable (MwOrganisationFile *self);
/* Whether everything is on the disk. */
gboolean mw_organisation_file_is_clean (MwOrganisationFile *self);
/* Returns: (transfer none) (nullable): the shared folder */
const char *mw_organisation_file_get_shared (MwOrganisationFile *self);

/* From now on @shared (nullable) is the shared folder; what is not saved yet is saved first. What is in the data folder goes into it. */
void mw_organisation_file_set_shared (MwOrganisationFile *self, const char *shared);

/* @item: (transfer full): takes the place of the one of that kind and id; when it was changed, and how often, is filled in. An
 * item that says what was there changes nothing. Only while it is editable. */
void mw_organisation_file_set_item (MwOrganisationFile *self, MwOrganisationItem *item);

/**
 * mw_organisation_file_set_own:
 * @intervention: (transfer none): not to be changed any more
 * @problems: (element-type MwProblem): receives what is wrong with it; lines are those of no file
 *
 * Returns: whether it is right, and was put among one's own
 */
gboolean mw_organisation_file_set_own (MwOrganisationFile *self, MwIntervention *intervention, GPtrArray *problems);

/* Takes over @organisation (transfer none) whole, such as after mw_organisation_take_over(). */
void mw_organisation_file_set (MwOrganisationFile *self, MwOrganisation *organisation);

/* @items: (element-type MwOrganisationItem): take the place of those that are there. One step leads back, as long as the program runs
 * and no other file is worked with. Only while it is editable. */
void mw_organisation_file_import (MwOrganisationFile *self, GPtrArray *items);
/* Whether there is something to go back from. */
gboolean mw_organisation_file_can_undo_import (MwOrganisationFile *self);
/* Only while it is editable. Returns: how many items were changed since, and stay as they are */
guint mw_organisation_file_undo_import (MwOrganisationFile *self);

/* Returns: (transfer none) (element-type MwOrganisationConflict): what a colleague changed at the same time, in another way. The
 *   colleague's is in the file; mine is kept beside it until it is chosen. */
GPtrArray *mw_organisation_file_get_conflicts (MwOrganisationFile *self);
/* Ends the conflict of that item. @mine: whether mine is taken; it then goes into the file. */
void mw_organisation_file_resolve (MwOrganisationFile *self, MwItemKind kind, const char *id, gboolean mine);

/* Looks whether the file was changed, or tries again. */
void mw_organisation_file_refresh (MwOrganisationFile *self);

/* For tests: how long a shared folder may take to answer, and after how long it is looked at again, in milliseconds. */
void mw_organisation_file_set_times (guint limit, guint again);

G_END_DECLS
