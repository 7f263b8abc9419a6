/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-seal.h"

G_BEGIN_DECLS

/* The data key, wrapped. A case file has one slot for the passphrase and one for the recovery key:
 *
 *   wrapped = nonce (24 bytes) ‖ XChaCha20-Poly1305 of the data key (32 bytes) ‖ tag (16 bytes)
 *   under   Argon2id 1.3 (RFC 9106; libsodium's crypto_pwhash) of the passphrase with salt, operations and memory; or for the
 *           recovery key, which needs no slow function, BLAKE2b-256 of it, keyed with the salt
 *   with    "MWK1" ‖ slot (1 byte) ‖ database (16) ‖ key (4) ‖ operations (8) ‖ memory (8) ‖ salt (16) authenticated
 *
 * All numbers are little-endian. */

typedef enum
{
  MW_SLOT_PASSPHRASE = 1,
  MW_SLOT_RECOVERY = 2,
} MwSlotKind;

#define MW_SLOT_SALT_LENGTH 16
#define MW_SLOT_WRAPPED_LENGTH (MW_SEAL_NONCE_LENGTH + MW_SEAL_KEY_LENGTH + MW_SEAL_TAG_LENGTH)

/* How much work a passphrase is to guess. */
typedef struct
{
  guint64 operations;
  guint64 memory; /* bytes */
} MwKdf;

/* libsodium's MODERATE: half a second and 256 MiB. */
#define MW_KDF_MODERATE ((MwKdf){ 3, 268435456 })
/* What is read from a file may ask for no more than this. */
#define MW_KDF_MAX_OPERATIONS 16
#define MW_KDF_MAX_MEMORY ((guint64) 1024 * 1024 * 1024)

typedef struct
{
  MwSlotKind kind;
  MwKdf kdf; /* zero in the slot of the recovery key */
  guint8 salt[MW_SLOT_SALT_LENGTH];
  guint8 wrapped[MW_SLOT_WRAPPED_LENGTH];
} MwKeySlot;

/**
 * mw_key_slot_wrap:
 * @self: (out): a slot of @kind with a new salt
 * @place: of which the database and the key are authenticated
 * @secret: the passphrase or the recovery key
 *
 * Takes half a second for a passphrase. Errors: MW_STORAGE_ERROR_NO_MEMORY.
 */
gboolean mw_key_slot_wrap (MwKeySlot *self, MwSlotKind kind, const MwKdf *kdf, const MwSealPlace *place,
                           const MwSecret *secret, const MwSecret *data_key, GError **error);

/* Errors: MW_CASE_ERROR_WRONG_KEY, MW_CASE_ERROR_DAMAGED when it asks for too much work, MW_STORAGE_ERROR_NO_MEMORY.
 * Returns: (transfer full) (nullable): the data key */
MwSecret *mw_key_slot_unwrap (const MwKeySlot *self, const MwSealPlace *place, const MwSecret *secret, GError **error);

G_END_DECLS
