/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Memory runs out at any allocation of SQLite and libsodium. */

typedef enum
{
  MEMORY_ENOUGH,   /* only counts */
  MEMORY_ONCE,     /* the n-th allocation fails */
  MEMORY_FOR_GOOD, /* so does every later one */
  MEMORY_FOR_KEYS, /* the n-th of libsodium's, which alone are counted */
} MemoryFault;

/* The end of a process that nothing but the lack of memory has ended, as GLib does. */
#define MEMORY_ENDED 77

/* Before SQLite is used. */
void failing_memory_install (void);

/* @n: from 1. Counts anew. */
void failing_memory_arm (MemoryFault fault, guint n);

/* Returns: how many allocations there were since it was armed */
guint failing_memory_disarm (void);

/* For a child: a message ends it, with MEMORY_ENDED when it says that there is no memory. */
void failing_memory_excuse_ending (void);

/* Ends a child. */
void failing_memory_leave (int status) G_GNUC_NORETURN;
