/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"

G_BEGIN_DECLS

/* The complete file of one case for others to read: everything that is recorded in its newest revision, as XML in the namespace
 * urn:maatwerk:case:1, of which data/case.rng is the schema. Characters that XML cannot hold are replaced by U+FFFD. Not sealed.
 *
 * @exported: the present time. May be called on any thread.
 * Returns: (transfer full) */
GBytes *mw_case_write_xml (const MwCase *self, gint64 exported);

G_END_DECLS
