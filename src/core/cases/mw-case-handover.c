/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-handover.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mw-error.h"

#define VERSION 1

#define MAGIC_LENGTH 8
#define CHECK_LENGTH 32

/* Where each part begins. */
#define AT_VERSION MAGIC_LENGTH
#define AT_CHECK (AT_VERSION + 4)
#define AT_ID (AT_CHECK + CHECK_LENGTH)
#define AT_OPERATIONS (AT_ID + MW_DATABASE_ID_LENGTH)
#define AT_MEMORY (AT_OPERATIONS + 8)
#define AT_SALT (AT_MEMORY + 8)
#define AT_WRAPPED (AT_SALT + MW_SLOT_SALT_LENGTH)
#define AT_SEALED (AT_WRAPPED + MW_SLOT_WRAPPED_LENGTH)
G_STATIC_ASSERT (AT_SEALED == 164);

static const guint8 magic[MAGIC_LENGTH] = { 0x89, 'M', 'w', 'H', 'o', '\r', '\n', 0x1a };

G_DEFINE_QUARK (mw-handover-error-quark, mw_handover_error)

void
mw_handover_free (MwHandover *self)
{
  if (!self)
    return;

  g_free (self->id);
  mw_case_free (self->one);
  g_free (self);
}

static gboolean
fail (MwHandoverError code, const char *why, GError **error)
{
  g_set_error_literal (error, MW_HANDOVER_ERROR, (int) code, why);
  return FALSE;
}

static guint32
read_uint32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
read_uint64 (const guint8 *at)
{
  guint64 value;

  memcpy (&value, at, sizeof value);
  return GUINT64_FROM_LE (value);
}

static void
write_uint64 (guint8 *at, guint64 value)
{
  guint64 stored = GUINT64_TO_LE (value);

  memcpy (at, &stored, sizeof stored);
}

static void
compute_check (const guint8 *file, gsize length, guint8 *check)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, CHECK_LENGTH);
  crypto_generichash_update (&state, file, AT_CHECK);
  crypto_generichash_update (&state, file + AT_ID, length - AT_ID);
  crypto_generichash_final (&state, check, CHECK_LENGTH);
}

static MwSealPlace
get_place (const guint8 *id)
{
  return (MwSealPlace){ MW_SEAL_HANDOVER, id, VERSION, 0, 0 };
}

static char *
dup_id (const guint8 *id)
{
  char *text = g_malloc (2 * MW_DATABASE_ID_LENGTH + 1);

  return sodium_bin2hex (text, 2 * MW_DATABASE_ID_LENGTH + 1, id, MW_DATABASE_ID_LENGTH);
}

static GBytes *
encode (GBytes *record, gint64 made)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) stored = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "made", "x", made);
  g_variant_dict_insert_value (&dict, "record", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, record, TRUE));
  value = g_variant_ref_sink (g_variant_dict_end (&dict));
  stored = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (value) : g_variant_byteswap (value);
  return g_variant_get_data_as_bytes (stored);
}

static GBytes *
put_together (const guint8 *id, const MwKeySlot *slot, GBytes *sealed)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (sealed, &length);
  guint8 *file = g_malloc (AT_SEALED + length);
  guint32 version = GUINT32_TO_LE (VERSION);

  memcpy (file, magic, MAGIC_LENGTH);
  memcpy (file + AT_VERSION, &version, sizeof version);
  memcpy (file + AT_ID, id, MW_DATABASE_ID_LENGTH);
  write_uint64 (file + AT_OPERATIONS, slot->kdf.operations);
  write_uint64 (file + AT_MEMORY, slot->kdf.memory);
  memcpy (file + AT_SALT, slot->salt, sizeof slot->salt);
  memcpy (file + AT_WRAPPED, slot->wrapped, sizeof slot->wrapped);
  memcpy (file + AT_SEALED, bytes, length);
  compute_check (file, AT_SEALED + length, file + AT_CHECK);
  return g_bytes_new_take (file, AT_SEALED + length);
}

GBytes *
mw_handover_seal (GBytes *record, gint64 made, const MwKdf *kdf, const MwSecret *passphrase, GError **error)
{
  guint8 id[MW_DATABASE_ID_LENGTH];
  MwSealPlace place = get_place (id);
  g_autoptr (MwSecret) data_key = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) sealed = NULL;
  MwKeySlot slot;

  mw_secret_init ();
  randombytes_buf (id, sizeof id);
  data_key = mw_secret_new_random (MW_SEAL_KEY_LENGTH, error);
  if (!data_key || !mw_key_slot_wrap (&slot, MW_SLOT_PASSPHRASE, kdf, &place, passphrase, data_key, error))
    return NULL;

  content = encode (record, made);
  sealed = mw_seal (&place, data_key, g_bytes_get_data (content, NULL), g_bytes_get_size (content), error);
  return sealed ? put_together (id, &slot, sealed) : NULL;
}

static MwKdf
get_kdf (const guint8 *file)
{
  return (MwKdf){ read_uint64 (file + AT_OPERATIONS), read_uint64 (file + AT_MEMORY) };
}

