/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mw-error.h"
#include "mw-write.h"

static gboolean
set_error (int number, const char *what, GError **error)
{
  MwStorageError code = MW_STORAGE_ERROR_IO;

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    code = MW_STORAGE_ERROR_FULL;
  else if (number == EACCES || number == EPERM || number == EROFS)
    code = MW_STORAGE_ERROR_READ_ONLY;
  g_set_error (error, MW_STORAGE_ERROR, (int) code, "%s: %s", what, g_strerror (number));
  return FALSE;
}

static char *
dup_journal (const char *path)
{
  return g_strconcat (path, "-journal", NULL);
}

void
mw_case_files_remove (const char *path)
{
  g_autofree char *journal = dup_journal (path);

  g_unlink (journal);
  g_unlink (path);
}

gboolean
mw_case_files_make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  return set_error (errno, "Making a folder", error);
}

static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0)
    close (fd);
  /* Some file systems cannot sync a folder. */
  if (synced || number == EINVAL)
    return TRUE;

  return set_error (number, "Syncing a folder", error);
}

gboolean
mw_case_files_write (const char *path, GBytes *bytes, int mode, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".new-XXXXXX", NULL);
  int fd = g_mkstemp_full (aside, O_RDWR | O_CLOEXEC, mode);
  gboolean written;
  int number;

  if (fd < 0)
    return set_error (errno, "Making a file", error);

  written = mw_write_and_sync (fd, bytes);
  number = errno;
  if (close (fd) != 0 && written)
    {
      written = FALSE;
      number = errno;
    }
  if (!written)
    {
      g_unlink (aside);
      return set_error (number, "Writing a file", error);
    }
  if (g_rename (aside, path) != 0)
    {
      number = errno;
      g_unlink (aside);
      return set_error (number, "Putting a file in place", error);
    }

  sync_folder_of (path, NULL); /* the file is whole in any case */
  return TRUE;
}

gboolean
mw_case_files_put_in_place (const char *from, const char *to, gboolean replace, GError **error)
{
  if (!replace && g_file_test (to, G_FILE_TEST_EXISTS))
    return set_error (EEXIST, "Putting a file in place", error);
  if (g_rename (from, to) != 0)
    return set_error (errno, "Putting a file in place", error);

  return sync_folder_of (to, error);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (from, &contents, &length, error)
         && g_file_set_contents_full (to, contents, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* An empty journal undoes nothing, and may be in use. */
static gboolean
has_contents (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 && about.st_size > 0;
}

gboolean
mw_case_files_set_aside (const char *path, const char *folder, char **kept, GError **error)
{
  g_autofree char *journal = dup_journal (path);
  g_autofree char *name = NULL;
  g_autofree char *kept_journal = NULL;

  *kept = NULL;
  if (!mw_case_files_make_folder (folder, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_unlink (journal); /* of a file that is gone; it would be applied to the next one */
      return TRUE;
    }

  name = mw_case_files_dup_free_name (folder, "set-aside");
  kept_journal = dup_journal (name);
  if (link (path, name) != 0)
    {
      g_autoptr (GError) copying = NULL;

      if (!copy_file (path, name, &copying))
        return set_error (errno, copying->message, error);
    }
  if (has_contents (journal) && g_rename (journal, kept_journal) != 0)
    return set_error (errno, "Keeping a journal", error);

  *kept = g_steal_pointer (&name);
  return sync_folder_of (*kept, error);
}

gboolean
mw_case_files_keep_before_migration (MwDatabase *database, const char *folder, guint version, GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("version-%u", version);
  g_autofree char *aside = g_build_filename (folder, ".new.db", NULL);
  g_autoptr (MwDatabase) copy = NULL;
  g_autofree char *name = NULL;

  if (!mw_case_files_make_folder (folder, error))
    return FALSE;

  mw_case_files_remove (aside);
  if (!mw_database_back_up (database, aside, error))
    return FALSE;

  copy = mw_database_open (aside, MW_DATABASE_READ_ONLY, error);
  if (!copy || !mw_database_check (copy, error))
    return FALSE;

  g_clear_object (&copy);
  name = mw_case_files_dup_free_name (folder, prefix);
  return mw_case_files_put_in_place (aside, name, FALSE, error);
}

char *
mw_case_files_dup_free_name (const char *folder, const char *prefix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H%M%S");

  for (guint n = 1;; n++)
    {
      g_autofree char *suffix = n > 1 ? g_strdup_printf ("-%u", n) : g_strdup ("");
      g_autofree char *base = g_strconcat (prefix, "-", time, suffix, ".db", NULL);
      g_autofree char *name = g_build_filename (folder, base, NULL);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}
