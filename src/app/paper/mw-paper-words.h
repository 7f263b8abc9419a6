/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the user is told of printing and saving. Main thread only. Everything is (transfer full). */

/* Why saving or printing failed, what is safe and what to do. */
char *mw_paper_words_dup_failure (const GError *error);

/* @name: of the file. @secret: whether it tells of a client */
char *mw_paper_words_dup_saved (const char *name, gboolean secret);

/* A name for the file, from what it is about. @text: anything goes */
char *mw_paper_words_dup_file_name (const char *text);

/* Today, such as "24 November 2026". */
char *mw_paper_words_dup_today (void);

G_END_DECLS
