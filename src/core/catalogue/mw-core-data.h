/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a file of data/ that is part of the program, such as "catalogue.rng" */
GBytes *mw_core_data_lookup (const char *name);

G_END_DECLS
