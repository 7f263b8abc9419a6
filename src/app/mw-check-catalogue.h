/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Checks a catalogue without a display: the number of interventions goes to standard output, every mistake with its
 * line to standard error.
 *
 * Returns: the exit status, 0 when the catalogue is valid and 1 when not */
int mw_check_catalogue (GFile *file);

G_END_DECLS
