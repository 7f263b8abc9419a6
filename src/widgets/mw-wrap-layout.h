/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_WRAP_LAYOUT (mw_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (MwWrapLayout, mw_wrap_layout, MW, WRAP_LAYOUT, GtkLayoutManager)

/* Children one after another at their natural width, on a new line where the width is used up. */

/* Returns: (transfer full) */
GtkLayoutManager *mw_wrap_layout_new (void);

G_END_DECLS
