/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-contents.h"

#include "mw-catalogue-store.h"

MwCatalogueContents *
mw_catalogue_contents_new (void)
{
  MwCatalogueContents *self = g_new0 (MwCatalogueContents, 1);

  self->organisation = mw_organisation_store_new ();
  return self;
}

void
mw_catalogue_contents_free (MwCatalogueContents *self)
{
  g_clear_pointer (&self->index, mw_search_index_free);
  g_clear_object (&self->database);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  mw_organisation_store_free (self->organisation);
  g_free (self);
}

static void
add_organisation (MwCatalogueContents *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  if (self->stored)
    self->entries = mw_organisation_store_add_entries (self->organisation, self->database, self->stored);
}

gboolean
mw_catalogue_contents_take (MwCatalogueContents *self, MwDatabase *database, GError **error)
{
  GPtrArray *entries = mw_catalogue_store_list (database, error);

  if (!entries)
    return FALSE;

  g_set_object (&self->database, database);
  g_clear_pointer (&self->index, mw_search_index_free);
  self->index = mw_search_index_new (database);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  self->stored = entries;
  add_organisation (self);

  return TRUE;
}

void
mw_catalogue_contents_set_organisation (MwCatalogueContents *self, MwOrganisation *organisation)
{
  mw_organisation_store_set (self->organisation, organisation);
  add_organisation (self);
}
