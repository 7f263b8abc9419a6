/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case-sheet.h"

G_BEGIN_DECLS

/* The parts of a case's file that belong to its choice. Main thread only. */

/* The five steps, but for the options. */
void mw_case_sheet_add_choice (MwPaper *paper, const MwCase *one);
/* Every option that is or was considered. */
void mw_case_sheet_add_options (MwPaper *paper, const MwCase *one);
void mw_case_sheet_add_scores (MwPaper *paper, const MwCase *one);
/* What a meeting may see. */
void mw_case_sheet_add_room (MwPaper *paper, const MwCase *one);

G_END_DECLS
