/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was copied from a case is taken off the clipboard after half a minute, unless something else is there by then. Main
 * thread only. */

/* What is on the clipboard now was copied from a case. */
void mw_clipboard_forget_later (GdkDisplay *display);
/* Forgets what was copied from any case, if it is still there. */
void mw_clipboard_forget (GdkDisplay *display);

/* For tests: how long it may stay there. */
void mw_clipboard_set_time (guint milliseconds);

G_END_DECLS
