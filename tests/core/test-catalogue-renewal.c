/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another catalogue in the place of the present one: accepted, undone, kept over a restart; and what goes wrong. */
#include "config.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mw-catalogue-reader.h"
#include "mw-xml-guard.h"
#include "renewal-fixture.h"

static void
assert_loads (Renewals *self, MwCatalogueNotice notice, guint version)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (load (self, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mw_catalogue_get_notice (self->catalogue), ==, notice);
  assert_version (self, version);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir && g_dir_read_name (dir))
    n_files++;

  return n_files;
}

/* A task lets go of its copy in the main loop. */
static void
assert_n_files (Renewals *self, guint n_files)
{
  for (guint i = 0; i < 5000 && count_files (self->data) > n_files; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (count_files (self->data), ==, n_files);
}

static void
count_changed (guint *n)
{
  (*n)++;
}

static void
test_proposal (Renewals *self, gconstpointer data)
{
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;
  MwCatalogueChange *change;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  write_version (self->candidate, 2);
  proposal = propose (self, self->candidate, &error);
  g_assert_no_error (error);
  g_assert_false (proposal->is_present);
  g_assert_cmpstr (proposal->before->version, ==, "1");
  g_assert_cmpstr (proposal->after->version, ==, "2");
  g_assert_cmpuint (mw_catalogue_changes_get_n (proposal->changes), ==, 3);
  for (guint k = 0; k < MW_N_CHANGE_KINDS; k++)
    g_assert_cmpuint (proposal->changes->by_kind[k]->len, ==, 1);
  change = g_ptr_array_index (proposal->changes->by_kind[MW_CHANGE_ADDED], 0);
  g_assert_cmpstr (change->id, ==, "zangkoor");
  change = g_ptr_array_index (proposal->changes->by_kind[MW_CHANGE_REMOVED], 0);
  g_assert_cmpstr (change->id, ==, "wandelgroep");
  change = g_ptr_array_index (proposal->changes->by_kind[MW_CHANGE_CHANGED], 0);
  g_assert_cmpstr (change->id, ==, "eetclub");
  g_assert_cmpuint (change->parts->len, ==, 1);
  assert_version (self, 1); /* nothing has changed yet */
  g_clear_pointer (&proposal, mw_catalogue_proposal_unref);
  assert_n_files (self, 1);
}

static void
test_accept_and_undo (Renewals *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  g_assert_null (mw_catalogue_get_previous (self->catalogue));
  g_signal_connect_swapped (self->catalogue, "changed", G_CALLBACK (count_changed), &n_changed);
  renew_to (self, 2);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_version (self, 2);
  g_assert_cmpstr (mw_catalogue_get_previous (self->catalogue)->version, ==, "1");

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_cmpstr (mw_catalogue_get_previous (self->catalogue)->version, ==, "1");
  g_assert_true (undo (self, &error));
  assert_version (self, 1);
  g_assert_cmpstr (mw_catalogue_get_previous (self->catalogue)->version, ==, "2");
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);

  /* And the other way round. */
  g_assert_true (undo (self, &error));
  assert_version (self, 2);
  g_assert_no_error (error);
  /* catalogue.xml, catalogue-previous.xml, catalogue.db and former */
  assert_n_files (self, 4);
}

