/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "mw-case-words.h"

/* In characters: file systems take 255 bytes. */
#define LONGEST_NAME 60

char *
mw_paper_words_dup_failure (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup (_ ("Not saved: there is no room left there. No half file was left behind, and everything in Maatwerk is safe. "
                        "Choose another place, or make room and try again."));
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_strdup (_ ("Not saved: you may not write there. Nothing was changed, and everything in Maatwerk is safe. Choose another "
                        "place, such as your documents."));
  if (error->domain == GTK_PRINT_ERROR)
    return g_strdup (_ ("Not printed: the printer does not answer. Everything in Maatwerk is safe. Try another printer, or save it as "
                        "PDF."));

  return g_strdup (_ ("Not saved or printed: something went wrong on the way. No half file was left behind, and everything in Maatwerk "
                      "is safe. Try again, or choose another place or printer."));
}

char *
mw_paper_words_dup_saved (const char *name, gboolean secret)
{
  return secret ? g_strdup_printf (_ ("“%s” is saved. It is not encrypted: keep it where only those can read it who may."), name)
                : g_strdup_printf (_ ("“%s” is saved."), name);
}

char *
mw_paper_words_dup_file_name (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), LONGEST_NAME));

  /* What one system or another does not take in a name. */
  g_strdelimit (start, "/\\:*?\"<>|\n\r\t", ' ');
  g_strstrip (start);

  return g_strdup_printf ("%s.pdf", *start && *start != '.' ? start : "Maatwerk");
}

char *
mw_paper_words_dup_today (void)
{
  return mw_case_words_dup_day (mw_case_words_get_today ());
}
