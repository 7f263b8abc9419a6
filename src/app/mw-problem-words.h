/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-notice.h"
#include "mw-catalogue-problem.h"

G_BEGIN_DECLS

/* The sentences for what goes wrong: what happened, what is safe, what to do. */

/* Returns: (transfer full): one line without the file's name */
char *mw_problem_words_dup (const MwProblem *problem);

/* @problems: (element-type MwProblem). Returns: (transfer full) (nullable): %NULL when there is nothing to say */
char *mw_problem_words_dup_notice (MwCatalogueNotice notice, GPtrArray *problems);

/* For when there is no catalogue at all. Returns: (transfer full) */
char *mw_problem_words_dup_failure (GPtrArray *problems);

G_END_DECLS
