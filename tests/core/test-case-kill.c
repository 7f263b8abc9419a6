/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case-fixture.h"

/* The program is killed at any moment. A child works on the file and writes each thing that is done to a pipe; the file must
 * hold at least that. */

#define N_KINDS 5
#ifdef __SANITIZE_ADDRESS__ /* takes longer; the full number runs without */
#define N_KILLS 100
#else
#define N_KILLS 200
#endif
#define N_KILLS_SLOW 5000
#define N_CASES 6
/* After so many kills a new file, for the time that it takes. */
#define N_KILLS_PER_FILE 20

/* The longest time that a child is left alive; longer where it comes to nothing in it. */
#define MAX_MICROSECONDS 500000
static gint32 max_microseconds = 30000;

typedef struct
{
  Cases cases;
  guint64 done[N_CASES + 1]; /* the last number that was acknowledged for each case */
  guint64 next;
  guint n_acknowledged;
} Life;

typedef struct
{
  const char *name;
  void (*work) (Life *life, int acknowledge); /* in the child; need not end */
  void (*check) (Life *life);                 /* (nullable) besides the file itself */
} Kind;

static const MwMigration migrations[N_KILLS_PER_FILE + 2] = {
  [1] = { "CREATE TABLE more (id INTEGER PRIMARY KEY, bytes BLOB); INSERT INTO more (bytes) VALUES (zeroblob (100000))" },
};

static void
tell (int acknowledge, guint64 id, guint64 number)
{
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", id, number);

  if (write (acknowledge, line, strlen (line)) != (gssize) strlen (line))
    _exit (1);
}

static guint64
save_number (MwCaseStore *store, guint64 id, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  return save (store, id, text);
}

static void
work_save (Life *life, int acknowledge)
{
  g_autoptr (MwCaseStore) store = open_store (&life->cases);

  for (guint64 n = life->next;; n++)
    {
      guint64 id = n % (N_CASES + 1); /* now and then a new one, which is not followed up */

      save_number (store, id, n);
      tell (acknowledge, id, n);
    }
}

static void
work_rotate (Life *life, int acknowledge)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (MwCaseStore) store = open_store (&life->cases);

  for (guint64 n = life->next;; n++)
    {
      g_autofree char *recovery = mw_case_store_rotate (store, passphrase, NULL);

      g_assert_nonnull (recovery);
      save_number (store, 1, n);
      tell (acknowledge, 1, n);
    }
}

static void
work_migrate (Life *life, int acknowledge)
{
  g_autoptr (MwCaseStore) store = open_store (&life->cases);

  save_number (store, 1, life->next);
  tell (acknowledge, 1, life->next);
}

static char *
dup_copy_name (Life *life, guint64 n)
{
  g_autofree char *name = g_strdup_printf ("copy-%" G_GUINT64_FORMAT ".db", n);

  return g_build_filename (life->cases.folder, name, NULL);
}

/* A copy counts for a save of case 1. */
static void
work_back_up (Life *life, int acknowledge)
{
  g_autoptr (MwCaseStore) store = open_store (&life->cases);

  for (guint64 n = life->next;; n++)
    {
      g_autofree char *path = dup_copy_name (life, n);

      save_number (store, 1, n);
      g_assert_true (mw_case_store_back_up (store, path, NULL));
      tell (acknowledge, 1, n);
    }
}

static void
assert_whole (Life *life, const char *path)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (path, FALSE, &life->cases.options, &error);
  guint n_damaged = G_MAXUINT;

  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, &error));
  g_assert_false (mw_case_store_is_damaged (store));
  g_assert_true (mw_case_store_verify (store, &n_damaged, &error));
  g_assert_cmpuint (n_damaged, ==, 0);
  for (guint64 id = 1; id <= N_CASES && life->next > 0; id++)
    {
      g_autofree char *text = try_read (store, id, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_ascii_strtoull (text, NULL, 10), >=, life->done[id]);
    }
}

static void
check_back_up (Life *life)
{
  g_autoptr (GDir) dir = g_dir_open (life->cases.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (life->cases.folder, name, NULL);
      guint64 n = g_str_has_prefix (name, "copy-") ? g_ascii_strtoull (name + strlen ("copy-"), NULL, 10) : 0;
      guint64 done = life->done[1];

      if (n == 0)
        continue;
      if (n <= done && g_str_has_suffix (name, ".db"))
        {
          life->done[1] = n;
          assert_whole (life, path);
          life->done[1] = done;
        }
      g_unlink (path);
    }
}

