/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mw-secret.h"

G_BEGIN_DECLS

/* One sealed piece of a case file or of a hand-over. XChaCha20-Poly1305 (IETF, draft-irtf-cfrg-xchacha-03) with a random nonce:
 *
 *   sealed    = nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes)
 *   plaintext = length (8 bytes) ‖ content ‖ zeros up to the padded length
 *   padded    = at least 1,024 bytes, else Padmé: the length rounded up to a multiple of 2^(e - s) where e = ⌊log2 length⌋ and
 *               s = ⌊log2 e⌋ + 1, at most 12 % more (Nikitin e.a., "Reducing Metadata Leakage from Encrypted Files", PETS 2019)
 *   data that is authenticated with it = "MWC1" ‖ kind (1 byte) ‖ database (16 bytes) ‖ key (4) ‖ a (8) ‖ b (8)
 *
 * All numbers are little-endian. */

#define MW_SEAL_NONCE_LENGTH 24
#define MW_SEAL_TAG_LENGTH 16
#define MW_SEAL_KEY_LENGTH 32
#define MW_DATABASE_ID_LENGTH 16

/* No record is larger; a case of a thousand pages has 5 MB. */
#define MW_SEAL_MAX_LENGTH (64 * 1024 * 1024)

/**
 * MwSealKind:
 * @MW_SEAL_RECORD: a revision of a case; a: the case, b: the revision
 * @MW_SEAL_PART: a part of the manifest; a: the part, b: its generation
 * @MW_SEAL_ROOT: the root of the manifest; a: 0, b: its generation
 * @MW_SEAL_HANDOVER: a case that is handed over; a: 0, b: 0
 */
typedef enum
{
  MW_SEAL_RECORD = 1,
  MW_SEAL_PART = 2,
  MW_SEAL_ROOT = 3,
  MW_SEAL_HANDOVER = 4,
} MwSealKind;

/* What a piece belongs to and where it stands: it opens nowhere else. */
typedef struct
{
  MwSealKind kind;
  const guint8 *database; /* MW_DATABASE_ID_LENGTH bytes */
  guint32 key;
  guint64 a;
  guint64 b;
} MwSealPlace;

/* @key: MW_SEAL_KEY_LENGTH bytes. Errors: MW_CASE_ERROR_TOO_LARGE. Returns: (transfer full) (nullable) */
GBytes *mw_seal (const MwSealPlace *place, const MwSecret *key, gconstpointer content, gsize length, GError **error);

/* Errors: MW_CASE_ERROR_DAMAGED, which also covers a wrong key. Returns: (transfer full) (nullable): the content, in memory
 * that is wiped when it is freed; aligned to 8 bytes */
GBytes *mw_unseal (const MwSealPlace *place, const MwSecret *key, gconstpointer sealed, gsize length, GError **error);

/* The last bytes of a sealed piece, by which the manifest knows it. @length: MW_SEAL_TAG_LENGTH at least.
 * Returns: (transfer none) */
const guint8 *mw_seal_get_tag (gconstpointer sealed, gsize length);

/* The length to which so many bytes of plaintext are padded. */
gsize mw_seal_get_padded_length (gsize length);

G_END_DECLS
