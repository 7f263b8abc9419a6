/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A disk that fails when it is told to. It wraps SQLite's own way to the disk, but syncs nothing: what is in the page cache
 * outlives everything that the tests do. */

typedef enum
{
  FAULT_NONE,     /* only counts */
  FAULT_ONCE,     /* the n-th call fails */
  FAULT_FOR_GOOD, /* so does every later one */
  FAULT_FULL,     /* the n-th write and every later one finds no room */
  FAULT_TORN,     /* the n-th write comes half way */
} FaultMode;

/* Before SQLite is used. */
void failing_vfs_install (void);

/* @n: from 1. Counts anew. */
void failing_vfs_arm (FaultMode mode, guint n);

/* Lifts the fault. @n_writes: (out) (nullable). Returns: how many calls there were since it was armed */
guint failing_vfs_disarm (guint *n_writes);
