/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-recovery-paper-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-paper-file.h"

/* In mm. */
#define MARGIN 25

static void
free_text (char *text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

gboolean
mw_recovery_paper_save (GFile *file, const char *text, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new_static (text, strlen (text));

  return mw_paper_file_write (file, contents, TRUE, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  GError *error = NULL;

  if (mw_recovery_paper_save (source, text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mw_recovery_paper_save_async (GFile *file, const char *text, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, data);

  g_task_set_source_tag (task, mw_recovery_paper_save_async);
  g_task_set_task_data (task, g_strdup (text), (GDestroyNotify) free_text);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
mw_recovery_paper_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
mw_recovery_paper_dup_failure (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup (
      _ ("The recovery key is not saved: there is no room left there. Your cases are safe. Choose another "
         "place, or print the key."));
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_strdup (_ ("The recovery key is not saved: you may not write there. Your cases are safe. Choose another "
                        "place, or print the key."));
  if (error->domain == GTK_PRINT_ERROR)
    return g_strdup (
      _ ("The recovery key is not printed: the printer does not answer. Your cases are safe. Try another "
         "printer, save the key, or write it down."));

  return g_strdup (_ ("The recovery key is not saved or printed: something went wrong on the way. Your cases are safe. "
                      "Try again, choose another place or printer, or write the key down."));
}

/* A line holds four groups of the key, whatever its paper's width. Returns: (transfer full) */
static char *
dup_in_lines (const char *key)
{
  GString *lines = g_string_sized_new (strlen (key) + 8);
  guint groups = 0;

  for (const char *p = key; *p; p++)
    {
      g_string_append_c (lines, *p);
      if (*p == '-' && ++groups % 4 == 0)
        g_string_append_c (lines, '\n');
    }

  return g_string_free (lines, FALSE);
}

double
mw_recovery_paper_draw (cairo_t *cr, PangoContext *context, double width, const char *text)
{
  /* The heading, the key, and what it is for. */
  static const char *const fonts[] = { "Sans Bold 16", "Monospace Bold 22", "Sans 12" };
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", G_N_ELEMENTS (fonts));
  double y = 0;

  for (guint i = 0; paragraphs[i]; i++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (context);
      PangoFontDescription *font = pango_font_description_from_string (fonts[i]);
      char *lines = i == 1 ? dup_in_lines (paragraphs[i]) : g_strdup (paragraphs[i]);
      int height;

      pango_layout_set_font_description (layout, font);
      pango_font_description_free (font);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_text (layout, lines, -1);
      cairo_move_to (cr, 0, y);
      pango_cairo_show_layout (cr, layout);
      pango_layout_get_pixel_size (layout, NULL, &height);
      y += height + 24;
      /* The layout's own copy is out of reach, but does not live long. */
      free_text (lines);
      explicit_bzero (paragraphs[i], strlen (paragraphs[i]));
    }

  return y;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, const char *text)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  mw_recovery_paper_draw (gtk_print_context_get_cairo_context (context), pango, gtk_print_context_get_width (context),
                          text);
  g_object_unref (pango);
}

GtkPrintOperation *
mw_recovery_paper_new_operation (const char *text)
{
  GtkPrintOperation *operation = mw_paper_print_new_plain_operation (FALSE, MARGIN);
  char *copy = g_strdup (text);

  gtk_print_operation_set_n_pages (operation, 1);
  g_object_set_data_full (G_OBJECT (operation), "mw-text", copy, (GDestroyNotify) free_text);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), copy);

  return operation;
}

void
mw_recovery_paper_print (GtkWindow *parent, const char *text, MwPaperPrinted callback, gpointer data)
{
  mw_paper_print_run (mw_recovery_paper_new_operation (text), parent, callback, data, NULL);
}
