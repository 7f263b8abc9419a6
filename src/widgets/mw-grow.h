/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @owner: (type GObject) */
typedef void (*MwGrow) (gpointer owner);

/* For a list that gets its rows as it is scrolled, so that nobody scrolls into a void: calls @grow, from the main loop, while less
 * than two pages are left below what is on the screen.
 *
 * @scroller: a part of @owner; @owner: what @grow is called with, until it is disposed of. Call once for each @scroller. */
void mw_grow_below (GtkScrolledWindow *scroller, MwGrow grow, GObject *owner);

G_END_DECLS
