/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-words.h"

#include <glib/gi18n.h>

#include "mw-day-words.h"
#include "mw-error.h"
#include "mw-words.h"

/* In characters. */
#define MIN_PASSPHRASE 8

const char *
mw_case_words_get_domain (MwDomain domain)
{
  static const char *const words[MW_N_DOMAINS] = {
    N_ ("Living situation"), N_ ("Day activities"), N_ ("Health"),
    N_ ("Work"),             N_ ("Social network"), N_ ("Social support"),
  };

  return _ (words[domain]);
}

const char *
mw_case_words_get_age (MwAgeBand age)
{
  static const char *const words[MW_N_AGE_BANDS] = {
    N_ ("Age unknown"), N_ ("Under 55"), N_ ("55–64"), N_ ("65–74"), N_ ("75–84"), N_ ("85–94"), N_ ("95 and over"),
  };

  return _ (words[age]);
}

const char *
mw_case_words_get_status (MwCaseStatus status)
{
  static const char *const words[MW_N_STATUSES] = { N_ ("Open"), N_ ("Resting"), N_ ("Closed") };

  return _ (words[status]);
}

const char *
mw_case_words_get_note_kind (MwNoteKind kind)
{
  static const char *const words[MW_N_NOTE_KINDS] = {
    N_ ("Contact"), N_ ("Observation"), N_ ("Consultation"), N_ ("Meeting"), N_ ("Evaluation"),
  };

  return _ (words[kind]);
}

const char *
mw_case_words_get_certainty (MwCertainty certainty)
{
  static const char *const words[MW_N_CERTAINTIES] = { N_ ("Unsure"), N_ ("Fairly sure"), N_ ("Sure") };

  return _ (words[certainty]);
}

const char *
mw_case_words_get_label (const char *label)
{
  return label && *label ? label : _ ("Case without a label");
}

char *
mw_case_words_dup_day (guint32 day)
{
  return mw_day_words_dup (day);
}

guint32
mw_case_words_get_day_of (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  return g_date_get_julian (&date);
}

char *
mw_case_words_dup_day_of (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local ? mw_case_words_dup_day (mw_case_words_get_day_of (local)) : g_strdup ("");
}

char *
mw_case_words_dup_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

char *
mw_case_words_dup_moment (gint64 time)
{
  g_autofree char *day = mw_case_words_dup_day_of (time);
  g_autofree char *hour = mw_case_words_dup_time (time);

  /* Translators: a day, and a time of that day */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

guint32
mw_case_words_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return mw_case_words_get_day_of (now);
}

GDateTime *
mw_case_words_dup_date_time (guint32 day)
{
  GDate date;

  if (!g_date_valid_julian (day))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
}

char *
mw_case_words_dup_profiles (const MwAnswers *answers)
{
  MwAssessment assessment;

  mw_assessment_evaluate (answers, &assessment);
  return assessment.candidates == MW_PROFILE_SET_ALL ? g_strdup (_ ("Not clear yet"))
                                                     : mw_words_dup_profiles (assessment.candidates);
}

/* Returns: (transfer full): the words of an answer */
static char *
dup_answer (const MwAnswers *answers, MwSource source)
{
  switch (source)
    {
    case MW_SOURCE_PERSISTENCE:
      return mw_words_dup_lower (mw_words_get_persistence (answers->persistence));
    case MW_SOURCE_ORIENTATION:
      return mw_words_dup_lower (mw_words_get_orientation (answers->orientation));
    case MW_SOURCE_COMPETENCES:
      return mw_words_dup_lower (mw_words_get_competences (answers->competences));
    case MW_SOURCE_STRATEGY:
    default:
      if (answers->strategy >= MW_STRATEGY_FIRST)
        return mw_words_dup_profile (answers->strategy - MW_STRATEGY_FIRST);
      return mw_words_dup_lower (mw_words_get_persistence ((MwPersistence) answers->strategy)); /* the same two words */
    }
}

char *
mw_case_words_dup_change (const MwAnswers *from, const MwAnswers *to)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint s = 0; s < MW_N_SOURCES; s++)
    {
      g_autofree char *before = dup_answer (from, s);
      g_autofree char *after = dup_answer (to, s);

      if (!g_str_equal (before, after))
        g_ptr_array_add (parts, g_strdup_printf ("%s: %s → %s", mw_words_get_source (s), before, after));
    }
  if (parts->len == 0)
    return g_strdup (_ ("After this the answers stayed the same."));

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv ("; ", (char **) parts->pdata);
  /* Translators: which answers changed */
  return g_strdup_printf (_ ("What changed after this: %s."), joined);
}

static const char *
get_storage_words (int code)
{
  switch (code)
    {
    case MW_STORAGE_ERROR_FULL:
      return _ ("The disk is full.");
    case MW_STORAGE_ERROR_READ_ONLY:
      return _ ("The data folder cannot be written.");
    case MW_STORAGE_ERROR_BUSY:
      return _ ("Another program has taken hold of the file of the cases.");
    case MW_STORAGE_ERROR_MOVED:
      return _ ("The file of the cases was deleted or replaced.");
    case MW_STORAGE_ERROR_NO_MEMORY:
      return _ ("The computer’s memory is full.");
    case MW_STORAGE_ERROR_CORRUPT:
      return _ ("The file of the cases is damaged.");
    case MW_STORAGE_ERROR_NEWER:
      return _ ("A newer version of Maatwerk wrote the file of the cases.");
    case MW_STORAGE_ERROR_OPEN:
      return _ ("The file of the cases cannot be opened.");
    default:
      return _ ("Reading or writing the disk failed.");
    }
}

