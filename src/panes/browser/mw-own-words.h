/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-problem.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

/* The sentences of the form for interventions of one's own. All are (transfer full). */

/* What is missing or wrong at the place of the form that it belongs to. */
char *mw_own_words_dup_problem (const MwProblem *problem);
/* The same in a list: @heading is that of the place. */
char *mw_own_words_dup_problem_of (const char *heading, const MwProblem *problem);

/* A moment as day and time; @time: in seconds since 1970 */
char *mw_own_words_dup_time (gint64 time);

/* Why a draft could not be kept. */
char *mw_own_words_dup_not_kept (const GError *error);

/* Why nothing can be saved now, or %NULL (nullable) when it can. */
char *mw_own_words_dup_locked (MwOrganisationFile *file);

G_END_DECLS
