/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case-handover.h"
#include "mw-cases.h"

G_BEGIN_DECLS

/* One case as a file, out of the cases and into them. Main thread only; nothing here waits, and a slow disk keeps no save from
 * being made. A file is written aside and renamed: it is there as a whole, or what was there before is. What
 * runs on a thread of its own has no source object: the cases are not to go on any other thread than the main one. Paths are in the encoding of
 * the file system. */

/* Seals @one for a colleague. @passphrase: (transfer full): for this file alone. Errors: those of mw_handover_seal(), and
 * MW_STORAGE_ERROR. */
void mw_cases_hand_over_async (MwCases *self, const MwCase *one, const char *path, MwSecret *passphrase,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean mw_cases_hand_over_finish (GAsyncResult *result, GError **error);

/* Writes everything in @one as XML, which anybody can read, for its owner alone where the file system can tell. Errors are in
 * MW_STORAGE_ERROR. */
void mw_cases_export_xml_async (const MwCase *one, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean mw_cases_export_xml_finish (GAsyncResult *result, GError **error);

/* As mw_handover_read(). */
void mw_cases_read_handover_async (const char *path, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
GBytes *mw_cases_read_handover_finish (GAsyncResult *result, GError **error);

/* As mw_handover_open(). @passphrase: (transfer full) */
void mw_cases_open_handover_async (GBytes *file, MwSecret *passphrase, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
MwHandover *mw_cases_open_handover_finish (GAsyncResult *result, GError **error);

/* Looks through the cases, which must be open, for one that was taken over from the hand-over @id. What cannot be read is
 * passed over. */
void mw_cases_find_handover_async (MwCases *self, const char *id, GAsyncReadyCallback callback, gpointer user_data);
/* @found: (out): the case, or 0 when there is none */
gboolean mw_cases_find_handover_finish (MwCases *self, GAsyncResult *result, guint64 *found, GError **error);

G_END_DECLS
