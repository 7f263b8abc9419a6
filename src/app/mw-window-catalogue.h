/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-catalogue.h"

G_BEGIN_DECLS

/* The window's ways to another catalogue: win.import-catalogue, win.undo-import, and a file that is dropped on it. */

/* Before anything is loaded. @catalogue: (transfer none) */
void mw_window_catalogue_connect (GtkApplicationWindow *window, MwCatalogue *catalogue);

/* Once the catalogue has loaded: what can be done with it. */
void mw_window_catalogue_set_loaded (GtkApplicationWindow *window);

/* Checks @file and shows what it would change; waits until the catalogue has loaded. An organisation's file goes to the command
 * win.import-offer-file, where there is one. */
void mw_window_catalogue_import (GtkApplicationWindow *window, GFile *file);

G_END_DECLS
