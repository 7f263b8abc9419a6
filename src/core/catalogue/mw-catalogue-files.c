/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mw-error.h"
#include "mw-write.h"

/* A preview may stay open over lunch. */
#define LEFTOVER_AGE (24 * 60 * 60) /* seconds */

static gboolean
set_errno (GError **error, const char *what, const char *path)
{
  int saved = errno;
  MwStorageError code = MW_STORAGE_ERROR_IO;

  if (saved == EACCES || saved == EROFS || saved == EPERM || saved == ENOTDIR)
    code = MW_STORAGE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT || saved == EFBIG)
    code = MW_STORAGE_ERROR_FULL;
  g_set_error (error, MW_STORAGE_ERROR, (int) code, "%s %s: %s", what, path, g_strerror (saved));

  return FALSE;
}

gboolean
mw_catalogue_files_make_folder (const char *folder, GError **error)
{
  return g_mkdir_with_parents (folder, 0700) == 0 || set_errno (error, "Making", folder);
}

/* Closes @file, too, and removes it when anything failed. */
static gboolean
finish_file (int file, const char *path, gboolean written, GError **error)
{
  if (!written)
    set_errno (error, "Writing", path);
  if (close (file) < 0 && written)
    {
      set_errno (error, "Writing", path);
      written = FALSE;
    }
  if (!written)
    g_unlink (path);

  return written;
}

/* @aside: a template with XXXXXX, which is filled in. Returns: a descriptor, or -1 with @error set */
static int
make_file (char *aside, GError **error)
{
  int file = g_mkstemp_full (aside, O_RDWR | O_CLOEXEC, 0600);

  if (file < 0)
    set_errno (error, "Making", aside);

  return file;
}

gboolean
mw_catalogue_files_write (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".new-XXXXXX", NULL);
  int file = make_file (aside, error);

  if (file < 0 || !finish_file (file, aside, mw_write_all (file, bytes, length), error))
    return FALSE;
  if (g_rename (aside, path) == 0)
    return TRUE;

  set_errno (error, "Renaming to", path);
  g_unlink (aside);

  return FALSE;
}

gboolean
mw_catalogue_files_sync (const char *folder, GError **error)
{
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && syncfs (file) == 0;

  if (!synced)
    set_errno (error, "Syncing", folder);
  if (file >= 0)
    close (file);

  return synced;
}

static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  /* Some file systems cannot sync a folder. */
  gboolean synced = file >= 0 && (fsync (file) == 0 || errno == EINVAL);

  if (!synced)
    set_errno (error, "Syncing", folder);
  if (file >= 0)
    close (file);

  return synced;
}

/* Returns: (transfer full) (nullable): a stream of a regular file; anything else might never end, or never begin */
static GInputStream *
open_regular (GFile *from, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info
    = g_file_query_info (from, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &local);
  GFileInputStream *stream = NULL;

  if (info && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (&local, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s",
                 g_strerror (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY ? EISDIR : EINVAL));
  else if (info)
    stream = g_file_read (from, cancellable, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else if (local)
    g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);

  return G_INPUT_STREAM (stream);
}

/* Returns: whether all was copied; else with @error set, or with errno when it was the writing that failed */
static gboolean
copy_stream (GInputStream *from, int to, gsize max_size, gboolean *too_large, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (64 * 1024);
  g_autoptr (GError) local = NULL;
  gsize size = 0;
  gssize n;

  while ((n = g_input_stream_read (from, buffer, 64 * 1024, cancellable, &local)) > 0)
    {
      size += (gsize) n;
      if (size > max_size)
        {
          *too_large = TRUE;
          g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID, "More than %" G_GSIZE_FORMAT " bytes", max_size);
          return FALSE;
        }
      if (!mw_write_all (to, buffer, (gsize) n))
        return FALSE;
    }
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else if (local)
    g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);

  return n == 0 && fsync (to) == 0;
}

char *
mw_catalogue_files_copy (GFile *from,
                         const char *prefix,
                         gsize max_size,
                         gboolean *too_large,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GInputStream) stream = open_regular (from, cancellable, error);
  g_autofree char *aside = g_strconcat (prefix, "XXXXXX", NULL);
  g_autoptr (GError) local = NULL;
  gboolean copied;
  int file;

  *too_large = FALSE;
  file = stream ? make_file (aside, error) : -1;
  if (file < 0)
    return NULL;

  copied = copy_stream (stream, file, max_size, too_large, cancellable, &local);
  if (!local)
    return finish_file (file, aside, copied, error) ? g_steal_pointer (&aside) : NULL;

  close (file);
  g_unlink (aside);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

gboolean
mw_catalogue_files_rename (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) < 0)
    return set_errno (error, "Renaming to", to);

  return sync_folder_of (to, error);
}

gboolean
mw_catalogue_files_are_equal (const char *a, const char *b)
{
  g_autoptr (GMappedFile) first = g_mapped_file_new (a, FALSE, NULL);
  g_autoptr (GMappedFile) second = g_mapped_file_new (b, FALSE, NULL);
  gsize length = first ? g_mapped_file_get_length (first) : 0;

  return first && second && g_mapped_file_get_length (second) == length
         && (length == 0 || memcmp (g_mapped_file_get_contents (first), g_mapped_file_get_contents (second), length) == 0);
}

void
mw_catalogue_files_remove_leftovers (const char *prefix)
{
  g_autofree char *folder = g_path_get_dirname (prefix);
  g_autofree char *base = g_path_get_basename (prefix);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *leftover = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, base) && g_stat (leftover, &info) == 0 && info.st_mtime < time (NULL) - LEFTOVER_AGE)
        g_unlink (leftover);
    }
}
