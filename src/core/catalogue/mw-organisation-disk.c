/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-merge.h"
#include "mw-organisation-reader.h"
#include "mw-organisation-writer.h"
#include "mw-write.h"
#include "mw-xml-guard.h"

/* Another program holds the file no longer than it takes to write it. */
#define LOCK_ATTEMPTS 40
#define LOCK_PAUSE 50000 /* µs */
/* A program that knows of no lock, such as an editor, may write in between. */
#define WRITE_ATTEMPTS 5

static void
set_errno (GError **error, const char *what, const char *path)
{
  int saved = errno;
  MwStorageError code = MW_STORAGE_ERROR_IO;

  if (saved == EACCES || saved == EROFS || saved == EPERM)
    code = MW_STORAGE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT || saved == EFBIG)
    code = MW_STORAGE_ERROR_FULL;
  g_set_error (error, MW_STORAGE_ERROR, code, "%s %s: %s", what, path, g_strerror (saved));
}

/* Returns: whether @bytes (out) (nullable) is what the file holds: %NULL when there is none */
static gboolean
read_bytes (const char *path, GBytes **bytes, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;
  GStatBuf info;
  char *contents;
  gsize length;

  *bytes = NULL;
  if (g_stat (path, &info) == 0 && info.st_size > (goffset) MW_XML_MAX_FILE)
    {
      g_ptr_array_add (problems, mw_problem_new (MW_PROBLEM_FILE_TOO_LARGE, 0, NULL, NULL, NULL, NULL, NULL));
      g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID, "%s is too large", path);
      return FALSE;
    }
  if (g_file_get_contents (path, &contents, &length, &local))
    {
      *bytes = g_bytes_new_take (contents, length);
      return TRUE;
    }
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;

  g_ptr_array_add (problems, mw_problem_new (MW_PROBLEM_UNREADABLE, 0, NULL, NULL, NULL, NULL, local->message));
  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);

  return FALSE;
}

MwOrganisation *
mw_organisation_disk_load (const char *path, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!read_bytes (path, &bytes, problems, error) || !bytes)
    return NULL;

  return mw_organisation_read_bytes (bytes, problems, cancellable, error);
}

/* So that the new name survives a power cut. Not every shared disk can. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (file < 0)
    return;

  fsync (file);
  close (file);
}

/* Colleagues are to read what lies on a shared disk: the file keeps the permissions that it had. */
static void
keep_mode (int file, const char *path)
{
  GStatBuf before;

  if (g_stat (path, &before) == 0 && fchmod (file, before.st_mode & 0777) < 0)
    g_debug ("Permissions of %s: %s", path, g_strerror (errno));
}

/* Returns: (transfer full) (nullable): the name of a file beside @path with @bytes in it */
static char *
write_aside (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".new-XXXXXX", NULL);
  int file = g_mkstemp_full (aside, O_RDWR | O_CLOEXEC, 0666);
  gboolean written;

  if (file < 0)
    {
      set_errno (error, "Making", aside);
      return NULL;
    }
  keep_mode (file, path);
  written = mw_write_and_sync (file, bytes);
  if (!written)
    set_errno (error, "Writing", aside);
  if (close (file) < 0 && written)
    {
      set_errno (error, "Writing", aside);
      written = FALSE;
    }
  if (written)
    return g_steal_pointer (&aside);

  g_unlink (aside);

  return NULL;
}

static gboolean
rename_aside (const char *aside, const char *path, GError **error)
{
  if (g_rename (aside, path) < 0)
    {
      set_errno (error, "Renaming to", path);
      g_unlink (aside);
      return FALSE;
    }
  sync_folder (path);

  return TRUE;
}

gboolean
mw_organisation_disk_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *aside = write_aside (path, bytes, error);

  return aside && rename_aside (aside, path, error);
}

/* Programs that write the file take turns. A disk that knows no locks does without: what is written in between is noticed all
 * the same. Returns: a descriptor to close, or -1 without @error when there is no lock to be had */
static int
take_lock (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int file = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

  for (guint i = 0; file >= 0 && i < LOCK_ATTEMPTS; i++)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

      if (fcntl (file, F_OFD_SETLK, &lock) == 0)
        return file;
      if (errno != EAGAIN && errno != EACCES)
        break;
      if (i + 1 == LOCK_ATTEMPTS)
        g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY, "%s is being written by another program", path);
      else if (g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      g_usleep (LOCK_PAUSE);
    }
  if (file >= 0)
    close (file);

  return -1;
}

