/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-seal.h"

#include <sodium.h>
#include <string.h>

#include "mw-error.h"

G_STATIC_ASSERT (MW_SEAL_NONCE_LENGTH == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (MW_SEAL_TAG_LENGTH == crypto_aead_xchacha20poly1305_ietf_ABYTES);
G_STATIC_ASSERT (MW_SEAL_KEY_LENGTH == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

#define HEADER_LENGTH 8
#define MIN_PADDED_LENGTH 1024
#define PLACE_LENGTH (4 + 1 + MW_DATABASE_ID_LENGTH + 4 + 8 + 8)

typedef struct
{
  guint8 *bytes;
  gsize length;
} Plaintext;

static void
wipe (gpointer data)
{
  Plaintext *plaintext = data;

  sodium_memzero (plaintext->bytes, plaintext->length);
  g_free (plaintext->bytes);
  g_free (plaintext);
}

static Plaintext *
plaintext_new (gsize length)
{
  Plaintext *plaintext = g_new (Plaintext, 1);

  plaintext->bytes = g_malloc0 (length);
  plaintext->length = length;
  return plaintext;
}

static void
write_place (const MwSealPlace *place, guint8 *out)
{
  guint32 key = GUINT32_TO_LE (place->key);
  guint64 a = GUINT64_TO_LE (place->a);
  guint64 b = GUINT64_TO_LE (place->b);

  memcpy (out, "MWC1", 4);
  out[4] = (guint8) place->kind;
  memcpy (out + 5, place->database, MW_DATABASE_ID_LENGTH);
  memcpy (out + 21, &key, 4);
  memcpy (out + 25, &a, 8);
  memcpy (out + 33, &b, 8);
}

static void
set_damaged (GError **error, const char *why)
{
  g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED, why);
}

gsize
mw_seal_get_padded_length (gsize length)
{
  guint exponent, significant;
  gsize mask;

  if (length <= MIN_PADDED_LENGTH)
    return MIN_PADDED_LENGTH;

  exponent = g_bit_storage (length) - 1;
  significant = g_bit_storage (exponent);
  mask = ((gsize) 1 << (exponent - significant)) - 1;
  return (length + mask) & ~mask;
}

GBytes *
mw_seal (const MwSealPlace *place, const MwSecret *key, gconstpointer content, gsize length, GError **error)
{
  guint8 about[PLACE_LENGTH];
  guint64 stored = GUINT64_TO_LE (length);
  Plaintext *plaintext;
  guint8 *sealed;
  gsize padded;

  if (length > MW_SEAL_MAX_LENGTH)
    {
      g_set_error (error, MW_CASE_ERROR, MW_CASE_ERROR_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes", length);
      return NULL;
    }

  padded = mw_seal_get_padded_length (length + HEADER_LENGTH);
  plaintext = plaintext_new (padded);
  memcpy (plaintext->bytes, &stored, HEADER_LENGTH);
  if (length > 0)
    memcpy (plaintext->bytes + HEADER_LENGTH, content, length);

  write_place (place, about);
  sealed = g_malloc (MW_SEAL_NONCE_LENGTH + padded + MW_SEAL_TAG_LENGTH);
  randombytes_buf (sealed, MW_SEAL_NONCE_LENGTH);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + MW_SEAL_NONCE_LENGTH, NULL, plaintext->bytes, padded, about,
                                              sizeof about, NULL, sealed, key->bytes);
  wipe (plaintext);
  return g_bytes_new_take (sealed, MW_SEAL_NONCE_LENGTH + padded + MW_SEAL_TAG_LENGTH);
}

GBytes *
mw_unseal (const MwSealPlace *place, const MwSecret *key, gconstpointer sealed, gsize length, GError **error)
{
  guint8 about[PLACE_LENGTH];
  const guint8 *bytes = sealed;
  Plaintext *plaintext;
  guint64 stored;
  gsize padded;

  if (bytes == NULL || length < MW_SEAL_NONCE_LENGTH + HEADER_LENGTH + MW_SEAL_TAG_LENGTH
      || length > 2 * (gsize) MW_SEAL_MAX_LENGTH)
    {
      set_damaged (error, "A sealed piece has no possible length");
      return NULL;
    }

  padded = length - MW_SEAL_NONCE_LENGTH - MW_SEAL_TAG_LENGTH;
  plaintext = plaintext_new (padded);
  write_place (place, about);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plaintext->bytes, NULL, NULL, bytes + MW_SEAL_NONCE_LENGTH,
                                                  length - MW_SEAL_NONCE_LENGTH, about, sizeof about, bytes, key->bytes)
      != 0)
    {
      set_damaged (error, "A sealed piece does not open where it stands");
      wipe (plaintext);
      return NULL;
    }

  memcpy (&stored, plaintext->bytes, HEADER_LENGTH);
  stored = GUINT64_FROM_LE (stored);
  if (stored > padded - HEADER_LENGTH)
    {
      set_damaged (error, "A sealed piece is shorter than it says");
      wipe (plaintext);
      return NULL;
    }

  return g_bytes_new_with_free_func (plaintext->bytes + HEADER_LENGTH, stored, wipe, plaintext);
}

const guint8 *
mw_seal_get_tag (gconstpointer sealed, gsize length)
{
  return (const guint8 *) sealed + length - MW_SEAL_TAG_LENGTH;
}
