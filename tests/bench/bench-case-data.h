/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-cases.h"

/* Invented cases to measure with: 2,000, with 50,000 notes of 1 kB between them. */

#define BENCH_N_CASES 2000
#define BENCH_N_NOTES 25 /* in each */

/* Returns: (transfer full): the passphrase of the file */
MwSecret *bench_dup_passphrase (void);

/* Makes cases.db in @folder, as a program would have left it. */
void bench_build_cases (const char *folder);

/* Puts a note of 1 kB in the place of the last one. @number: another one gives another text */
void bench_change_note (MwCase *one, guint number);

/* Ends the program when there is one. */
void bench_check (const GError *error);

/* From here on it is measured how long the main loop is kept from its events. */
void bench_watch_loop (void);
/* What was done since the loop last waited is not the program's. */
void bench_skip_block (void);
double bench_get_longest_block (void); /* ms */

/* Runs the main loop until bench_keep_result(), whose user data is @result, has set it (transfer full). */
void bench_wait (GAsyncResult **result);
void bench_keep_result (GObject *source, GAsyncResult *result, gpointer data);

/* Returns: (transfer full): the cases of @folder, locked */
MwCases *bench_open_cases (const char *folder);
/* Returns: milliseconds from the passphrase to the list */
double bench_unlock (MwCases *cases);
void bench_wait_for_index (MwCases *cases);
/* Waits until nothing is left to be done. */
void bench_wait_for_thread (MwCases *cases);
void bench_close_cases (MwCases *cases);
