/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "renewal-fixture.h"

/* The program is killed at any moment while one catalogue after the other takes the place of the one before. A child, which
 * is this program again, tells each that it has put there on its output. */

#ifdef __SANITIZE_ADDRESS__ /* takes five times as long; the full number runs without */
#define N_KILLS 20
#else
#define N_KILLS 100
#endif
#define N_KILLS_SLOW 2000
#define WORK "--work"

/* As long as a few renewals take. */
#define MAX_MICROSECONDS 3000000
static gint32 max_microseconds = 100000;

/* The child's output; its stdout belongs to the harness of tests. */
static int output;

static void
tell (guint version)
{
  g_autofree char *line = g_strdup_printf ("%u\n", version);

  if (write (output, line, strlen (line)) != (gssize) strlen (line))
    _exit (1);
}

/* In the child; does not end. */
static void
work (const char *folder, guint version)
{
  Renewals self;
  g_autoptr (GError) error = NULL;

  renewals_init (&self, folder);
  g_assert_true (load (&self, &error));
  for (;;)
    {
      tell (version++);
      renew_to (&self, version);
    }
}

/* @first: what was read already. Returns: the last version that the child has told of */
static guint
read_told (int from, char first, guint before)
{
  g_autoptr (GString) all = g_string_new_len (&first, 1);
  char buffer[4096];
  gssize n;

  while ((n = read (from, buffer, sizeof buffer)) > 0)
    g_string_append_len (all, buffer, n);
  /* Behind the last line end is nothing, or half a line. */
  for (char *line = all->str, *end; (end = strchr (line, '\n')); line = end + 1)
    before = (guint) g_ascii_strtoull (line, NULL, 10);

  return before;
}

/* Returns: the last version that the child has told of */
static guint
kill_once (const char *folder, guint version)
{
  g_autofree char *number = g_strdup_printf ("%u", version);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *words[] = { program, WORK, folder, number, NULL };
  g_autoptr (GError) error = NULL;
  int from, status;
  char first;
  GPid child;

  g_spawn_async_with_pipes (NULL, (char **) words, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL, &from, NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (from, &first, 1), ==, 1); /* it has loaded and begins */
  g_usleep ((gulong) g_test_rand_int_range (0, max_microseconds));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL); /* and nothing that it did itself */
  version = read_told (from, first, version);
  close (from);

  return version;
}

/* What was told last, or what was on its way then; with the one before it, and with what has left. */
static guint
check (Renewals *self, guint told)
{
  g_autoptr (GError) error = NULL;
  const MwCatalogueHeader *previous;
  guint version;

  g_assert_true (load (self, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mw_catalogue_get_notice (self->catalogue), ==, MW_CATALOGUE_NOTICE_NONE);
  version = (guint) g_ascii_strtoull (mw_catalogue_get_header (self->catalogue)->version, NULL, 10);
  g_assert_cmpuint (version, >=, told);
  g_assert_cmpuint (version, <=, told + 1);
  assert_version (self, version);
  previous = mw_catalogue_get_previous (self->catalogue);
  if (version > 1)
    g_assert_cmpuint (g_ascii_strtoull (previous->version, NULL, 10), ==, version - 1);
  for (guint i = 0; i < 2 && version > 1; i++)
    {
      g_autoptr (MwIntervention) known = get (self, i == 0 ? "wandelgroep" : "zangkoor");

      g_assert_nonnull (known);
    }
  close_catalogue (self);

  return version;
}

static void
test_kill (Renewals *self, gconstpointer data)
{
  guint n_kills = g_test_slow () ? N_KILLS_SLOW : N_KILLS;
  guint n_renewed = 0;
  guint n_on_their_way = 0;
  guint version = 1;

  for (guint i = 0; i < n_kills; i++)
    {
      guint told = kill_once (self->folder, version);
      guint now = check (self, told);

      n_renewed += now - version;
      n_on_their_way += now > told;
      if (now == version) /* on a busy machine a renewal takes longer */
        max_microseconds = MIN (max_microseconds + max_microseconds / 8, MAX_MICROSECONDS);
      version = now;
    }
  g_test_message ("%u kills, %u renewals, of which %u were there without being told", n_kills, n_renewed, n_on_their_way);
  g_assert_cmpuint (n_renewed, >, 0); /* how many depends on how busy the machine is */
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) words = g_strdupv (argv);
  int n_words = argc;

  if (argc == 4 && g_str_equal (argv[1], WORK))
    {
      argc = 1;
      argv[1] = NULL;
      output = dup (STDOUT_FILENO);
      dup2 (STDERR_FILENO, STDOUT_FILENO);
    }
  g_test_init (&argc, &argv, NULL);
  if (n_words > argc)
    work (words[2], (guint) g_ascii_strtoull (words[3], NULL, 10));
  g_test_add ("/catalogue/kill", Renewals, NULL, set_up, test_kill, tear_down);

  return g_test_run ();
}
