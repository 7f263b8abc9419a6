/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-former.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mw-catalogue-files.h"
#include "mw-catalogue-reader.h"
#include "mw-catalogue-store.h"
#include "mw-error.h"
#include "mw-intervention-writer.h"

/* Longer ids go by their hash: a file's name has an end. */
#define LONGEST_NAME 100

/* Returns: (transfer full) (nullable): %NULL for what is no id, such as "../x" */
static char *
dup_path (const char *folder, const char *id)
{
  g_autofree char *hash = strlen (id) > LONGEST_NAME ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1) : NULL;
  g_autofree char *name = g_strconcat (hash ? hash : id, ".xml", NULL);

  if (!*id || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (id))
    return NULL;

  return g_build_filename (folder, "former", name, NULL);
}

static char *
dup_catalogue (const MwCatalogueHeader *header, const MwIntervention *intervention)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<catalogue xmlns=\"urn:maatwerk:catalogue:1\"");
  g_autofree char *element = mw_intervention_dup_xml (intervention);

  mw_xml_append_attribute (xml, "id", header->id);
  mw_xml_append_attribute (xml, "version", header->version);
  mw_xml_append_attribute (xml, "published", header->published);
  mw_xml_append_attribute (xml, "source", header->source);
  g_string_append_printf (xml, ">\n%s</catalogue>\n", element);

  return g_string_free (xml, FALSE);
}

static gboolean
keep_one (const char *folder, MwDatabase *present, const MwCatalogueHeader *header, const char *id, GError **error)
{
  g_autoptr (MwIntervention) intervention = mw_catalogue_store_load (present, id, error);
  g_autofree char *path = dup_path (folder, id);
  g_autofree char *xml = NULL;

  if (!intervention)
    return FALSE;
  if (!path)
    return TRUE; /* of a damaged cache: the schema lets no such id through */

  xml = dup_catalogue (header, intervention);

  return mw_catalogue_files_write (path, xml, strlen (xml), error);
}

/* Returns: (transfer full) (nullable) (element-type utf8): the ids of @present that @next does not have */
static GPtrArray *
find_leaving (MwDatabase *present, MwDatabase *next, GError **error)
{
  g_autoptr (GPtrArray) before = mw_catalogue_store_list_ids (present, error);
  g_autoptr (GPtrArray) after = before ? mw_catalogue_store_list_ids (next, error) : NULL;
  g_autoptr (GHashTable) stay = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) leaving = g_ptr_array_new_with_free_func (g_free);

  if (!after)
    return NULL;

  for (guint i = 0; i < after->len; i++)
    g_hash_table_add (stay, g_ptr_array_index (after, i));
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (stay, g_ptr_array_index (before, i)))
      g_ptr_array_add (leaving, g_strdup (g_ptr_array_index (before, i)));

  return g_steal_pointer (&leaving);
}

gboolean
mw_catalogue_former_keep (const char *folder, MwDatabase *present, MwDatabase *next, GError **error)
{
  g_autoptr (GPtrArray) leaving = find_leaving (present, next, error);
  g_autoptr (MwCatalogueHeader) header = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *former = g_build_filename (folder, "former", NULL);

  if (!leaving || leaving->len == 0)
    return leaving != NULL;

  header = mw_catalogue_store_dup_header (present, &local);
  if (!header)
    {
      if (local)
        g_propagate_error (error, g_steal_pointer (&local));
      return !*error;
    }
  if (!mw_catalogue_files_make_folder (former, error))
    return FALSE;
  for (guint i = 0; i < leaving->len; i++)
    if (!keep_one (folder, present, header, g_ptr_array_index (leaving, i), error))
      return FALSE;

  return mw_catalogue_files_sync (former, error);
}

static gboolean
take (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  MwIntervention **found = data;

  g_clear_pointer (found, mw_intervention_unref);
  *found = mw_intervention_ref (intervention);

  return TRUE;
}

MwIntervention *
mw_catalogue_former_find (const char *folder, const char *id, GError **error)
{
  g_autofree char *path = dup_path (folder, id);
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;
  g_autoptr (MwIntervention) found = NULL;
  g_autoptr (GError) local = NULL;
  gboolean whole = file && mw_catalogue_read (file, take, &found, NULL, NULL, NULL, &local);

  if (whole && g_strcmp0 (found->id, id) == 0)
    {
      found->former = mw_catalogue_header_read (file, NULL);
      if (found->former)
        return g_steal_pointer (&found);
    }
  if (local && g_file_test (path, G_FILE_TEST_EXISTS))
    g_info ("A former intervention cannot be read: %s", local->message);
  g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND, "No intervention %s", id);

  return NULL;
}
