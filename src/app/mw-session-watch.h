/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MW_TYPE_SESSION_WATCH (mw_session_watch_get_type ())
G_DECLARE_FINAL_TYPE (MwSessionWatch, mw_session_watch, MW, SESSION_WATCH, GObject)

/* Hears from the desktop that the session was locked and that the computer goes to sleep: from logind on the system bus
 * and from the screen savers on the session bus. Whatever is missing is not listened to, without a word. Nothing here
 * blocks. Main thread only.
 *
 * Signals: "locked": the session was locked; more than one service may say so. "sleeping": the computer is about to
 * sleep. */

/* Returns: (transfer full) */
MwSessionWatch *mw_session_watch_new (void);

/* Whether the computer is to wait with sleeping until this is taken back; logind waits some seconds at most. */
void mw_session_watch_delay_sleep (MwSessionWatch *self, gboolean delay);

/* Leaves a delay that is in force to the process: it lasts until that ends or is replaced, whatever becomes of @self.
 */
void mw_session_watch_leave_delay (MwSessionWatch *self);

G_END_DECLS
