/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-case-files.h"
#include "mw-case-store-private.h"
#include "mw-error.h"

/* What is done when the file is not what it should be: damaged, or not in its place. */

gboolean
mw_case_store_is_fatal (GError **error)
{
  if (*error && (*error)->domain == MW_STORAGE_ERROR && (*error)->code != MW_STORAGE_ERROR_CORRUPT)
    return TRUE;

  g_clear_error (error);
  return FALSE;
}

static int
compare_revisions (gconstpointer a, gconstpointer b)
{
  const MwRevision *one = a;
  const MwRevision *other = b;

  return one->revision < other->revision ? -1 : one->revision > other->revision;
}

/* Takes the record of the row on which @statement stands, if it opens. */
static void
salvage_row (MwCaseStore *self, MwManifest *manifest, MwStatement *statement)
{
  guint64 id = (guint64) mw_statement_column_int64 (statement, 1);
  MwRevision revision = { (guint32) mw_statement_column_int64 (statement, 2), mw_statement_column_int64 (statement, 0), 0,
                          { 0 } };
  MwSealPlace place = mw_case_store_get_place (self, MW_SEAL_RECORD, id, revision.revision);
  MwManifestPart *part = manifest->parts[mw_manifest_get_part_number (id)];
  g_autoptr (MwCaseHeading) heading = NULL;
  g_autoptr (MwCase) one = NULL;
  g_autoptr (GBytes) record = NULL;
  MwManifestCase *found;
  gconstpointer sealed;
  gsize length;

  sealed = mw_statement_column_blob (statement, 3, &length);
  record = mw_unseal (&place, self->data_key, sealed, length, NULL);
  one = record ? mw_case_decode (record, NULL) : NULL;
  found = mw_manifest_part_find (part, id);
  if (!one || id == 0 || (found && mw_manifest_case_find (found, MAX (revision.revision, 1))))
    return;

  heading = mw_case_heading_new_for_case (id, one);
  memcpy (revision.tag, mw_seal_get_tag (sealed, length), sizeof revision.tag);
  revision.saved = one->touched;
  if (!found || mw_manifest_case_find (found, 0)->revision < revision.revision)
    found = mw_manifest_part_put (part, heading);
  g_array_append_val (found->revisions, revision);
  g_array_sort (found->revisions, compare_revisions);
  manifest->next_case = MAX (manifest->next_case, id + 1);
}

