/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-case-files.h"
#include "mw-case-store-private.h"
#include "mw-error.h"

/* As long as an adviser may be thought to be at the same piece of work. */
#define SITTING_SECONDS (10 * 60)

typedef struct
{
  guint32 revision;
  gint64 begun; /* monotonic, µs */
} Sitting;

guint
mw_case_store_get_n_cases (MwCaseStore *self)
{
  guint n = 0;

  for (guint p = 0; self->manifest && p < MW_MANIFEST_N_PARTS; p++)
    n += self->manifest->parts[p]->cases->len;
  return n;
}

static int
compare_headings (gconstpointer a, gconstpointer b)
{
  const MwCaseHeading *one = *(MwCaseHeading *const *) a;
  const MwCaseHeading *other = *(MwCaseHeading *const *) b;

  return one->id < other->id ? -1 : one->id > other->id;
}

GPtrArray *
mw_case_store_list (MwCaseStore *self)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint p = 0; self->manifest && p < MW_MANIFEST_N_PARTS; p++)
    for (guint i = 0; i < self->manifest->parts[p]->cases->len; i++)
      {
        MwManifestCase *one = g_ptr_array_index (self->manifest->parts[p]->cases, i);

        g_ptr_array_add (headings, g_object_ref (one->heading));
      }
  g_ptr_array_sort (headings, compare_headings);
  return headings;
}

static MwManifestCase *
find_case (MwCaseStore *self, guint64 id, GError **error)
{
  MwManifestCase *found = self->manifest ? mw_manifest_find (self->manifest, id) : NULL;

  if (!found)
    g_set_error (error, MW_CASE_ERROR, self->manifest ? MW_CASE_ERROR_NOT_FOUND : MW_CASE_ERROR_LOCKED, "No such case");
  return found;
}

GBytes *
mw_case_store_read_revision (MwCaseStore *self, guint64 id, const MwRevision *revision, gboolean *as_known, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (
    self->database, "SELECT sealed, case_id = ? AND revision = ? AND key = ? FROM record WHERE id = ?", error);
  MwSealPlace place = mw_case_store_get_place (self, MW_SEAL_RECORD, id, revision->revision);
  gconstpointer sealed = NULL;
  gsize length = 0;
  MwStep step;

  if (!statement)
    return NULL;

  mw_statement_bind_int64 (statement, 0, (gint64) id);
  mw_statement_bind_int64 (statement, 1, revision->revision);
  mw_statement_bind_int64 (statement, 2, self->key);
  mw_statement_bind_int64 (statement, 3, revision->row);
  step = mw_statement_step (statement, error);
  if (step == MW_STEP_ERROR)
    return NULL;
  if (step == MW_STEP_ROW)
    sealed = mw_statement_column_blob (statement, 0, &length);
  if (as_known)
    *as_known = step == MW_STEP_ROW && mw_statement_column_int64 (statement, 1) != 0;
  if (length < MW_SEAL_TAG_LENGTH
      || memcmp (mw_seal_get_tag (sealed, length), revision->tag, MW_SEAL_TAG_LENGTH) != 0)
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED, "A record is missing or was changed");
      return NULL;
    }
  return mw_unseal (&place, self->data_key, sealed, length, error);
}

GBytes *
mw_case_store_read (MwCaseStore *self, guint64 id, guint32 revision, GError **error)
{
  MwManifestCase *found;
  MwRevision *wanted;

  if (!mw_case_store_ensure_connected (self, error))
    return NULL;
  found = find_case (self, id, error);
  if (!found)
    return NULL;

  wanted = mw_manifest_case_find (found, revision);
  if (!wanted)
    {
      g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND, "No such revision");
      return NULL;
    }
  return mw_case_store_read_revision (self, id, wanted, NULL, error);
}

GArray *
mw_case_store_list_revisions (MwCaseStore *self, guint64 id, GError **error)
{
  MwManifestCase *found = find_case (self, id, error);
  GArray *revisions;

  if (!found)
    return NULL;

  g_hash_table_remove (self->sittings, &id);
  revisions = g_array_new (FALSE, FALSE, sizeof (MwRevision));
  return g_array_append_vals (revisions, found->revisions->data, found->revisions->len);
}

static gboolean
remove_row (MwCaseStore *self, gint64 row, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (self->database, "DELETE FROM record WHERE id = ?", error);

  if (!statement)
    return FALSE;

  mw_statement_bind_int64 (statement, 0, row);
  return mw_statement_run (statement, error);
}

