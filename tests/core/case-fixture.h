/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "mw-case-store.h"
#include "mw-error.h"
#include "mw-statement.h"

/* A throw-away folder with a case file in it, sealed with as little effort as Argon2id allows. */

#define PASSPHRASE "de merel zingt in de linde"
#define QUICK ((MwKdf){ 1, 8192 })

typedef struct
{
  char *folder;
  char *path;
  char *backups;
  char *recovery_key;
  MwCaseStoreOptions options;
} Cases;

static inline MwSecret *
secret (const char *text)
{
  return mw_secret_new_passphrase (text, NULL);
}

static inline void
cases_set_up (Cases *cases, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  memset (cases, 0, sizeof *cases);
  cases->folder = g_dir_make_tmp ("mw-cases-XXXXXX", &error);
  g_assert_no_error (error);
  cases->path = g_build_filename (cases->folder, "cases.db", NULL);
  cases->backups = g_build_filename (cases->folder, "backups", NULL);
  cases->options.kdf = QUICK;
  cases->options.backups = cases->backups;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
cases_tear_down (Cases *cases, gconstpointer data)
{
  g_chmod (cases->folder, 0700);
  remove_folder (cases->folder);
  g_free (cases->folder);
  g_free (cases->path);
  g_free (cases->backups);
  g_free (cases->recovery_key);
}

static inline MwCaseStore *
create_store (Cases *cases)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  MwCaseStore *store;

  g_clear_pointer (&cases->recovery_key, g_free);
  store = mw_case_store_create (cases->path, passphrase, &cases->options, &cases->recovery_key, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static inline MwCaseStore *
open_store (Cases *cases)
{
  g_autoptr (MwSecret) passphrase = secret (PASSPHRASE);
  g_autoptr (GError) error = NULL;
  MwCaseStore *store = mw_case_store_open (cases->path, FALSE, &cases->options, &error);

  g_assert_no_error (error);
  g_assert_true (mw_case_store_unlock (store, passphrase, &error));
  g_assert_no_error (error);
  return store;
}

/* Saves a case whose one note is @text. @id: 0 for a new one. Returns: its id, 0 after a failure */
static inline guint64
try_save (MwCaseStore *store, guint64 id, const char *text, GError **error)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (MwCaseHeading) heading = NULL;
  g_autoptr (GBytes) record = NULL;

  mw_case_set_text (&one->label, "Meneer Voorbeeld");
  mw_case_add_note (one, MW_NOTE_CONTACT, 738000, text);
  heading = mw_case_heading_new_for_case (id, one);
  record = mw_case_encode (one);
  return mw_case_store_save (store, heading, record, error) ? heading->id : 0;
}

static inline guint64
save (MwCaseStore *store, guint64 id, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint64 saved = try_save (store, id, text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (saved, >, 0);
  return saved;
}

/* Returns: (transfer full) (nullable): the text of the note */
static inline char *
try_read (MwCaseStore *store, guint64 id, guint32 revision, GError **error)
{
  g_autoptr (GBytes) record = mw_case_store_read (store, id, revision, error);
  g_autoptr (MwCase) one = record ? mw_case_decode (record, error) : NULL;

  return one ? g_strdup (((MwNote *) g_ptr_array_index (one->notes, 0))->text) : NULL;
}

static inline void
assert_reads (MwCaseStore *store, guint64 id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = try_read (store, id, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static inline void
change (Cases *cases, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = mw_database_open (cases->path, MW_DATABASE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (mw_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

#define ADD_CASE(path, func) g_test_add (path, Cases, NULL, cases_set_up, func, cases_tear_down)
