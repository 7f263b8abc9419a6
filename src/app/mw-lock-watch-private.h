/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-lock-watch.h"

G_BEGIN_DECLS

/* For tests, which do not wait for minutes. */

void mw_lock_watch_set_milliseconds (MwLockWatch *self, guint milliseconds);

/* Moves the last activity back on one of the two clocks: the monotonic one, or the wall clock alone, as sleep does. */
void mw_lock_watch_move_back (MwLockWatch *self, gint64 monotonic_milliseconds, gint64 real_milliseconds);

/* Returns: how many µs of idleness are left before the lock */
gint64 mw_lock_watch_get_remaining (MwLockWatch *self);

G_END_DECLS