gboolean
mw_case_store_insert_record (MwCaseStore *self, guint64 id, MwRevision *revision, GBytes *record, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (
    self->database, "INSERT INTO record (case_id, revision, key, sealed) VALUES (?, ?, ?, ?)", error);
  MwSealPlace place = mw_case_store_get_place (self, MW_SEAL_RECORD, id, revision->revision);
  g_autoptr (GBytes) sealed = NULL;
  gsize length;
  gconstpointer bytes = g_bytes_get_data (record, &length);

  sealed = statement ? mw_seal (&place, self->data_key, bytes, length, error) : NULL;
  if (!sealed)
    return FALSE;

  bytes = g_bytes_get_data (sealed, &length);
  mw_statement_bind_int64 (statement, 0, (gint64) id);
  mw_statement_bind_int64 (statement, 1, revision->revision);
  mw_statement_bind_int64 (statement, 2, self->key);
  mw_statement_bind_blob (statement, 3, bytes, length);
  if (!mw_statement_run (statement, error))
    return FALSE;

  revision->row = mw_database_get_last_rowid (self->database);
  memcpy (revision->tag, mw_seal_get_tag (bytes, length), sizeof revision->tag);
  return TRUE;
}

/* Makes @part, a draft, that of the manifest, and commits. */
static gboolean
finish (MwCaseStore *self, MwTransaction *transaction, guint64 id, guint64 next_case, MwManifestPart *part, GError **error)
{
  guint number = mw_manifest_get_part_number (id);
  MwManifest draft = *self->manifest;

  draft.next_case = next_case;
  draft.parts[number] = part;
  if (!mw_case_store_write_manifest (self, self->key, self->data_key, &draft, number, part, error)
      || !mw_case_store_commit (self, transaction, error))
    {
      mw_manifest_part_free (part);
      return FALSE;
    }

  mw_manifest_part_free (self->manifest->parts[number]);
  *self->manifest = draft;
  return TRUE;
}

/* The revision that this one takes the place of, if it is of the same sitting. */
static gboolean
is_same_sitting (MwCaseStore *self, guint64 id, const MwRevision *last)
{
  Sitting *sitting = g_hash_table_lookup (self->sittings, &id);

  return last && sitting && sitting->revision == last->revision
         && g_get_monotonic_time () - sitting->begun < SITTING_SECONDS * G_USEC_PER_SEC;
}

static void
note_sitting (MwCaseStore *self, guint64 id, guint32 revision, gboolean same)
{
  Sitting *sitting = same ? g_hash_table_lookup (self->sittings, &id) : NULL;

  if (!sitting)
    {
      sitting = g_new (Sitting, 1);
      sitting->begun = g_get_monotonic_time ();
      g_hash_table_insert (self->sittings, g_memdup2 (&id, sizeof id), sitting);
    }
  sitting->revision = revision;
}

gboolean
mw_case_store_save (MwCaseStore *self, MwCaseHeading *heading, GBytes *record, GError **error)
{
  g_autoptr (MwTransaction) transaction = mw_case_store_begin (self, error);
  g_autoptr (MwCaseHeading) stored = g_object_ref (heading);
  MwRevision revision = { 1, 0, g_get_real_time () / G_USEC_PER_SEC, { 0 } };
  guint64 id = heading->id;
  MwManifestPart *part;
  MwManifestCase *one;
  MwRevision *last;
  gboolean same;

  if (!transaction || (id != 0 && !find_case (self, id, error)))
    return FALSE;

  if (id == 0)
    heading->id = self->manifest->next_case;
  part = mw_manifest_part_copy (self->manifest->parts[mw_manifest_get_part_number (heading->id)]);
  one = mw_manifest_part_put (part, stored);
  last = mw_manifest_case_find (one, 0);
  same = is_same_sitting (self, heading->id, last);
  if (last)
    revision.revision = last->revision + 1;
  if (!mw_case_store_insert_record (self, heading->id, &revision, record, error)
      || (same && !remove_row (self, last->row, error)))
    {
      mw_manifest_part_free (part);
      heading->id = id;
      return FALSE;
    }

  if (same)
    g_array_set_size (one->revisions, one->revisions->len - 1);
  g_array_append_val (one->revisions, revision);
  if (!finish (self, transaction, heading->id, MAX (self->manifest->next_case, heading->id + 1), part, error))
    {
      heading->id = id;
      return FALSE;
    }

  note_sitting (self, heading->id, revision.revision, same);
  return TRUE;
}

