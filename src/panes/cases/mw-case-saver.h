/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-cases.h"

G_BEGIN_DECLS

#define MW_TYPE_CASE_SAVER (mw_case_saver_get_type ())
G_DECLARE_FINAL_TYPE (MwCaseSaver, mw_case_saver, MW, CASE_SAVER, GObject)

/* Keeps the open case and saves it: a second after the last change, at once when asked, and again every few seconds after a
 * failure. The case is changed in place; mw_case_saver_touch() says that it was.
 *
 * Signals: "changed": the state; "deleted": the case is no more, and nothing is saved. */

typedef enum
{
  MW_SAVE_NEVER,  /* a new case in which nothing was written */
  MW_SAVE_WAITING, /* changed, not yet handed over */
  MW_SAVE_SAVING,
  MW_SAVE_SAVED,
  MW_SAVE_FAILED,
} MwSaveState;

/* @one: (transfer full); @id: 0 for a new case */
MwCaseSaver *mw_case_saver_new (MwCases *cases, guint64 id, MwCase *one);

/* Returns: (transfer none) */
MwCase *mw_case_saver_get_case (MwCaseSaver *self);
guint64 mw_case_saver_get_id (MwCaseSaver *self);

void mw_case_saver_touch (MwCaseSaver *self);
/* Saves now what is not saved, or as soon as the save that is under way is done. */
void mw_case_saver_flush (MwCaseSaver *self);
/* Whether everything is on the disk. */
gboolean mw_case_saver_is_clean (MwCaseSaver *self);
/* Whether a save is under way. */
gboolean mw_case_saver_is_saving (MwCaseSaver *self);
/* Never saves again. */
void mw_case_saver_stop (MwCaseSaver *self);
/* Stops, and tells whoever has the case open. */
void mw_case_saver_set_deleted (MwCaseSaver *self);

MwSaveState mw_case_saver_get_state (MwCaseSaver *self);
/* When it was last saved, in seconds since 1970; 0 for never. */
gint64 mw_case_saver_get_time (MwCaseSaver *self);
/* Returns: (transfer none) (nullable) */
const GError *mw_case_saver_get_error (MwCaseSaver *self);

/* For tests: how long it waits after a change and after a failure, in milliseconds. */
void mw_case_saver_set_times (guint pause, guint retry);

G_END_DECLS
