/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-catalogue-renewal.h"
#include "mw-error.h"

/* An installed catalogue with a data folder of its own. Version 1, which the program came with, is two.xml: eetclub and
 * wandelgroep. In every even version eetclub has another goal, wandelgroep is gone, and zangkoor is new. */
typedef struct
{
  char *folder;
  char *shipped;
  char *candidate;
  char *data;
  MwCatalogue *catalogue;
  GAsyncResult *result;
  GPtrArray *problems;
} Renewals;

static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static inline char *
dup_version (guint version)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);
  g_autofree char *text = NULL;
  g_autofree char *header = g_strdup_printf (" version=\"%u\"", version);
  GString *changed;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, " version=\"1\"", header, 1), ==, 1);
  if (version % 2 == 0)
    {
      g_assert_cmpuint (g_string_replace (changed, ">Tekst bij goal.<", ">Samen eten.<", 1), ==, 1);
      g_assert_cmpuint (g_string_replace (changed, "id=\"wandelgroep\"", "id=\"zangkoor\"", 1), ==, 1);
      g_assert_cmpuint (g_string_replace (changed, "Wandelgroep", "Zangkoor", 0), >, 0);
      g_assert_cmpuint (g_string_replace (changed, ">2.1<", ">2.2<", 1), ==, 1);
    }

  return g_string_free (changed, FALSE);
}

static inline void
write_version (const char *path, guint version)
{
  g_autofree char *text = dup_version (version);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static inline void
renewals_init (Renewals *self, const char *folder)
{
  memset (self, 0, sizeof *self);
  self->folder = g_strdup (folder);
  self->shipped = g_build_filename (folder, "shipped.xml", NULL);
  self->candidate = g_build_filename (folder, "candidate.xml", NULL);
  self->data = g_build_filename (folder, "data", NULL);
}

static inline void
set_up (Renewals *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);

  renewals_init (self, folder);
  write_version (self->shipped, 1);
}

static inline void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline void
wait_done (Renewals *self)
{
  while (!self->result)
    g_main_context_iteration (NULL, TRUE);
}

/* Its tasks let go of a catalogue one by one in the main loop. */
static inline void
close_catalogue (Renewals *self)
{
  gpointer alive = self->catalogue;

  g_clear_object (&self->result);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (!alive)
    return;

  g_object_add_weak_pointer (alive, &alive);
  g_object_unref (g_steal_pointer (&self->catalogue));
  for (guint i = 0; alive && i < 5000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (alive);
}

static inline void
tear_down (Renewals *self, gconstpointer data)
{
  close_catalogue (self);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->shipped);
  g_free (self->candidate);
  g_free (self->data);
}

static inline gboolean
load (Renewals *self, GError **error)
{
  g_autoptr (GFile) shipped = g_file_new_for_path (self->shipped);
  gboolean loaded;

  close_catalogue (self);
  self->catalogue = mw_catalogue_new_installed (shipped, self->data);
  mw_catalogue_load_async (self->catalogue, NULL, on_done, &self->result);
  wait_done (self);
  loaded = mw_catalogue_load_finish (self->catalogue, self->result, error);
  g_clear_object (&self->result);

  return loaded;
}

/* Returns: (nullable) */
static inline MwIntervention *
get (Renewals *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  MwIntervention *intervention;

  mw_catalogue_get_intervention_async (self->catalogue, id, NULL, on_done, &self->result);
  wait_done (self);
  intervention = mw_catalogue_get_intervention_finish (self->catalogue, self->result, &error);
  if (!intervention)
    g_assert_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND);
  g_clear_object (&self->result);

  return intervention;
}

static inline guint
count_all (Renewals *self)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autoptr (MwQueryResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mw_catalogue_query_async (self->catalogue, query, NULL, on_done, &self->result);
  wait_done (self);
  result = mw_catalogue_query_finish (self->catalogue, self->result, &error);
  g_assert_no_error (error);
  g_clear_object (&self->result);

  return result->n_total;
}

static inline const char *
first_goal (MwIntervention *intervention)
{
  return ((MwBlock *) g_ptr_array_index (intervention->fields[MW_FIELD_GOAL][MW_LANGUAGE_NL], 0))->text;
}

/* That the catalogue is this version, and all of it. */
static inline void
assert_version (Renewals *self, guint version)
{
  g_autofree char *expected = g_strdup_printf ("%u", version);
  g_autoptr (MwIntervention) eetclub = get (self, "eetclub");
  g_autoptr (MwIntervention) other = get (self, version % 2 == 0 ? "zangkoor" : "wandelgroep");

  g_assert_nonnull (mw_catalogue_get_header (self->catalogue));
  g_assert_cmpstr (mw_catalogue_get_header (self->catalogue)->version, ==, expected);
  g_assert_cmpuint (count_all (self), ==, 2);
  g_assert_cmpstr (first_goal (eetclub), ==, version % 2 == 0 ? "Samen eten." : "Tekst bij goal.");
  g_assert_null (eetclub->former);
  g_assert_null (other->former);
}

static inline MwCatalogueProposal *
propose (Renewals *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  MwCatalogueProposal *proposal;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = mw_problem_list_new ();
  mw_catalogue_propose_async (self->catalogue, file, self->problems, NULL, on_done, &self->result);
  wait_done (self);
  proposal = mw_catalogue_propose_finish (self->catalogue, self->result, error);
  g_clear_object (&self->result);

  return proposal;
}

static inline gboolean
finish_renewal (Renewals *self, GError **error)
{
  gboolean renewed;

  wait_done (self);
  renewed = mw_catalogue_renew_finish (self->catalogue, self->result, error);
  g_clear_object (&self->result);

  return renewed;
}

static inline gboolean
accept_proposal (Renewals *self, MwCatalogueProposal *proposal, GError **error)
{
  mw_catalogue_accept_async (self->catalogue, proposal, on_done, &self->result);

  return finish_renewal (self, error);
}

static inline gboolean
undo (Renewals *self, GError **error)
{
  mw_catalogue_undo_async (self->catalogue, on_done, &self->result);

  return finish_renewal (self, error);
}

/* Puts that version in the place of the present one. */
static inline void
renew_to (Renewals *self, guint version)
{
  g_autoptr (MwCatalogueProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  write_version (self->candidate, version);
  proposal = propose (self, self->candidate, &error);
  g_assert_no_error (error);
  g_assert_true (accept_proposal (self, proposal, &error));
  g_assert_no_error (error);
}
