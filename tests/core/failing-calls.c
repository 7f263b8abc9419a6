/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "failing-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static FailingCall armed;
static int error_number;
static guint fail_from;
static guint n_calls;

void
failing_calls_arm (FailingCall call, int number, guint n)
{
  armed = call;
  error_number = number;
  fail_from = n;
  n_calls = 0;
}

void
failing_calls_disarm (void)
{
  armed = CALL_NONE;
}

static gboolean
fails (FailingCall call)
{
  if (call != armed || ++n_calls < fail_from)
    return FALSE;

  if (error_number == EINTR)
    armed = CALL_NONE;
  errno = error_number;
  return TRUE;
}

static int
stat_really (int fd, struct stat *about)
{
  static int (*real) (int, struct stat *);

  if (!real)
    real = dlsym (RTLD_NEXT, "fstat64");
  return real (fd, about);
}

/* What threads wake each other with is no file. */
static gboolean
is_ordinary (int fd)
{
  struct stat about;

  return stat_really (fd, &about) == 0 && S_ISREG (about.st_mode);
}

/* As open below: this is fstat64. */
int
fstat (int fd, struct stat *about)
{
  return fails (CALL_STAT) ? -1 : stat_really (fd, about);
}

ssize_t
read (int fd, void *bytes, size_t length)
{
  static ssize_t (*real) (int, void *, size_t);

  if (!real)
    real = dlsym (RTLD_NEXT, "read");
  return armed == CALL_READ && is_ordinary (fd) && fails (CALL_READ) ? -1 : real (fd, bytes, length);
}

ssize_t
write (int fd, const void *bytes, size_t length)
{
  static ssize_t (*real) (int, const void *, size_t);

  if (!real)
    real = dlsym (RTLD_NEXT, "write");
  return armed == CALL_WRITE && is_ordinary (fd) && fails (CALL_WRITE) ? -1 : real (fd, bytes, length);
}

/* It is closed all the same, as close(2) has it. */
int
close (int fd)
{
  static int (*real) (int);
  gboolean refused = armed == CALL_CLOSE && is_ordinary (fd) && fails (CALL_CLOSE);
  int result;

  if (!real)
    real = dlsym (RTLD_NEXT, "close");
  result = real (fd);
  if (refused)
    errno = error_number;
  return refused ? -1 : result;
}

int
rename (const char *from, const char *to)
{
  static int (*real) (const char *, const char *);

  if (!real)
    real = dlsym (RTLD_NEXT, "rename");
  return fails (CALL_RENAME) ? -1 : real (from, to);
}

int
link (const char *from, const char *to)
{
  static int (*real) (const char *, const char *);

  if (!real)
    real = dlsym (RTLD_NEXT, "link");
  return fails (CALL_LINK) ? -1 : real (from, to);
}

int
mkdir (const char *path, mode_t mode)
{
  static int (*real) (const char *, mode_t);

  if (!real)
    real = dlsym (RTLD_NEXT, "mkdir");
  return fails (CALL_MKDIR) ? -1 : real (path, mode);
}

int
fsync (int fd)
{
  static int (*real) (int);
  struct stat about;

  if (!real)
    real = dlsym (RTLD_NEXT, "fsync");
  return stat_really (fd, &about) == 0 && S_ISDIR (about.st_mode) && fails (CALL_SYNC_FOLDER) ? -1 : real (fd);
}

int
access (const char *path, int mode)
{
  static int (*real) (const char *, int);

  if (!real)
    real = dlsym (RTLD_NEXT, "access");
  return mode == W_OK && fails (CALL_ACCESS) ? -1 : real (path, mode);
}

/* Files are 64 bits wide everywhere: this is open64 to the linker. */
int
open (const char *path, int flags, ...)
{
  static int (*real) (const char *, int, ...);
  mode_t mode = 0;

  if (!real)
    real = dlsym (RTLD_NEXT, "open64");
  if (flags & (O_CREAT | O_TMPFILE))
    {
      va_list arguments;

      va_start (arguments, flags);
      mode = va_arg (arguments, mode_t);
      va_end (arguments);
    }
  return (flags & O_DIRECTORY) && fails (CALL_OPEN_FOLDER) ? -1 : real (path, flags, mode);
}