static void
test_nothing_to_undo (Renewals *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  g_assert_false (undo (self, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND);
  assert_version (self, 1);
}

static void
test_the_same (Renewals *self, gconstpointer data)
{
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  write_version (self->candidate, 1);
  proposal = propose (self, self->candidate, &error);
  g_assert_no_error (error);
  g_assert_true (proposal->is_present);
  g_assert_cmpuint (mw_catalogue_changes_get_n (proposal->changes), ==, 0);
  g_assert_cmpuint (proposal->changes->n_same, ==, 2);
}

/* What has left stays readable, whichever way it left, and is no former one when it comes back. */
static void
test_former (Renewals *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwIntervention) gone = NULL;
  g_autoptr (MwIntervention) back = NULL;
  g_autoptr (MwIntervention) undone = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (self->data, "former", "wandelgroep.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MwIntervention) never = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  renew_to (self, 2);
  gone = get (self, "wandelgroep");
  g_assert_nonnull (gone);
  g_assert_cmpstr (gone->former->version, ==, "1");
  g_assert_cmpstr (gone->former->published, ==, "2020-01-01");
  g_assert_cmpstr (gone->name[MW_LANGUAGE_NL], ==, "Wandelgroep Één");
  g_assert_cmpuint (gone->fields[MW_FIELD_METHOD][MW_LANGUAGE_NL]->len, ==, 1);
  never = get (self, "../former/wandelgroep");
  g_assert_null (never);
  /* A catalogue of its own, which can be checked. */
  g_assert_true (mw_catalogue_read (file, NULL, NULL, NULL, NULL, NULL, &error));

  g_assert_true (undo (self, &error));
  back = get (self, "wandelgroep");
  g_assert_null (back->former);
  undone = get (self, "zangkoor");
  g_assert_cmpstr (undone->former->version, ==, "2");

  /* One that was damaged is not found; the rest works. */
  renew_to (self, 4);
  g_assert_true (g_file_set_contents (path, "<half", -1, NULL));
  never = get (self, "wandelgroep");
  g_assert_null (never);
}

/* What a new version of the program leaves out stays readable, too. */
static void
test_former_of_program (Renewals *self, gconstpointer data)
{
  g_autoptr (MwIntervention) gone = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  close_catalogue (self);
  write_version (self->shipped, 2);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
  gone = get (self, "wandelgroep");
  g_assert_nonnull (gone);
  g_assert_cmpstr (gone->former->version, ==, "1");
}

static void
test_newer_program (Renewals *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  renew_to (self, 2);
  write_version (self->shipped, 9);
  assert_loads (self, MW_CATALOGUE_NOTICE_SHIPPED_NEWER, 9);
  g_assert_cmpstr (mw_catalogue_get_previous (self->catalogue)->version, ==, "2");
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 9);

  /* Gone back from, it does not come again, but the next one does. */
  g_assert_true (undo (self, &error));
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
  write_version (self->shipped, 10);
  assert_loads (self, MW_CATALOGUE_NOTICE_SHIPPED_NEWER, 10);

  /* An older one does not, and one of another id does not. */
  write_version (self->shipped, 3);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 10);
}

static void
test_other_id (Renewals *self, gconstpointer data)
{
  g_autofree char *own = g_build_filename (self->data, "catalogue.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  renew_to (self, 2);
  close_catalogue (self);
  text = dup_version (12);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "catalogue:1\" id=\"test\"", "catalogue:1\" id=\"other\"", 1), ==, 1);
  g_assert_true (g_file_set_contents (self->shipped, changed->str, -1, NULL));
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
}

/* An older one was chosen on purpose and stays. */
static void
test_older (Renewals *self, gconstpointer data)
{
  write_version (self->shipped, 8);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 8);
  renew_to (self, 3);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 3);
}

static void
test_own_lost (Renewals *self, gconstpointer data)
{
  g_autofree char *own = g_build_filename (self->data, "catalogue.xml", NULL);
  g_autofree char *database = g_build_filename (self->data, "catalogue.db", NULL);

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  renew_to (self, 2);
  close_catalogue (self);
  g_assert_true (g_file_set_contents (own, "<cat", -1, NULL));
  assert_loads (self, MW_CATALOGUE_NOTICE_KEPT_INVALID, 2);
  close_catalogue (self);
  g_unlink (database);
  assert_loads (self, MW_CATALOGUE_NOTICE_OWN_LOST, 1);
  renew_to (self, 2);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
}

static void
test_without_any (Renewals *self, gconstpointer data)
{
  g_unlink (self->shipped);
  g_assert_false (load (self, NULL));
  renew_to (self, 2);
  assert_version (self, 2);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
}

static void
test_deleted_while_previewing (Renewals *self, gconstpointer data)
{
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  write_version (self->candidate, 2);
  proposal = propose (self, self->candidate, &error);
  g_assert_cmpint (g_unlink (self->candidate), ==, 0);
  g_assert_true (accept_proposal (self, proposal, &error));
  g_assert_no_error (error);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
}

