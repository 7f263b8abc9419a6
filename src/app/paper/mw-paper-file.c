/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mw-paper-pdf.h"

/* A file is in place for good once its folder is written too; not every file system can. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  if (fsync (fd) != 0)
    g_debug ("A folder cannot be synced");
  close (fd);
}

/* What is no file would be replaced by one. */
static gboolean
may_replace (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "No file: %s", path);

  return FALSE;
}

gboolean
mw_paper_file_write (GFile *file, GBytes *contents, gboolean secret, GError **error)
{
  const char *path = g_file_peek_path (file);
  gsize size;
  const char *data = g_bytes_get_data (contents, &size);

  if (!path)
    return g_file_replace_contents (file, data, size, NULL, FALSE,
                                    G_FILE_CREATE_REPLACE_DESTINATION | (secret ? G_FILE_CREATE_PRIVATE : G_FILE_CREATE_NONE),
                                    NULL, NULL, error);

  if (!may_replace (path, error)
      || !g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    secret ? 0600 : 0666, error))
    return FALSE;

  sync_folder (path);

  return TRUE;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MwPaper *paper = data;
  GError *error = NULL;
  g_autoptr (GBytes) pdf = mw_paper_pdf_render (paper, &error);

  if (pdf && mw_paper_file_write (source, pdf, paper->secret, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_paper_file_save_async (GFile *file, MwPaper *paper, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, data);

  g_task_set_source_tag (task, mw_paper_file_save_async);
  g_task_set_task_data (task, mw_paper_ref (paper), (GDestroyNotify) mw_paper_unref);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
mw_paper_file_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
