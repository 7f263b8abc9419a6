/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of an organisation's offer: two keepers, a shared folder, and what goes wrong with a disk. */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-disk.h"
#include "mw-organisation-file.h"
#include "mw-organisation-merge.h"
#include "mw-organisation-reader.h"

typedef struct
{
  char *root;
  char *shared;
  char *homes[2];
  MwOrganisationFile *files[2];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mw_organisation_file_set_times (3000, 50);
  fixture->root = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->shared = g_build_filename (fixture->root, "shared", NULL);
  g_mkdir (fixture->shared, 0700);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("home-%u", i);

      fixture->homes[i] = g_build_filename (fixture->root, name, NULL);
    }
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

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* What its thread still does is let go of in the main loop. */
static void
close_file (Fixture *fixture, guint i)
{
  g_clear_object (&fixture->files[i]);
  run_for (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      close_file (fixture, i);
      g_free (fixture->homes[i]);
    }
  remove_all (fixture->root);
  g_free (fixture->root);
  g_free (fixture->shared);
}

static void
wait_for_state (Fixture *fixture, guint i, MwOrganisationState state)
{
  while (mw_organisation_file_get_state (fixture->files[i]) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_file (Fixture *fixture, guint i, gboolean shared, MwOrganisationState state)
{
  close_file (fixture, i);
  fixture->files[i] = mw_organisation_file_new (fixture->homes[i], shared ? fixture->shared : NULL);
  wait_for_state (fixture, i, state);
}

static void
set_provider (Fixture *fixture, guint i, const char *id, const char *provider)
{
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, NULL, MW_OFFER_PARTNER);

  mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, provider);
  mw_organisation_file_set_item (fixture->files[i], item);
}

static const char *
get_provider (Fixture *fixture, guint i, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (mw_organisation_file_get (fixture->files[i]), MW_ITEM_OFFER, id);

  return item ? item->texts[MW_OFFER_PROVIDER] : NULL;
}

static void
wait_for_provider (Fixture *fixture, guint i, const char *id, const char *provider)
{
  mw_organisation_file_refresh (fixture->files[i]);
  while (g_strcmp0 (get_provider (fixture, i, id), provider) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static char *
dup_path (const char *folder)
{
  return g_build_filename (folder, "organisation.xml", NULL);
}

static void
write_file (const char *folder, const char *text)
{
  g_autofree char *path = dup_path (folder);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_file (const char *folder)
{
  g_autofree char *path = dup_path (folder);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static gboolean
file_has (const char *folder, const char *word)
{
  g_autofree char *text = read_file (folder);

  return text && strstr (text, word);
}

static void
test_saved_and_read_again (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  g_assert_null (read_file (fixture->homes[0]));
  set_provider (fixture, 0, "a", "De Linde");
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde"); /* at once */
  g_assert_cmpint (mw_organisation_file_get_state (fixture->files[0]), ==, MW_ORGANISATION_SAVING);
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_true (mw_organisation_file_is_clean (fixture->files[0]));
  g_assert_true (file_has (fixture->homes[0], "De Linde"));
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde");
}

/* Many changes while the first is still being written: the last word of each stands. */
static void
test_fast_changes (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("a-%u", i % 7);
      g_autofree char *provider = g_strdup_printf ("nummer %u", i);

      set_provider (fixture, 0, id, provider);
      if (i % 20 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[0])->len, ==, 0);
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  g_assert_cmpstr (get_provider (fixture, 0, "a-3"), ==, "nummer 199");
  g_assert_cmpstr (get_provider (fixture, 0, "a-4"), ==, "nummer 193" + 0);
}

/* Two programs on one file, who changed different interventions: nothing is lost. */
static void
test_two_keepers (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  set_provider (fixture, 1, "b", "De Brug");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);
  wait_for_provider (fixture, 0, "b", "De Brug");
  wait_for_provider (fixture, 1, "a", "De Linde");
  g_assert_true (file_has (fixture->shared, "De Linde"));
  g_assert_true (file_has (fixture->shared, "De Brug"));
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[0])->len, ==, 0);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[1])->len, ==, 0);
}

/* The two write all the time; what each wrote is there in the end. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture->shared);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MwOrganisation) organisation = NULL;

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *mine = g_strdup_printf ("a-%u", i);
      g_autofree char *theirs = g_strdup_printf ("b-%u", i);

      set_provider (fixture, 0, mine, "De Linde");
      set_provider (fixture, 1, theirs, "De Brug");
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);
  organisation = mw_organisation_read (file, NULL, NULL, NULL);
  g_assert_nonnull (organisation);
  g_assert_cmpuint (mw_organisation_get_items (organisation)->len, ==, 40);
}

static void
make_conflict (Fixture *fixture)
{
  mw_organisation_file_set_times (3000, 1000000); /* neither looks what the other does */
  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Brug");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  set_provider (fixture, 1, "a", "De Linde");
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);
}

