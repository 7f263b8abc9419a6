/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-key-slot.h"

#include <sodium.h>
#include <string.h>

#include "mw-error.h"

G_STATIC_ASSERT (MW_SLOT_SALT_LENGTH == crypto_pwhash_argon2id_SALTBYTES);

#define ABOUT_LENGTH (4 + 1 + MW_DATABASE_ID_LENGTH + 4 + 8 + 8 + MW_SLOT_SALT_LENGTH)

static void
write_about (const MwKeySlot *self, const MwSealPlace *place, guint8 *out)
{
  guint32 key = GUINT32_TO_LE (place->key);
  guint64 operations = GUINT64_TO_LE (self->kdf.operations);
  guint64 memory = GUINT64_TO_LE (self->kdf.memory);

  memcpy (out, "MWK1", 4);
  out[4] = (guint8) self->kind;
  memcpy (out + 5, place->database, MW_DATABASE_ID_LENGTH);
  memcpy (out + 21, &key, 4);
  memcpy (out + 25, &operations, 8);
  memcpy (out + 33, &memory, 8);
  memcpy (out + 41, self->salt, MW_SLOT_SALT_LENGTH);
}

/* Returns: (transfer full) (nullable): the key that wraps */
static MwSecret *
derive (const MwKeySlot *self, const MwSecret *secret, GError **error)
{
  g_autoptr (MwSecret) key = mw_secret_new (MW_SEAL_KEY_LENGTH, error);

  if (key == NULL)
    return NULL;

  if (self->kind == MW_SLOT_RECOVERY)
    crypto_generichash (key->bytes, key->length, secret->bytes, secret->length, self->salt, sizeof self->salt);
  else if (crypto_pwhash (key->bytes, key->length, (const char *) secret->bytes, secret->length, self->salt,
                          self->kdf.operations, self->kdf.memory, crypto_pwhash_ALG_ARGON2ID13)
           != 0)
    {
      g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY, "No memory for Argon2id");
      return NULL;
    }

  return g_steal_pointer (&key);
}

gboolean
mw_key_slot_wrap (MwKeySlot *self,
                  MwSlotKind kind,
                  const MwKdf *kdf,
                  const MwSealPlace *place,
                  const MwSecret *secret,
                  const MwSecret *data_key,
                  GError **error)
{
  guint8 about[ABOUT_LENGTH];
  g_autoptr (MwSecret) key = NULL;

  self->kind = kind;
  self->kdf = kind == MW_SLOT_PASSPHRASE ? *kdf : (MwKdf){ 0, 0 };
  mw_secret_init ();
  randombytes_buf (self->salt, sizeof self->salt);
  randombytes_buf (self->wrapped, MW_SEAL_NONCE_LENGTH);
  key = derive (self, secret, error);
  if (key == NULL)
    return FALSE;

  write_about (self, place, about);
  crypto_aead_xchacha20poly1305_ietf_encrypt (self->wrapped + MW_SEAL_NONCE_LENGTH, NULL, data_key->bytes,
                                              MW_SEAL_KEY_LENGTH, about, sizeof about, NULL, self->wrapped, key->bytes);
  return TRUE;
}

MwSecret *
mw_key_slot_unwrap (const MwKeySlot *self, const MwSealPlace *place, const MwSecret *secret, GError **error)
{
  guint8 about[ABOUT_LENGTH];
  g_autoptr (MwSecret) data_key = NULL;
  g_autoptr (MwSecret) key = NULL;

  if (self->kind == MW_SLOT_PASSPHRASE
      && (self->kdf.operations < crypto_pwhash_OPSLIMIT_MIN || self->kdf.operations > MW_KDF_MAX_OPERATIONS
          || self->kdf.memory < crypto_pwhash_MEMLIMIT_MIN || self->kdf.memory > MW_KDF_MAX_MEMORY))
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED, "A key slot asks for an impossible effort");
      return NULL;
    }

  data_key = mw_secret_new (MW_SEAL_KEY_LENGTH, error);
  key = data_key != NULL ? derive (self, secret, error) : NULL;
  if (key == NULL)
    return NULL;

  write_about (self, place, about);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (data_key->bytes, NULL, NULL, self->wrapped + MW_SEAL_NONCE_LENGTH,
                                                  MW_SEAL_KEY_LENGTH + MW_SEAL_TAG_LENGTH, about, sizeof about,
                                                  self->wrapped, key->bytes)
      != 0)
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY, "The key slot does not open");
      return NULL;
    }

  return g_steal_pointer (&data_key);
}
