/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case-handover.h"

G_BEGIN_DECLS

/* The words of a case that leaves as a file or comes as one, in the interface's present language. Main thread only. */

/* What is suggested as the name of a file: the day, and nothing of the case, for a name can be read by anyone. @suffix: with its
 * dot. Returns: (transfer full) */
char *mw_handover_words_dup_file_name (const char *suffix);

/* Why a file could not be written, what is safe and what to do. Returns: (transfer full) */
char *mw_handover_words_dup_write_error (const GError *error);

/* Why a colleague's file cannot be opened, what is safe and what to do. Returns: (transfer full) */
char *mw_handover_words_dup_error (const GError *error);

/* What is in it. Returns: (transfer full) (element-type utf8): sentences */
GPtrArray *mw_handover_words_list_contents (const MwHandover *handover);

G_END_DECLS
