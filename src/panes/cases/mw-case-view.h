/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-case.h"

G_BEGIN_DECLS

/* Returns: (transfer floating): all that is written in a case, in words, to be read only. Its text cannot be selected. */
GtkWidget *mw_case_view_new (const MwCase *one);

G_END_DECLS