static void
test_copy_deleted (Renewals *self, gconstpointer data)
{
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  write_version (self->candidate, 2);
  proposal = propose (self, self->candidate, &error);
  g_assert_cmpint (g_unlink (proposal->staged), ==, 0);
  g_assert_false (accept_proposal (self, proposal, &error));
  g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_UNREADABLE);
  assert_version (self, 1);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
}

static void
assert_refused (Renewals *self, const char *path, MwProblemKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCatalogueProposal) proposal = propose (self, path, &error);

  g_assert_null (proposal);
  g_assert_cmpint (error->domain, ==, MW_CATALOGUE_ERROR);
  g_assert_cmpuint (self->problems->len, >=, 1);
  g_assert_cmpint (((MwProblem *) g_ptr_array_index (self->problems, 0))->kind, ==, kind);
  assert_n_files (self, 1);
}

static void
assert_text_refused (Renewals *self, const char *find, const char *replace, MwProblemKind kind)
{
  g_autofree char *text = dup_version (2);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, find, replace, 1), ==, 1);
  g_assert_true (g_file_set_contents (self->candidate, changed->str, (gssize) changed->len, NULL));
  assert_refused (self, self->candidate, kind);
}

static void
test_bad_files (Renewals *self, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (MW_XML_MAX_TEXT + 1, 'x');
  g_autofree char *text = dup_version (2);
  g_autofree char *fifo = g_build_filename (self->folder, "fifo", NULL);

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  assert_text_refused (self, "urn:maatwerk:catalogue:1", "urn:maatwerk:catalogue:9", MW_PROBLEM_WRONG_ROOT);
  assert_text_refused (self, "<catalogue ", "<!DOCTYPE catalogue><catalogue ", MW_PROBLEM_DOCTYPE);
  assert_text_refused (self, "</catalogue>", "", MW_PROBLEM_MALFORMED);
  assert_text_refused (self, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", MW_PROBLEM_ENCODING);
  assert_text_refused (self, "Samen eten", "Caf\xe9", MW_PROBLEM_MALFORMED);
  assert_text_refused (self, "value=\"older\"", "value=\"oud\"", MW_PROBLEM_WRONG_VALUE);
  assert_text_refused (self, "Samen eten.", long_text, MW_PROBLEM_TEXT_TOO_LONG);
  assert_text_refused (self, ">2.2<", ">1.1<", MW_PROBLEM_DUPLICATE);
  g_assert_true (g_file_set_contents (self->candidate, "", 0, NULL));
  assert_refused (self, self->candidate, MW_PROBLEM_MALFORMED);
  for (gsize cut = 0; cut + 15 < strlen (text); cut += 997)
    {
      g_assert_true (g_file_set_contents (self->candidate, text, (gssize) cut, NULL));
      assert_refused (self, self->candidate, MW_PROBLEM_MALFORMED);
    }
  assert_refused (self, "/nowhere.xml", MW_PROBLEM_UNREADABLE);
  assert_refused (self, self->folder, MW_PROBLEM_UNREADABLE);
  assert_refused (self, "/dev/zero", MW_PROBLEM_UNREADABLE);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (self, fifo, MW_PROBLEM_UNREADABLE);
  assert_version (self, 1);
}

static void
test_huge (Renewals *self, gconstpointer data)
{
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  write_version (self->candidate, 2);
  g_assert_cmpint (truncate (self->candidate, (off_t) MW_XML_MAX_FILE + 1), ==, 0);
  assert_refused (self, self->candidate, MW_PROBLEM_FILE_TOO_LARGE);
}

static void
test_cancelled (Renewals *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GFile) file = g_file_new_for_path (self->candidate);
  g_autoptr (GError) error = NULL;

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  write_version (self->candidate, 2);
  mw_catalogue_propose_async (self->catalogue, file, problems, cancellable, on_done, &self->result);
  g_cancellable_cancel (cancellable);
  wait_done (self);
  g_assert_null (mw_catalogue_propose_finish (self->catalogue, self->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&self->result);
  assert_version (self, 1);
  assert_n_files (self, 1);
}

/* A folder that cannot be made: a file stands in its place. */
static void
test_unwritable (Renewals *self, gconstpointer data)
{
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->data, "x", 1, NULL));
  assert_loads (self, MW_CATALOGUE_NOTICE_UNWRITABLE, 1);
  write_version (self->candidate, 2);
  proposal = propose (self, self->candidate, &error);
  g_assert_null (proposal);
  g_assert_cmpint (error->domain, ==, MW_STORAGE_ERROR);
  assert_version (self, 1);
}