/* What bears the name of a copy is whole. */
static void
check_migrate (Life *life)
{
  g_autoptr (GDir) dir = g_dir_open (life->cases.backups, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, "version-") && g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_build_filename (life->cases.backups, name, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (MwDatabase) copy = mw_database_open (path, MW_DATABASE_READ_ONLY, &error);
        gint64 n_cases;

        g_assert_no_error (error);
        g_assert_true (mw_database_check (copy, &error));
        g_assert_true (mw_database_read_int64 (copy, "SELECT count(*) FROM record", &n_cases, &error));
        g_assert_cmpint (n_cases, >=, N_CASES);
        g_clear_object (&copy);
        g_unlink (path);
      }
}

static void
work_create (Life *life, int acknowledge)
{
  mw_case_store_free (create_store (&life->cases));
  tell (acknowledge, 0, 1);
}

static const Kind kinds[N_KINDS] = {
  { "save", work_save, NULL },
  { "rotate", work_rotate, NULL },
  { "migrate", work_migrate, check_migrate },
  { "back-up", work_back_up, check_back_up },
  { "create", work_create, NULL },
};

static void
begin_life (Life *life, const Kind *kind)
{
  MwCaseStore *store;

  memset (life, 0, sizeof *life);
  cases_set_up (&life->cases, NULL);
  if (kind->work == work_create)
    return;

  store = create_store (&life->cases);
  for (guint64 id = 1; id <= N_CASES; id++)
    life->done[id] = life->next = save_number (store, 0, id);
  mw_case_store_free (store);
  life->next++;
}

/* Reads what the child has told until it was gone. */
static void
take_acknowledged (Life *life, int from)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char buffer[4096];
  gssize n;

  while ((n = read (from, buffer, sizeof buffer)) > 0)
    g_string_append_len (all, buffer, n);
  lines = g_strsplit (all->str, "\n", -1);
  for (guint i = 0; lines[i] && lines[i + 1]; i++) /* behind the last line end is nothing, or half a line */
    {
      char *rest;
      guint64 id = g_ascii_strtoull (lines[i], &rest, 10);

      g_assert_cmpuint (id, <=, N_CASES);
      life->done[id] = g_ascii_strtoull (rest, NULL, 10);
      life->next = MAX (life->next, life->done[id] + 1);
      life->n_acknowledged++;
    }
}

static void
kill_once (Life *life, const Kind *kind)
{
  gulong pause = (gulong) g_test_rand_int_range (0, max_microseconds);
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      kind->work (life, ends[1]);
      _exit (0);
    }

  close (ends[1]);
  g_usleep (pause);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status))
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  else
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL); /* and nothing that it did itself */
  take_acknowledged (life, ends[0]);
  close (ends[0]);
}

/* None, or a whole one. */
static void
check_created (Life *life)
{
  g_autofree char *aside = g_strconcat (life->cases.path, ".new", NULL);

  if (g_file_test (life->cases.path, G_FILE_TEST_EXISTS))
    assert_whole (life, life->cases.path);
  else
    {
      g_assert_cmpuint (life->n_acknowledged, ==, 0);
      mw_case_store_free (create_store (&life->cases)); /* in spite of what was left behind */
    }
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

static void
run_life (const Kind *kind, guint n_kills, guint *n_acknowledged)
{
  Life life;

  begin_life (&life, kind);
  for (guint i = 0; i < n_kills; i++)
    {
      if (kind->work == work_migrate)
        {
          life.cases.options.migrations = migrations;
          life.cases.options.n_migrations = 2 + i;
        }
      kill_once (&life, kind);
      if (*n_acknowledged + life.n_acknowledged == 0)
        max_microseconds = MIN (2 * max_microseconds, MAX_MICROSECONDS);
      life.next += 1000; /* what was begun and not told may be there */
      if (kind->work == work_create)
        {
          life.next = 0;
          check_created (&life);
          break;
        }
      assert_whole (&life, life.cases.path);
      if (kind->check)
        kind->check (&life);
    }
  *n_acknowledged += life.n_acknowledged;
  cases_tear_down (&life.cases, NULL);
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  guint n_kills = (g_test_slow () ? N_KILLS_SLOW : N_KILLS) / N_KINDS;
  guint per_file = kind->work == work_create ? 1 : N_KILLS_PER_FILE;
  guint n_acknowledged = 0;

  for (guint n = 0; n < n_kills; n += per_file)
    run_life (kind, per_file, &n_acknowledged);
  g_test_message ("%s: %u kills, %u things done", kind->name, n_kills, n_acknowledged);
  g_assert_cmpuint (n_acknowledged, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autofree char *path = g_strconcat ("/case-kill/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  return g_test_run ();
}
