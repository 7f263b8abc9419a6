/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-case-store-private.h"
#include "mw-error.h"

/* The row of the root; part n has row n + 1. */
#define ROOT_ROW 0

/* Returns: (transfer full) (nullable): what is sealed in a row of the manifest, or %NULL with or without @error set: only
 * failures to read at all are errors, damage is none */
static GBytes *
read_row (MwCaseStore *self, guint row, MwSealKind kind, const MwManifestPart *expected, GError **error)
{
  g_autoptr (MwStatement) statement
    = mw_statement_new (self->database, "SELECT generation, sealed FROM manifest WHERE part = ?", error);
  MwSealPlace place;
  MwStep step;
  gconstpointer sealed;
  gsize length;

  if (!statement)
    return NULL;

  mw_statement_bind_int64 (statement, 0, row);
  step = mw_statement_step (statement, error);
  if (step != MW_STEP_ROW)
    return NULL;

  place = mw_case_store_get_place (self, kind, kind == MW_SEAL_PART ? row - 1 : 0,
                                   (guint64) mw_statement_column_int64 (statement, 0));
  sealed = mw_statement_column_blob (statement, 1, &length);
  if (expected
      && (place.b != expected->generation || length < MW_SEAL_TAG_LENGTH
          || memcmp (mw_seal_get_tag (sealed, length), expected->tag, MW_SEAL_TAG_LENGTH) != 0))
    return NULL;

  return mw_unseal (&place, self->data_key, sealed, length, NULL);
}

