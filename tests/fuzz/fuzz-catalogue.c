/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/mman.h>
#include <unistd.h>

#include "mw-catalogue-change.h"
#include "mw-catalogue-header.h"
#include "mw-catalogue-importer.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-catalogue-store.h"
#include "mw-intervention-writer.h"
#include "mw-xml-schema.h"

/* A catalogue from anywhere. What is refused is refused with a problem. What is taken can be imported, and each intervention
 * is the same again after it was stored, and after it was written as one that has left. */

#define HEAD "<catalogue xmlns=\"urn:maatwerk:catalogue:1\" id=\"a\" version=\"1\" published=\"2020-01-01\" source=\"x\">"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A file in memory, by a name that can be opened. */
typedef struct
{
  int descriptor;
  char *path;
  GFile *file;
} Memory;

static Memory candidate, former;

static void
write_memory (Memory *self, const void *data, gsize size)
{
  if (!self->file)
    {
      self->descriptor = memfd_create ("fuzz", MFD_CLOEXEC);
      self->path = g_strdup_printf ("/proc/self/fd/%d", self->descriptor);
      self->file = g_file_new_for_path (self->path);
    }
  g_assert_true (ftruncate (self->descriptor, 0) == 0);
  g_assert_true (pwrite (self->descriptor, data, size, 0) == (gssize) size);
}

static void
assert_same (MwIntervention *before, MwIntervention *after)
{
  g_autoptr (MwCatalogueChange) change = mw_catalogue_change_new (before, after);

  if (change)
    for (guint i = 0; i < change->parts->len; i++)
      {
        MwPartChange *part = g_ptr_array_index (change->parts, i);

        g_printerr ("part %d of %d: \"%s\" became \"%s\"\n", part->part, part->which, part->before, part->after);
      }
  g_assert_null (change);
}

static gboolean
take_former (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  assert_same (data, intervention);

  return TRUE;
}

static gboolean
take (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_autofree char *element = mw_intervention_dup_xml (intervention);
  g_autofree char *xml = g_strconcat (HEAD, element, "</catalogue>", NULL);
  g_autoptr (GError) local = NULL;

  write_memory (&former, xml, strlen (xml));
  mw_catalogue_read (former.file, take_former, intervention, NULL, NULL, NULL, &local);
  if (local)
    g_printerr ("not read again: %s\n", xml);
  g_assert_no_error (local);
  g_ptr_array_add (data, mw_intervention_ref (intervention));

  return TRUE;
}

static void
import (GPtrArray *interventions)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MwDatabase) database = mw_catalogue_import (candidate.file, "x", ":memory:", problems, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < interventions->len; i++)
    {
      MwIntervention *read = g_ptr_array_index (interventions, i);
      g_autoptr (MwIntervention) stored = mw_catalogue_store_load (database, read->id, &error);

      g_assert_no_error (error);
      assert_same (read, stored);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (GPtrArray) interventions = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  g_autoptr (MwCatalogueHeader) header = NULL;
  gboolean valid;

  mw_xml_schema_keep ();
  write_memory (&candidate, data, size);
  header = mw_catalogue_header_read (candidate.file, NULL);
  valid = mw_catalogue_read (candidate.file, take, interventions, problems, NULL, NULL, NULL);
  g_assert_cmpint (valid, ==, problems->len == 0);
  g_assert_true (!valid || header);
  if (valid)
    import (interventions);

  return 0;
}
