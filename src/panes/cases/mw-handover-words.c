/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-handover-words.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-error.h"

char *
mw_handover_words_dup_file_name (const char *suffix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  /* Translators: the name of a file, without its suffix; %s is a day such as 2026-05-12 */
  g_autofree char *name = g_strdup_printf (_ ("Case of %s"), day);

  return g_strconcat (name, suffix, NULL);
}

char *
mw_handover_words_dup_write_error (const GError *error)
{
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL))
    return g_strdup (_ ("The disk is full. No file was made, and the case itself is safe. Make room or choose another place, then try "
                        "again."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY))
    return g_strdup (_ ("This folder may not be written. No file was made, and the case itself is safe. Choose another place."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NO_MEMORY))
    return g_strdup (_ ("The computer’s memory is full. No file was made, and the case itself is safe. Close other programs, then try "
                        "again."));
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_TOO_LARGE))
    return g_strdup (_ ("There is too much text in this case for one file. No file was made, and the case itself is safe."));

  return g_strdup (_ ("The file could not be written. Nothing half was left behind, and the case itself is safe. Choose another place, or "
                      "try again."));
}

static const char *
get_error (int code)
{
  switch (code)
    {
    case MW_HANDOVER_ERROR_UNREADABLE:
      return _ ("This file cannot be read. Nothing was changed. See whether it is still there and whether you may open it, or copy it to "
                "this computer first.");
    case MW_HANDOVER_ERROR_FOREIGN:
      return _ ("This is no case that was handed over with Maatwerk. Nothing was changed. Ask your colleague for the right file: its "
                "name ends in “.maatwerk”.");
    case MW_HANDOVER_ERROR_NEWER:
      return _ ("A newer version of Maatwerk made this file. Nothing was changed. Install the newest version, then open it again.");
    case MW_HANDOVER_ERROR_EFFORT:
      return _ ("This file asks for more work than Maatwerk ever does; perhaps it is meant to keep your computer busy. It was not opened, "
                "and nothing was changed. Ask your colleague whether it is the right one.");
    case MW_HANDOVER_ERROR_WRONG_PASSPHRASE:
      return _ ("That does not open this file. Try again, as often as you like. It is the passphrase that your colleague chose for this "
                "file, not your own.");
    case MW_HANDOVER_ERROR_DAMAGED:
    default:
      return _ ("This file is damaged, or not all of it has arrived. Nothing was changed. Ask your colleague to send it again or to hand "
                "over the case once more.");
    }
}

char *
mw_handover_words_dup_error (const GError *error)
{
  if (error->domain == MW_HANDOVER_ERROR)
    return g_strdup (get_error (error->code));

  return g_strdup_printf (_ ("%s Nothing was changed. Try again; if that does not help, ask your system administrator."),
                          mw_case_words_get_error (error));
}

static void
add_days (GPtrArray *sentences, const MwCase *one)
{
  g_autofree char *begun = mw_case_words_dup_day_of (one->created);
  g_autofree char *changed = mw_case_words_dup_day_of (one->touched);

  if (one->created && one->touched && *begun && *changed)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Begun on %1$s, last changed on %2$s."), begun, changed));
}

GPtrArray *
mw_handover_words_list_contents (const MwHandover *handover)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const MwCase *one = handover->one;
  g_autofree char *made = mw_case_words_dup_moment (handover->made);

  g_ptr_array_add (sentences, g_strdup_printf (_ ("Label: %s"), mw_case_words_get_label (one->label)));
  g_ptr_array_add (sentences, one->age == MW_AGE_UNKNOWN ? g_strdup (mw_case_words_get_age (one->age))
                                                         : g_strdup_printf (_ ("Age: %s"), mw_case_words_get_age (one->age)));
  g_ptr_array_add (sentences, g_strdup_printf (_ ("Status: %s"), mw_case_words_get_status (one->status)));
  add_days (sentences, one);
  g_ptr_array_add (sentences,
                   one->notes->len > 0 ? g_strdup_printf (ngettext ("%u note", "%u notes", one->notes->len), one->notes->len)
                                       : g_strdup (_ ("No notes")));
  g_ptr_array_add (sentences, g_strdup_printf (_ ("Handed over: %s"), made));
  return sentences;
}
