/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sodium.h>

#include "case-fixture.h"
#include "failing-memory.h"
#include "mw-recovery-key.h"

/* The sealed piece and the key slot by themselves, as their headers describe them. */

static const guint8 database[MW_DATABASE_ID_LENGTH] = "zestien tekens!";

static MwSealPlace
get_place (void)
{
  return (MwSealPlace){ MW_SEAL_RECORD, database, 2, 3, 4 };
}

/* By the letter of mw-seal.h. @length: what it says of itself. Returns: (transfer full) */
static guint8 *
seal_by_hand (const MwSecret *key, guint64 length, const char *content, gsize *n_sealed)
{
  guint8 about[41] = "MWC1";
  guint8 plaintext[1024] = { 0 };
  guint8 *sealed = g_malloc (24 + sizeof plaintext + 16);
  guint64 stored = GUINT64_TO_LE (length);

  about[4] = 1;
  memcpy (about + 5, database, 16);
  about[21] = 2;
  about[25] = 3;
  about[33] = 4;
  memcpy (plaintext, &stored, 8);
  memcpy (plaintext + 8, content, strlen (content));
  randombytes_buf (sealed, 24);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + 24, NULL, plaintext, sizeof plaintext, about, sizeof about, NULL, sealed,
                                              key->bytes);
  *n_sealed = 24 + sizeof plaintext + 16;
  return sealed;
}

static void
assert_damaged (const MwSecret *key, gconstpointer sealed, gsize length)
{
  MwSealPlace place = get_place ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mw_unseal (&place, key, sealed, length, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED);
}

static void
test_format (void)
{
  g_autoptr (MwSecret) key = mw_secret_new_random (MW_SEAL_KEY_LENGTH, NULL);
  g_autoptr (MwSecret) other = mw_secret_new_random (MW_SEAL_KEY_LENGTH, NULL);
  g_autofree guint8 *sealed = NULL;
  g_autofree guint8 *lying = NULL;
  g_autoptr (GBytes) content = NULL;
  MwSealPlace place = get_place ();
  gsize length, n;

  sealed = seal_by_hand (key, 8, "de merel", &length);
  content = mw_unseal (&place, key, sealed, length, NULL);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "de merel", 8);
  assert_damaged (other, sealed, length);
  sealed[100] ^= 1;
  assert_damaged (key, sealed, length);

  /* Longer than it is. */
  lying = seal_by_hand (key, 1024 - 8 + 1, "de merel", &n);
  assert_damaged (key, lying, n);
}

static void
test_lengths (void)
{
  g_autoptr (MwSecret) key = mw_secret_new_random (MW_SEAL_KEY_LENGTH, NULL);
  static const guint8 bytes[47];
  MwSealPlace place = get_place ();
  g_autoptr (GBytes) empty = mw_seal (&place, key, NULL, 0, NULL);
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_bytes_get_size (empty), ==, 24 + 1024 + 16);
  nothing = mw_unseal (&place, key, g_bytes_get_data (empty, NULL), g_bytes_get_size (empty), NULL);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  assert_damaged (key, NULL, 0);
  assert_damaged (key, NULL, 100); /* a blob that could not be read */
  assert_damaged (key, bytes, sizeof bytes);
  assert_damaged (key, bytes, 2 * (gsize) MW_SEAL_MAX_LENGTH + 1); /* is not even looked at */
  g_assert_null (mw_seal (&place, key, bytes, (gsize) MW_SEAL_MAX_LENGTH + 1, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_TOO_LARGE);
}

