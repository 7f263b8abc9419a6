/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading: what is stored, what is built anew, and what goes wrong. */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue.h"
#include "mw-error.h"

typedef struct
{
  char *folder;
  char *xml;
  char *database;
  MwCatalogue *catalogue;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *two = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);
  g_autofree char *text = NULL;
  gsize length;

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->xml = g_build_filename (fixture->folder, "catalogue.xml", NULL);
  fixture->database = g_build_filename (fixture->folder, "data", "catalogue.db", NULL);
  g_assert_true (g_file_get_contents (two, &text, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->xml, text, (gssize) length, NULL));
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
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait (Fixture *fixture)
{
  while (!fixture->result)
    g_main_context_iteration (NULL, TRUE);
}

/* Its tasks let go of a catalogue one by one in the main loop. */
static void
close_catalogue (Fixture *fixture)
{
  gpointer alive = fixture->catalogue;

  g_clear_object (&fixture->result);
  if (!alive)
    return;

  g_object_add_weak_pointer (alive, &alive);
  g_object_unref (g_steal_pointer (&fixture->catalogue));
  for (guint i = 0; alive && i < 5000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (alive);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_catalogue (fixture);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->xml);
  g_free (fixture->database);
}

static gboolean
load (Fixture *fixture, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->xml);
  gboolean loaded;

  close_catalogue (fixture);
  fixture->catalogue = mw_catalogue_new (file, fixture->database);
  mw_catalogue_load_async (fixture->catalogue, NULL, on_done, &fixture->result);
  wait (fixture);
  loaded = mw_catalogue_load_finish (fixture->catalogue, fixture->result, error);
  g_clear_object (&fixture->result);

  return loaded;
}

static guint
count (Fixture *fixture, const char *text)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autoptr (MwQueryResult) result = NULL;
  g_autoptr (GError) error = NULL;

  query->text = g_strdup (text);
  mw_catalogue_query_async (fixture->catalogue, query, NULL, on_done, &fixture->result);
  wait (fixture);
  result = mw_catalogue_query_finish (fixture->catalogue, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  return result->entries->len;
}

static void
assert_loads (Fixture *fixture, MwCatalogueNotice notice, guint n_interventions)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mw_catalogue_get_notice (fixture->catalogue), ==, notice);
  g_assert_cmpuint (count (fixture, NULL), ==, n_interventions);
  g_assert_cmpuint (count (fixture, "koken"), ==, 1);
}

static void
change_xml (Fixture *fixture, const char *find, const char *replace)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (fixture->xml, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, find, replace, 1), >, 0);
  g_assert_true (g_file_set_contents (fixture->xml, changed->str, -1, NULL));
}

static guint64
get_inode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_ino;
}

static guint
count_files (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir))
    n_files++;

  return n_files;
}

static void
test_stored_once (Fixture *fixture, gconstpointer data)
{
  guint64 inode;

  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_cmpuint (count_files (fixture->database), ==, 1);
  inode = get_inode (fixture->database);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_cmpuint (get_inode (fixture->database), ==, inode);

  change_xml (fixture, "Eetclub De Linde", "Eetclub De Beuk");
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_cmpuint (count (fixture, "beuk"), ==, 1);
  g_assert_cmpuint (count_files (fixture->database), ==, 1);
}

static void
test_invalid_keeps_what_was (Fixture *fixture, gconstpointer data)
{
  guint64 inode;

  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  inode = get_inode (fixture->database);
  change_xml (fixture, "value=\"older\"", "value=\"oud\"");
  assert_loads (fixture, MW_CATALOGUE_NOTICE_KEPT_INVALID, 2);
  g_assert_cmpuint (mw_catalogue_get_problems (fixture->catalogue)->len, ==, 1);
  g_assert_cmpuint (get_inode (fixture->database), ==, inode);
  g_assert_cmpuint (count_files (fixture->database), ==, 1);
}

static void
test_unreadable_keeps_what_was (Fixture *fixture, gconstpointer data)
{
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  g_unlink (fixture->xml);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_KEPT_UNREADABLE, 2);
}

