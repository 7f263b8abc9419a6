/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-cases.h"

G_BEGIN_DECLS

/* The words of the cases, in the interface's present language. Constant strings are (transfer none). Main thread only. */

const char *mw_case_words_get_domain (MwDomain domain);
const char *mw_case_words_get_age (MwAgeBand age);
const char *mw_case_words_get_status (MwCaseStatus status);
const char *mw_case_words_get_note_kind (MwNoteKind kind);
const char *mw_case_words_get_certainty (MwCertainty certainty);

/* The label, or what stands for an empty one. */
const char *mw_case_words_get_label (const char *label);

/* @day: a Julian day, 0 for none. Returns: (transfer full): such as "12 May 2026"; "" for none */
char *mw_case_words_dup_day (guint32 day);
/* The day of a time, and the time of day. Returns: (transfer full) */
char *mw_case_words_dup_day_of (gint64 time);
char *mw_case_words_dup_time (gint64 time);
/* Both. Returns: (transfer full): such as "12 May 2026, 14:05" */
char *mw_case_words_dup_moment (gint64 time);
/* Today as a Julian day, and the day of any other time. */
guint32 mw_case_words_get_today (void);
guint32 mw_case_words_get_day_of (GDateTime *time);
/* Noon of a Julian day, for a calendar. Returns: (transfer full) (nullable): %NULL for none */
GDateTime *mw_case_words_dup_date_time (guint32 day);

/* What an assessment comes to. Returns: (transfer full): such as "Achterblijvers or Afhankelijken" */
char *mw_case_words_dup_profiles (const MwAnswers *answers);

/* Which answers the next assessment changed. Returns: (transfer full) */
char *mw_case_words_dup_change (const MwAnswers *from, const MwAnswers *to);

/* What happened, in one sentence, to be followed by what is safe and what to do. */
const char *mw_case_words_get_error (const GError *error);
/* What happened, what is safe, and what to do. Returns: (transfer full) */
char *mw_case_words_dup_save_error (const GError *error);
char *mw_case_words_dup_unlock_error (const GError *error);
char *mw_case_words_dup_trouble (MwCases *cases);
char *mw_case_words_dup_backup_error (const GError *error);
char *mw_case_words_dup_delete_error (const GError *error);
char *mw_case_words_dup_load_error (const GError *error);
/* Returns: (transfer full) (nullable): %NULL when nothing is damaged */
char *mw_case_words_dup_damage (MwCases *cases);

/* How hard a passphrase is to guess: a hint, no promise. @enough: (out): whether it may be used */
const char *mw_case_words_get_strength (const char *passphrase, gboolean *enough);

/* Of an intervention: that the client is to be referred for it, and to whom. Returns: (transfer full) (nullable) */
char *mw_case_words_dup_referral (const MwConsidered *considered);

G_END_DECLS