/* The same one: the colleague's stays in the file, and one's own is kept until it is chosen, also beyond a restart. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  gboolean mine = GPOINTER_TO_INT (data);
  const MwOrganisationConflict *conflict;

  make_conflict (fixture);
  g_assert_cmpstr (get_provider (fixture, 1, "a"), ==, "De Brug");
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[1])->len, ==, 1);
  conflict = g_ptr_array_index (mw_organisation_file_get_conflicts (fixture->files[1]), 0);
  g_assert_cmpstr (conflict->mine->texts[MW_OFFER_PROVIDER], ==, "De Linde");
  g_assert_cmpstr (conflict->theirs->texts[MW_OFFER_PROVIDER], ==, "De Brug");

  mw_organisation_file_resolve (fixture->files[1], MW_ITEM_OFFER, "a", mine);
  g_assert_cmpint (mw_organisation_file_get_state (fixture->files[1]), ==, MW_ORGANISATION_SAVING);
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[1])->len, ==, 0);
  g_assert_cmpstr (get_provider (fixture, 1, "a"), ==, mine ? "De Linde" : "De Brug");
  wait_for_provider (fixture, 0, "a", mine ? "De Linde" : "De Brug");
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[1])->len, ==, 0);
}

/* A file that somebody else wrote is noticed without asking. */
static void
test_watched (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  write_file (fixture->homes[0], "<organisation xmlns=\"urn:maatwerk:organisation:1\"><offer intervention=\"a\" status=\"own\" "
                                 "modified=\"2026-01-02T03:04:05Z\" revision=\"7\"/></organisation>");
  while (mw_organisation_get_status (mw_organisation_file_get (fixture->files[0]), "a") != MW_OFFER_OWN)
    g_main_context_iteration (NULL, TRUE);
}

/* A file with mistakes is left alone: what is shown is as it was, and nothing can be changed until it is mended. */
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = NULL;
  const MwProblem *problem;

  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  close_file (fixture, 0);
  good = read_file (fixture->homes[0]);
  write_file (fixture->homes[0], "<organisation xmlns=\"urn:maatwerk:organisation:1\">\n<offer/></organisation>");

  open_file (fixture, 0, FALSE, MW_ORGANISATION_INVALID);
  g_assert_false (mw_organisation_file_is_editable (fixture->files[0]));
  problem = g_ptr_array_index (mw_organisation_file_get_problems (fixture->files[0]), 0);
  g_assert_cmpuint (problem->line, ==, 2);
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde");
  g_assert_true (file_has (fixture->homes[0], "<offer/>"));

  write_file (fixture->homes[0], good);
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_true (mw_organisation_file_is_editable (fixture->files[0]));
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde");
}

/* It starts with the copy, works on it, and puts both together when the folder is back, also in a later run. */
static void
test_shared_folder_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->shared, ".away", NULL);

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  close_file (fixture, 0);
  set_provider (fixture, 1, "c", "De Brug");
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);
  close_file (fixture, 1);

  g_assert_cmpint (g_rename (fixture->shared, away), ==, 0);
  open_file (fixture, 0, TRUE, MW_ORGANISATION_AWAY);
  g_assert_error (mw_organisation_file_get_error (fixture->files[0]), MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde");
  set_provider (fixture, 0, "b", "Humanitas");
  while (!mw_organisation_file_is_clean (fixture->files[0]))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (fixture->shared, G_FILE_TEST_EXISTS));

  /* An empty folder in its place, as where nothing is mounted, is not the folder either. */
  g_mkdir (fixture->shared, 0700);
  open_file (fixture, 0, TRUE, MW_ORGANISATION_AWAY);
  g_assert_cmpstr (get_provider (fixture, 0, "b"), ==, "Humanitas");
  g_assert_null (read_file (fixture->shared));
  remove_all (fixture->shared);

  g_assert_cmpint (g_rename (away, fixture->shared), ==, 0);
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_cmpstr (get_provider (fixture, 0, "c"), ==, "De Brug");
  g_assert_true (file_has (fixture->shared, "Humanitas"));
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[0])->len, ==, 0);
}

