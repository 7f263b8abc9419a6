/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-paper.h"

G_BEGIN_DECLS

/* Everything that is recorded of a case, for a client who asks to see it, in the present language. @now: when it is made, in seconds
 * since 1970. Main thread only. Returns: (transfer full) */
MwPaper *mw_case_sheet_new (const MwCase *one, gint64 now);

G_END_DECLS
