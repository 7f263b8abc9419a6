/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes to an open @file, however often it takes. Any thread. Returns: whether everything was written; errno says why not */
gboolean mw_write_all (int file, const char *bytes, gsize length);

/* The same, and has it lie on the disk. */
gboolean mw_write_and_sync (int file, GBytes *bytes);

G_END_DECLS
