/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-secret.h"

#include <sodium.h>
#include <string.h>

#include "mw-error.h"

void
mw_secret_init (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium found no source of randomness");
}

MwSecret *
mw_secret_new (gsize length, GError **error)
{
  guint8 *bytes;
  MwSecret *self;

  mw_secret_init ();
  bytes = sodium_malloc (length);
  if (bytes == NULL)
    {
      g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY, "No guarded memory for a key");
      return NULL;
    }

  self = g_new (MwSecret, 1);
  self->bytes = memset (bytes, 0, length);
  self->length = length;
  return self;
}

MwSecret *
mw_secret_new_random (gsize length, GError **error)
{
  MwSecret *self = mw_secret_new (length, error);

  if (self != NULL)
    randombytes_buf (self->bytes, length);
  return self;
}

MwSecret *
mw_secret_new_passphrase (const char *text, GError **error)
{
  char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  const char *source = composed != NULL ? composed : text; /* no UTF-8: the bytes as they are */
  gsize length = strlen (source);
  MwSecret *self = mw_secret_new (length, error);

  if (self != NULL)
    memcpy (self->bytes, source, length);
  if (composed != NULL)
    sodium_memzero (composed, length);
  g_free (composed);
  return self;
}

MwSecret *
mw_secret_copy (const MwSecret *self, GError **error)
{
  MwSecret *copy = mw_secret_new (self->length, error);

  if (copy != NULL)
    memcpy (copy->bytes, self->bytes, self->length);
  return copy;
}

void
mw_secret_free (MwSecret *self)
{
  if (self == NULL)
    return;

  sodium_free (self->bytes);
  g_free (self);
}
