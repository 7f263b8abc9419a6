/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-exchange.h"

#include <string.h>

#include "mw-organisation-disk.h"
#include "mw-organisation-reader.h"
#include "mw-organisation-writer.h"

/* Comments before the first element may be long. */
#define HEAD (64 * 1024)
#define ROOT "organisation"

/* What follows @end in @text, or the end of it. */
static const char *
skip_past (const char *text, const char *end)
{
  const char *found = strstr (text, end);

  return found ? found + strlen (end) : text + strlen (text);
}

/* Whether the first element is the one that is sought; its prefix does not count. Nothing but a guess: the reader checks. */
static gboolean
has_root (const char *text)
{
  gsize length;

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  for (;;)
    {
      text += strspn (text, " \t\r\n");
      if (g_str_has_prefix (text, "<?"))
        text = skip_past (text, "?>");
      else if (g_str_has_prefix (text, "<!--"))
        text = skip_past (text + strlen ("<!--"), "-->");
      else
        break;
    }
  if (*text != '<')
    return FALSE;

  length = strcspn (++text, " \t\r\n/>:");
  if (text[length] == ':')
    {
      text += length + 1;
      length = strcspn (text, " \t\r\n/>");
    }

  return length == strlen (ROOT) && strncmp (text, ROOT, length) == 0;
}

static void
recognise_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (source, cancellable, NULL);
  g_autofree char *head = g_malloc0 (HEAD + 1);
  gsize n_read = 0;

  if (stream)
    g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, &n_read, cancellable, NULL);
  g_task_return_boolean (task, has_root (head));
}

void
mw_organisation_recognise_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  g_task_set_source_tag (task, mw_organisation_recognise_async);
  g_task_run_in_thread (task, recognise_in_thread);
}

gboolean
mw_organisation_recognise_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer problems, GCancellable *cancellable)
{
  GError *error = NULL;
  MwOrganisation *organisation = mw_organisation_read (source, problems, cancellable, &error);

  if (organisation)
    g_task_return_pointer (task, organisation, (GDestroyNotify) mw_organisation_unref);
  else
    g_task_return_error (task, error);
}

void
mw_organisation_read_async (GFile *file,
                            GPtrArray *problems,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  g_task_set_source_tag (task, mw_organisation_read_async);
  g_task_set_task_data (task, g_ptr_array_ref (problems), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_in_thread);
}

MwOrganisation *
mw_organisation_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = mw_organisation_write_bytes (data);
  g_autofree char *path = g_file_get_path (source);
  GError *error = NULL;
  gboolean written;

  if (path)
    written = mw_organisation_disk_replace (path, bytes, &error);
  else
    written = g_file_replace_contents (source, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                       G_FILE_CREATE_NONE, NULL, NULL, &error);
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_organisation_write_async (MwOrganisation *organisation, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, data);

  g_task_set_source_tag (task, mw_organisation_write_async);
  g_task_set_task_data (task, mw_organisation_ref (organisation), (GDestroyNotify) mw_organisation_unref);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
mw_organisation_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
