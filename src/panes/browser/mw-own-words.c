/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-words.h"

#include <glib/gi18n.h>

#include "mw-error.h"
#include "mw-intervention.h"
#include "mw-words.h"

char *
mw_own_words_dup_problem (const MwProblem *problem)
{
  MwField field;

  switch (problem->kind)
    {
    case MW_PROBLEM_MISSING_DUTCH:
      return g_strdup (mw_field_from_id (problem->element, &field) ? _ ("Still to be written in Dutch, or tick “Not stated”")
                                                                   : _ ("Still to be written in Dutch"));
    case MW_PROBLEM_MISSING_ELEMENT:
      return g_strdup (_ ("Still to be chosen: at least one profile"));
    case MW_PROBLEM_MISSING_ATTRIBUTE:
      return g_strdup (_ ("Still to be chosen"));
    case MW_PROBLEM_TEXT_TOO_LONG:
    case MW_PROBLEM_RECORD_TOO_LARGE:
    case MW_PROBLEM_FILE_TOO_LARGE:
      return g_strdup (_ ("This is too long for the file; make it shorter"));
    default:
      /* Translators: an element of the file's format, and what the program that checks it says */
      return g_strdup_printf (_ ("The file would not accept this (%s: %s); write it in another way"),
                              problem->element ? problem->element : "",
                              problem->detail ? problem->detail : problem->value ? problem->value : "");
    }
}

char *
mw_own_words_dup_problem_of (const char *heading, const MwProblem *problem)
{
  g_autofree char *words = mw_own_words_dup_problem (problem);
  g_autofree char *what = mw_words_dup_lower (words);

  /* Translators: a heading of the form, and what is still missing there */
  return g_strdup_printf (_ ("%s: %s"), heading, what);
}

char *
mw_own_words_dup_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  /* Translators: a day and a time, as g_date_time_format() has them */
  return moment ? g_date_time_format (moment, C_ ("day and time", "%Y-%m-%d, %H:%M")) : g_strdup ("");
}

char *
mw_own_words_dup_not_kept (const GError *error)
{
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL))
    return g_strdup (_ ("The disk is full: what you type is not kept yet. It stays here; make room, then go on typing."));

  return g_strdup (_ ("The data folder cannot be written: what you type is not kept yet. It stays here; "
                      "ask your system administrator for access before you close the form."));
}

char *
mw_own_words_dup_locked (MwOrganisationFile *file)
{
  if (mw_organisation_file_is_editable (file))
    return NULL;
  if (mw_organisation_file_get_state (file) == MW_ORGANISATION_LOADING)
    return g_strdup (_ ("The file with your own offer is still being read. You can type; it can be saved in a moment."));

  return g_strdup (_ ("The file with your own offer has a mistake, so nothing can be saved in it. What you type is kept as a draft; "
                      "mend the file, then save."));
}
