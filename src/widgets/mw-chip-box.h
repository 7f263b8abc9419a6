/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_CHIP_BOX (mw_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (MwChipBox, mw_chip_box, MW, CHIP_BOX, GtkWidget)

/* Holds small buttons that wrap onto the next line; children are parented to it. */

G_END_DECLS
