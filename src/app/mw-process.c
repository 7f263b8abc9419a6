/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-process.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* As it was at the start; for the whole run. */
static char **environment;

void
mw_process_forbid_dumps (void)
{
  struct rlimit limit;
  int filter = open ("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);

  /* One byte, not none: where dumps are piped to a program, the kernel heeds no limit but 1, and then dumps nothing;
   * and no file is that small. */
  if (getrlimit (RLIMIT_CORE, &limit) == 0)
    {
      limit.rlim_cur = MIN (limit.rlim_max, 1);
      limit.rlim_max = limit.rlim_cur;
      setrlimit (RLIMIT_CORE, &limit);
    }

  /* And should somebody dump it all the same: none of its memory. */
  if (filter >= 0)
    {
      if (write (filter, "0\n", 2) != 2)
        g_info ("Core dumps cannot be filtered: %s", g_strerror (errno));
      close (filter);
    }
}

void
mw_process_remember_environment (void)
{
  g_strfreev (environment);
  environment = g_get_environ ();
  /* These were for the first start; a second one with them comes up behind other windows. */
  environment = g_environ_unsetenv (environment, "DESKTOP_STARTUP_ID");
  environment = g_environ_unsetenv (environment, "XDG_ACTIVATION_TOKEN");
}

static void
close_files_on_exec (void)
{
#ifdef CLOSE_RANGE_CLOEXEC
  if (close_range (STDERR_FILENO + 1, ~0u, CLOSE_RANGE_CLOEXEC) != 0)
    g_debug ("Files stay open: %s", g_strerror (errno));
#endif
}

/* The program where it was started, which an update may have replaced in the meantime.
 *
 * Returns: (transfer full) (nullable) */
static char *
dup_program (void)
{
  char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *deleted = program ? g_strrstr (program, " (deleted)") : NULL;

  if (deleted && access (program, X_OK) != 0)
    *deleted = '\0';

  return program;
}

int
mw_process_restart (char *argv[])
{
  g_autofree char *program = dup_program ();

  close_files_on_exec ();
  /* By its own name first: of the others the system would show "exe". */
  if (program)
    execve (program, argv, environment);
  execve ("/proc/self/exe", argv, environment);
  execvpe (argv[0], argv, environment);

  return errno;
}
