/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "failing-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* in the same block, behind this */
} FailingFile;

static sqlite3_vfs failing;
static sqlite3_vfs *real_vfs;

static FaultMode fault_mode;
static guint fault_at;
static guint n_calls;
static guint n_writes_seen;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FailingFile *) file)->real;
}

/* Counts a call. Returns: @code if it is to fail */
static int
count (int code)
{
  n_calls++;
  if ((fault_mode == FAULT_ONCE && n_calls == fault_at) || (fault_mode == FAULT_FOR_GOOD && n_calls >= fault_at))
    return code;
  return SQLITE_OK;
}

static int
failing_close (sqlite3_file *file)
{
  return real (file)->pMethods ? real (file)->pMethods->xClose (real (file)) : SQLITE_OK;
}

static int
failing_read (sqlite3_file *file, void *buffer, int length, sqlite3_int64 offset)
{
  int result = count (SQLITE_IOERR_READ);

  return result ? result : real (file)->pMethods->xRead (real (file), buffer, length, offset);
}

static int
failing_write (sqlite3_file *file, const void *buffer, int length, sqlite3_int64 offset)
{
  int result = count (SQLITE_IOERR_WRITE);

  n_writes_seen++;
  if (fault_mode == FAULT_FULL && n_writes_seen >= fault_at)
    return SQLITE_FULL;
  if (fault_mode == FAULT_TORN && n_writes_seen == fault_at)
    {
      real (file)->pMethods->xWrite (real (file), buffer, length / 2, offset);
      return SQLITE_IOERR_WRITE;
    }
  return result ? result : real (file)->pMethods->xWrite (real (file), buffer, length, offset);
}

static int
failing_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int result = count (SQLITE_IOERR_TRUNCATE);

  return result ? result : real (file)->pMethods->xTruncate (real (file), size);
}

static int
failing_sync (sqlite3_file *file, int flags)
{
  return count (SQLITE_IOERR_FSYNC);
}

static int
failing_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  int result = count (SQLITE_IOERR_FSTAT);

  return result ? result : real (file)->pMethods->xFileSize (real (file), size);
}

static int
failing_lock (sqlite3_file *file, int level)
{
  int result = count (SQLITE_IOERR_LOCK);

  return result ? result : real (file)->pMethods->xLock (real (file), level);
}

static int
failing_unlock (sqlite3_file *file, int level)
{
  int result = count (SQLITE_IOERR_UNLOCK);

  return result ? result : real (file)->pMethods->xUnlock (real (file), level);
}

static int
failing_check_reserved_lock (sqlite3_file *file, int *reserved)
{
  int result = count (SQLITE_IOERR_CHECKRESERVEDLOCK);

  return result ? result : real (file)->pMethods->xCheckReservedLock (real (file), reserved);
}

static int
failing_file_control (sqlite3_file *file, int operation, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
failing_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
failing_device_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods failing_methods = {
  .iVersion = 1, /* no memory mapping, which goes past this */
  .xClose = failing_close,
  .xRead = failing_read,
  .xWrite = failing_write,
  .xTruncate = failing_truncate,
  .xSync = failing_sync,
  .xFileSize = failing_file_size,
  .xLock = failing_lock,
  .xUnlock = failing_unlock,
  .xCheckReservedLock = failing_check_reserved_lock,
  .xFileControl = failing_file_control,
  .xSectorSize = failing_sector_size,
  .xDeviceCharacteristics = failing_device_characteristics,
};

static int
failing_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FailingFile *self = (FailingFile *) file;
  int result = count (SQLITE_CANTOPEN);

  memset (self, 0, (gsize) failing.szOsFile);
  self->real = (sqlite3_file *) (self + 1);
  if (!result)
    result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (!result)
    self->base.pMethods = &failing_methods;
  return result;
}

static int
failing_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int result = count (SQLITE_IOERR_DELETE);

  return result ? result : real_vfs->xDelete (real_vfs, name, 0);
}

static int
failing_access (sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
  int result = count (SQLITE_IOERR_ACCESS);

  return result ? result : real_vfs->xAccess (real_vfs, name, flags, out);
}

void
failing_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  failing = *real_vfs;
  failing.zName = "failing";
  failing.pNext = NULL;
  failing.szOsFile = (int) sizeof (FailingFile) + real_vfs->szOsFile;
  failing.xOpen = failing_open;
  failing.xDelete = failing_delete;
  failing.xAccess = failing_access;
  g_assert_cmpint (sqlite3_vfs_register (&failing, 1), ==, SQLITE_OK);
}

void
failing_vfs_arm (FaultMode mode, guint n)
{
  fault_mode = mode;
  fault_at = n;
  n_calls = 0;
  n_writes_seen = 0;
}

guint
failing_vfs_disarm (guint *n_writes)
{
  fault_mode = FAULT_NONE;
  if (n_writes)
    *n_writes = n_writes_seen;
  return n_calls;
}
