/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mw-case-files.h"
#include "mw-cases-private.h"
#include "mw-error.h"
#include "mw-match.h"
#include "mw-recovery-key.h"

/* So long is indexed before another task gets its turn. */
#define INDEX_MICROSECONDS 20000
#define MAX_EXCERPTS 50

void
mw_cases_job_free (gpointer data)
{
  MwCasesJob *job = data;

  if (job->text)
    memset (job->text, 0, strlen (job->text)); /* it may be a recovery key */
  g_free (job->text);
  mw_secret_free (job->secret);
  mw_secret_free (job->other_secret);
  g_clear_pointer (&job->record, g_bytes_unref);
  g_clear_object (&job->heading);
  g_clear_pointer (&job->headings, g_ptr_array_unref);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->gathered, g_array_unref);
  mw_case_outcome_free (job->outcome);
  g_free (job->holder);
  g_free (job);
}

/* Tells other programs who has the file. */
static char *
dup_holder_path (MwCases *self)
{
  return g_build_filename (self->folder, "cases.holder", NULL);
}

static void
write_holder (MwCases *self)
{
  g_autofree char *path = dup_holder_path (self);
  g_autofree char *text = g_strdup_printf ("%s, %s", g_get_user_name (), g_get_host_name ());

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static char *
read_holder (MwCases *self)
{
  g_autofree char *path = dup_holder_path (self);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && *text ? g_utf8_make_valid (g_strstrip (text), -1) : NULL;
}

static MwCaseStoreOptions
get_options (MwCases *self)
{
  return (MwCaseStoreOptions){ .kdf = self->kdf, .backups = self->backups };
}

/* A file that may not be written is opened to be read. */
static gboolean
open_store (MwCases *self, GError **error)
{
  MwCaseStoreOptions options = get_options (self);
  g_autoptr (GError) local = NULL;

  self->store = mw_case_store_open (self->path, FALSE, &options, &local);
  if (!self->store && g_error_matches (local, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY))
    {
      g_clear_error (&local);
      self->store = mw_case_store_open (self->path, TRUE, &options, &local);
    }
  if (self->store)
    {
      write_holder (self);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A folder with backups, but without the file, has lost it. */
static gboolean
was_lost (MwCases *self, GError **error)
{
  g_autoptr (GPtrArray) backups = mw_case_backups_list (self->backups);

  if (backups->len == 0)
    return FALSE;

  g_set_error_literal (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN, "The file of the cases is gone");
  return TRUE;
}

static void
close_store (MwCases *self)
{
  g_clear_pointer (&self->index, mw_case_index_free);
  g_clear_pointer (&self->store, mw_case_store_free);
}

void
mw_cases_check_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  job->sync_service = mw_case_backups_get_sync_service (self->folder);
  close_store (self);
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (was_lost (self, &error))
        g_task_return_error (task, error);
      else
        g_task_return_boolean (task, TRUE);
      return;
    }

  job->locked = open_store (self, &error);
  if (job->locked)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY))
    job->holder = read_holder (self);
  g_task_return_error (task, error);
}

/* What the main thread wants to know of a store that has just been unlocked. */
static gboolean
describe (MwCases *self, MwCasesJob *job, GError **error)
{
  g_clear_pointer (&self->index, mw_case_index_free);
  self->index = mw_case_index_new (error);
  if (!self->index)
    return FALSE;

  job->headings = mw_case_store_list (self->store);
  job->read_only = mw_case_store_is_read_only (self->store);
  job->damaged = mw_case_store_is_damaged (self->store);
  return TRUE;
}

void
mw_cases_create_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  MwCaseStoreOptions options = get_options (self);
  GError *error = NULL;
  char *recovery_key = NULL;

  if (self->store || g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_set_error_literal (&error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN, "There is a file already");
  else if (mw_case_files_make_folder (self->folder, &error))
    self->store = mw_case_store_create (self->path, job->secret, &options, &recovery_key, &error);
  if (recovery_key && describe (self, job, &error))
    {
      write_holder (self);
      g_task_return_pointer (task, recovery_key, g_free);
      return;
    }
  g_free (recovery_key);
  g_task_return_error (task, error);
}

