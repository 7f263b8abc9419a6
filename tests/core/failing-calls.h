/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file system that refuses: calls to the C library, of this program and of GLib, fail when they are told to. */

typedef enum
{
  CALL_NONE,
  CALL_RENAME,
  CALL_LINK,
  CALL_MKDIR,
  CALL_OPEN_FOLDER,
  CALL_SYNC_FOLDER,
  CALL_ACCESS, /* whether something may be written */
} FailingCall;

/* @number: the errno; @n: the call from which it fails, from 1 */
void failing_calls_arm (FailingCall call, int number, guint n);
void failing_calls_disarm (void);