const char *
mw_case_words_get_error (const GError *error)
{
  if (error->domain == MW_STORAGE_ERROR)
    return get_storage_words (error->code);
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_READ_ONLY))
    return _ ("The file of the cases may only be read.");
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_TOO_LARGE))
    return _ ("There is too much text in this case.");
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED))
    return _ ("A record is damaged.");
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND))
    return _ ("The case is no longer in the file.");
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_NEWER))
    return _ ("A newer version of Maatwerk wrote this case.");

  return _ ("Something failed that should not fail.");
}

char *
mw_case_words_dup_save_error (const GError *error)
{
  return g_strdup_printf (_ ("Not saved: %s What was saved before is safe, and your text stays on the screen. It is tried again "
                             "every few seconds; leave the window open until it says “saved”."),
                          mw_case_words_get_error (error));
}

char *
mw_case_words_dup_unlock_error (const GError *error)
{
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_WRONG_KEY))
    return g_strdup (_ ("That is not right. Try again, as often as you like."));
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_MISTYPED))
    return g_strdup (_ ("This is not a whole recovery key. It has eight groups of four letters and digits."));

  return g_strdup_printf (_ ("%s Nothing was changed. Try again; if that does not help, ask your system administrator."),
                          mw_case_words_get_error (error));
}

char *
mw_case_words_dup_trouble (MwCases *cases)
{
  const GError *trouble = mw_cases_get_trouble (cases);
  const char *holder = mw_cases_get_holder (cases);

  if (!trouble)
    return g_strdup ("");
  if (g_error_matches (trouble, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY))
    return holder ? g_strdup_printf (_ ("The cases are open in another Maatwerk (%s). They are safe there. Close that one, "
                                        "then try again."),
                                     holder)
                  : g_strdup (_ ("The cases are open in another program. They are safe there. Close that one, then try again."));
  if (g_error_matches (trouble, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER))
    return g_strdup (_ ("A newer version of Maatwerk wrote the cases. They were left as they are. Install the newest version to "
                        "open them."));
  if (g_error_matches (trouble, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OPEN))
    return g_strdup (_ ("The file with your cases is not in its place or cannot be opened. There may be backups: restore the newest "
                        "one, or ask your system administrator for the file."));
  if (g_error_matches (trouble, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT))
    return g_strdup (_ ("The file with your cases is damaged and cannot be opened. It is left as it is. Restore the newest "
                        "backup; the damaged file is then kept aside."));

  return g_strdup_printf (_ ("%s The cases were not touched. Try again; if that does not help, ask your system administrator."),
                          mw_case_words_get_error (trouble));
}

char *
mw_case_words_dup_backup_error (const GError *error)
{
  return g_strdup_printf (_ ("No backup could be made: %s Your cases themselves are saved. The earlier backups are kept; it is tried "
                             "again every hour."),
                          mw_case_words_get_error (error));
}

char *
mw_case_words_dup_delete_error (const GError *error)
{
  return g_strdup_printf (_ ("%s The case was not deleted. Try again; if that does not help, ask your system administrator."),
                          mw_case_words_get_error (error));
}

char *
mw_case_words_dup_load_error (const GError *error)
{
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED))
    return g_strdup (_ ("This case is damaged and cannot be opened. The other cases are safe. An earlier version of it may be in a backup."));

  return g_strdup_printf (_ ("%s The case was not changed. Try again; if that does not help, ask your system administrator."),
                          mw_case_words_get_error (error));
}

char *
mw_case_words_dup_damage (MwCases *cases)
{
  guint n = mw_cases_get_n_damaged (cases);

  if (mw_cases_is_damaged (cases))
    return g_strdup (_ ("The file with your cases is damaged. You see everything that can be read, and nothing can be written now. Restore "
                        "a backup, or go on without what is damaged."));
  if (n > 0)
    return g_strdup_printf (ngettext ("%u record in the file of your cases is damaged and cannot be read. Everything else is safe. Restore a "
                                      "backup, or go on without it.",
                                      "%u records in the file of your cases are damaged and cannot be read. Everything else is safe. Restore a "
                                      "backup, or go on without them.",
                                      n),
                            n);
  return NULL;
}

/* What it takes to guess it letter by letter, where a letter like the one before counts for little. Bits. */
static double
estimate (const char *passphrase)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gunichar before = 0;
  double bits = 0;

  for (const char *p = passphrase; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean step = c == before || c == before + 1 || c + 1 == before;

      bits += step ? 0.5 : g_hash_table_add (seen, GUINT_TO_POINTER (c)) ? 3.5 : 1.5;
      before = c;
    }
  return bits;
}

const char *
mw_case_words_get_strength (const char *passphrase, gboolean *enough)
{
  glong length = g_utf8_strlen (passphrase, -1);
  double bits = estimate (passphrase);

  *enough = length >= MIN_PASSPHRASE && bits >= 18;
  if (length == 0)
    return _ ("A sentence that only you know is best: long is better than odd.");
  if (!*enough)
    return _ ("Too easy to guess. Make it longer: four words or a sentence.");
  if (bits < 36)
    return _ ("Usable, but a few more words would make it much harder to guess.");

  return _ ("Hard to guess.");
}

char *
mw_case_words_dup_referral (const MwConsidered *considered)
{
  if (!considered->referred)
    return NULL;
  if (!*considered->referred_to)
    return g_strdup (_ ("To be referred; to whom is not known yet"));

  return g_strdup_printf (_ ("To be referred to %s"), considered->referred_to);
}
