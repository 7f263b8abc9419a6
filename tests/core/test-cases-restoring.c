/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>

#include "facade-fixture.h"
#include "failing-calls.h"

/* Restoring a copy when the folder of the cases is gone. */

static gboolean
try_restore (Facade *facade, const char *copy, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mw_cases_restore_async (facade->cases, copy, secret (PASSPHRASE), remember, &result);
  return mw_cases_restore_finish (facade->cases, await (&result), error);
}

static char *
make_copy (Facade *facade, const char *folder)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *copy;

  mw_cases_back_up_async (facade->cases, folder, remember, &result);
  copy = mw_cases_back_up_finish (facade->cases, await (&result), &error);
  g_assert_no_error (error);
  return copy;
}

/* As long as it cannot be made again nothing is restored, and then everything is. */
static void
test_without_the_folder (Facade *facade, gconstpointer data)
{
  g_autofree char *stick = g_dir_make_tmp ("mw-stick-XXXXXX", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean restored;

  create (facade);
  put (facade, 0, "Meneer Voorbeeld", "van toen");
  settle (facade);
  copy = make_copy (facade, stick);
  remove_folder (facade->on_disk.folder);

  failing_calls_arm (CALL_MKDIR, EROFS, 1);
  restored = try_restore (facade, copy, &error);
  failing_calls_disarm ();
  g_assert_false (restored);
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_true (try_restore (facade, copy, &error));
  g_assert_no_error (error);
  assert_loads (facade, 1, 0, "van toen");
  put (facade, 1, "Meneer Voorbeeld", "van nu");
  reopen (facade);
  assert_loads (facade, 1, 0, "van nu");
  remove_folder (stick);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_FACADE ("/cases-restoring/without-the-folder", test_without_the_folder);
  return g_test_run ();
}
