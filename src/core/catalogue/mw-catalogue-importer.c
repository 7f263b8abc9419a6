/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-importer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-catalogue-store.h"
#include "mw-error.h"
#include "mw-transaction.h"

#define MEMORY ":memory:"
#define WHOLE_HASH_SIZE (8 * 1024 * 1024)
#define PART_SIZE (64 * 1024)

/* A leftover is removed once no import can still be at work on it. */
#define LEFTOVER_AGE (10 * 60) /* seconds */

typedef struct
{
  MwDatabase *database;
  MwCatalogueWriter *writer;
  MwPermille *progress;
} Import;

static gboolean
add_intervention (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  Import *import = data;

  if (import->progress)
    g_atomic_int_set (import->progress, (int) (fraction * 1000));

  return mw_catalogue_writer_add (import->writer, intervention, error);
}

static gboolean
set_synonyms (MwSynonyms *synonyms, gpointer data, GError **error)
{
  return mw_catalogue_store_set_synonyms (((Import *) data)->database, synonyms, error);
}

static gboolean
fill (MwDatabase *database,
      GFile *xml,
      const char *fingerprint,
      GPtrArray *problems,
      MwPermille *progress,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (MwTransaction) transaction = NULL;
  g_autoptr (MwCatalogueWriter) writer = NULL;
  const MwCatalogueFuncs funcs = { add_intervention, set_synonyms };
  g_autoptr (MwCatalogueHeader) header = NULL;
  Import import = { database, NULL, progress };

  if (!mw_catalogue_store_create (database, error))
    return FALSE;
  transaction = mw_transaction_begin (database, error);
  if (!transaction)
    return FALSE;
  writer = mw_catalogue_writer_new (database, error);
  if (!writer)
    return FALSE;
  import.writer = writer;

  if (!mw_catalogue_read_all (xml, &funcs, &import, problems, NULL, cancellable, error)
      || !mw_catalogue_writer_finish (writer, error))
    return FALSE;
  header = mw_catalogue_header_read (xml, error);

  return header && mw_catalogue_store_set_header (database, header, error)
         && mw_catalogue_store_set_fingerprint (database, fingerprint, error)
         && mw_transaction_commit (transaction, error);
}

static MwDatabase *
import_to_memory (GFile *xml,
                  const char *fingerprint,
                  GPtrArray *problems,
                  MwPermille *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (MwDatabase) database = mw_database_open (MEMORY, MW_DATABASE_CREATE, error);

  if (!database || !fill (database, xml, fingerprint, problems, progress, cancellable, error))
    return NULL;

  return g_steal_pointer (&database);
}

static void
set_errno (GError **error, const char *what, const char *path)
{
  int saved = errno;
  MwStorageError code = MW_STORAGE_ERROR_IO;

  if (saved == EACCES || saved == EROFS || saved == EPERM)
    code = MW_STORAGE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT)
    code = MW_STORAGE_ERROR_FULL;
  g_set_error (error, MW_STORAGE_ERROR, code, "%s %s: %s", what, path, g_strerror (saved));
}

static void
remove_leftovers (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".new-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *leftover = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, prefix) && g_stat (leftover, &info) == 0
          && info.st_mtime < time (NULL) - LEFTOVER_AGE)
        g_unlink (leftover);
    }
}

/* Returns: (transfer full): the name of a new empty file beside @path */
static char *
make_aside (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_strconcat (path, ".new-XXXXXX", NULL);
  int file;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      set_errno (error, "Making", folder);
      return NULL;
    }
  remove_leftovers (path);
  file = g_mkstemp (aside);
  if (file < 0)
    {
      set_errno (error, "Making", aside);
      return NULL;
    }
  close (file);

  return g_steal_pointer (&aside);
}

/* So that after a power cut the name never leads to an unfinished file. */
static gboolean
sync_file (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (!synced)
    set_errno (error, "Syncing", path);
  if (file >= 0)
    close (file);

  return synced;
}

static gboolean
fill_file (const char *path,
           GFile *xml,
           const char *fingerprint,
           GPtrArray *problems,
           MwPermille *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (MwDatabase) database = mw_database_open (path, MW_DATABASE_CREATE | MW_DATABASE_SCRATCH, error);

  return database && fill (database, xml, fingerprint, problems, progress, cancellable, error);
}

char *
mw_catalogue_import_aside (GFile *xml,
                           const char *fingerprint,
                           const char *path,
                           GPtrArray *problems,
                           MwPermille *progress,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *aside = make_aside (path, error);

  if (!aside)
    return NULL;
  if (!fill_file (aside, xml, fingerprint, problems, progress, cancellable, error) || !sync_file (aside, error))
    {
      g_unlink (aside);
      return NULL;
    }

  return g_steal_pointer (&aside);
}

MwDatabase *
mw_catalogue_import_put (const char *aside, const char *path, GError **error)
{
  if (g_rename (aside, path) < 0)
    {
      set_errno (error, "Renaming to", path);
      g_unlink (aside);
      return NULL;
    }

  return mw_database_open (path, MW_DATABASE_READ_ONLY, error);
}

MwDatabase *
mw_catalogue_import (GFile *xml,
                     const char *fingerprint,
                     const char *path,
                     GPtrArray *problems,
                     MwPermille *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *aside = NULL;

  if (g_str_equal (path, MEMORY))
    return import_to_memory (xml, fingerprint, problems, progress, cancellable, error);

  aside = mw_catalogue_import_aside (xml, fingerprint, path, problems, progress, cancellable, error);

  return aside ? mw_catalogue_import_put (aside, path, error) : NULL;
}

static gboolean
hash_range (GFileInputStream *stream, goffset start, gsize length, GChecksum *checksum, GError **error)
{
  guchar buffer[16 * 1024];

  if (!g_seekable_seek (G_SEEKABLE (stream), start, G_SEEK_SET, NULL, error))
    return FALSE;

  while (length > 0)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, MIN (length, sizeof buffer), NULL, error);

      if (n <= 0)
        return n == 0;
      g_checksum_update (checksum, buffer, n);
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
hash_file (GFile *xml, GChecksum *checksum, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (xml, NULL, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *facts = NULL;
  goffset size;

  if (stream)
    info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED, NULL, error);
  if (!info)
    return FALSE;

  size = g_file_info_get_size (info);
  if (size <= WHOLE_HASH_SIZE)
    return hash_range (stream, 0, WHOLE_HASH_SIZE, checksum, error);

  facts = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT, (gint64) size,
                           g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED));
  g_checksum_update (checksum, (guchar *) facts, (gssize) strlen (facts));

  return hash_range (stream, 0, PART_SIZE, checksum, error)
         && hash_range (stream, size - PART_SIZE, PART_SIZE, checksum, error);
}

char *
mw_catalogue_dup_fingerprint (GFile *xml, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) local = NULL;

  if (hash_file (xml, checksum, &local))
    return g_strdup (g_checksum_get_string (checksum));

  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE, "%s", local->message);

  return NULL;
}