/* Adds the ids that can be read in the order of @sql. @cut: (out): whether damage ended it */
static gboolean
collect_ids (MwCaseStore *self, const char *sql, GArray *ids, gboolean *cut, GError **error)
{
  g_autoptr (MwStatement) rows = mw_statement_new (self->database, sql, error);
  g_autoptr (GError) local = NULL;
  MwStep step;

  if (!rows)
    return FALSE;

  while ((step = mw_statement_step (rows, &local)) == MW_STEP_ROW)
    {
      gint64 id = mw_statement_column_int64 (rows, 0);

      g_array_append_val (ids, id);
    }
  *cut = step == MW_STEP_ERROR;
  /* What may be read another time must not pass for lost. */
  if (!*cut || !mw_case_store_is_fatal (&local))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
mw_case_store_salvage (MwCaseStore *self, MwManifest *manifest, guint part, GError **error)
{
  g_autoptr (MwStatement) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  gboolean cut;

  /* From both ends, around the page that cannot be read. */
  if (!collect_ids (self, "SELECT id FROM record", ids, &cut, error)
      || (cut && !collect_ids (self, "SELECT id FROM record ORDER BY id DESC", ids, &cut, error)))
    return FALSE;

  statement = mw_statement_new (self->database, "SELECT id, case_id, revision, sealed FROM record WHERE id = ?", error);
  if (!statement)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      MwStep step;

      mw_statement_reset (statement);
      mw_statement_bind_int64 (statement, 0, g_array_index (ids, gint64, i));
      step = mw_statement_step (statement, &local);
      if (step == MW_STEP_ERROR && mw_case_store_is_fatal (&local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (step == MW_STEP_ROW
          && (part == G_MAXUINT
              || mw_manifest_get_part_number ((guint64) mw_statement_column_int64 (statement, 1)) == part))
        salvage_row (self, manifest, statement);
    }
  return TRUE;
}

/* Puts the file at @aside in the place of the one that this store has open or had, which is kept. */
static gboolean
replace_file (MwCaseStore *self, const char *aside, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *kept = NULL;

  return mw_case_files_set_aside (self->path, backups, &kept, error)
         && mw_case_files_put_in_place (aside, self->path, TRUE, error) && mw_case_store_reconnect (self, error);
}

/* What this connection holds goes back to its place; what lies there now is kept. */
gboolean
mw_case_store_rescue (MwCaseStore *self, GError **error)
{
  g_autofree char *aside = g_strconcat (self->path, ".rescued", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!mw_case_files_make_folder (folder, error))
    return FALSE;

  mw_case_files_remove (aside);
  if (!mw_database_back_up (self->database, aside, error) || !replace_file (self, aside, error))
    return FALSE;

  self->rescued = TRUE;
  return TRUE;
}

/* The heading of a case of which the newest revision is gone. Returns: (transfer full) */
static MwCaseHeading *
dup_heading (const MwManifestCase *one, GBytes *record)
{
  g_autoptr (MwCase) content = mw_case_decode (record, NULL);

  return content ? mw_case_heading_new_for_case (one->heading->id, content) : g_object_ref (one->heading);
}

/* Writes the revisions that open to @target and adds them to @part. */
static gboolean
copy_case (MwCaseStore *self, MwCaseStore *target, MwManifestPart *part, const MwManifestCase *one, GError **error)
{
  for (guint r = 0; r < one->revisions->len; r++)
    {
      MwRevision revision = g_array_index (one->revisions, MwRevision, r);
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) record = mw_case_store_read_revision (self, one->heading->id, &revision, NULL, &local);
      g_autoptr (MwCaseHeading) heading = NULL;

      if (!record && mw_case_store_is_fatal (&local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!record)
        continue;
      if (!mw_case_store_insert_record (target, one->heading->id, &revision, record, error))
        return FALSE;

      heading = r + 1 < one->revisions->len ? dup_heading (one, record) : g_object_ref (one->heading);
      g_array_append_val (mw_manifest_part_put (part, heading)->revisions, revision);
    }
  return TRUE;
}

/* Writes all that opens, and a manifest of it, in one transaction. */
static gboolean
copy_all (MwCaseStore *self, MwCaseStore *target, GError **error)
{
  g_autoptr (MwManifest) manifest = mw_manifest_new ();
  g_autoptr (MwTransaction) transaction = mw_transaction_begin (target->database, error);

  if (!transaction
      || !mw_case_store_write_header (target->database, self->database_id, self->key, self->slots, self->check, error))
    return FALSE;

  memcpy (manifest->check, self->check, sizeof manifest->check);
  manifest->next_case = self->manifest->next_case;
  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    {
      GPtrArray *cases = self->manifest->parts[p]->cases;

      for (guint i = 0; i < cases->len; i++)
        if (!copy_case (self, target, manifest->parts[p], g_ptr_array_index (cases, i), error))
          return FALSE;
      if (manifest->parts[p]->cases->len > 0
          && !mw_case_store_write_manifest (target, self->key, self->data_key, manifest, p, manifest->parts[p], error))
        return FALSE;
    }
  return mw_case_store_write_manifest (target, self->key, self->data_key, manifest, 0, NULL, error)
         && mw_transaction_commit (transaction, error);
}

/* A new file, since nothing can be relied on in one in which SQLite itself may lose its way. */
static gboolean
build_repaired (MwCaseStore *self, const char *aside, GError **error)
{
  MwCaseStore target = *self;
  gboolean built;

  mw_case_files_remove (aside);
  target.database = mw_database_open (aside, MW_DATABASE_CREATE | MW_DATABASE_PRECIOUS, error);
  built = target.database
          && mw_database_migrate (target.database, MW_CASE_APPLICATION_ID, self->options.migrations,
                                  self->options.n_migrations, error)
          && copy_all (self, &target, error);
  g_clear_object (&target.database);
  if (!built)
    mw_case_files_remove (aside);
  return built;
}

gboolean
mw_case_store_repair (MwCaseStore *self, GError **error)
{
  g_autofree char *aside = g_strconcat (self->path, ".repaired", NULL);

  if (!mw_case_store_ensure_connected (self, error))
    return FALSE;
  if (self->opened_read_only)
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY, "This file may not be written");
      return FALSE;
    }
  if (!build_repaired (self, aside, error))
    return FALSE;

  g_clear_object (&self->database); /* with its journal */
  return replace_file (self, aside, error);
}
