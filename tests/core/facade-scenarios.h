/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facade-fixture.h"

/* What is asked of the cases while something fails, and what must hold afterwards. */

typedef struct
{
  const char *name;
  const char *before; /* (nullable): SQL that changes the file, or "" when there is none */
  gboolean unlocked;
  gboolean (*act) (Facade *facade, GError **error);
} FacadeScenario;

#define COPY "cases-2026-05-12T140501.db"

static MwSecret *prepared_passphrase; /* made while there was memory */
static char *template_bytes;
static gsize template_length;

/* Two cases, and a copy of them. */
static inline void
make_facade_template (void)
{
  Cases cases;
  MwCaseStore *store;

  cases_set_up (&cases, NULL);
  store = create_store (&cases);
  save (store, 0, "een");
  save (store, 0, "twee");
  mw_case_store_free (store);
  g_assert_true (g_file_get_contents (cases.path, &template_bytes, &template_length, NULL));
  cases_tear_down (&cases, NULL);
}

static inline void
put_template (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents_full (path, template_bytes, (gssize) template_length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static inline char *
dup_copy_path (Facade *facade)
{
  return g_build_filename (facade->on_disk.backups, COPY, NULL);
}

static inline MwSecret *
take_passphrase (void)
{
  return prepared_passphrase ? g_steal_pointer (&prepared_passphrase) : secret (PASSPHRASE);
}

static inline void
begin_scenario (Facade *facade, const FacadeScenario *scenario)
{
  g_autofree char *copy = NULL;

  if (!template_bytes)
    make_facade_template ();
  memset (facade, 0, sizeof *facade);
  cases_set_up (&facade->on_disk, NULL);
  if (!scenario->before || *scenario->before)
    {
      copy = dup_copy_path (facade);
      put_template (copy);
      put_template (facade->on_disk.path);
      if (scenario->before)
        change (&facade->on_disk, scenario->before);
    }
  start_facade (facade);
  if (scenario->unlocked)
    {
      unlock (facade);
      settle (facade);
    }
  mw_secret_free (prepared_passphrase);
  prepared_passphrase = secret (PASSPHRASE);
}

static inline gboolean
act_check (Facade *facade, GError **error)
{
  check (facade);
  if (mw_cases_get_state (facade->cases) == MW_CASES_LOCKED)
    return TRUE;

  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_TROUBLE);
  *error = g_error_copy (mw_cases_get_trouble (facade->cases));
  return FALSE;
}

static inline gboolean
act_unlock (Facade *facade, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_unlock_async (facade->cases, take_passphrase (), NULL, remember, &result);
  return mw_cases_unlock_finish (facade->cases, await (&result), error);
}

static inline gboolean
act_create (Facade *facade, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (g_file_test (facade->on_disk.path, G_FILE_TEST_EXISTS)) /* what failed came after its making */
    return act_unlock (facade, error);

  mw_cases_create_async (facade->cases, take_passphrase (), remember, &result);
  g_free (facade->recovery_key);
  facade->recovery_key = mw_cases_create_finish (facade->cases, await (&result), error);
  return facade->recovery_key != NULL;
}

static inline gboolean
act_save (Facade *facade, GError **error)
{
  return try_write (facade, 1, "Meneer Voorbeeld", "een", error) > 0 && try_write (facade, 0, "Mevrouw Proef", "nieuw", error) > 0;
}

static inline gboolean
act_delete (Facade *facade, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (try_delete (facade, 2, &local) || g_error_matches (local, MW_CASE_ERROR, MW_CASE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static inline gboolean
act_restore (Facade *facade, GError **error)
{
  g_autofree char *copy = dup_copy_path (facade);
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_restore_async (facade->cases, copy, take_passphrase (), remember, &result);
  return mw_cases_restore_finish (facade->cases, await (&result), error);
}

static inline gboolean
act_repair (Facade *facade, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_repair_async (facade->cases, remember, &result);
  return mw_cases_repair_finish (facade->cases, await (&result), error);
}

static inline gboolean
act_search (Facade *facade, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  mw_cases_search_async (facade->cases, "een", NULL, remember, &result);
  hits = mw_cases_search_finish (facade->cases, await (&result), error);
  return hits != NULL;
}

static const FacadeScenario facade_scenarios[] = {
  { "check", NULL, FALSE, act_check },
  { "create", "", FALSE, act_create },
  { "unlock", NULL, FALSE, act_unlock },
  { "save", NULL, TRUE, act_save },
  { "delete", NULL, TRUE, act_delete },
  { "search", NULL, TRUE, act_search },
  { "restore", NULL, TRUE, act_restore },
  { "restore-over-damage", "DELETE FROM header", FALSE, act_restore },
  { "repair", "DELETE FROM manifest WHERE part = 0", TRUE, act_repair },
};

/* Undisturbed again: what failed succeeds, and everything is there. */
static inline void
end_scenario (Facade *facade, const FacadeScenario *scenario, gboolean acted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!acted)
    scenario->act (facade, &error);
  g_assert_no_error (error);
  if (mw_cases_get_state (facade->cases) != MW_CASES_OPEN)
    unlock (facade);
  settle (facade);
  g_assert_false (mw_cases_is_damaged (facade->cases));
  if (scenario->before == NULL || *scenario->before)
    assert_loads (facade, 1, 0, "een");
  id = g_strdup_printf ("%" G_GUINT64_FORMAT, put (facade, 0, "Mevrouw Proef", "en verder"));
  assert_finds (facade, "verder", id);
  g_clear_pointer (&prepared_passphrase, mw_secret_free);
  facade_tear_down (facade, NULL);
}