/* What a file asks for is done only within limits. */
static void
test_effort (void)
{
  static const MwKdf impossible[] = {
    { 0, 8192 }, { MW_KDF_MAX_OPERATIONS + 1, 8192 }, { 1, 8191 }, { 1, 0 }, { 1, MW_KDF_MAX_MEMORY + 1 }, { G_MAXUINT64, G_MAXUINT64 },
  };
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (MwSecret) data_key = mw_secret_new_random (MW_SEAL_KEY_LENGTH, NULL);
  g_autoptr (MwSecret) back = NULL;
  MwSealPlace place = get_place ();
  MwKeySlot slot;

  g_assert_true (mw_key_slot_wrap (&slot, MW_SLOT_PASSPHRASE, &QUICK, &place, passphrase, data_key, NULL));
  back = mw_key_slot_unwrap (&slot, &place, passphrase, NULL);
  g_assert_cmpmem (back->bytes, back->length, data_key->bytes, data_key->length);
  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_autoptr (GError) error = NULL;

      slot.kdf = impossible[i];
      g_assert_null (mw_key_slot_unwrap (&slot, &place, passphrase, &error));
      g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED);
    }
  {
    g_autoptr (GError) error = NULL;

    slot.kdf = (MwKdf){ 2, 8192 }; /* what it asks for is authenticated */
    g_assert_null (mw_key_slot_unwrap (&slot, &place, passphrase, &error));
    g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY);
  }
}

static void
test_passphrases (void)
{
  g_autoptr (MwSecret) composed = secret ("Zo\xc3\xab");
  g_autoptr (MwSecret) typed_apart = secret ("Zoe\xcc\x88");
  g_autoptr (MwSecret) no_utf8 = secret ("Zo\xeb");
  g_autoptr (MwSecret) empty = secret ("");
  g_autoptr (MwSecret) copy = mw_secret_copy (no_utf8, NULL);

  g_assert_cmpmem (composed->bytes, composed->length, typed_apart->bytes, typed_apart->length);
  g_assert_cmpmem (no_utf8->bytes, no_utf8->length, "Zo\xeb", 3);
  g_assert_cmpmem (copy->bytes, copy->length, "Zo\xeb", 3);
  g_assert_cmpuint (empty->length, ==, 0);
  mw_secret_free (NULL);
}

static void
test_recovery_keys (void)
{
  g_autoptr (MwSecret) key = mw_recovery_key_new (NULL);
  g_autofree char *text = mw_recovery_key_to_text (key);
  g_autofree char *longer = g_strconcat (text, "0", NULL);
  g_autofree char *shorter = g_strndup (text, strlen (text) - 1);
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_autofree char *spaced = g_strconcat (" ", upper, "\n", NULL);
  const char *const mistyped[] = { longer, shorter, "", "\xc3\xab" };
  g_autoptr (MwSecret) back = mw_recovery_key_from_text (spaced, NULL);

  g_assert_cmpmem (back->bytes, back->length, key->bytes, key->length);
  for (guint i = 0; i < G_N_ELEMENTS (mistyped); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mw_recovery_key_from_text (mistyped[i], &error));
      g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_MISTYPED);
    }
}

/* Without guarded memory there is no key, and that is said. */
static void
test_no_memory (void)
{
  g_autoptr (MwSecret) key = mw_recovery_key_new (NULL);
  g_autofree char *text = mw_recovery_key_to_text (key);

  for (guint n = 1; n <= 3; n++)
    {
      g_autoptr (GError) error = NULL;
      MwSecret *none;

      failing_memory_arm (MEMORY_ONCE, n == 3 ? 1 : n);
      none = n == 3 ? mw_secret_copy (key, &error) : mw_recovery_key_from_text (text, &error);
      failing_memory_disarm ();
      g_assert_null (none);
      g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  g_test_add_func ("/case-sealing/format", test_format);
  g_test_add_func ("/case-sealing/lengths", test_lengths);
  g_test_add_func ("/case-sealing/effort", test_effort);
  g_test_add_func ("/case-sealing/passphrases", test_passphrases);
  g_test_add_func ("/case-sealing/recovery-keys", test_recovery_keys);
  g_test_add_func ("/case-sealing/no-memory", test_no_memory);
  return g_test_run ();
}
