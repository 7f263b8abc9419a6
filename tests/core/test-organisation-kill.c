/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mw-organisation-file.h"
#include "mw-organisation-reader.h"

/* Two programs write an offer in a shared folder, each about another intervention, and are killed at any moment. A child, which is
 * this program again, tells the number of each change that it was told is saved: none of those may be lost, of neither. */

#ifdef __SANITIZE_ADDRESS__ /* takes five times as long; the full number runs without */
#define N_ROUNDS 10
#else
#define N_ROUNDS 50
#endif
#define N_ROUNDS_SLOW 1000
#define N_WRITERS 2
#define WORK "--work"

/* As long as a few changes take. */
#define MAX_MICROSECONDS 60000

typedef struct
{
  char *root;
  char *shared;
  char *homes[N_WRITERS];
  guint numbers[N_WRITERS]; /* of what each was last told is saved, or was found later */
} Fixture;

typedef struct
{
  GPid pid;
  int from;
  char first;
} Child;

static const char *const ids[N_WRITERS] = { "een", "twee" };

/* The child's output; its stdout belongs to the harness of tests. */
static int output;

static void
tell (guint number)
{
  g_autofree char *line = g_strdup_printf ("%u\n", number);

  if (write (output, line, strlen (line)) != (gssize) strlen (line))
    _exit (1);
}

static void
wait_until_saved (MwOrganisationFile *file)
{
  while (mw_organisation_file_get_state (file) != MW_ORGANISATION_SAVED)
    g_main_context_iteration (NULL, TRUE);
}

static guint
get_number (MwOrganisation *organisation, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (organisation, MW_ITEM_OFFER, id);

  return item ? (guint) g_ascii_strtoull (item->texts[MW_OFFER_PROVIDER], NULL, 10) : 0;
}

/* In the child; does not end. */
static void
work (const char *home, const char *shared, const char *id)
{
  MwOrganisationFile *file = mw_organisation_file_new (home, shared);
  guint number;

  wait_until_saved (file);
  number = get_number (mw_organisation_file_get (file), id);
  for (;;)
    {
      MwOrganisationItem *item = mw_organisation_item_new_offer (id, NULL, MW_OFFER_PARTNER);
      g_autofree char *text = g_strdup_printf ("%u, met een lange naam erachter", number + 1);

      g_assert_cmpuint (mw_organisation_file_get_conflicts (file)->len, ==, 0);
      tell (number++);
      mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, text);
      mw_organisation_file_set_item (file, item);
      wait_until_saved (file);
    }
}

static Child
start (Fixture *fixture, guint writer)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *words[] = { program, WORK, fixture->homes[writer], fixture->shared, ids[writer], NULL };
  g_autoptr (GError) error = NULL;
  Child child;

  g_spawn_async_with_pipes (NULL, (char **) words, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child.pid, NULL, &child.from,
                            NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (child.from, &child.first, 1), ==, 1); /* it has read the file and begins */

  return child;
}

/* Returns: the last number that the child has told */
static guint
kill_and_read (Child *child)
{
  g_autoptr (GString) all = g_string_new_len (&child->first, 1);
  char buffer[4096];
  guint told = 0;
  int status;
  gssize n;

  kill (child->pid, SIGKILL);
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL); /* and nothing that it did itself */
  while ((n = read (child->from, buffer, sizeof buffer)) > 0)
    g_string_append_len (all, buffer, n);
  close (child->from);
  /* Behind the last line end is nothing, or half a line. */
  for (char *line = all->str, *end; (end = strchr (line, '\n')); line = end + 1)
    told = (guint) g_ascii_strtoull (line, NULL, 10);

  return told;
}

/* The shared file is whole, and has what each was told last, or what was on its way then. */
static void
check (Fixture *fixture, guint writer, guint told)
{
  g_autofree char *path = g_build_filename (fixture->shared, "organisation.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwOrganisation) organisation = NULL;
  guint number;

  if (told == 0 && !g_file_query_exists (file, NULL))
    return;
  organisation = mw_organisation_read (file, NULL, NULL, &error);
  g_assert_no_error (error);
  number = get_number (organisation, ids[writer]);
  g_assert_cmpuint (number, >=, told);
  g_assert_cmpuint (number, <=, told + 1);
  fixture->numbers[writer] = number;
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  guint n_rounds = g_test_slow () ? N_ROUNDS_SLOW : N_ROUNDS;

  for (guint i = 0; i < n_rounds; i++)
    {
      Child children[N_WRITERS];
      guint told[N_WRITERS];

      for (guint w = 0; w < N_WRITERS; w++)
        children[w] = start (fixture, w);
      for (guint w = 0; w < N_WRITERS; w++)
        {
          g_usleep ((gulong) g_test_rand_int_range (0, MAX_MICROSECONDS));
          told[w] = kill_and_read (&children[w]);
          g_assert_cmpuint (told[w], >=, fixture->numbers[w]);
        }
      for (guint w = 0; w < N_WRITERS; w++)
        check (fixture, w, told[w]);
    }
  g_test_message ("%u kills, %u and %u changes", n_rounds * N_WRITERS, fixture->numbers[0], fixture->numbers[1]);
  g_assert_cmpuint (fixture->numbers[0], >, 0); /* how many depends on how busy the machine is */
  g_assert_cmpuint (fixture->numbers[1], >, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->shared = g_build_filename (fixture->root, "shared", NULL);
  g_mkdir (fixture->shared, 0700);
  for (guint w = 0; w < N_WRITERS; w++)
    fixture->homes[w] = g_build_filename (fixture->root, ids[w], NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->root);
  for (guint w = 0; w < N_WRITERS; w++)
    g_free (fixture->homes[w]);
  g_free (fixture->shared);
  g_free (fixture->root);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) words = g_strdupv (argv);
  int n_words = argc;

  if (argc == 5 && g_str_equal (argv[1], WORK))
    {
      argc = 1;
      argv[1] = NULL;
      output = dup (STDOUT_FILENO);
      dup2 (STDERR_FILENO, STDOUT_FILENO);
    }
  g_test_init (&argc, &argv, NULL);
  if (n_words > argc)
    work (words[2], words[3], words[4]);
  g_test_add ("/organisation/kill", Fixture, NULL, set_up, test_kill, tear_down);

  return g_test_run ();
}
