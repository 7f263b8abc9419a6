/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-fixture.h"
#include "mw-cases.h"

/* A throw-away folder with the cases as the interface sees them, and short words that wait for each answer. */

typedef struct
{
  Cases on_disk;
  MwCases *cases;
  char *recovery_key;
} Facade;

static inline void
remember (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline GAsyncResult *
await (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* Until everything that was handed over is done. */
static inline void
drain (Facade *facade)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) none = NULL;

  mw_cases_load_async (facade->cases, 0, 0, remember, &result);
  none = mw_cases_load_finish (facade->cases, await (&result), NULL);
  g_assert_null (none);
}

static inline void
check (Facade *facade)
{
  mw_cases_check (facade->cases);
  while (mw_cases_get_state (facade->cases) == MW_CASES_CHECKING)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
start_facade (Facade *facade)
{
  facade->cases = mw_cases_new (facade->on_disk.folder, &QUICK);
  check (facade);
}

/* Tasks hold on to it for a moment longer. */
static inline void
drop_facade (Facade *facade)
{
  g_object_add_weak_pointer (G_OBJECT (facade->cases), (gpointer *) &facade->cases);
  g_object_unref (facade->cases);
  while (facade->cases)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
close_facade (Facade *facade)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_close_async (facade->cases, remember, &result);
  g_assert_true (mw_cases_close_finish (facade->cases, await (&result), NULL));
  g_clear_object (&result);
  drop_facade (facade);
}

static inline void
facade_set_up (Facade *facade, gconstpointer data)
{
  memset (facade, 0, sizeof *facade);
  cases_set_up (&facade->on_disk, data);
  start_facade (facade);
}

static inline void
facade_tear_down (Facade *facade, gconstpointer data)
{
  if (facade->cases)
    close_facade (facade);
  g_free (facade->recovery_key);
  cases_tear_down (&facade->on_disk, data);
}

/* Until all can be searched and today's backup was tried. */
static inline void
settle (Facade *facade)
{
  while (!mw_cases_is_indexed (facade->cases))
    g_main_context_iteration (NULL, TRUE);
  drain (facade);
}

static inline void
create (Facade *facade)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mw_cases_create_async (facade->cases, secret (PASSPHRASE), remember, &result);
  g_free (facade->recovery_key);
  facade->recovery_key = mw_cases_create_finish (facade->cases, await (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (facade->recovery_key);
}

/* With one of both. */
static inline gboolean
try_unlock (Facade *facade, const char *passphrase, const char *recovery_key, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_unlock_async (facade->cases, passphrase ? secret (passphrase) : NULL, recovery_key, remember, &result);
  return mw_cases_unlock_finish (facade->cases, await (&result), error);
}

static inline void
unlock (Facade *facade)
{
  g_autoptr (GError) error = NULL;

  try_unlock (facade, PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mw_cases_get_state (facade->cases), ==, MW_CASES_OPEN);
}

/* As after the program was started anew. */
static inline void
reopen (Facade *facade)
{
  close_facade (facade);
  start_facade (facade);
  unlock (facade);
}

static inline guint64
try_write (Facade *facade, guint64 id, const char *label, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = mw_case_new ();

  mw_case_set_text (&one->label, label);
  mw_case_add_note (one, MW_NOTE_CONTACT, 739000, text);
  mw_cases_save_async (facade->cases, id, one, remember, &result);
  return mw_cases_save_finish (facade->cases, await (&result), error);
}

static inline guint64
put (Facade *facade, guint64 id, const char *label, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint64 saved = try_write (facade, id, label, text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (saved, >, 0);
  return saved;
}

static inline char *
try_load (Facade *facade, guint64 id, guint32 revision, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = NULL;

  mw_cases_load_async (facade->cases, id, revision, remember, &result);
  one = mw_cases_load_finish (facade->cases, await (&result), error);
  return one ? g_strdup (((MwNote *) g_ptr_array_index (one->notes, 0))->text) : NULL;
}

static inline void
assert_loads (Facade *facade, guint64 id, guint32 revision, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = try_load (facade, id, revision, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static inline void
assert_does_not_load (Facade *facade, guint64 id, MwCaseError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = try_load (facade, id, 0, &error);

  g_assert_null (text);
  g_assert_error (error, MW_CASE_ERROR, (int) code);
}

static inline gboolean
try_delete (Facade *facade, guint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_delete_async (facade->cases, id, remember, &result);
  return mw_cases_delete_finish (facade->cases, await (&result), error);
}

static inline GPtrArray *
search (Facade *facade, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *hits;

  mw_cases_search_async (facade->cases, text, NULL, remember, &result);
  hits = mw_cases_search_finish (facade->cases, await (&result), &error);
  g_assert_no_error (error);
  return hits;
}

/* @expected: the ids, ascending: "1 3" */
static inline void
assert_finds (Facade *facade, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) hits = search (facade, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint64 id = 0; id < 1000; id++)
    for (guint i = 0; i < hits->len; i++)
      if (((MwCaseHit *) g_ptr_array_index (hits, i))->id == id)
        g_string_append_printf (found, found->len > 0 ? " %" G_GUINT64_FORMAT : "%" G_GUINT64_FORMAT, id);
  g_assert_cmpstr (found->str, ==, expected);
}

#define ADD_FACADE(path, func) g_test_add (path, Facade, NULL, facade_set_up, func, facade_tear_down)