/* With ever more room on the disk: the old one whole, until it is the new one whole. */
static void
test_full_disk (Renewals *self, gconstpointer data)
{
  gboolean renewed = FALSE;
  guint n_failed = 0;

  for (guint pages = 4; pages < 300 && !renewed; pages += 2)
    {
      g_autofree char *options = g_strdup_printf ("size=%uk", 4 * pages);
      g_autoptr (MwCatalogueProposal) proposal = NULL;
      g_autoptr (GError) error = NULL;

      g_mkdir (self->data, 0700);
      if (mount ("tmpfs", self->data, "tmpfs", 0, options) < 0)
        {
          g_test_skip ("no file system may be mounted here");
          return;
        }
      write_version (self->candidate, 2);
      g_assert_true (load (self, &error));
      proposal = propose (self, self->candidate, &error);
      renewed = proposal && accept_proposal (self, proposal, &error);
      if (!renewed)
        {
          g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL);
          n_failed++;
        }
      assert_version (self, renewed ? 2 : 1);
      g_clear_error (&error);
      g_clear_pointer (&proposal, mw_catalogue_proposal_unref);
      g_assert_true (load (self, &error));
      assert_version (self, renewed ? 2 : 1);
      close_catalogue (self);
      g_assert_cmpint (umount (self->data), ==, 0);
    }
  g_assert_true (renewed);
  g_assert_cmpuint (n_failed, >, 3);
}

/* Cut short before the new one came, and after. */
static void
test_cut_short (Renewals *self, gconstpointer data)
{
  g_autofree char *own = g_build_filename (self->data, "catalogue.xml", NULL);
  g_autofree char *previous = g_build_filename (self->data, "catalogue-previous.xml", NULL);
  g_autofree char *pending = g_strconcat (previous, ".pending", NULL);

  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 1);
  renew_to (self, 2);
  close_catalogue (self);
  write_version (pending, 2);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 2);
  g_assert_cmpstr (mw_catalogue_get_previous (self->catalogue)->version, ==, "1");
  g_assert_false (g_file_test (pending, G_FILE_TEST_EXISTS));

  close_catalogue (self);
  write_version (pending, 2);
  write_version (own, 3);
  assert_loads (self, MW_CATALOGUE_NOTICE_NONE, 3);
  g_assert_cmpstr (mw_catalogue_get_previous (self->catalogue)->version, ==, "2");
}

#define add(path, func) g_test_add (path, Renewals, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/catalogue/renewal/proposal", test_proposal);
  add ("/catalogue/renewal/accept-and-undo", test_accept_and_undo);
  add ("/catalogue/renewal/nothing-to-undo", test_nothing_to_undo);
  add ("/catalogue/renewal/the-same", test_the_same);
  add ("/catalogue/renewal/former", test_former);
  add ("/catalogue/renewal/former-of-program", test_former_of_program);
  add ("/catalogue/renewal/newer-program", test_newer_program);
  add ("/catalogue/renewal/other-id", test_other_id);
  add ("/catalogue/renewal/older", test_older);
  add ("/catalogue/renewal/own-lost", test_own_lost);
  add ("/catalogue/renewal/without-any", test_without_any);
  add ("/catalogue/renewal/deleted-while-previewing", test_deleted_while_previewing);
  add ("/catalogue/renewal/copy-deleted", test_copy_deleted);
  add ("/catalogue/renewal/bad-files", test_bad_files);
  add ("/catalogue/renewal/huge", test_huge);
  add ("/catalogue/renewal/cancelled", test_cancelled);
  add ("/catalogue/renewal/unwritable", test_unwritable);
  add ("/catalogue/renewal/full-disk", test_full_disk);
  add ("/catalogue/renewal/cut-short", test_cut_short);

  return g_test_run ();
}