/* What the manifest knows of the case, and what it does not. */
static gboolean
remove_records (MwCaseStore *self, const MwManifestCase *one, GError **error)
{
  g_autoptr (MwStatement) statement = NULL;

  for (guint r = 0; r < one->revisions->len; r++)
    if (!remove_row (self, g_array_index (one->revisions, MwRevision, r).row, error))
      return FALSE;

  statement = mw_statement_new (self->database, "DELETE FROM record WHERE case_id = ?", error);
  if (!statement)
    return FALSE;

  mw_statement_bind_int64 (statement, 0, (gint64) one->heading->id);
  return mw_statement_run (statement, error);
}

gboolean
mw_case_store_delete (MwCaseStore *self, guint64 id, GError **error)
{
  g_autoptr (MwTransaction) transaction = mw_case_store_begin (self, error);
  MwManifestCase *one = transaction ? find_case (self, id, error) : NULL;
  MwManifestPart *part;

  if (!one || !remove_records (self, one, error))
    return FALSE;

  part = mw_manifest_part_copy (self->manifest->parts[mw_manifest_get_part_number (id)]);
  mw_manifest_part_remove (part, id);
  if (!finish (self, transaction, id, self->manifest->next_case, part, error))
    return FALSE;

  g_hash_table_remove (self->sittings, &id);
  return TRUE;
}

gboolean
mw_case_store_count_strays (MwCaseStore *self, guint *n_strays, GError **error)
{
  gint64 n_rows;
  guint n_known = 0;

  if (!mw_case_store_ensure_connected (self, error)
      || !mw_database_read_int64 (self->database, "SELECT count(*) FROM record", &n_rows, error))
    return FALSE;

  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    for (guint i = 0; i < self->manifest->parts[p]->cases->len; i++)
      n_known += ((MwManifestCase *) g_ptr_array_index (self->manifest->parts[p]->cases, i))->revisions->len;
  *n_strays = n_rows > (gint64) n_known ? (guint) (n_rows - (gint64) n_known) : 0;
  return TRUE;
}

gboolean
mw_case_store_verify (MwCaseStore *self, guint *n_damaged, GError **error)
{
  if (!mw_case_store_count_strays (self, n_damaged, error))
    return FALSE;

  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    for (guint i = 0; i < self->manifest->parts[p]->cases->len; i++)
      {
        MwManifestCase *one = g_ptr_array_index (self->manifest->parts[p]->cases, i);

        for (guint r = 0; r < one->revisions->len; r++)
          {
            MwRevision *revision = &g_array_index (one->revisions, MwRevision, r);
            gboolean as_known = FALSE;
            g_autoptr (GError) local = NULL;
            g_autoptr (GBytes) record
              = mw_case_store_read_revision (self, one->heading->id, revision, &as_known, &local);

            if (!record && mw_case_store_is_fatal (&local))
              {
                g_propagate_error (error, g_steal_pointer (&local));
                return FALSE;
              }
            *n_damaged += record && as_known ? 0 : 1;
          }
      }
  return TRUE;
}

/* Opened as the next program would open it. */
static gboolean
check_copy (MwCaseStore *self, const char *path, GError **error)
{
  g_autoptr (MwCaseStore) copy = mw_case_store_open (path, TRUE, &self->options, error);
  guint n_damaged, n_damaged_here;

  if (!copy || !mw_database_check (copy->database, error) || !mw_case_store_unlock_like (copy, self, error)
      || !mw_case_store_verify (copy, &n_damaged, error))
    return FALSE;
  if (!copy->damaged && n_damaged == 0 && mw_case_store_get_n_cases (copy) == mw_case_store_get_n_cases (self))
    return TRUE;

  /* A copy of a damaged file is no worse than that file; but it takes no good one's place. */
  g_set_error (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED, "The copy has %u damaged records",
               mw_case_store_verify (self, &n_damaged_here, NULL) ? n_damaged_here : n_damaged);
  return FALSE;
}

gboolean
mw_case_store_back_up (MwCaseStore *self, const char *path, GError **error)
{
  if (!mw_case_store_ensure_connected (self, error) || !mw_database_back_up (self->database, path, error))
    return FALSE;
  if (check_copy (self, path, error))
    return TRUE;

  mw_case_files_remove (path);
  return FALSE;
}
