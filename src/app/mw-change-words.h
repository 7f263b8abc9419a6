/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-renewal.h"

G_BEGIN_DECLS

/* What another catalogue changes, in words. Strings are (transfer full) unless said otherwise. Main thread only. */

/* Returns: (transfer none): such as "New" */
const char *mw_change_words_get_kind (MwChangeKind kind);

/* The heading of a part, with its language where that is not Dutch: such as "Costs (English)". */
char *mw_change_words_dup_part (const MwPartChange *part);

/* The parts that change, such as "Aim, Costs"; "" without any. */
char *mw_change_words_dup_parts (MwCatalogueChange *change);

/* The part before or after as Pango markup; what differs in a text is set apart. */
char *mw_change_words_dup_markup (const MwPartChange *part, gboolean after);

/* Such as "1 new, 2 changed and 1 that leaves; 36 stay as they are." */
char *mw_change_words_dup_summary (MwCatalogueChanges *changes);

/* (nullable): what the user should think of before accepting: that it is older, or another catalogue altogether. */
char *mw_change_words_dup_warning (const MwCatalogueProposal *proposal);

/* Why nothing was replaced, and what to do. */
char *mw_change_words_dup_failure (const GError *error);

G_END_DECLS
