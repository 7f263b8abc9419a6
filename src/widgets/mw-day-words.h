/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-header.h"

G_BEGIN_DECLS

/* Days in words, in the present language of the interface. Main thread only. */

/* @day: a Julian day. Returns: (transfer full): such as "24 November 2026"; "" for what is no day */
char *mw_day_words_dup (guint32 day);

/* Returns: (transfer full): such as "version 2 of 24 November 2026" */
char *mw_day_words_dup_version (const MwCatalogueHeader *header);

G_END_DECLS
