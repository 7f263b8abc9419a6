/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-recovery-key.h"

#include <sodium.h>
#include <string.h>

#include "mw-error.h"

#define CHECK_LENGTH 2
#define LENGTH (MW_RECOVERY_KEY_LENGTH + CHECK_LENGTH)
#define N_CHARACTERS (LENGTH * 8 / 5)
#define GROUP 4

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
write_check (const guint8 *key, guint8 *check)
{
  guint8 hash[crypto_generichash_BYTES];

  crypto_generichash (hash, sizeof hash, key, MW_RECOVERY_KEY_LENGTH, NULL, 0);
  memcpy (check, hash, CHECK_LENGTH);
}

/* @character: not the end of a text. Returns: 0 to 31, or -1 */
static int
get_value (char character)
{
  char upper = g_ascii_toupper (character);
  const char *found;

  if (upper == 'O')
    upper = '0';
  else if (upper == 'I' || upper == 'L')
    upper = '1';
  found = strchr (alphabet, upper);

  return found != NULL ? (int) (found - alphabet) : -1;
}

MwSecret *
mw_recovery_key_new (GError **error)
{
  return mw_secret_new_random (MW_RECOVERY_KEY_LENGTH, error);
}

char *
mw_recovery_key_to_text (const MwSecret *key)
{
  GString *text = g_string_sized_new (N_CHARACTERS + N_CHARACTERS / GROUP + 1);
  guint8 bytes[LENGTH];

  memcpy (bytes, key->bytes, MW_RECOVERY_KEY_LENGTH);
  write_check (key->bytes, bytes + MW_RECOVERY_KEY_LENGTH);
  for (guint i = 0; i < N_CHARACTERS; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) bytes[bit / 8] << 8 | (bit / 8 + 1 < LENGTH ? bytes[bit / 8 + 1] : 0);

      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, alphabet[pair >> (11 - bit % 8) & 31]);
    }
  sodium_memzero (bytes, sizeof bytes);

  return g_string_free (text, FALSE);
}

MwSecret *
mw_recovery_key_from_text (const char *text, GError **error)
{
  g_autoptr (MwSecret) bytes = mw_secret_new (LENGTH, error);
  g_autoptr (MwSecret) key = mw_secret_new (MW_RECOVERY_KEY_LENGTH, bytes != NULL ? error : NULL);
  guint8 check[CHECK_LENGTH];
  guint n = 0;

  if (bytes == NULL || key == NULL)
    return NULL;

  for (const char *p = text; *p != '\0'; p++)
    {
      int value = get_value (*p);

      if (g_ascii_isspace (*p) || *p == '-')
        continue;
      if (value < 0 || n == N_CHARACTERS)
        {
          n = 0;
          break;
        }
      for (guint b = 0; b < 5; b++)
        if (value & (16 >> b))
          bytes->bytes[(n * 5 + b) / 8] |= (guint8) (128 >> (n * 5 + b) % 8);
      n++;
    }

  write_check (bytes->bytes, check);
  if (n != N_CHARACTERS || sodium_memcmp (check, bytes->bytes + MW_RECOVERY_KEY_LENGTH, CHECK_LENGTH) != 0)
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_MISTYPED, "No recovery key: mistyped or incomplete");
      return NULL;
    }

  memcpy (key->bytes, bytes->bytes, MW_RECOVERY_KEY_LENGTH);
  return g_steal_pointer (&key);
}
