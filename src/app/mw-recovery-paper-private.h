/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-recovery-paper.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what mw_recovery_paper_print() runs */
GtkPrintOperation *mw_recovery_paper_new_operation (const char *text);

/* Draws @text from the origin downwards, @width wide. Returns: its height, in the units of @cr */
double mw_recovery_paper_draw (cairo_t *cr, PangoContext *context, double width, const char *text);

G_END_DECLS
