/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-paper.h"

G_BEGIN_DECLS

/* Around what may be written on, in mm. */
#define MW_PAPER_MARGIN 18

/* Makes a PDF of A4 pages in memory: nothing of it is on a disk before it is whole. Takes long: on any thread, and rather not on the
 * main one. Errors: G_IO_ERROR. Returns: (transfer full) (nullable) */
GBytes *mw_paper_pdf_render (MwPaper *paper, GError **error);

G_END_DECLS
