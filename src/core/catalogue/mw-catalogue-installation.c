/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-installation.h"

#include <glib/gstdio.h>

#include "mw-catalogue-files.h"
#include "mw-error.h"
#include "mw-xml-guard.h"

struct _MwCatalogueInstallation
{
  GFile *shipped;
  char *folder;
  char *own;
  char *previous;
  char *pending; /* what becomes the previous one once the new one is in its place */
  char *staged;  /* the prefix of copies */
};

MwCatalogueInstallation *
mw_catalogue_installation_new (GFile *shipped, const char *folder)
{
  MwCatalogueInstallation *self = g_new0 (MwCatalogueInstallation, 1);

  self->shipped = g_object_ref (shipped);
  self->folder = g_strdup (folder);
  self->own = g_build_filename (folder, "catalogue.xml", NULL);
  self->previous = g_build_filename (folder, "catalogue-previous.xml", NULL);
  self->pending = g_build_filename (folder, "catalogue-previous.xml.pending", NULL);
  self->staged = g_build_filename (folder, "catalogue.xml.import-", NULL);

  return self;
}

void
mw_catalogue_installation_free (MwCatalogueInstallation *self)
{
  g_object_unref (self->shipped);
  g_free (self->folder);
  g_free (self->own);
  g_free (self->previous);
  g_free (self->pending);
  g_free (self->staged);
  g_free (self);
}

static gboolean
has_own (MwCatalogueInstallation *self)
{
  return g_file_test (self->own, G_FILE_TEST_EXISTS);
}

GFile *
mw_catalogue_installation_get_present (MwCatalogueInstallation *self)
{
  return has_own (self) ? g_file_new_for_path (self->own) : g_object_ref (self->shipped);
}

static gboolean
is_present (MwCatalogueInstallation *self, const char *path)
{
  g_autoptr (GFile) present = mw_catalogue_installation_get_present (self);
  const char *present_path = g_file_peek_path (present);

  return present_path && mw_catalogue_files_are_equal (present_path, path);
}

/* What waits is the catalogue in use: the new one did not come. Else it came, and what waits is the previous one. */
static void
settle (MwCatalogueInstallation *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test (self->pending, G_FILE_TEST_EXISTS))
    return;

  if (is_present (self, self->pending))
    g_unlink (self->pending);
  else if (!mw_catalogue_files_rename (self->pending, self->previous, &error))
    g_info ("The previous catalogue is not in its place: %s", error->message);
}

/* Whether the program came with a newer one, which was not gone back from. */
static gboolean
is_shipped_due (MwCatalogueInstallation *self)
{
  g_autoptr (GFile) own_file = g_file_new_for_path (self->own);
  g_autoptr (MwCatalogueHeader) own = NULL;
  g_autoptr (MwCatalogueHeader) shipped = NULL;
  const char *path = g_file_peek_path (self->shipped);

  if (!has_own (self) || !path)
    return FALSE;

  own = mw_catalogue_header_read (own_file, NULL);
  shipped = own ? mw_catalogue_header_read (self->shipped, NULL) : NULL;

  return shipped && g_str_equal (own->id, shipped->id) && mw_catalogue_header_compare (shipped, own) > 0
         && !mw_catalogue_files_are_equal (path, self->previous);
}

GFile *
mw_catalogue_installation_find (MwCatalogueInstallation *self, MwCatalogueNotice *notice)
{
  g_autofree char *staged = NULL;
  g_autoptr (GError) error = NULL;
  gboolean too_large;

  *notice = MW_CATALOGUE_NOTICE_NONE;
  settle (self);
  if (!is_shipped_due (self))
    return mw_catalogue_installation_get_present (self);

  *notice = MW_CATALOGUE_NOTICE_SHIPPED_NEWER;
  staged = mw_catalogue_installation_stage (self, self->shipped, &too_large, NULL, &error);
  if (staged && mw_catalogue_installation_put (self, staged, &error))
    return mw_catalogue_installation_get_present (self);

  /* A folder that cannot be written: it is used from where it is, and comes again at the next start. */
  g_info ("The program's own catalogue is not in its place: %s", error->message);
  if (staged)
    g_unlink (staged);

  return g_object_ref (self->shipped);
}

GFile *
mw_catalogue_installation_get_shipped (MwCatalogueInstallation *self)
{
  return self->shipped;
}

const char *
mw_catalogue_installation_get_folder (MwCatalogueInstallation *self)
{
  return self->folder;
}

char *
mw_catalogue_installation_stage (MwCatalogueInstallation *self,
                                 GFile *file,
                                 gboolean *too_large,
                                 GCancellable *cancellable,
                                 GError **error)
{
  *too_large = FALSE;
  if (!mw_catalogue_files_make_folder (self->folder, error))
    return NULL;

  mw_catalogue_files_remove_leftovers (self->staged);

  return mw_catalogue_files_copy (file, self->staged, MW_XML_MAX_FILE, too_large, cancellable, error);
}

gboolean
mw_catalogue_installation_is_present (MwCatalogueInstallation *self, const char *staged)
{
  return is_present (self, staged);
}

/* Returns: whether the catalogue in use waits to be the previous one, or there is none that can be read */
static gboolean
prepare_previous (MwCatalogueInstallation *self, GError **error)
{
  g_autoptr (GFile) present = mw_catalogue_installation_get_present (self);
  g_autoptr (GError) local = NULL;
  g_autofree char *copy = NULL;
  gboolean too_large;

  copy = mw_catalogue_files_copy (present, self->staged, MW_XML_MAX_FILE, &too_large, NULL, &local);
  if (!copy)
    {
      if (local->domain == MW_CATALOGUE_ERROR)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (mw_catalogue_files_rename (copy, self->pending, error))
    return TRUE;

  g_unlink (copy);

  return FALSE;
}

gboolean
mw_catalogue_installation_put (MwCatalogueInstallation *self, const char *staged, GError **error)
{
  settle (self);
  if (!prepare_previous (self, error))
    return FALSE;
  if (g_rename (staged, self->own) < 0)
    {
      g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_IO, "Putting the catalogue in its place");
      g_unlink (self->pending);
      return FALSE;
    }
  settle (self);

  return TRUE;
}

GFile *
mw_catalogue_installation_get_previous (MwCatalogueInstallation *self)
{
  return g_file_test (self->previous, G_FILE_TEST_EXISTS) ? g_file_new_for_path (self->previous) : NULL;
}
