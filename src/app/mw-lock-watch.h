/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MwLockReason:
 * @MW_LOCK_REASON_IDLE: nothing was typed or pointed at for the time that was set
 * @MW_LOCK_REASON_SESSION: the desktop's session was locked
 * @MW_LOCK_REASON_SLEEP: the computer is about to sleep, and waits for mw_lock_watch_done()
 */
typedef enum
{
  MW_LOCK_REASON_IDLE,
  MW_LOCK_REASON_SESSION,
  MW_LOCK_REASON_SLEEP,
} MwLockReason;

#define MW_TYPE_LOCK_WATCH (mw_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (MwLockWatch, mw_lock_watch, MW, LOCK_WATCH, GObject)

/* Knows when open cases must be locked. Main thread only.
 *
 * Signal: "lock" (MwLockReason reason, as an int). It may come again before the cases are locked. For the session and
 * for sleep it comes whether active or not, since a passphrase may just be on its way. */

/* Returns: (transfer full): a watch that is not active, of five minutes */
MwLockWatch *mw_lock_watch_new (void);

/* @minutes: 1 to 60; what lies outside becomes the nearest */
void mw_lock_watch_set_minutes (MwLockWatch *self, guint minutes);

/* Keys, pointer, touch and wheel in @window put off the lock for idleness from now on. */
void mw_lock_watch_add_window (MwLockWatch *self, GtkWindow *window);

/* To be %TRUE while cases are open: then idleness is watched, counted from now, and sleep is delayed. */
void mw_lock_watch_set_active (MwLockWatch *self, gboolean active);

/* While @held, as in a meeting at which all look and nobody touches the computer, idleness does not lock; the session's lock and
 * sleep do. Idleness is counted anew when it is let go. */
void mw_lock_watch_set_held (MwLockWatch *self, gboolean held);

/* Everything is saved: the computer may sleep. */
void mw_lock_watch_done (MwLockWatch *self);

/* Everything is saved and the process is about to be replaced: the computer may sleep as soon as that has happened, and
 * not while what was open is still in memory. Instead of mw_lock_watch_done(). */
void mw_lock_watch_done_when_replaced (MwLockWatch *self);

G_END_DECLS
