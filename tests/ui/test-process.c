/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static char *self_path;

/* Runs this program as a child that does @what, with dumps as far allowed as they can be. Returns: its status for
 * wait() */
static int
run_child (const char *what, const char *folder, char **output)
{
  g_autoptr (GError) error = NULL;
  const char *command[]
    = { "/bin/sh", "-c", "ulimit -S -c `ulimit -H -c`; exec \"$0\" --child \"$1\"", self_path, what, NULL };
  int status;

  g_spawn_sync (folder, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, output, NULL, &status, &error);
  g_assert_no_error (error);

  return status;
}

static void
assert_leaves_nothing (const char *what, int number)
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-dump-XXXXXX", NULL);
  int status = run_child (what, folder, NULL);

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, number);
  g_assert_false (WCOREDUMP (status));
  /* Only an empty folder can be removed. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_segv (void)
{
  assert_leaves_nothing ("segv", SIGSEGV);
}

static void
test_abort (void)
{
  assert_leaves_nothing ("abort", SIGABRT);
}

static void
test_limits (void)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (run_child ("limits", NULL, &output), ==, 0);
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  /* Soft and hard. */
  g_assert_true (g_regex_match_simple ("^Max core file size +([01]) +\\1 +bytes", lines[0], 0, 0));
  g_assert_cmpstr (lines[1], ==, "00000000");
}

static void
test_restart (void)
{
  g_autofree char *output = NULL;

  g_setenv ("MW_TEST_OWN", "at the start", TRUE);
  g_setenv ("DESKTOP_STARTUP_ID", "stale", TRUE);
  g_assert_cmpint (run_child ("restart", NULL, &output), ==, 0);
  g_unsetenv ("DESKTOP_STARTUP_ID");
  g_assert_cmpstr (output, ==, "argument with blanks|at the start|no startup|no file|test-ui-process");
}

static void
print_limits (void)
{
  g_autofree char *limits = NULL;
  g_autofree char *filter = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/limits", &limits, NULL, NULL));
  g_assert_true (g_file_get_contents ("/proc/self/coredump_filter", &filter, NULL, NULL));
  lines = g_strsplit (limits, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "Max core file size"))
      g_print ("%s\n%s", lines[i], filter);
}

/* The first time round it changes what must not come through. */
static void
restart_once (char *argv[])
{
  static char *again[] = { NULL, (char *) "--child", (char *) "restarted", (char *) "argument with blanks", NULL };
  /* Not closed by itself. */
  int file = dup2 (open ("/dev/null", O_RDONLY), 77);

  g_assert_cmpint (file, ==, 77);
  again[0] = argv[0];
  g_setenv ("MW_TEST_OWN", "changed", TRUE);
  exit (mw_process_restart (again));
}

static void
print_restarted (char *argv[])
{
  g_autofree char *name = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/comm", &name, NULL, NULL));
  g_print ("%s|%s|%s|%s|%s", argv[3], g_getenv ("MW_TEST_OWN"),
           g_getenv ("DESKTOP_STARTUP_ID") ? "startup" : "no startup", fcntl (77, F_GETFD) == -1 ? "no file" : "file",
           g_strchomp (name));
}

static int
be_child (char *argv[])
{
  const char *what = argv[2];

  mw_process_forbid_dumps ();
  mw_process_remember_environment ();
  if (g_str_equal (what, "limits"))
    print_limits ();
  else if (g_str_equal (what, "restart"))
    restart_once (argv);
  else if (g_str_equal (what, "restarted"))
    print_restarted (argv);
  else
    {
      int number = g_str_equal (what, "segv") ? SIGSEGV : SIGABRT;

      /* A sanitizer has its own handler. */
      signal (number, SIG_DFL);
      raise (number);
    }

  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc > 2 && g_str_equal (argv[1], "--child"))
    return be_child (argv);

  g_test_init (&argc, &argv, NULL);
  self_path = g_file_read_link ("/proc/self/exe", NULL);

  g_test_add_func ("/process/no-dump/segv", test_segv);
  g_test_add_func ("/process/no-dump/abort", test_abort);
  g_test_add_func ("/process/no-dump/limits", test_limits);
  g_test_add_func ("/process/restart", test_restart);

  return g_test_run ();
}
