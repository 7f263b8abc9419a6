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
  CALL_STAT,   /* of what is open */
  CALL_READ,   /* from an ordinary file, and so the next two */
  CALL_WRITE,
  CALL_CLOSE,
} FailingCall;

/* @number: the errno; @n: the call from which it fails, from 1. An interruption (EINTR) comes once. */
void failing_calls_arm (FailingCall call, int number, guint n);
void failing_calls_disarm (void);