static gboolean
load_part (MwCaseStore *self, MwManifest *manifest, guint number, GError **error)
{
  MwManifestPart *expected = manifest->parts[number];
  g_autoptr (MwManifestPart) part = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;

  if (expected->generation == 0)
    return TRUE;

  bytes = read_row (self, number + 1, MW_SEAL_PART, expected, &local);
  if (!bytes && mw_case_store_is_fatal (&local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  part = bytes ? mw_manifest_part_decode (bytes) : NULL;
  if (!part)
    {
      self->damaged = TRUE;
      return mw_case_store_salvage (self, manifest, number, error);
    }

  part->generation = expected->generation;
  memcpy (part->tag, expected->tag, sizeof part->tag);
  mw_manifest_part_free (expected);
  manifest->parts[number] = g_steal_pointer (&part);
  return TRUE;
}

gboolean
mw_case_store_load_manifest (MwCaseStore *self, GError **error)
{
  g_autoptr (MwManifest) manifest = mw_manifest_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) root = read_row (self, ROOT_ROW, MW_SEAL_ROOT, NULL, &local);

  if (!root && mw_case_store_is_fatal (&local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  self->damaged = FALSE;
  if (!root || !mw_manifest_decode_root (manifest, root))
    {
      self->damaged = TRUE;
      if (!mw_case_store_salvage (self, manifest, G_MAXUINT, error))
        return FALSE;
    }
  else
    {
      /* Key slots of an earlier time, or a file of an earlier time than what this very run wrote. */
      if (memcmp (manifest->check, self->check, sizeof self->check) != 0
          || (self->manifest && manifest->generation < self->manifest->generation))
        self->damaged = TRUE;
      for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
        if (!load_part (self, manifest, p, error))
          return FALSE;
    }

  mw_manifest_free (self->manifest);
  self->manifest = g_steal_pointer (&manifest);
  self->stale = FALSE;
  return TRUE;
}

static gboolean
write_row (MwCaseStore *self, guint row, guint64 generation, GBytes *sealed, GError **error)
{
  g_autoptr (MwStatement) statement
    = mw_statement_new (self->database, "INSERT OR REPLACE INTO manifest VALUES (?, ?, ?)", error);
  gsize length;
  gconstpointer bytes = g_bytes_get_data (sealed, &length);

  if (!statement)
    return FALSE;

  mw_statement_bind_int64 (statement, 0, row);
  mw_statement_bind_int64 (statement, 1, (gint64) generation);
  mw_statement_bind_blob (statement, 2, bytes, length);
  return mw_statement_run (statement, error);
}

/* Returns: (transfer full) (nullable): @content, which is consumed, sealed */
static GBytes *
seal_row (MwCaseStore *self,
          guint32 key,
          const MwSecret *data_key,
          MwSealKind kind,
          guint64 a,
          guint64 generation,
          GBytes *content,
          GError **error)
{
  MwSealPlace place = { kind, self->database_id, key, a, generation };
  gsize length;
  gconstpointer bytes = g_bytes_get_data (content, &length);
  GBytes *sealed = mw_seal (&place, data_key, bytes, length, error);

  g_bytes_unref (content);
  return sealed;
}

gboolean
mw_case_store_write_manifest (MwCaseStore *self,
                              guint32 key,
                              const MwSecret *data_key,
                              MwManifest *manifest,
                              guint number,
                              MwManifestPart *part,
                              GError **error)
{
  guint64 generation = self->manifest->generation + 1;
  g_autoptr (GBytes) root = NULL;

  if (part)
    {
      g_autoptr (GBytes) sealed = seal_row (self, key, data_key, MW_SEAL_PART, number, generation,
                                            mw_manifest_part_encode (part), error);

      if (!sealed || !write_row (self, number + 1, generation, sealed, error))
        return FALSE;
      part->generation = generation;
      memcpy (part->tag, mw_seal_get_tag (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed)), sizeof part->tag);
    }

  manifest->generation = generation;
  root = seal_row (self, key, data_key, MW_SEAL_ROOT, 0, generation, mw_manifest_encode_root (manifest), error);
  return root && write_row (self, ROOT_ROW, generation, root, error);
}

/* A commit that failed may have reached the file, that of a rotation too. */
static void
choose_data_key (MwCaseStore *self)
{
  if (self->next_data_key && self->key == self->next_key)
    {
      mw_secret_free (self->data_key);
      self->data_key = g_steal_pointer (&self->next_data_key);
    }
  g_clear_pointer (&self->next_data_key, mw_secret_free);
}

gboolean
mw_case_store_reconnect (MwCaseStore *self, GError **error)
{
  self->stale = TRUE;
  g_clear_object (&self->database);
  if (!mw_case_store_connect (self, error))
    return FALSE;

  choose_data_key (self);
  return mw_case_store_load_manifest (self, error);
}

gboolean
mw_case_store_ensure_connected (MwCaseStore *self, GError **error)
{
  if (!self->data_key)
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED, "The cases are locked");
      return FALSE;
    }
  if (self->database && !self->opened_read_only && mw_database_has_moved (self->database))
    return mw_case_store_rescue (self, error);

  return (self->database && !self->stale) || mw_case_store_reconnect (self, error);
}

gboolean
mw_case_store_has_check (MwCaseStore *self, const guint8 *check)
{
  return mw_case_store_ensure_connected (self, NULL) && memcmp (self->check, check, sizeof self->check) == 0;
}

MwTransaction *
mw_case_store_begin (MwCaseStore *self, GError **error)
{
  MwTransaction *transaction;

  if (!mw_case_store_ensure_connected (self, error))
    return NULL;
  if (mw_case_store_is_read_only (self))
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY, "Nothing can be changed in this file");
      return NULL;
    }

  transaction = mw_transaction_begin (self->database, error);
  self->stale = TRUE; /* until the commit */
  return transaction;
}

gboolean
mw_case_store_commit (MwCaseStore *self, MwTransaction *transaction, GError **error)
{
  if (!mw_transaction_commit (transaction, error))
    return FALSE;

  if (!mw_database_has_moved (self->database))
    {
      self->stale = FALSE;
      return TRUE;
    }

  g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_MOVED, "The file was deleted or replaced");
  return FALSE;
}