gboolean
mw_handover_check (GBytes *file, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);
  guint8 check[CHECK_LENGTH];
  guint32 version;
  MwKdf kdf;

  if (length > MW_HANDOVER_MAX_FILE || length < MAGIC_LENGTH || memcmp (bytes, magic, MAGIC_LENGTH) != 0)
    return fail (MW_HANDOVER_ERROR_FOREIGN, "This is no hand-over", error);
  if (length < AT_ID)
    return fail (MW_HANDOVER_ERROR_DAMAGED, "A hand-over is cut off in its head", error);

  mw_secret_init ();
  compute_check (bytes, length, check);
  if (memcmp (check, bytes + AT_CHECK, sizeof check) != 0)
    return fail (MW_HANDOVER_ERROR_DAMAGED, "A hand-over was cut off or changed", error);

  version = read_uint32 (bytes + AT_VERSION);
  if (version > VERSION)
    return fail (MW_HANDOVER_ERROR_NEWER, "A hand-over of a later version", error);
  if (version != VERSION || length < AT_SEALED)
    return fail (MW_HANDOVER_ERROR_DAMAGED, "A hand-over without a whole head", error);

  kdf = get_kdf (bytes);
  if (kdf.operations < crypto_pwhash_OPSLIMIT_MIN || kdf.operations > MW_KDF_MAX_OPERATIONS
      || kdf.memory < crypto_pwhash_MEMLIMIT_MIN || kdf.memory > MW_KDF_MAX_MEMORY)
    return fail (MW_HANDOVER_ERROR_EFFORT, "A hand-over asks for an impossible effort", error);

  return TRUE;
}

/* Returns: whether all of it was read; there is no more than @length */
static gboolean
read_all (int file, guint8 *to, gsize length)
{
  while (length > 0)
    {
      gssize n = read (file, to, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      to += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* Nothing that would never end or never begin: no device, no pipe. */
static GBytes *
read_file (int file, GError **error)
{
  g_autofree guint8 *bytes = NULL;
  struct stat about;

  if (fstat (file, &about) != 0 || !S_ISREG (about.st_mode))
    {
      fail (MW_HANDOVER_ERROR_UNREADABLE, "This is no ordinary file", error);
      return NULL;
    }
  if (about.st_size > MW_HANDOVER_MAX_FILE)
    {
      fail (MW_HANDOVER_ERROR_FOREIGN, "This file is larger than any hand-over", error);
      return NULL;
    }

  bytes = g_malloc ((gsize) about.st_size);
  if (!read_all (file, bytes, (gsize) about.st_size))
    {
      fail (MW_HANDOVER_ERROR_UNREADABLE, "A file cannot be read to its end", error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), (gsize) about.st_size);
}

GBytes *
mw_handover_read (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autoptr (GBytes) bytes = NULL;

  if (file < 0)
    {
      fail (MW_HANDOVER_ERROR_UNREADABLE, g_strerror (errno), error);
      return NULL;
    }
  bytes = read_file (file, error);
  close (file);

  return bytes && mw_handover_check (bytes, error) ? g_steal_pointer (&bytes) : NULL;
}

/* Errors of the parts, in the words of the whole. */
static void
propagate (GError **error, GError *of)
{
  if (g_error_matches (of, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY))
    fail (MW_HANDOVER_ERROR_WRONG_PASSPHRASE, of->message, error);
  else if (g_error_matches (of, MW_CASE_ERROR, MW_CASE_ERROR_NEWER))
    fail (MW_HANDOVER_ERROR_NEWER, of->message, error);
  else if (of->domain == MW_CASE_ERROR)
    fail (MW_HANDOVER_ERROR_DAMAGED, of->message, error);
  else
    {
      g_propagate_error (error, of);
      return;
    }
  g_error_free (of);
}

/* Returns: (transfer full) (nullable): what is sealed in a file that was checked */
static GBytes *
unseal (const guint8 *bytes, gsize length, const MwSecret *passphrase, GError **error)
{
  MwSealPlace place = get_place (bytes + AT_ID);
  MwKeySlot slot = { .kind = MW_SLOT_PASSPHRASE, .kdf = get_kdf (bytes) };
  g_autoptr (MwSecret) data_key = NULL;
  GError *local = NULL;
  GBytes *content = NULL;

  memcpy (slot.salt, bytes + AT_SALT, sizeof slot.salt);
  memcpy (slot.wrapped, bytes + AT_WRAPPED, sizeof slot.wrapped);
  data_key = mw_key_slot_unwrap (&slot, &place, passphrase, &local);
  if (data_key)
    content = mw_unseal (&place, data_key, bytes + AT_SEALED, length - AT_SEALED, &local);
  if (!content)
    propagate (error, local);
  return content;
}

MwHandover *
mw_handover_decode (GBytes *content, const char *id, GError **error)
{
  g_autoptr (GVariant) stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, content, FALSE));
  g_autoptr (GVariant) value = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (stored) : g_variant_byteswap (stored);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (value);
  g_autoptr (GVariant) bytes = g_variant_dict_lookup_value (&dict, "record", G_VARIANT_TYPE_BYTESTRING);
  g_autoptr (GBytes) record = bytes ? g_variant_get_data_as_bytes (bytes) : NULL;
  g_autoptr (MwHandover) self = g_new0 (MwHandover, 1);
  GError *local = NULL;

  if (!record || !g_variant_dict_lookup (&dict, "made", "x", &self->made))
    {
      fail (MW_HANDOVER_ERROR_DAMAGED, "A hand-over without a case", error);
      return NULL;
    }
  self->one = mw_case_decode (record, &local);
  if (!self->one)
    {
      propagate (error, local);
      return NULL;
    }

  self->id = g_strdup (id);
  mw_case_set_text (&self->one->handover, id);
  self->one->room = 0; /* what a room may see is for its new keeper to say */
  return g_steal_pointer (&self);
}

MwHandover *
mw_handover_open (GBytes *file, const MwSecret *passphrase, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *id = NULL;

  if (!mw_handover_check (file, error))
    return NULL;

  content = unseal (bytes, length, passphrase, error);
  id = dup_id (bytes + AT_ID);
  return content ? mw_handover_decode (content, id, error) : NULL;
}
