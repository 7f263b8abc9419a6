/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-recovery-paper-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define KEY "7KQ2-M0XD-AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"

static const char text[]
  = "Maatwerk: recovery key\n\n" KEY "\n\nThis key opens your cases when the passphrase is forgotten.\n";

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("maatwerk-paper-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sleutel.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  /* Nothing else may lie there. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_saved (Fixture *fixture)
{
  g_autofree char *contents = NULL;
  struct stat info;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mw_recovery_paper_save (fixture->file, text, &error));
  g_assert_no_error (error);
  assert_saved (fixture);
}

/* Others could read what stood there before. */
static void
test_save_over (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
    g_file_set_contents (fixture->path, "a text that is much longer than the key, so that some might stay", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_true (mw_recovery_paper_save (fixture->file, text, NULL));
  assert_saved (fixture);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static gboolean
save_and_wait (GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *passing = g_strdup (text);

  mw_recovery_paper_save_async (file, passing, on_saved, &result);
  memset (passing, 'x', strlen (passing));
  g_free (passing);
  while (!result)
    g_main_context_iteration (NULL, TRUE);

  return mw_recovery_paper_save_finish (result, error);
}

static void
test_save_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save_and_wait (fixture->file, &error));
  g_assert_no_error (error);
  assert_saved (fixture);
}

static void
assert_fails (GFile *file, const char *beginning)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_false (save_and_wait (file, &error));
  g_assert_nonnull (error);
  words = mw_recovery_paper_dup_failure (error);
  g_assert_true (g_str_has_prefix (words, beginning));
  g_assert_nonnull (strstr (words, "Your cases are safe."));
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/sleutel.txt");
  g_autoptr (GFile) forbidden = g_file_new_for_path ("/proc/self/sleutel.txt");
  g_autoptr (GFile) remote = g_file_new_for_uri ("unknown://nowhere/sleutel.txt");
  g_autoptr (GError) full = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "");
  g_autoptr (GError) denied = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_ACCES, "");
  g_autoptr (GError) printer = g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL, "");
  g_autofree char *full_words = mw_recovery_paper_dup_failure (full);
  g_autofree char *denied_words = mw_recovery_paper_dup_failure (denied);
  g_autofree char *printer_words = mw_recovery_paper_dup_failure (printer);

  assert_fails (nowhere, "The recovery key is not saved");
  assert_fails (forbidden, "The recovery key is not saved");
  assert_fails (remote, "The recovery key is not saved");
  g_assert_true (g_str_has_prefix (full_words, "The recovery key is not saved: there is no room left there."));
  g_assert_true (g_str_has_prefix (denied_words, "The recovery key is not saved: you may not write there."));
  g_assert_true (g_str_has_prefix (printer_words, "The recovery key is not printed:"));
}

static void
test_drawing_fits (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;
  double paper = (210 - 50) / 25.4 * 72;
  double reached;

  pango_cairo_context_set_resolution (context, 72);
  reached = mw_recovery_paper_draw (cr, context, paper, text);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (x + width, <=, paper);
  g_assert_cmpfloat (y + height, <=, reached);
  g_assert_cmpfloat (reached, <, (297 - 50) / 25.4 * 72);
  /* Two lines of the key alone are higher than this. */
  g_assert_cmpfloat (height, >, 80);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What the printer is sent is one page, on which the key can be read. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = mw_recovery_paper_new_operation (text);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  const char *command[] = { "pdftotext", "-layout", fixture->path, "-", NULL };
  g_autofree char *name = NULL;
  int status = -1;

  g_object_get (operation, "job-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Maatwerk");
  gtk_print_operation_set_export_filename (operation, fixture->path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (output, "7KQ2-M0XD-AAAA-BBBB-\n"));
  g_assert_nonnull (strstr (output, "CCCC-DDDD-EEEE-FFFF\n"));
  g_assert_nonnull (strstr (output, "This key opens your cases"));
  /* One form feed after each page. */
  g_assert_true (strchr (output, '\f') == output + strlen (output) - 1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/recovery-paper/save", test_save);
  add ("/recovery-paper/save-over", test_save_over);
  add ("/recovery-paper/save-async", test_save_async);
  add ("/recovery-paper/failures", test_failures);
  g_test_add_func ("/recovery-paper/drawing-fits", test_drawing_fits);
  add ("/recovery-paper/print", test_print);

  return g_test_run ();
}