void
mw_cases_unlock_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;
  gboolean unlocked = self->store || open_store (self, &error);

  if (unlocked)
    unlocked = job->secret ? mw_case_store_unlock (self->store, job->secret, &error)
                           : mw_case_store_unlock_with_recovery_key (self->store, job->text, &error);
  if (unlocked && describe (self, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
check_open (MwCases *self, GError **error)
{
  if (self->store)
    return TRUE;

  g_set_error_literal (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED, "No file of cases is open");
  return FALSE;
}

static void
gathered_clear (gpointer data)
{
  mw_case_outcome_free (((MwGathered *) data)->outcome);
}

static void
gather (MwCasesJob *job, guint64 id, const MwCase *one)
{
  MwGathered gathered = { id, mw_outcomes_gather (one) };

  if (!gathered.outcome)
    return;

  if (!job->gathered)
    {
      job->gathered = g_array_new (FALSE, FALSE, sizeof (MwGathered));
      g_array_set_clear_func (job->gathered, gathered_clear);
    }
  g_array_append_val (job->gathered, gathered);
}

/* @gathering: (nullable): what is due in it and what came of it are gathered there */
static void
index_record (MwCases *self, guint64 id, GBytes *record, MwCasesJob *gathering)
{
  g_autoptr (MwCase) one = mw_case_decode (record, NULL);
  g_autofree char *text = one ? mw_case_dup_text (one) : NULL;

  if (text && self->index)
    mw_case_index_put (self->index, id, text, NULL);
  if (one && gathering)
    {
      mw_cases_agenda_index (gathering, id, one);
      gather (gathering, id, one);
    }
}

void
mw_cases_save_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  if (!check_open (self, &error) || !mw_case_store_save (self->store, job->heading, job->record, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->rescued = mw_case_store_was_rescued (self->store);
  g_task_return_boolean (task, TRUE);
  index_record (self, job->heading->id, job->record, NULL);
}

void
mw_cases_load_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) record
    = check_open (self, &error) ? mw_case_store_read (self->store, job->id, job->revision, &error) : NULL;
  MwCase *one = record ? mw_case_decode (record, &error) : NULL;

  if (one)
    g_task_return_pointer (task, one, (GDestroyNotify) mw_case_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_revisions_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  GError *error = NULL;
  GArray *revisions = check_open (self, &error)
                        ? mw_case_store_list_revisions (self->store, ((MwCasesJob *) data)->id, &error)
                        : NULL;

  if (revisions)
    g_task_return_pointer (task, revisions, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
mw_cases_delete_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  if (!check_open (self, &error) || !mw_case_store_delete (self->store, job->id, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->index)
    mw_case_index_remove (self->index, job->id);
  mw_case_backups_remove_case (self->store, self->backups, job->id);
  g_task_return_boolean (task, TRUE);
}

static void
hit_free (gpointer data)
{
  MwCaseHit *hit = data;

  g_free (hit->excerpt);
  g_free (hit);
}

static char *
dup_excerpt (MwCases *self, guint64 id, const char *search)
{
  g_autoptr (GBytes) record = mw_case_store_read (self->store, id, 0, NULL);
  g_autoptr (MwCase) one = record ? mw_case_decode (record, NULL) : NULL;
  g_autofree char *text = one ? mw_case_dup_text (one) : NULL;

  /* The label stands in the row already. */
  return text ? mw_match_dup_excerpt (text + strlen (one->label), search) : NULL;
}

void
mw_cases_search_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autoptr (GArray) found = NULL;
  GError *error = NULL;

  found = check_open (self, &error) && self->index ? mw_case_index_search (self->index, job->text, &error) : NULL;
  if (!found)
    {
      if (error)
        g_task_return_error (task, error);
      else
        g_task_return_new_error (task, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED, "No index");
      return;
    }

  for (guint i = 0; i < found->len; i++)
    {
      MwCaseHit *hit = g_new0 (MwCaseHit, 1);

      hit->id = g_array_index (found, guint64, i);
      if (i < MAX_EXCERPTS && !g_cancellable_is_cancelled (cancellable))
        hit->excerpt = dup_excerpt (self, hit->id, job->text);
      g_ptr_array_add (hits, hit);
    }
  g_task_return_pointer (task, g_steal_pointer (&hits), (GDestroyNotify) g_ptr_array_unref);
}

void
mw_cases_passphrase_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;

  if (check_open (self, &error)
      && mw_case_store_set_passphrase (self->store, job->secret, job->other_secret, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_cases_renew_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  GError *error = NULL;
  char *key = NULL;

  if (check_open (self, &error))
    key = job->secret ? mw_case_store_rotate (self->store, job->secret, &error)
                      : mw_case_store_renew_recovery_key (self->store, &error);
  if (key)
    g_task_return_pointer (task, key, g_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_back_up_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  GError *error = NULL;
  char *path = NULL;

  if (check_open (self, &error)
      && mw_case_backups_make_in (self->store, ((MwCasesJob *) data)->text, &path, &error))
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

void
mw_cases_daily_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  GError *error = NULL;
  gboolean made;

  if (check_open (self, &error) && mw_case_backups_make_daily (self->store, self->backups, &made, &error))
    g_task_return_boolean (task, made);
  else
    g_task_return_error (task, error);
}

/* A recovery key checks itself, so that no passphrase is taken for one. */
static gboolean
unlock_with_either (MwCaseStore *store, const MwSecret *secret, gboolean *with_recovery_key, GError **error)
{
  char *text = g_strndup ((const char *) secret->bytes, secret->length);
  g_autoptr (MwSecret) key = mw_recovery_key_from_text (text, NULL);
  gboolean unlocked = key ? mw_case_store_unlock_with_recovery_key (store, text, error)
                          : mw_case_store_unlock (store, secret, error);

  *with_recovery_key = key != NULL;
  explicit_bzero (text, strlen (text));
  g_free (text);
  return unlocked;
}

static gboolean
inspect (MwCasesJob *job, GError **error)
{
  g_autoptr (MwCaseStore) store = mw_case_store_open (job->text, TRUE, NULL, error);
  g_autoptr (GPtrArray) list = NULL;

  if (!store || !unlock_with_either (store, job->secret, &job->contents.with_recovery_key, error)
      || !mw_case_store_verify (store, &job->contents.n_damaged, error))
    return FALSE;

  list = mw_case_store_list (store);
  job->contents.n_cases = list->len;
  for (guint i = 0; i < list->len; i++)
    job->contents.touched = MAX (job->contents.touched, ((MwCaseHeading *) g_ptr_array_index (list, i))->touched);
  return TRUE;
}

void
mw_cases_inspect_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (inspect (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* After a failure the store of before is still there, and puts its file back when it is asked for anything. */
static gboolean
restore (MwCases *self, MwCasesJob *job, GError **error)
{
  MwCaseStore *before = g_steal_pointer (&self->store);
  g_autofree char *kept = NULL;
  gboolean restored = mw_case_files_make_folder (self->folder, error)
                      && mw_case_backups_restore (job->text, self->path, self->backups, &kept, error)
                      && open_store (self, error)
                      && unlock_with_either (self->store, job->secret, &job->contents.with_recovery_key, error)
                      && describe (self, job, error);

  if (!restored && before)
    {
      mw_case_store_free (self->store);
      self->store = g_steal_pointer (&before);
    }
  mw_case_store_free (before);
  return restored;
}

void
mw_cases_restore_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCasesJob *job = data;
  GError *error = NULL;

  /* Nothing is replaced by what does not open. */
  if (inspect (job, &error) && restore (source, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
repair (MwCases *self, MwCasesJob *job, GError **error)
{
  return check_open (self, error) && mw_case_store_repair (self->store, error) && describe (self, job, error);
}

void
mw_cases_repair_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (repair (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Goes on from job->n_done in job->ids. */
void
mw_cases_index_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;
  MwCasesJob *job = data;
  gint64 end = g_get_monotonic_time () + INDEX_MICROSECONDS;
  guint strays = 0;

  for (; self->store && job->n_done < job->ids->len && g_get_monotonic_time () < end; job->n_done++)
    {
      guint64 id = g_array_index (job->ids, guint64, job->n_done);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) record = mw_case_store_read (self->store, id, 0, &error);

      if (record)
        index_record (self, id, record, job);
      else if (!g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND))
        job->n_damaged++;
    }
  if (self->store && job->n_done == job->ids->len && mw_case_store_count_strays (self->store, &strays, NULL))
    job->n_damaged += strays;
  g_task_return_boolean (task, TRUE);
}

void
mw_cases_close_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwCases *self = source;

  if (self->store)
    {
      g_autofree char *path = dup_holder_path (self);

      g_unlink (path);
    }
  close_store (self);
  g_task_return_boolean (task, TRUE);
}