/* The text that is to be written, and what it will be read as. */
static GBytes *
write_checked (MwOrganisation *merged, MwOrganisation **as_read, GError **error)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GBytes) bytes = mw_organisation_write_bytes (merged);

  *as_read = mw_organisation_read_bytes (bytes, problems, NULL, NULL);
  if (*as_read)
    return g_steal_pointer (&bytes);

  g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CONSTRAINT, "What is to be written breaks the schema");

  return NULL;
}

static gboolean
keep_conflicts (MwOrganisationSync *sync, GError **error)
{
  g_autoptr (MwOrganisation) mine = mw_organisation_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (sync->conflicts->len == 0)
    return TRUE;

  for (guint i = 0; i < sync->conflicts->len; i++)
    mw_organisation_take (mine, mw_organisation_item_ref (((MwOrganisationConflict *) g_ptr_array_index (sync->conflicts, i))->mine));
  bytes = mw_organisation_write_bytes (mine);

  return mw_organisation_disk_replace (sync->conflicts_path, bytes, error);
}

static gboolean
bytes_equal (GBytes *a, GBytes *b)
{
  return a == b || (a && b && g_bytes_equal (a, b));
}

/* Renames when the file is still what was read. @again (out): it is not */
static gboolean
commit (MwOrganisationSync *sync, GBytes *before, GBytes *after, gboolean *again, GError **error)
{
  g_autofree char *aside = write_aside (sync->path, after, error);
  g_autoptr (GBytes) now = NULL;

  if (!aside)
    return FALSE;
  if (!read_bytes (sync->path, &now, sync->problems, error))
    {
      g_unlink (aside);
      return FALSE;
    }
  *again = !bytes_equal (before, now);
  if (*again)
    {
      g_unlink (aside);
      return TRUE;
    }

  return rename_aside (aside, sync->path, error);
}

/* Returns: (transfer full) (nullable): what the file holds, or that it is empty so far */
static MwOrganisation *
get_theirs (MwOrganisationSync *sync, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  if (bytes)
    return mw_organisation_read_bytes (bytes, sync->problems, cancellable, error);
  if (sync->may_create)
    return sync->base ? mw_organisation_ref (sync->base) : mw_organisation_new ();

  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s is gone", sync->path);

  return NULL;
}

/* Once. @again (out): another program has written in between */
static MwOrganisation *
try_sync (MwOrganisationSync *sync, gboolean *again, GCancellable *cancellable, GError **error)
{
  g_autoptr (MwOrganisation) empty = mw_organisation_new ();
  g_autoptr (MwOrganisation) theirs = NULL;
  g_autoptr (MwOrganisation) merged = NULL;
  g_autoptr (MwOrganisation) as_read = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  *again = FALSE;
  if (!read_bytes (sync->path, &before, sync->problems, error))
    return NULL;
  theirs = get_theirs (sync, before, cancellable, error);
  if (!theirs)
    return NULL;

  merged = mw_organisation_merge (sync->base ? sync->base : empty, sync->mine, theirs, sync->conflicts);
  if (before ? mw_organisation_equal (merged, theirs) : !sync->must_create && mw_organisation_equal (merged, empty))
    return keep_conflicts (sync, error) ? g_steal_pointer (&theirs) : NULL;
  after = write_checked (merged, &as_read, error);
  if (!after || !keep_conflicts (sync, error) || !commit (sync, before, after, again, error))
    return NULL;

  return g_steal_pointer (&as_read);
}

MwOrganisation *
mw_organisation_disk_sync (MwOrganisationSync *sync, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  MwOrganisation *result = NULL;
  guint n_before = sync->conflicts->len;
  gboolean again = TRUE;
  int lock = take_lock (sync->path, cancellable, &local);

  for (guint i = 0; !local && again && i < WRITE_ATTEMPTS; i++)
    {
      g_ptr_array_set_size (sync->conflicts, (int) n_before);
      g_clear_pointer (&result, mw_organisation_unref);
      if (!g_cancellable_set_error_if_cancelled (cancellable, &local))
        result = try_sync (sync, &again, cancellable, &local);
    }
  if (lock >= 0)
    close (lock);
  if (!local && again)
    {
      g_clear_pointer (&result, mw_organisation_unref);
      g_set_error (&local, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY, "%s is written all the time", sync->path);
    }
  if (local)
    g_propagate_error (error, g_steal_pointer (&local));

  return result;
}
