/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-backup-words.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-error.h"

char *
mw_backup_words_dup_name (const char *path, gint64 time)
{
  g_autofree char *base = g_path_get_basename (path);

  return time ? mw_case_words_dup_moment (time) : g_filename_display_name (base);
}

GPtrArray *
mw_backup_words_list_contents (const MwBackupContents *contents, gint64 time)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *made = mw_case_words_dup_moment (time);
  g_autofree char *touched = mw_case_words_dup_moment (contents->touched);

  g_ptr_array_add (sentences,
                   contents->n_cases ? g_strdup_printf (
                     ngettext ("It holds %u case.", "It holds %u cases.", contents->n_cases), contents->n_cases)
                                     : g_strdup (_ ("It holds no cases.")));
  if (contents->touched)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("The last change in it: %s."), touched));
  if (time)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("It was made: %s. What you wrote after that is not in it."), made));
  if (contents->n_damaged)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u record in it is damaged and cannot be read. Everything else can.",
                                                "%u records in it are damaged and cannot be read. Everything else can.",
                                                contents->n_damaged),
                                      contents->n_damaged));
  else
    g_ptr_array_add (sentences, g_strdup (_ ("All of it can be read.")));

  return sentences;
}

char *
mw_backup_words_dup_error (const GError *error)
{
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY))
    return g_strdup (_ ("That does not open this backup. Try again, as often as you like, also with a passphrase "
                        "that you used before."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT)
      || g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED))
    return g_strdup (
      _ ("This file is damaged, or it is no backup of Maatwerk. Nothing was changed. Choose another one."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN))
    return g_strdup (
      _ ("This file cannot be opened. Nothing was changed. See whether it is still there, or choose another one."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER))
    return g_strdup (
      _ ("A newer version of Maatwerk made this backup. Nothing was changed. Install the newest version to restore "
         "it, or choose another one."));

  return g_strdup_printf (
    _ ("%s Nothing was thrown away: your present file is in its place or kept aside. Try again; if that does "
       "not help, ask your system administrator."),
    mw_case_words_get_error (error));
}
