/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-key-slot.h"

G_BEGIN_DECLS

/* A case that is handed over to a colleague: one file, sealed with a passphrase of its own. May be used on any thread.
 *
 * The format, version 1
 * =====================
 *   at  bytes
 *    0      8  magic: 89 4d 77 48 6f 0d 0a 1a ("MwHo" between bytes that no text has, and that a transfer as text spoils)
 *    8      4  version: 1
 *   12     32  check: BLAKE2b-256 of all other bytes of the file: those before it and those after it
 *   44     16  id: random; two hand-overs of one case differ in it
 *   60      8  operations ⎫
 *   68      8  memory     ⎬ of Argon2id; and the data key, wrapped: a key slot as in mw-key-slot.h,
 *   76     16  salt       ⎪ of the kind of a passphrase, with id for the database and version for the key
 *   92     72  wrapped    ⎭
 *  164  to end sealed: as in mw-seal.h, of the kind 4, with id for the database, version for the key, 0 for a and b; padded
 *
 * All numbers are little-endian. Magic, version and check stand in these places in every later version. What is sealed is a
 * serialised GVariant, little-endian:
 *
 *   a{sv}  made x (when it was handed over, in seconds since 1970, UTC), record ay (the newest revision of the case, as
 *          mw_case_encode() makes it: see mw-case-store.h)
 *
 * check tells a damaged or cut off file from a wrong passphrase, before one is asked for; it needs no key and proves nothing. What does
 * are the two tags: every byte of the file is sealed, or authenticated with what is.
 *
 * What it protects against: anyone on the way who reads or changes the file without the passphrase; a file that is cut off, mixed with
 * another one or damaged; a file that would keep the computer busy for long.
 * What it does not: a passphrase that is sent along with the file, or is easily guessed: whoever has the file can try as many as there is
 * time for; a colleague who passes it on; another case in the place of this one by somebody who knows the passphrase, for nothing
 * in it tells who made it. How much there is in the case can be seen within 12 %, and how often it was handed over to those who
 * see all files. Earlier revisions are not in it. */

#define MW_HANDOVER_SUFFIX ".maatwerk"
#define MW_HANDOVER_MAX_FILE (80 * 1024 * 1024)

/**
 * MwHandoverError:
 * @MW_HANDOVER_ERROR_UNREADABLE: the file is missing, may not be read or is no ordinary file
 * @MW_HANDOVER_ERROR_FOREIGN: it is no hand-over
 * @MW_HANDOVER_ERROR_NEWER: a newer version of the program made it
 * @MW_HANDOVER_ERROR_DAMAGED: it was cut off or changed
 * @MW_HANDOVER_ERROR_EFFORT: it asks for more work than any passphrase needs
 * @MW_HANDOVER_ERROR_WRONG_PASSPHRASE: it does not open
 *
 * Messages are for logs and hold nothing of a case; the interface words the code.
 */
typedef enum
{
  MW_HANDOVER_ERROR_UNREADABLE,
  MW_HANDOVER_ERROR_FOREIGN,
  MW_HANDOVER_ERROR_NEWER,
  MW_HANDOVER_ERROR_DAMAGED,
  MW_HANDOVER_ERROR_EFFORT,
  MW_HANDOVER_ERROR_WRONG_PASSPHRASE,
} MwHandoverError;

#define MW_HANDOVER_ERROR (mw_handover_error_quark ())
GQuark mw_handover_error_quark (void);

/* What a file holds once it is open. */
typedef struct
{
  char *id; /* which hand-over it is, as one->handover has it */
  gint64 made;
  MwCase *one; /* as its new keeper is to have it */
} MwHandover;

void mw_handover_free (MwHandover *self);

/**
 * mw_handover_seal:
 * @record: as mw_case_encode() makes it
 * @made: the present time
 * @kdf: how much work @passphrase is to guess
 *
 * Takes half a second. Errors: MW_CASE_ERROR_TOO_LARGE, MW_STORAGE_ERROR_NO_MEMORY.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mw_handover_seal (GBytes *record, gint64 made, const MwKdf *kdf, const MwSecret *passphrase, GError **error);

/* Reads a file that may be anything, and checks what can be checked without its passphrase. Errors are in MW_HANDOVER_ERROR.
 * Returns: (transfer full) (nullable): for mw_handover_open() */
GBytes *mw_handover_read (const char *path, GError **error);

/* The check of mw_handover_read(). @file: anything */
gboolean mw_handover_check (GBytes *file, GError **error);

/* Takes half a second. Checks @file as well. Errors are in MW_HANDOVER_ERROR, and MW_STORAGE_ERROR_NO_MEMORY.
 * Returns: (transfer full) (nullable) */
MwHandover *mw_handover_open (GBytes *file, const MwSecret *passphrase, GError **error);

/* What was sealed; anything goes. Errors: MW_HANDOVER_ERROR_NEWER, MW_HANDOVER_ERROR_DAMAGED. Returns: (transfer full) (nullable) */
MwHandover *mw_handover_decode (GBytes *content, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwHandover, mw_handover_free)

G_END_DECLS
