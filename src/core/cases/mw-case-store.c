/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-store-private.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "mw-case-files.h"
#include "mw-error.h"
#include "mw-recovery-key.h"

/* As SQLite keeps them. */
static const struct
{
  const char *name;
  const char *sql;
} tables[] = {
#define HEADER \
  "CREATE TABLE header (id INTEGER PRIMARY KEY CHECK (id = 1), database BLOB NOT NULL, key INTEGER NOT NULL," \
  " check_sum BLOB NOT NULL) STRICT"
  { "header", HEADER },
#define SLOT \
  "CREATE TABLE slot (kind INTEGER PRIMARY KEY, operations INTEGER NOT NULL, memory INTEGER NOT NULL," \
  " salt BLOB NOT NULL, wrapped BLOB NOT NULL) STRICT"
  { "slot", SLOT },
#define RECORD \
  "CREATE TABLE record (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, revision INTEGER NOT NULL," \
  " key INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT"
  { "record", RECORD },
#define MANIFEST \
  "CREATE TABLE manifest (part INTEGER PRIMARY KEY, generation INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT"
  { "manifest", MANIFEST },
};

static const MwMigration migrations[] = { { HEADER ";" SLOT ";" RECORD ";" MANIFEST ";" } };

static MwCaseStore *
store_new (const char *path, const MwCaseStoreOptions *options)
{
  MwCaseStore *self = g_new0 (MwCaseStore, 1);

  mw_secret_init ();
  self->path = g_strdup (path);
  if (options)
    self->options = *options;
  self->options.backups = g_strdup (self->options.backups);
  if (!self->options.migrations)
    {
      self->options.migrations = migrations;
      self->options.n_migrations = G_N_ELEMENTS (migrations);
    }
  if (!self->options.kdf.operations)
    self->options.kdf = MW_KDF_MODERATE;
  self->sittings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
mw_case_store_free (MwCaseStore *self)
{
  if (!self)
    return;

  g_clear_object (&self->database);
  mw_secret_free (self->data_key);
  mw_secret_free (self->next_data_key);
  mw_manifest_free (self->manifest);
  g_hash_table_unref (self->sittings);
  g_free ((char *) self->options.backups);
  g_free (self->path);
  g_free (self);
}

MwSealPlace
mw_case_store_get_place (MwCaseStore *self, MwSealKind kind, guint64 a, guint64 b)
{
  return (MwSealPlace){ kind, self->database_id, self->key, a, b };
}

static void
hash_number (crypto_generichash_state *state, guint64 number)
{
  guint64 stored = GUINT64_TO_LE (number);

  crypto_generichash_update (state, (const guint8 *) &stored, sizeof stored);
}

void
mw_case_store_compute_check (const guint8 *database_id, guint32 key, const MwKeySlot *slots, guint8 *check)
{
  guint32 stored_key = GUINT32_TO_LE (key);
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, MW_CASE_CHECK_LENGTH);
  crypto_generichash_update (&state, (const guint8 *) "MWH1", 4);
  crypto_generichash_update (&state, database_id, MW_DATABASE_ID_LENGTH);
  crypto_generichash_update (&state, (const guint8 *) &stored_key, sizeof stored_key);
  for (guint s = 0; s < MW_CASE_N_SLOTS; s++)
    {
      guint8 kind = (guint8) slots[s].kind;

      crypto_generichash_update (&state, &kind, 1);
      hash_number (&state, slots[s].kdf.operations);
      hash_number (&state, slots[s].kdf.memory);
      crypto_generichash_update (&state, slots[s].salt, MW_SLOT_SALT_LENGTH);
      crypto_generichash_update (&state, slots[s].wrapped, MW_SLOT_WRAPPED_LENGTH);
    }
  crypto_generichash_final (&state, check, MW_CASE_CHECK_LENGTH);
}

