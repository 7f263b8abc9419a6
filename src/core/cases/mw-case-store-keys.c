/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-case-store-private.h"
#include "mw-error.h"
#include "mw-recovery-key.h"

/* Writes new key slots, and a root that knows them. */
static gboolean
write_slots (MwCaseStore *self, const MwKeySlot *slots, const guint8 *check, GError **error)
{
  g_autoptr (MwTransaction) transaction = mw_case_store_begin (self, error);
  MwManifest draft;

  if (!transaction)
    return FALSE;

  draft = *self->manifest;
  memcpy (draft.check, check, sizeof draft.check);
  if (!mw_case_store_write_header (self->database, self->database_id, self->key, slots, check, error)
      || !mw_case_store_write_manifest (self, self->key, self->data_key, &draft, 0, NULL, error)
      || !mw_case_store_commit (self, transaction, error))
    return FALSE;

  *self->manifest = draft;
  memcpy (self->check, check, sizeof self->check);
  memcpy (self->slots, slots, sizeof self->slots);
  return TRUE;
}

/* A failure that came after the last write is none: else there would be a key in the file that nobody was told. */
static gboolean
replace_slots (MwCaseStore *self, const MwKeySlot *slots, GError **error)
{
  guint8 check[MW_CASE_CHECK_LENGTH];
  g_autoptr (GError) local = NULL;

  mw_case_store_compute_check (self->database_id, self->key, slots, check);
  if (write_slots (self, slots, check, &local) || mw_case_store_has_check (self, check))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_passphrase (MwCaseStore *self, const MwSecret *passphrase, GError **error)
{
  MwSealPlace place = mw_case_store_get_place (self, 0, 0, 0);
  g_autoptr (MwSecret) key = mw_key_slot_unwrap (&self->slots[0], &place, passphrase, error);

  return key != NULL;
}

gboolean
mw_case_store_set_passphrase (MwCaseStore *self, const MwSecret *current, const MwSecret *passphrase, GError **error)
{
  MwSealPlace place;
  MwKeySlot slots[MW_CASE_N_SLOTS];

  if (!mw_case_store_ensure_connected (self, error) || (current && !check_passphrase (self, current, error)))
    return FALSE;

  place = mw_case_store_get_place (self, 0, 0, 0);
  memcpy (slots, self->slots, sizeof slots);
  return mw_key_slot_wrap (&slots[0], MW_SLOT_PASSPHRASE, &self->options.kdf, &place, passphrase, self->data_key, error)
         && replace_slots (self, slots, error);
}

char *
mw_case_store_renew_recovery_key (MwCaseStore *self, GError **error)
{
  g_autoptr (MwSecret) recovery = NULL;
  MwSealPlace place;
  MwKeySlot slots[MW_CASE_N_SLOTS];

  if (!mw_case_store_ensure_connected (self, error))
    return NULL;

  place = mw_case_store_get_place (self, 0, 0, 0);
  memcpy (slots, self->slots, sizeof slots);
  recovery = mw_recovery_key_new (error);
  if (!recovery || !mw_key_slot_wrap (&slots[1], MW_SLOT_RECOVERY, NULL, &place, recovery, self->data_key, error)
      || !replace_slots (self, slots, error))
    return NULL;

  return mw_recovery_key_to_text (recovery);
}

static gboolean
reseal_record (MwCaseStore *self, guint64 id, MwRevision *revision, guint32 key, const MwSecret *data_key, GError **error)
{
  g_autoptr (GBytes) record = mw_case_store_read_revision (self, id, revision, NULL, error);
  MwSealPlace place = { MW_SEAL_RECORD, self->database_id, key, id, revision->revision };
  g_autoptr (MwStatement) statement = NULL;
  g_autoptr (GBytes) sealed = NULL;
  gconstpointer bytes;
  gsize length;

  if (!record)
    return FALSE;

  bytes = g_bytes_get_data (record, &length);
  sealed = mw_seal (&place, data_key, bytes, length, error);
  statement = sealed ? mw_statement_new (self->database, "UPDATE record SET key = ?, sealed = ? WHERE id = ?", error) : NULL;
  if (!statement)
    return FALSE;

  bytes = g_bytes_get_data (sealed, &length);
  mw_statement_bind_int64 (statement, 0, key);
  mw_statement_bind_blob (statement, 1, bytes, length);
  mw_statement_bind_int64 (statement, 2, revision->row);
  memcpy (revision->tag, mw_seal_get_tag (bytes, length), sizeof revision->tag);
  return mw_statement_run (statement, error);
}

static gboolean
reseal_part (MwCaseStore *self, MwManifest *draft, guint number, guint32 key, const MwSecret *data_key, GError **error)
{
  MwManifestPart *part = draft->parts[number];

  for (guint i = 0; i < part->cases->len; i++)
    {
      MwManifestCase *one = g_ptr_array_index (part->cases, i);

      for (guint r = 0; r < one->revisions->len; r++)
        if (!reseal_record (self, one->heading->id, &g_array_index (one->revisions, MwRevision, r), key, data_key, error))
          return FALSE;
    }
  return part->generation == 0 || mw_case_store_write_manifest (self, key, data_key, draft, number, part, error);
}

static gboolean
reseal (MwCaseStore *self, MwManifest *draft, const MwKeySlot *slots, guint32 key, const MwSecret *data_key, GError **error)
{
  g_autoptr (MwTransaction) transaction = mw_case_store_begin (self, error);

  if (!transaction)
    return FALSE;

  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    if (!reseal_part (self, draft, p, key, data_key, error))
      return FALSE;

  return mw_case_store_write_header (self->database, self->database_id, key, slots, draft->check, error)
         && mw_case_store_write_manifest (self, key, data_key, draft, 0, NULL, error)
         && mw_case_store_commit (self, transaction, error);
}

static MwManifest *
copy_manifest (const MwManifest *of)
{
  MwManifest *copy = g_memdup2 (of, sizeof *of);

  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    copy->parts[p] = mw_manifest_part_copy (of->parts[p]);
  return copy;
}

/* After the rotation was committed. */
static void
adopt (MwCaseStore *self, const MwKeySlot *slots, MwManifest *manifest)
{
  self->key = self->next_key;
  memcpy (self->slots, slots, sizeof self->slots);
  memcpy (self->check, manifest->check, sizeof self->check);
  mw_secret_free (self->data_key);
  self->data_key = g_steal_pointer (&self->next_data_key);
  mw_manifest_free (self->manifest);
  self->manifest = manifest;
}

char *
mw_case_store_rotate (MwCaseStore *self, const MwSecret *passphrase, GError **error)
{
  g_autoptr (MwSecret) data_key = NULL;
  g_autoptr (MwSecret) recovery = NULL;
  g_autoptr (MwManifest) draft = NULL;
  g_autoptr (GError) local = NULL;
  MwKeySlot slots[MW_CASE_N_SLOTS];
  MwSealPlace place;

  if (!mw_case_store_ensure_connected (self, error) || !check_passphrase (self, passphrase, error))
    return NULL;

  place = mw_case_store_get_place (self, 0, 0, 0);
  place.key = self->key + 1;
  data_key = mw_secret_new_random (MW_SEAL_KEY_LENGTH, error);
  recovery = data_key ? mw_recovery_key_new (error) : NULL;
  if (!recovery
      || !mw_key_slot_wrap (&slots[0], MW_SLOT_PASSPHRASE, &self->options.kdf, &place, passphrase, data_key, error)
      || !mw_key_slot_wrap (&slots[1], MW_SLOT_RECOVERY, NULL, &place, recovery, data_key, error))
    return NULL;

  draft = copy_manifest (self->manifest);
  mw_case_store_compute_check (self->database_id, place.key, slots, draft->check);
  mw_secret_free (self->next_data_key);
  self->next_data_key = g_steal_pointer (&data_key);
  self->next_key = place.key;
  if (reseal (self, draft, slots, place.key, self->next_data_key, &local))
    {
      adopt (self, slots, g_steal_pointer (&draft));
      return mw_recovery_key_to_text (recovery);
    }

  /* As in replace_slots(). */
  if (mw_case_store_has_check (self, draft->check))
    return mw_recovery_key_to_text (recovery);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
