/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "mw-catalogue-reader.h"
#include "mw-paper-file.h"
#include "mw-paper-pages.h"
#include "mw-words.h"

/* The catalogue's interventions, and PDFs as programs of another hand read them. */

/* A4 less the margins, in points. */
#define PAPER_WIDTH 493.2
#define PAPER_HEIGHT 739.8

static inline gboolean
paper_keep (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_ptr_array_add (data, mw_intervention_ref (intervention));

  return TRUE;
}

/* Returns: (transfer full) (element-type MwIntervention) */
static inline GPtrArray *
paper_read_catalogue (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  GPtrArray *interventions = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  g_autoptr (GError) error = NULL;

  mw_catalogue_read (file, paper_keep, interventions, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return interventions;
}

static inline void
paper_set_up_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MW_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Returns: (transfer full): what a program says of a file */
static inline char *
paper_ask (const char *program, const char *option, const char *path, const char *output)
{
  const char *arguments[] = { program, option, path, output, NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return said;
}

static inline void
paper_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline gboolean
paper_save (MwPaper *paper, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  mw_paper_file_save_async (file, paper, paper_keep_result, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);

  return mw_paper_file_save_finish (result, error);
}

/* Returns: (transfer full): a path that nothing else has */
static inline char *
paper_new_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-paper-XXXXXX", NULL);

  return g_build_filename (folder, "paper.pdf", NULL);
}

static inline void
paper_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  /* Nothing else may lie there. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Returns: (transfer full): without any white space, since a word that is too long for a line is broken */
static inline char *
paper_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (squeezed, g_utf8_get_char (text));

  return g_string_free (squeezed, FALSE);
}

/* Returns: (transfer full): the squeezed text of a PDF of @paper */
static inline char *
paper_dup_printed (MwPaper *paper)
{
  g_autofree char *path = paper_new_path ();
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  paper_save (paper, path, &error);
  g_assert_no_error (error);
  printed = paper_ask ("pdftotext", "-raw", path, "-");
  paper_remove (path);

  return paper_squeeze (printed);
}

/* Every word of the document is in the PDF. */
static inline void
paper_assert_whole (MwPaper *paper)
{
  g_autofree char *printed = paper_dup_printed (paper);
  g_autofree char *text = mw_paper_dup_text (paper);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  for (guint w = 0; words[w]; w++)
    {
      g_autofree char *word = paper_squeeze (words[w]);

      if (!strstr (printed, word))
        g_error ("“%s” of “%s” is missing", word, paper->title);
    }
}

static inline const MwPaperFlow *
paper_get_flow (const MwPaperPiece *piece)
{
  return piece->role == MW_PAPER_ROLE_NONE ? NULL : piece->flow;
}

/* Returns: whether any other line of the flow stands on another page */
static inline void
paper_check_piece (GHashTable *reached, const MwPaperPiece *piece)
{
  guint expected = GPOINTER_TO_UINT (g_hash_table_lookup (reached, piece->flow));

  /* Each line once, and in order. */
  g_assert_cmpuint (piece->first, ==, expected);
  g_hash_table_insert (reached, (gpointer) piece->flow, GUINT_TO_POINTER (piece->first + piece->n_lines));
  /* No line stands alone. */
  if (piece->n_lines < piece->flow->n_lines)
    g_assert_cmpuint (piece->n_lines, >=, 2);
}

/* That each line of each text stands on a page, once, within its bounds; that none is left alone, and no heading without what it
 * heads. */
static inline void
paper_check_pages (const MwPaperPages *pages)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

  for (guint p = 0; p < pages->pages->len; p++)
    {
      GArray *pieces = g_ptr_array_index (pages->pages, p);
      const MwPaperPiece *last = NULL;

      for (guint i = 0; i < pieces->len; i++)
        {
          const MwPaperPiece *piece = &g_array_index (pieces, MwPaperPiece, i);

          g_assert_cmpfloat (piece->top, >=, 0);
          g_assert_cmpfloat (piece->bottom, <=, pages->height + 0.01);
          if (!paper_get_flow (piece))
            continue;
          paper_check_piece (reached, piece);
          last = piece;
        }
      g_assert_nonnull (last);
      if (p + 1 < pages->pages->len)
        g_assert_cmpint (last->role, >=, MW_PAPER_ROLE_PARAGRAPH);
    }
  for (guint r = 0; r < pages->rows->len; r++)
    {
      const MwPaperRow *row = g_ptr_array_index (pages->rows, r);

      for (guint c = 0; c < row->block->n_cells; c++)
        for (guint t = 0; t < row->cells[c]->len; t++)
          {
            const MwPaperFlow *flow = g_ptr_array_index (row->cells[c], t);

            g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (reached, flow)), ==, flow->n_lines);
          }
    }
}
