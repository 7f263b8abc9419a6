/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "failing-memory.h"

#include <dlfcn.h>
#include <sodium.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "count-branches.h"

static MemoryFault fault;
static guint fail_at;
static guint n_allocations;

static sqlite3_mem_methods real_memory;

static gboolean
is_next_to_fail (void)
{
  if (fault == MEMORY_FOR_KEYS)
    return FALSE;

  n_allocations++;
  return (fault == MEMORY_ONCE && n_allocations == fail_at) || (fault == MEMORY_FOR_GOOD && n_allocations >= fail_at);
}

static gboolean
is_next_key_to_fail (void)
{
  return fault == MEMORY_FOR_KEYS ? ++n_allocations == fail_at : is_next_to_fail ();
}

static void *
failing_malloc (int size)
{
  return is_next_to_fail () ? NULL : real_memory.xMalloc (size);
}

static void *
failing_realloc (void *block, int size)
{
  return is_next_to_fail () ? NULL : real_memory.xRealloc (block, size);
}

/* In the place of libsodium's own. */
void *
sodium_malloc (const size_t size)
{
  static void *(*real_malloc) (size_t);

  if (!real_malloc)
    real_malloc = dlsym (RTLD_NEXT, "sodium_malloc");
  return is_next_key_to_fail () ? NULL : real_malloc (size);
}

int
crypto_pwhash (unsigned char *const out,
               unsigned long long out_length,
               const char *const password,
               unsigned long long password_length,
               const unsigned char *const salt,
               unsigned long long operations,
               size_t memory,
               int algorithm)
{
  static int (*real_hash) (unsigned char *, unsigned long long, const char *, unsigned long long, const unsigned char *,
                           unsigned long long, size_t, int);

  if (!real_hash)
    real_hash = dlsym (RTLD_NEXT, "crypto_pwhash");
  return is_next_key_to_fail ()
           ? -1
           : real_hash (out, out_length, password, password_length, salt, operations, memory, algorithm);
}

void
failing_memory_install (void)
{
  sqlite3_mem_methods failing;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  failing = real_memory;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &failing), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK); /* each one is seen */
}

void
failing_memory_arm (MemoryFault how, guint n)
{
  fault = how;
  fail_at = n;
  n_allocations = 0;
}

guint
failing_memory_disarm (void)
{
  fault = MEMORY_ENOUGH;
  return n_allocations;
}

void
failing_memory_leave (int status)
{
  count_branches ();
  _exit (status);
}

/* Only what ends a program that has no memory left is excused. */
static void
on_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_ERROR) && (strstr (message, "No memory for column") || strstr (message, "out of memory")))
    failing_memory_leave (MEMORY_ENDED);

  g_printerr ("%s\n", message);
  failing_memory_leave (1);
}

void
failing_memory_excuse_ending (void)
{
  g_log_set_default_handler (on_message, NULL);
}