static void
test_nothing_at_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  change_xml (fixture, "</catalogue>", "");
  g_assert_false (load (fixture, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_INVALID);
  g_clear_error (&error);
  g_unlink (fixture->xml);
  g_assert_false (load (fixture, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_true (g_file_set_contents (fixture->database, "this is no database, and quite long enough for one", -1, NULL));
  assert_loads (fixture, MW_CATALOGUE_NOTICE_REBUILT, 2);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
}

/* Each page of the file in turn becomes nonsense: all is found all the same, now or after it has been read anew. */
static void
test_damaged_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;

  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  close_catalogue (fixture);
  g_assert_true (g_file_get_contents (fixture->database, &whole, &length, NULL));
  for (gsize page = 0; page < length; page += 4096)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      memset (damaged + page + (page == 0 ? 100 : 0), 0xa5, MIN (4096, length - page) - (page == 0 ? 100 : 0));
      g_assert_true (g_file_set_contents (fixture->database, damaged, (gssize) length, NULL));
      g_assert_true (load (fixture, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count (fixture, NULL), ==, 2);
      count (fixture, "koken");
    }
}

/* Writes a big-endian number into the file's header. */
static void
set_header (const char *path, gsize offset, guint32 value)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  value = GUINT32_TO_BE (value);
  memcpy (bytes + offset, &value, sizeof value);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
test_newer_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;

  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  close_catalogue (fixture);
  set_header (fixture->database, 60, 99); /* user_version */
  g_assert_true (g_file_get_contents (fixture->database, &before, &length, NULL));
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NEWER, 2);
  close_catalogue (fixture);
  g_assert_true (g_file_get_contents (fixture->database, &after, NULL, NULL));
  g_assert_cmpmem (before, length, after, length);
}

static void
test_older_is_replaced (Fixture *fixture, gconstpointer data)
{
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  close_catalogue (fixture);
  set_header (fixture->database, 60, 0);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
}

/* A folder that cannot be made: a file stands in its place. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->database);

  g_assert_true (g_file_set_contents (folder, "x", 1, NULL));
  assert_loads (fixture, MW_CATALOGUE_NOTICE_UNWRITABLE, 2);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->database);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_UNWRITABLE, 2);
  g_chmod (folder, 0700);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->database);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=16k") < 0)
    {
      g_test_skip ("no file system may be mounted here");
      return;
    }
  assert_loads (fixture, MW_CATALOGUE_NOTICE_FULL, 2);
  g_assert_cmpuint (count_files (fixture->database), ==, 0);
  close_catalogue (fixture);
  g_assert_cmpint (umount (folder), ==, 0);
}

static void
test_leftovers_go (Fixture *fixture, gconstpointer data)
{
  g_autofree char *leftover = g_strconcat (fixture->database, ".new-abcdef", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->database);
  struct timespec old[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (leftover, "x", 1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, leftover, old, 0), ==, 0);
  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

static void
test_intervention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MwIntervention) intervention = NULL;
  g_autoptr (GError) error = NULL;
  const MwBlock *item;

  assert_loads (fixture, MW_CATALOGUE_NOTICE_NONE, 2);
  mw_catalogue_get_intervention_async (fixture->catalogue, "eetclub", NULL, on_done, &fixture->result);
  wait (fixture);
  intervention = mw_catalogue_get_intervention_finish (fixture->catalogue, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mw_intervention_get_name (intervention, MW_LANGUAGE_EN), ==, "Eetclub De Linde");
  g_assert_false (mw_intervention_has_language (intervention, MW_LANGUAGE_EN));
  g_assert_cmpuint (intervention->not_stated, ==, 1u << MW_FIELD_COSTS);
  item = g_ptr_array_index (mw_intervention_get_field (intervention, MW_FIELD_MATERIALS, MW_LANGUAGE_EN), 0);
  g_assert_cmpstr (item->text, ==, "Een Handboek (A. Voorbeeld, 2001, ISBN 9789000000000).");
  g_assert_cmpuint (item->spans->len, ==, 1);
  g_clear_object (&fixture->result);

  mw_catalogue_get_intervention_async (fixture->catalogue, "nergens", NULL, on_done, &fixture->result);
  wait (fixture);
  g_assert_null (mw_catalogue_get_intervention_finish (fixture->catalogue, fixture->result, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/catalogue/stored-once", test_stored_once);
  add ("/catalogue/invalid", test_invalid_keeps_what_was);
  add ("/catalogue/unreadable", test_unreadable_keeps_what_was);
  add ("/catalogue/nothing-at-all", test_nothing_at_all);
  add ("/catalogue/no-database", test_no_database);
  add ("/catalogue/damaged-pages", test_damaged_pages);
  add ("/catalogue/newer", test_newer_is_left_alone);
  add ("/catalogue/older", test_older_is_replaced);
  add ("/catalogue/unwritable", test_unwritable);
  add ("/catalogue/read-only-folder", test_read_only_folder);
  add ("/catalogue/full-disk", test_full_disk);
  add ("/catalogue/leftovers", test_leftovers_go);
  add ("/catalogue/intervention", test_intervention);

  return g_test_run ();
}