/* Returns: (transfer full): the file of the first one's data folder that holds what it last read */
static char *
dup_base (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->homes[0], 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, "organisation-base-") && g_str_has_suffix (name, ".xml"))
      return g_build_filename (fixture->homes[0], name, NULL);

  g_assert_not_reached ();
}

/* Killed between keeping the copy and keeping what was read: what a colleague wrote is in the copy, and is not taken for one's own. */
static void
test_killed_while_keeping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = NULL;
  g_autofree char *next = NULL;
  g_autofree char *before = NULL;

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 1, "a", "De Linde");
  wait_for_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  base = dup_base (fixture);
  next = g_strconcat (base, ".next", NULL);
  g_assert_true (g_file_get_contents (base, &before, NULL, NULL));
  set_provider (fixture, 1, "a", "De Brug");
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);
  wait_for_provider (fixture, 0, "a", "De Brug");
  close_file (fixture, 0);
  g_assert_cmpint (g_rename (base, next), ==, 0);
  g_assert_true (g_file_set_contents (base, before, -1, NULL));
  set_provider (fixture, 1, "a", "De Es");
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[0])->len, ==, 0);
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Es");
  g_assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
}

/* Killed before that: the copy has what was written here, and what was to be kept is not taken for it. */
static void
test_killed_before_keeping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = NULL;
  g_autofree char *next = NULL;

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  open_file (fixture, 1, TRUE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  close_file (fixture, 0);
  base = dup_base (fixture);
  next = g_strconcat (base, ".next", NULL);
  g_assert_true (g_file_set_contents (next, "<organisation xmlns=\"urn:maatwerk:organisation:1\"/>", -1, NULL));
  set_provider (fixture, 1, "b", "De Brug");
  wait_for_state (fixture, 1, MW_ORGANISATION_SAVED);

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde");
  g_assert_cmpstr (get_provider (fixture, 0, "b"), ==, "De Brug");
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->files[0])->len, ==, 0);
  g_assert_true (file_has (fixture->shared, "De Linde"));
  g_assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
}

/* A pipe that nobody writes to keeps a reader waiting, as a server does that is not there. */
static void
test_shared_folder_slow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture->shared);
  int pipe;

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  close_file (fixture, 0);
  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  mw_organisation_file_set_times (100, 50);

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SLOW);
  g_assert_cmpstr (get_provider (fixture, 0, "a"), ==, "De Linde");
  g_assert_true (mw_organisation_file_is_editable (fixture->files[0]));
  set_provider (fixture, 0, "b", "De Brug");
  g_assert_cmpstr (get_provider (fixture, 0, "b"), ==, "De Brug");

  /* What it says in the end is taken, and what was changed meanwhile is not lost. */
  pipe = g_open (path, O_WRONLY | O_CLOEXEC);
  g_unlink (path);
  g_assert_cmpint (write (pipe, "<organisation xmlns=\"urn:maatwerk:organisation:1\"/>", 51), ==, 51);
  close (pipe);
  write_file (fixture->shared, "<organisation xmlns=\"urn:maatwerk:organisation:1\"/>");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_true (file_has (fixture->shared, "De Brug"));
}

static void
assert_failed (Fixture *fixture, MwStorageError code)
{
  wait_for_state (fixture, 0, MW_ORGANISATION_FAILED);
  g_assert_error (mw_organisation_file_get_error (fixture->files[0]), MW_STORAGE_ERROR, (int) code);
  g_assert_cmpstr (get_provider (fixture, 0, "b"), ==, "De Brug");
  g_assert_false (mw_organisation_file_is_clean (fixture->files[0]));
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (MW_OFFER_MAX_TEXT, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MwOrganisationItem *item = mw_organisation_item_new_offer ("b", NULL, MW_OFFER_OWN);

  g_mkdir (fixture->homes[0], 0700);
  if (mount ("tmpfs", fixture->homes[0], "tmpfs", 0, "size=16k") < 0)
    {
      mw_organisation_item_unref (item);
      g_test_skip ("no file system may be mounted here");
      return;
    }
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  before = read_file (fixture->homes[0]);
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    mw_organisation_item_set_text (item, t, endless);
  mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, "De Brug");
  mw_organisation_file_set_item (fixture->files[0], item);
  assert_failed (fixture, MW_STORAGE_ERROR_FULL);
  after = read_file (fixture->homes[0]);
  g_assert_cmpstr (before, ==, after);

  /* Room is made: it is tried again. */
  g_assert_cmpint (mount ("tmpfs", fixture->homes[0], "tmpfs", MS_REMOUNT, "size=1m"), ==, 0);
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_true (file_has (fixture->homes[0], "De Brug"));
  close_file (fixture, 0);
  g_assert_cmpint (umount (fixture->homes[0]), ==, 0);
}