gboolean
mw_case_store_write_header (MwDatabase *database,
                            const guint8 *database_id,
                            guint32 key,
                            const MwKeySlot *slots,
                            const guint8 *check,
                            GError **error)
{
  g_autoptr (MwStatement) header = mw_statement_new (database, "INSERT OR REPLACE INTO header VALUES (1, ?, ?, ?)", error);
  g_autoptr (MwStatement) slot = NULL;

  if (!header)
    return FALSE;

  mw_statement_bind_blob (header, 0, database_id, MW_DATABASE_ID_LENGTH);
  mw_statement_bind_int64 (header, 1, key);
  mw_statement_bind_blob (header, 2, check, MW_CASE_CHECK_LENGTH);
  slot = mw_statement_run (header, error)
           ? mw_statement_new (database, "INSERT OR REPLACE INTO slot VALUES (?, ?, ?, ?, ?)", error)
           : NULL;
  if (!slot)
    return FALSE;

  for (guint s = 0; s < MW_CASE_N_SLOTS; s++)
    {
      mw_statement_bind_int64 (slot, 0, slots[s].kind);
      mw_statement_bind_int64 (slot, 1, (gint64) slots[s].kdf.operations);
      mw_statement_bind_int64 (slot, 2, (gint64) slots[s].kdf.memory);
      mw_statement_bind_blob (slot, 3, slots[s].salt, MW_SLOT_SALT_LENGTH);
      mw_statement_bind_blob (slot, 4, slots[s].wrapped, MW_SLOT_WRAPPED_LENGTH);
      if (!mw_statement_run (slot, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_blob (MwStatement *statement, int column, guint8 *out, gsize expected)
{
  gsize length;
  gconstpointer blob = mw_statement_column_blob (statement, column, &length);

  if (!blob || length != expected)
    return FALSE;

  memcpy (out, blob, expected);
  return TRUE;
}

static gboolean
set_damaged_header (GError **error)
{
  g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT, "The header or a key slot is damaged");
  return FALSE;
}

static gboolean
read_slots (MwCaseStore *self, GError **error)
{
  g_autoptr (MwStatement) statement
    = mw_statement_new (self->database, "SELECT kind, operations, memory, salt, wrapped FROM slot ORDER BY kind", error);

  if (!statement)
    return FALSE;

  for (guint s = 0; s < MW_CASE_N_SLOTS; s++)
    {
      MwKeySlot *slot = &self->slots[s];
      MwStep step = mw_statement_step (statement, error);

      if (step == MW_STEP_ERROR)
        return FALSE;
      if (step == MW_STEP_DONE || mw_statement_column_int64 (statement, 0) != (gint64) s + 1)
        return set_damaged_header (error);
      slot->kind = s + 1;
      slot->kdf.operations = (guint64) mw_statement_column_int64 (statement, 1);
      slot->kdf.memory = (guint64) mw_statement_column_int64 (statement, 2);
      if (!copy_blob (statement, 3, slot->salt, MW_SLOT_SALT_LENGTH)
          || !copy_blob (statement, 4, slot->wrapped, MW_SLOT_WRAPPED_LENGTH))
        return set_damaged_header (error);
    }
  return TRUE;
}

static gboolean
read_header (MwCaseStore *self, GError **error)
{
  g_autoptr (MwStatement) statement
    = mw_statement_new (self->database, "SELECT database, key, check_sum FROM header WHERE id = 1", error);
  guint8 check[MW_CASE_CHECK_LENGTH];
  MwStep step = statement ? mw_statement_step (statement, error) : MW_STEP_ERROR;

  if (step == MW_STEP_ERROR)
    return FALSE;
  if (step == MW_STEP_DONE || !copy_blob (statement, 0, self->database_id, sizeof self->database_id)
      || !copy_blob (statement, 2, self->check, sizeof self->check))
    return set_damaged_header (error);

  self->key = (guint32) mw_statement_column_int64 (statement, 1);
  if (!read_slots (self, error))
    return FALSE;

  mw_case_store_compute_check (self->database_id, self->key, self->slots, check);
  if (memcmp (check, self->check, sizeof check) == 0)
    return TRUE;

  return set_damaged_header (error);
}

/* What an older version wrote is kept aside before it is changed. */
static gboolean
migrate (MwCaseStore *self, GError **error)
{
  gint64 version;

  if (!mw_database_read_int64 (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (self->opened_read_only && version < (gint64) self->options.n_migrations)
    {
      g_set_error (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY, "Version %d cannot be migrated", (int) version);
      return FALSE;
    }
  if (version > 0 && version < (gint64) self->options.n_migrations && self->options.backups
      && !mw_case_files_keep_before_migration (self->database, self->options.backups, (guint) version, error))
    return FALSE;

  return mw_database_migrate (self->database, MW_CASE_APPLICATION_ID, self->options.migrations,
                              self->options.n_migrations, error);
}

/* A file in which a table was renamed by a flipped bit, or to which others have added what acts by itself, is not to be worked
 * with. */
static gboolean
check_schema (MwCaseStore *self, GError **error)
{
  gint64 n_wrong;

  if (!mw_database_read_int64 (self->database, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')",
                               &n_wrong, error))
    return FALSE;

  for (guint t = 0; n_wrong == 0 && t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr (MwStatement) statement = mw_statement_new (
        self->database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND tbl_name = name AND sql = ?", error);
      MwStep step;

      if (!statement)
        return FALSE;

      mw_statement_bind_text (statement, 0, tables[t].name);
      mw_statement_bind_text (statement, 1, tables[t].sql);
      step = mw_statement_step (statement, error);
      if (step == MW_STEP_ERROR)
        return FALSE;
      n_wrong += step == MW_STEP_DONE ? 1 : 0;
    }
  if (n_wrong == 0)
    return TRUE;

  g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT, "The tables are not those of this program");
  return FALSE;
}

gboolean
mw_case_store_connect (MwCaseStore *self, GError **error)
{
  MwDatabaseFlags flags = MW_DATABASE_PRECIOUS | (self->opened_read_only ? MW_DATABASE_READ_ONLY : 0);

  self->database = mw_database_open (self->path, flags, error);
  if (self->database && migrate (self, error) && check_schema (self, error) && read_header (self, error))
    return TRUE;

  g_clear_object (&self->database);
  return FALSE;
}

MwCaseStore *
mw_case_store_open (const char *path, gboolean read_only, const MwCaseStoreOptions *options, GError **error)
{
  g_autoptr (MwCaseStore) self = store_new (path, options);

  self->opened_read_only = read_only;
  return mw_case_store_connect (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Everything that a new file holds, in one transaction. */
static gboolean
fill (MwCaseStore *self, const MwSecret *passphrase, const MwSecret *recovery, GError **error)
{
  MwSealPlace place = mw_case_store_get_place (self, 0, 0, 0);
  g_autoptr (MwTransaction) transaction = NULL;

  if (!mw_key_slot_wrap (&self->slots[0], MW_SLOT_PASSPHRASE, &self->options.kdf, &place, passphrase, self->data_key, error)
      || !mw_key_slot_wrap (&self->slots[1], MW_SLOT_RECOVERY, NULL, &place, recovery, self->data_key, error))
    return FALSE;

  mw_case_store_compute_check (self->database_id, self->key, self->slots, self->check);
  memcpy (self->manifest->check, self->check, sizeof self->check);
  transaction = mw_transaction_begin (self->database, error);
  return transaction
         && mw_case_store_write_header (self->database, self->database_id, self->key, self->slots, self->check, error)
         && mw_case_store_write_manifest (self, self->key, self->data_key, self->manifest, 0, NULL, error)
         && mw_transaction_commit (transaction, error);
}

/* Built aside: a file that is there is whole. */
static gboolean
build (MwCaseStore *self, const MwSecret *passphrase, const MwSecret *recovery, GError **error)
{
  g_autofree char *aside = g_strconcat (self->path, ".new", NULL);

  mw_case_files_remove (aside);
  self->database = mw_database_open (aside, MW_DATABASE_CREATE | MW_DATABASE_PRECIOUS, error);
  if (!self->database
      || !mw_database_migrate (self->database, MW_CASE_APPLICATION_ID, self->options.migrations,
                               self->options.n_migrations, error)
      || !fill (self, passphrase, recovery, error))
    {
      g_clear_object (&self->database);
      mw_case_files_remove (aside);
      return FALSE;
    }

  g_clear_object (&self->database);
  if (mw_case_files_put_in_place (aside, self->path, FALSE, error))
    return mw_case_store_connect (self, error);

  mw_case_files_remove (aside);
  return FALSE;
}

MwCaseStore *
mw_case_store_create (const char *path,
                      const MwSecret *passphrase,
                      const MwCaseStoreOptions *options,
                      char **recovery_key,
                      GError **error)
{
  g_autoptr (MwCaseStore) self = store_new (path, options);
  g_autoptr (MwSecret) recovery = mw_recovery_key_new (error);

  self->data_key = recovery ? mw_secret_new_random (MW_SEAL_KEY_LENGTH, error) : NULL;
  if (!self->data_key)
    return NULL;

  randombytes_buf (self->database_id, sizeof self->database_id);
  self->key = 1;
  self->manifest = mw_manifest_new ();
  if (!build (self, passphrase, recovery, error))
    return NULL;

  *recovery_key = mw_recovery_key_to_text (recovery);
  return g_steal_pointer (&self);
}

static gboolean
take_key (MwCaseStore *self, MwSecret *data_key, GError **error)
{
  if (!data_key)
    return FALSE;
  if (self->data_key) /* unlocked already: the right key is all that was asked for, even while the file is out of reach */
    {
      mw_secret_free (data_key);
      return TRUE;
    }

  self->data_key = data_key;
  if (mw_case_store_load_manifest (self, error))
    return TRUE;

  g_clear_pointer (&self->data_key, mw_secret_free);
  return FALSE;
}

gboolean
mw_case_store_unlock (MwCaseStore *self, const MwSecret *passphrase, GError **error)
{
  MwSealPlace place = mw_case_store_get_place (self, 0, 0, 0);

  return take_key (self, mw_key_slot_unwrap (&self->slots[0], &place, passphrase, error), error);
}

gboolean
mw_case_store_unlock_with_recovery_key (MwCaseStore *self, const char *text, GError **error)
{
  MwSealPlace place = mw_case_store_get_place (self, 0, 0, 0);
  g_autoptr (MwSecret) recovery = mw_recovery_key_from_text (text, error);

  return recovery && take_key (self, mw_key_slot_unwrap (&self->slots[1], &place, recovery, error), error);
}

gboolean
mw_case_store_unlock_like (MwCaseStore *self, MwCaseStore *other, GError **error)
{
  if (other->data_key && self->key == other->key
      && memcmp (self->database_id, other->database_id, sizeof self->database_id) == 0)
    return take_key (self, mw_secret_copy (other->data_key, error), error);

  g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY, "A file with another key");
  return FALSE;
}

gboolean
mw_case_store_is_copy_of (MwCaseStore *self, MwCaseStore *other)
{
  return memcmp (self->database_id, other->database_id, sizeof self->database_id) == 0;
}

gboolean
mw_case_store_is_damaged (MwCaseStore *self)
{
  return self->damaged;
}

gboolean
mw_case_store_is_read_only (MwCaseStore *self)
{
  return self->damaged || self->opened_read_only;
}

gboolean
mw_case_store_was_rescued (MwCaseStore *self)
{
  gboolean rescued = self->rescued;

  self->rescued = FALSE;
  return rescued;
}
