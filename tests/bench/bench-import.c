/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-import import|insert CATALOGUE: prints how many seconds the import of a catalogue takes, or how many it takes to
 * insert the same rows when they are in memory already. */
#include "config.h"

#include <glib/gstdio.h>

#include "mw-catalogue-importer.h"
#include "mw-catalogue-problem.h"
#include "mw-catalogue-reader.h"
#include "mw-catalogue-store.h"
#include "mw-transaction.h"

static gboolean
keep (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_ptr_array_add (data, mw_intervention_ref (intervention));

  return TRUE;
}

static double
insert (GFile *file, const char *path, GError **error)
{
  g_autoptr (GPtrArray) interventions = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  g_autoptr (MwDatabase) database = NULL;
  g_autoptr (MwTransaction) transaction = NULL;
  g_autoptr (MwCatalogueWriter) writer = NULL;
  gint64 start;

  if (!mw_catalogue_read (file, keep, interventions, NULL, NULL, NULL, error))
    return -1;

  start = g_get_monotonic_time ();
  database = mw_database_open (path, MW_DATABASE_CREATE | MW_DATABASE_SCRATCH, error);
  if (!database || !mw_catalogue_store_create (database, error)
      || !(transaction = mw_transaction_begin (database, error))
      || !(writer = mw_catalogue_writer_new (database, error)))
    return -1;
  for (guint i = 0; i < interventions->len; i++)
    if (!mw_catalogue_writer_add (writer, g_ptr_array_index (interventions, i), error))
      return -1;
  if (!mw_catalogue_writer_finish (writer, error) || !mw_transaction_commit (transaction, error))
    return -1;

  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static double
import (GFile *file, const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwDatabase) database = NULL;
  gint64 start = g_get_monotonic_time ();

  database = mw_catalogue_import (file, "bench", path, problems, NULL, NULL, error);

  return database ? (double) (g_get_monotonic_time () - start) / 1e6 : -1;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (argv[2]);
  g_autoptr (GError) error = NULL;
  double seconds = g_str_equal (argv[1], "insert") ? insert (file, path, &error) : import (file, path, &error);

  if (error)
    g_error ("%s", error->message);
  g_print ("%.3f\n", seconds);
  g_remove (path);
  g_remove (folder);

  return 0;
}