/* A folder of another kind, since root may write in every folder. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_mkdir (fixture->homes[0], 0700);
  if (mount ("tmpfs", fixture->homes[0], "tmpfs", 0, "size=1m") < 0)
    {
      g_test_skip ("no file system may be mounted here");
      return;
    }
  open_file (fixture, 0, FALSE, MW_ORGANISATION_SAVED);
  set_provider (fixture, 0, "a", "De Linde");
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  g_assert_cmpint (mount ("tmpfs", fixture->homes[0], "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  set_provider (fixture, 0, "b", "De Brug");
  assert_failed (fixture, MW_STORAGE_ERROR_READ_ONLY);
  g_assert_cmpint (mount ("tmpfs", fixture->homes[0], "tmpfs", MS_REMOUNT, NULL), ==, 0);
  wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
  close_file (fixture, 0);
  g_assert_cmpint (umount (fixture->homes[0]), ==, 0);
}

/* An editor that knows of no lock writes between reading and writing. */
static void
test_sync_sees_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture->shared);
  g_autofree char *conflicts_path = g_build_filename (fixture->shared, "mine.xml", NULL);
  g_autoptr (MwOrganisation) base = mw_organisation_new ();
  g_autoptr (MwOrganisation) mine
    = mw_organisation_with (base, mw_organisation_item_new_offer ("a", NULL, MW_OFFER_OWN));
  g_autoptr (GPtrArray) conflicts = mw_organisation_conflict_list_new ();
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwOrganisation) result = NULL;
  g_autoptr (GError) error = NULL;
  MwOrganisationSync sync = { path, conflicts_path, base, mine, FALSE, FALSE, conflicts, problems };

  g_assert_null (mw_organisation_disk_sync (&sync, NULL, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_ptr_array_set_size (problems, 0);

  write_file (fixture->shared, "<organisation xmlns=\"urn:maatwerk:organisation:1\"><offer intervention=\"b\" "
                               "status=\"own\" modified=\"2026-01-02T03:04:05Z\" revision=\"7\"/></organisation>");
  result = mw_organisation_disk_sync (&sync, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mw_organisation_get_status (result, "a"), ==, MW_OFFER_OWN);
  g_assert_cmpint (mw_organisation_get_status (result, "b"), ==, MW_OFFER_OWN);
  g_assert_true (file_has (fixture->shared, "\"a\""));
  g_assert_true (file_has (fixture->shared, "\"b\""));
}

/* What is in the way of a writer stays; only the lock is made beside the file. */
static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  open_file (fixture, 0, TRUE, MW_ORGANISATION_SAVED);
  for (guint i = 0; i < 5; i++)
    {
      set_provider (fixture, 0, "a", i % 2 ? "De Linde" : "De Brug");
      wait_for_state (fixture, 0, MW_ORGANISATION_SAVED);
    }
  dir = g_dir_open (fixture->shared, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    g_assert_true (g_str_equal (name, "organisation.xml") || g_str_equal (name, "organisation.xml.lock"));
}

#define add(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/organisation-file/saved", NULL, test_saved_and_read_again);
  add ("/organisation-file/fast-changes", NULL, test_fast_changes);
  add ("/organisation-file/two-keepers", NULL, test_two_keepers);
  add ("/organisation-file/two-writers", NULL, test_two_writers);
  add ("/organisation-file/conflict/mine", GINT_TO_POINTER (TRUE), test_conflict);
  add ("/organisation-file/conflict/theirs", GINT_TO_POINTER (FALSE), test_conflict);
  add ("/organisation-file/watched", NULL, test_watched);
  add ("/organisation-file/invalid", NULL, test_invalid);
  add ("/organisation-file/shared-folder-gone", NULL, test_shared_folder_gone);
  add ("/organisation-file/shared-folder-slow", NULL, test_shared_folder_slow);
  add ("/organisation-file/killed-while-keeping", NULL, test_killed_while_keeping);
  add ("/organisation-file/killed-before-keeping", NULL, test_killed_before_keeping);
  add ("/organisation-file/full-disk", NULL, test_full_disk);
  add ("/organisation-file/unwritable", NULL, test_unwritable);
  add ("/organisation-file/sync", NULL, test_sync_sees_others);
  add ("/organisation-file/nothing-left", NULL, test_nothing_left);

  return g_test_run ();
}
