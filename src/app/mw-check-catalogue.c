/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-check-catalogue.h"

#include <glib/gi18n.h>

#include "mw-catalogue-reader.h"
#include "mw-problem-words.h"

int
mw_check_catalogue (GFile *file)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autofree char *path = g_file_get_parse_name (file);
  guint n_interventions = 0;

  if (mw_catalogue_read (file, NULL, NULL, problems, &n_interventions, NULL, NULL))
    {
      g_print (ngettext ("%s: valid, %u intervention\n", "%s: valid, %u interventions\n", n_interventions), path,
               n_interventions);
      return 0;
    }

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *words = mw_problem_words_dup (g_ptr_array_index (problems, i));

      g_printerr ("%s: %s\n", path, words);
    }
  if (problems->len == MW_CATALOGUE_MAX_PROBLEMS)
    g_printerr (_ ("%s: there are more mistakes than are listed\n"), path);

  return 1;
}
