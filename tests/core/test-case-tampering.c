/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include "case-fixture.h"
#include "failing-vfs.h"

/* The file was changed by others, or by a bad disk. */

#define N_CASES 20
#define MAX_REVISIONS 3

#ifdef __SANITIZE_ADDRESS__
#define N_FLIPS 600
#else
#define N_FLIPS 10000
#endif

/* What a look at a file brought. */
typedef struct
{
  guint n_lost;       /* cases of which not every revision reads */
  gboolean by_sqlite; /* and SQLite itself found something wrong */
  gboolean detected;
  gboolean opened;
} Look;

static guint
n_revisions_of (guint64 id)
{
  return id % 5 == 0 ? MAX_REVISIONS : 1;
}

static char *
dup_text (guint64 id, guint revision)
{
  g_autofree char *start = g_strdup_printf ("case %" G_GUINT64_FORMAT ", revision %u ", id, revision);

  return id % 7 == 0 ? g_strdup_printf ("%s%05000d", start, 0) : g_steal_pointer (&start);
}

/* Some cases have a revision for each of three sittings. */
static void
fill (Cases *cases, gconstpointer data)
{
  MwCaseStore *store;

  cases_set_up (cases, data);
  store = create_store (cases);
  for (guint sitting = 1; sitting <= MAX_REVISIONS; sitting++)
    {
      for (guint64 id = 1; id <= N_CASES; id++)
        if (sitting <= n_revisions_of (id))
          {
            g_autofree char *text = dup_text (id, sitting);

            g_assert_cmpuint (save (store, sitting == 1 ? 0 : id, text), ==, id);
          }
      mw_case_store_free (store);
      store = open_store (cases);
    }
  mw_case_store_free (store);
}

static gboolean
is_from_sqlite (const GError *error)
{
  return error->domain == MW_STORAGE_ERROR;
}

/* Never anything but what was saved. */
static gboolean
reads (MwCaseStore *store, guint64 id, guint revision, Look *look)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = try_read (store, id, revision, &error);
  g_autofree char *expected = dup_text (id, revision);

  if (text)
    g_assert_cmpstr (text, ==, expected);
  else if (is_from_sqlite (error))
    look->by_sqlite = look->detected = TRUE; /* the next time it may read: SQLite looks at a page once */
  return text != NULL;
}

static void
look_at_headings (MwCaseStore *store)
{
  g_autoptr (GPtrArray) headings = mw_case_store_list (store);

  g_assert_cmpuint (headings->len, <=, N_CASES);
  for (guint i = 0; i < headings->len; i++)
    {
      MwCaseHeading *heading = g_ptr_array_index (headings, i);

      g_assert_cmpuint (heading->id, >, 0);
      g_assert_cmpuint (heading->id, <=, N_CASES);
      g_assert_cmpstr (heading->label, ==, "Meneer Voorbeeld");
    }
}

static void
look_at_cases (MwCaseStore *store, gboolean *lost, Look *look)
{
  g_autoptr (GError) error = NULL;
  guint n_damaged = 0;

  look_at_headings (store);
  for (guint64 id = 1; id <= N_CASES; id++)
    {
      gboolean all = TRUE;

      for (guint r = 1; r <= n_revisions_of (id); r++)
        all &= reads (store, id, r, look);
      lost[id] = !all;
      look->n_lost += all ? 0 : 1;
    }
  if (!mw_case_store_verify (store, &n_damaged, &error))
    look->by_sqlite = look->detected = TRUE;
  look->detected |= n_damaged > 0 || mw_case_store_is_damaged (store);
}

static void
look_with_sqlite (Cases *cases, Look *look)
{
  g_autoptr (MwDatabase) database = mw_database_open (cases->path, MW_DATABASE_READ_ONLY, NULL);

  look->by_sqlite |= !database || !mw_database_check (database, NULL);
}

/* @lost: N_CASES + 1 of them */
static Look
look_at (Cases *cases, gboolean *lost)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  Look look = { 0 };

  if (!store || !mw_case_store_unlock (store, passphrase, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == MW_STORAGE_ERROR || error->domain == MW_CASE_ERROR);
      look.detected = look.by_sqlite = TRUE;
      return look;
    }

  look.opened = TRUE;
  look_at_cases (store, lost, &look);
  g_clear_pointer (&store, mw_case_store_free);
  if (look.n_lost > 1 && !look.by_sqlite)
    look_with_sqlite (cases, &look);
  return look;
}

/* What read before reads afterwards, and nothing is wrong with the file any more. */
static void
repair_and_look (Cases *cases, const gboolean *lost)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCaseStore) store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);
  gboolean lost_now[N_CASES + 1];
  Look look = { 0 };

  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, &error));
  mw_case_store_repair (store, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  g_assert_false (mw_case_store_is_damaged (store));
  look_at_cases (store, lost_now, &look);
  for (guint64 id = 1; id <= N_CASES; id++)
    if (!lost[id] && lost_now[id])
      g_error ("Case %" G_GUINT64_FORMAT " was lost in the repair", id);
  g_assert_false (look.detected);
}

static void
put_back (Cases *cases, const char *bytes, gsize length)
{
  static const char *const besides[] = { "-journal", "-wal", "-shm" };
  int fd = g_open (cases->path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);

  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      g_autofree char *path = g_strconcat (cases->path, besides[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, (gssize) length);
  close (fd);
}

/* Every value in the file. Returns: (transfer full) (nullable) */
static char *
dup_values (Cases *cases)
{
  g_autoptr (MwDatabase) database = mw_database_open (cases->path, MW_DATABASE_READ_ONLY, NULL);
  g_autoptr (MwStatement) statement
    = mw_statement_new (database,
                        "SELECT (SELECT group_concat (quote (id) || quote (database) || key || quote (check_sum)) FROM header)"
                        " || (SELECT group_concat (kind || operations || memory || quote (salt) || quote (wrapped)) FROM slot)"
                        " || (SELECT group_concat (id || case_id || revision || key || quote (sealed)) FROM record)"
                        " || (SELECT group_concat (part || generation || quote (sealed)) FROM manifest)",
                        NULL);

  g_assert_cmpint (mw_statement_step (statement, NULL), ==, MW_STEP_ROW);
  return g_strdup (mw_statement_column_text (statement, 0));
}

/* What passed unnoticed has changed nothing: it is in a place that is not in use. */
static void
assert_same_values (Cases *cases, const char *before)
{
  g_autofree char *values = dup_values (cases);

  g_assert_cmpstr (values, ==, before);
}

/* One byte at any place. */
static void
test_flips (Cases *cases, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *values = dup_values (cases);
  guint n_refused = 0, n_lost = 0, n_detected = 0, n_several = 0;
  gsize length;

  g_assert_true (g_file_get_contents (cases->path, &bytes, &length, NULL));
  for (guint i = 0; i < N_FLIPS; i++)
    {
      /* Every tenth where the file begins: the places that SQLite itself lives on are few. */
      gsize place = (gsize) g_test_rand_int_range (0, i % 10 == 0 ? 4096 : (gint32) length);
      char flip = (char) g_test_rand_int_range (1, 256);
      gboolean lost[N_CASES + 1] = { FALSE };
      Look look;

      if (g_test_verbose ())
        g_test_message ("byte %" G_GSIZE_FORMAT ": %02x ^ %02x", place, (guint8) bytes[place], (guint8) flip);
      bytes[place] ^= flip;
      put_back (cases, bytes, length);
      look = look_at (cases, lost);
      if (!look.detected)
        assert_same_values (cases, values);
      if (look.n_lost > 0)
        g_assert_true (look.detected);
      if (look.n_lost > 1)
        g_assert_true (look.by_sqlite);
      if (look.opened && look.detected && i % 10 == 0)
        repair_and_look (cases, lost);
      bytes[place] ^= flip;
      n_refused += look.opened ? 0 : 1;
      n_lost += look.n_lost > 0 ? 1 : 0;
      n_several += look.n_lost > 1 ? 1 : 0;
      n_detected += look.detected ? 1 : 0;
    }
  g_test_message ("%u flips in %" G_GSIZE_FORMAT " bytes: %u detected, %u refused, %u cost a case, %u several", N_FLIPS,
                  length, n_detected, n_refused, n_lost, n_several);
}

/* A row is put somewhere else, taken away, doubled, or put back as it was before. */
typedef struct
{
  const char *name;
  const char *keep;   /* (nullable): before case 5 is saved once more */
  const char *tamper;
  guint64 lost;       /* 0: none */
  gboolean refused;   /* the file does not open */
  guint64 lost_too;
} Tampering;

#define KEEP(table, where) "CREATE TABLE kept AS SELECT * FROM " table " WHERE " where ";"
#define PUT_BACK(table) "INSERT OR REPLACE INTO " table " SELECT * FROM kept; DROP TABLE kept;"
/* The newest revision of case 5 after it was saved once more. */
#define NEWEST "(SELECT max(id) FROM record WHERE case_id = 5)"

static const Tampering tamperings[] = {
  { "records-swapped", NULL,
    "CREATE TABLE kept AS SELECT * FROM record WHERE id IN (1, 2);"
    "UPDATE record SET sealed = (SELECT sealed FROM kept WHERE kept.id = 3 - record.id) WHERE id IN (1, 2);"
    "DROP TABLE kept;",
    1, FALSE, 2 },
  { "record-removed", NULL, "DELETE FROM record WHERE id = 3", 3, FALSE },
  { "record-doubled", NULL,
    "INSERT INTO record SELECT 9999, case_id, revision, key, sealed FROM record WHERE id = 4", 0, FALSE },
  { "record-of-another-case", NULL,
    "INSERT INTO record SELECT 9999, 7, revision + 1, key, sealed FROM record WHERE id = 4", 0, FALSE },
  { "record-older", KEEP ("record", "id = " NEWEST),
    "UPDATE record SET sealed = (SELECT sealed FROM kept) WHERE id = " NEWEST "; DROP TABLE kept;", 5, FALSE },
  { "record-cut", NULL, "UPDATE record SET sealed = substr (sealed, 1, 30) WHERE id = 6", 6, FALSE },
  { "record-empty", NULL, "UPDATE record SET sealed = x'' WHERE id = 6", 6, FALSE },
  { "part-older", KEEP ("manifest", "part = 6"), PUT_BACK ("manifest"), 0, FALSE },
  { "part-removed", NULL, "DELETE FROM manifest WHERE part = 6", 0, FALSE },
  { "part-of-another", NULL,
    "UPDATE manifest SET sealed = (SELECT sealed FROM manifest WHERE part = 7),"
    " generation = (SELECT generation FROM manifest WHERE part = 7) WHERE part = 6", 0, FALSE },
  { "root-older", KEEP ("manifest", "part = 0"), PUT_BACK ("manifest"), 0, FALSE },
  { "root-removed", NULL, "DELETE FROM manifest WHERE part = 0", 0, FALSE },
  { "manifest-removed", NULL, "DELETE FROM manifest", 0, FALSE },
  { "slot-changed", NULL, "UPDATE slot SET salt = zeroblob (16) WHERE kind = 1", 0, TRUE },
  { "slots-swapped", NULL, "UPDATE slot SET kind = 3 - kind + 10; UPDATE slot SET kind = kind - 10", 0, TRUE },
  { "slot-removed", NULL, "DELETE FROM slot WHERE kind = 2", 0, TRUE },
  { "slot-costly", NULL, "UPDATE slot SET memory = 1 << 50 WHERE kind = 1", 0, TRUE },
  { "header-removed", NULL, "DELETE FROM header", 0, TRUE },
  { "header-of-another", NULL, "UPDATE header SET database = zeroblob (16)", 0, TRUE },
  { "header-key", NULL, "UPDATE header SET key = 2", 0, TRUE },
  { "header-short", NULL, "UPDATE header SET database = x'00'", 0, TRUE },
  { "header-empty", NULL, "UPDATE header SET database = x''", 0, TRUE },
  { "check-short", NULL, "UPDATE header SET check_sum = x'00'", 0, TRUE },
  { "salt-short", NULL, "UPDATE slot SET salt = x'00' WHERE kind = 1", 0, TRUE },
  { "wrapped-short", NULL, "UPDATE slot SET wrapped = x'00' WHERE kind = 2", 0, TRUE },
  { "slots-renumbered", NULL, "UPDATE slot SET kind = kind + 10", 0, TRUE },
  { "part-cut", NULL, "UPDATE manifest SET sealed = x'00' WHERE part = 6", 0, FALSE },
  { "trigger", NULL, "CREATE TRIGGER added AFTER DELETE ON record BEGIN DELETE FROM manifest; END", 0, TRUE },
  { "view", NULL, "CREATE VIEW added AS SELECT * FROM record", 0, TRUE },
  { "table-removed", NULL, "DROP TABLE manifest", 0, TRUE },
  { "column-renamed", NULL, "ALTER TABLE record RENAME COLUMN sealed TO sealeb", 0, TRUE },
  { "record-of-nobody", NULL, "UPDATE record SET case_id = 99 WHERE id = 8", 0, FALSE },
};

static void
save_more (Cases *cases)
{
  g_autoptr (MwCaseStore) store = open_store (cases);
  g_autofree char *text = dup_text (5, 4);

  save (store, 5, text);
}

static void
test_tampering (Cases *cases, gconstpointer data)
{
  const Tampering *tampering = data;
  gboolean lost[N_CASES + 1] = { FALSE };
  g_autofree char *newest = NULL;
  Look look;

  if (tampering->keep)
    {
      change (cases, tampering->keep);
      save_more (cases);
    }
  change (cases, tampering->tamper);
  look = look_at (cases, lost);
  g_assert_true (look.detected);
  g_assert_true (look.opened == !tampering->refused);
  if (!look.opened)
    return;

  g_assert_false (look.by_sqlite);
  /* Of case 5 the revision that was saved last is the one that is lost; look_at() does not ask for it. */
  for (guint64 id = 1; id <= N_CASES && !tampering->keep; id++)
    g_assert_true (lost[id] == (id == tampering->lost || id == tampering->lost_too));
  if (tampering->keep)
    {
      g_autoptr (MwCaseStore) store = open_store (cases);

      newest = try_read (store, 5, 4, NULL);
      g_assert_true (tampering->lost ? newest == NULL : newest != NULL);
    }
  repair_and_look (cases, lost);
  {
    g_autoptr (MwCaseStore) store = open_store (cases);
    g_autofree char *expected = dup_text (5, tampering->keep && !tampering->lost ? 4 : 3);

    assert_reads (store, 5, expected);
    save (store, 5, "It goes on.");
  }
}

/* Before the passphrase was changed: whole in itself, but not what the manifest knows. */
static void
test_keys_of_before (Cases *cases, gconstpointer data)
{
  gboolean lost[N_CASES + 1] = { FALSE };
  Look look;

  change (cases, "CREATE TABLE kept_slot AS SELECT * FROM slot; CREATE TABLE kept_header AS SELECT * FROM header;");
  {
    g_autoptr (MwCaseStore) store = open_store (cases);
    g_autoptr (MwSecret) current = secret (PASSPHRASE);
    g_autoptr (MwSecret) next = secret ("een heel andere zin");

    g_assert_true (mw_case_store_set_passphrase (store, current, next, NULL));
  }
  change (cases, "INSERT OR REPLACE INTO slot SELECT * FROM kept_slot; DROP TABLE kept_slot;"
                 "INSERT OR REPLACE INTO header SELECT * FROM kept_header; DROP TABLE kept_header;");
  look = look_at (cases, lost);
  g_assert_true (look.opened);
  g_assert_true (look.detected);
  g_assert_cmpuint (look.n_lost, ==, 0);
  repair_and_look (cases, lost);
}

/* The whole file of before, put back under a running program. */
static void
test_file_of_before (Cases *cases, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (cases->path, &bytes, &length, NULL));
  {
    g_autoptr (MwCaseStore) store = open_store (cases);

    save (store, 1, "Of today");
    g_unlink (cases->path);
    g_assert_true (g_file_set_contents (cases->path, bytes, (gssize) length, NULL));
    save (store, 2, "Of today, too");
    g_assert_true (mw_case_store_was_rescued (store));
    assert_reads (store, 1, "Of today");
  }
  {
    g_autoptr (MwCaseStore) store = open_store (cases);

    assert_reads (store, 1, "Of today");
    assert_reads (store, 2, "Of today, too");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  failing_vfs_install (); /* for its speed: it syncs nothing */
  g_test_add ("/case-tampering/flips", Cases, NULL, fill, test_flips, cases_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strconcat ("/case-tampering/", tamperings[i].name, NULL);

      g_test_add (path, Cases, &tamperings[i], fill, test_tampering, cases_tear_down);
    }
  g_test_add ("/case-tampering/keys-of-before", Cases, NULL, fill, test_keys_of_before, cases_tear_down);
  g_test_add ("/case-tampering/file-of-before", Cases, NULL, fill, test_file_of_before, cases_tear_down);
  return g_test_run ();
}
