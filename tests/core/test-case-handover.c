/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <sodium.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "facade-fixture.h"
#include "full-case.h"
#include "mw-case-files.h"
#include "mw-cases-handover.h"

/* A case in a file of its own: from one to another, and everything that can be wrong with the file. */

#define OWN "een zin voor deze ene casus"
#define CANARY "KANARIE 4711"
#define AT_VERSION 8
#define AT_CHECK 12
#define AT_ID 44
#define AT_OPERATIONS 60
#define AT_MEMORY 68
#define AT_SEALED 164

static GBytes *
seal_text (const char *text)
{
  g_autoptr (MwSecret) passphrase = secret (OWN);
  g_autoptr (MwCase) one = full_case (text);
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *file;

  one->room = 3;
  record = mw_case_encode (one);
  file = mw_handover_seal (record, 1778800000, &QUICK, passphrase, &error);
  g_assert_no_error (error);
  return file;
}

static MwHandover *
try_open (GBytes *file, const char *passphrase, GError **error)
{
  g_autoptr (MwSecret) typed = secret (passphrase);

  return mw_handover_open (file, typed, error);
}

/* Puts the check right, as somebody would who means it. */
static void
forge (guint8 *bytes, gsize length)
{
  crypto_generichash_state state;

  if (length < AT_ID)
    return;

  crypto_generichash_init (&state, NULL, 0, AT_ID - AT_CHECK);
  crypto_generichash_update (&state, bytes, AT_CHECK);
  crypto_generichash_update (&state, bytes + AT_ID, length - AT_ID);
  crypto_generichash_final (&state, bytes + AT_CHECK, AT_ID - AT_CHECK);
}

/* @code: that of mw_handover_open(); mw_handover_check() must say the same, unless it takes the passphrase to know */
static void
assert_refused (const guint8 *bytes, gsize length, MwHandoverError code)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) checked = NULL;
  g_autoptr (MwHandover) handover = try_open (file, OWN, &error);

  g_assert_null (handover);
  g_assert_error (error, MW_HANDOVER_ERROR, (int) code);
  if (!mw_handover_check (file, &checked))
    g_assert_error (checked, MW_HANDOVER_ERROR, (int) code);
}

static void
assert_same_case (MwCase *got, const char *text, const char *id)
{
  g_autoptr (MwCase) expected = full_case (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) expected_bytes = NULL;

  mw_case_set_text (&expected->handover, id); /* and no room is shown anything of it any more */
  expected_bytes = mw_case_encode (expected);
  bytes = mw_case_encode (got);
  g_assert_true (g_bytes_equal (bytes, expected_bytes));
}

static void
test_there_and_back (void)
{
  g_autoptr (GBytes) file = seal_text ("Meneer Voorbeeld");
  g_autoptr (GBytes) again = seal_text ("Meneer Voorbeeld");
  g_autoptr (GError) error = NULL;
  g_autoptr (MwHandover) handover = try_open (file, OWN, &error);
  g_autoptr (MwHandover) other = try_open (again, OWN, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (handover->made, ==, 1778800000);
  g_assert_cmpuint (strlen (handover->id), ==, 32);
  assert_same_case (handover->one, "Meneer Voorbeeld", handover->id);
  g_assert_cmpstr (handover->id, !=, other->id);
  g_assert_cmpuint (g_bytes_get_size (file), ==, g_bytes_get_size (again));
}

/* Composed or decomposed, the same letters are the same passphrase. */
static void
test_passphrase (void)
{
  g_autoptr (GBytes) file = seal_text ("x");
  g_autoptr (GError) error = NULL;
  g_autoptr (MwHandover) handover = try_open (file, "een zin voor deze ene casus ", &error);

  g_assert_null (handover);
  g_assert_error (error, MW_HANDOVER_ERROR, MW_HANDOVER_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (mw_handover_check (file, &error));
  g_assert_no_error (error);
  handover = try_open (file, "", &error);
  g_assert_null (handover);
  g_assert_error (error, MW_HANDOVER_ERROR, MW_HANDOVER_ERROR_WRONG_PASSPHRASE);
}

static void
test_nothing_shows (void)
{
  g_autoptr (GBytes) file = seal_text (CANARY);
  gsize length;
  const char *bytes = g_bytes_get_data (file, &length);

  g_assert_null (memmem (bytes, length, "KANARIE", 7));
  g_assert_null (memmem (bytes, length, "bezoekdienst", 12));
  g_assert_cmpuint ((length - AT_SEALED - 40) % 32, ==, 0); /* padded */
}

/* As an accident would, and as somebody would who puts the check right. */
static void
test_every_byte (void)
{
  g_autoptr (GBytes) file = seal_text ("Meneer Voorbeeld");
  gsize length;
  const guint8 *good = g_bytes_get_data (file, &length);
  g_autofree guint8 *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) forged = NULL;
      g_autoptr (MwHandover) handover = NULL;

      memcpy (bytes, good, length);
      bytes[i] ^= 1u << (i % 8);
      assert_refused (bytes, length, i < AT_VERSION ? MW_HANDOVER_ERROR_FOREIGN : MW_HANDOVER_ERROR_DAMAGED);

      forge (bytes, length);
      if (memcmp (bytes, good, length) == 0)
        continue; /* it was the check that was changed */
      forged = g_bytes_new (bytes, length);
      handover = try_open (forged, OWN, NULL);
      g_assert_null (handover);
    }
}

static void
test_every_length (void)
{
  g_autoptr (GBytes) file = seal_text ("Meneer Voorbeeld");
  gsize length;
  const guint8 *good = g_bytes_get_data (file, &length);
  g_autofree guint8 *bytes = g_malloc0 (length + 1);

  for (gsize n = 0; n <= length + 1; n++)
    if (n != length)
      {
        g_autoptr (GBytes) forged = NULL;
        g_autoptr (MwHandover) handover = NULL;

        memcpy (bytes, good, length);
        assert_refused (bytes, n, n < AT_VERSION ? MW_HANDOVER_ERROR_FOREIGN : MW_HANDOVER_ERROR_DAMAGED);
        forge (bytes, n);
        forged = g_bytes_new (bytes, n);
        handover = try_open (forged, OWN, NULL);
        g_assert_null (handover);
      }
}

/* The head of one hand-over with what was sealed for another. */
static void
test_mixed (void)
{
  g_autoptr (GBytes) one = seal_text ("Meneer Voorbeeld");
  g_autoptr (GBytes) other = seal_text ("Mevrouw Voorbeeld");
  gsize length;
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (one, &length), g_bytes_get_size (one));

  g_assert_cmpuint (length, ==, g_bytes_get_size (other));
  memcpy (bytes + AT_SEALED, (const guint8 *) g_bytes_get_data (other, NULL) + AT_SEALED, length - AT_SEALED);
  forge (bytes, length);
  assert_refused (bytes, length, MW_HANDOVER_ERROR_DAMAGED);
}

static void
assert_field_refused (gsize at, gsize n, guint64 value, MwHandoverError code)
{
  g_autoptr (GBytes) file = seal_text ("x");
  gsize length;
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (file, &length), g_bytes_get_size (file));
  guint64 stored = GUINT64_TO_LE (value);

  memcpy (bytes + at, &stored, n);
  forge (bytes, length);
  assert_refused (bytes, length, code);
}

static void
test_fields (void)
{
  assert_field_refused (AT_VERSION, 4, 2, MW_HANDOVER_ERROR_NEWER);
  assert_field_refused (AT_VERSION, 4, G_MAXUINT32, MW_HANDOVER_ERROR_NEWER);
  assert_field_refused (AT_VERSION, 4, 0, MW_HANDOVER_ERROR_DAMAGED);
  assert_field_refused (AT_OPERATIONS, 8, 0, MW_HANDOVER_ERROR_EFFORT);
  assert_field_refused (AT_OPERATIONS, 8, MW_KDF_MAX_OPERATIONS + 1, MW_HANDOVER_ERROR_EFFORT);
  assert_field_refused (AT_OPERATIONS, 8, G_MAXUINT64, MW_HANDOVER_ERROR_EFFORT);
  assert_field_refused (AT_MEMORY, 8, 8191, MW_HANDOVER_ERROR_EFFORT);
  assert_field_refused (AT_MEMORY, 8, MW_KDF_MAX_MEMORY + 1, MW_HANDOVER_ERROR_EFFORT);
  assert_field_refused (AT_MEMORY, 8, G_MAXUINT64, MW_HANDOVER_ERROR_EFFORT);
  assert_field_refused (AT_OPERATIONS, 8, 2, MW_HANDOVER_ERROR_WRONG_PASSPHRASE); /* not what was sealed */
}

static GBytes *
get_content (GVariant *value)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);

  return g_variant_get_data_as_bytes (kept);
}

static void
assert_content_refused (GBytes *content, MwHandoverError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwHandover) handover = mw_handover_decode (content, "00", &error);

  g_assert_null (handover);
  g_assert_error (error, MW_HANDOVER_ERROR, (int) code);
}

/* What a colleague with the right passphrase could have put into it. */
static void
test_contents (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) noise = g_bytes_new_static ("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10);
  g_autoptr (GBytes) nothing = get_content (g_variant_new_parsed ("@a{sv} {'made': <@x 1>}"));
  g_autoptr (GBytes) no_time = get_content (g_variant_new_parsed ("@a{sv} {'record': <@ay []>}"));
  g_autoptr (GBytes) no_case = get_content (g_variant_new_parsed ("@a{sv} {'made': <@x 1>, 'record': <@ay []>}"));
  g_autoptr (GBytes) record = get_content (g_variant_new_parsed ("@a{sv} {'version': <@u 99>}"));
  g_autoptr (GBytes) newer
    = get_content (g_variant_new_parsed ("@a{sv} {'made': <@x 1>, 'record': <%@ay>}",
                                         g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, record, TRUE)));

  assert_content_refused (empty, MW_HANDOVER_ERROR_DAMAGED);
  assert_content_refused (noise, MW_HANDOVER_ERROR_DAMAGED);
  assert_content_refused (nothing, MW_HANDOVER_ERROR_DAMAGED);
  assert_content_refused (no_time, MW_HANDOVER_ERROR_DAMAGED);
  assert_content_refused (no_case, MW_HANDOVER_ERROR_DAMAGED);
  assert_content_refused (newer, MW_HANDOVER_ERROR_NEWER);
}

static void
assert_unreadable (const char *path, MwHandoverError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = mw_handover_read (path, &error);

  g_assert_null (file);
  g_assert_error (error, MW_HANDOVER_ERROR, (int) code);
}

static void
test_other_files (Facade *facade, gconstpointer data)
{
  g_autofree char *path = g_build_filename (facade->on_disk.folder, "iets.maatwerk", NULL);
  g_autofree char *pipe = g_build_filename (facade->on_disk.folder, "pijp", NULL);

  assert_unreadable (path, MW_HANDOVER_ERROR_UNREADABLE);
  assert_unreadable (facade->on_disk.folder, MW_HANDOVER_ERROR_UNREADABLE);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_unreadable (pipe, MW_HANDOVER_ERROR_UNREADABLE);
  assert_unreadable ("/dev/zero", MW_HANDOVER_ERROR_UNREADABLE);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_unreadable (path, MW_HANDOVER_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (path, "<catalogue/>", -1, NULL));
  assert_unreadable (path, MW_HANDOVER_ERROR_FOREIGN);
  g_assert_cmpint (truncate (path, (off_t) MW_HANDOVER_MAX_FILE + 1), ==, 0);
  assert_unreadable (path, MW_HANDOVER_ERROR_FOREIGN);
}

static gboolean
try_hand_over (Facade *facade, const char *path, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = full_case (text);

  mw_cases_hand_over_async (facade->cases, one, path, secret (OWN), remember, &result);
  return mw_cases_hand_over_finish (await (&result), error);
}

static gboolean
try_export (Facade *facade, const char *path, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MwCase) one = full_case (text);

  mw_cases_export_xml_async (one, path, remember, &result);
  return mw_cases_export_xml_finish (await (&result), error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

/* Returns: (transfer full): what the file holds, by the way that the interface goes */
static MwHandover *
take_over (Facade *facade, const char *path)
{
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = NULL;
  MwHandover *handover;

  mw_cases_read_handover_async (path, remember, &read);
  file = mw_cases_read_handover_finish (await (&read), &error);
  g_assert_no_error (error);
  mw_cases_open_handover_async (file, secret (OWN), remember, &opened);
  handover = mw_cases_open_handover_finish (await (&opened), &error);
  g_assert_no_error (error);
  return handover;
}

static guint64
save_case (Facade *facade, const MwCase *one)
{
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;
  guint64 id;

  mw_cases_save_async (facade->cases, 0, one, remember, &saved);
  id = mw_cases_save_finish (facade->cases, await (&saved), &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_found (Facade *facade, const char *handover, guint64 expected)
{
  g_autoptr (GAsyncResult) looked = NULL;
  g_autoptr (GError) error = NULL;
  guint64 found = 99;

  mw_cases_find_handover_async (facade->cases, handover, remember, &looked);
  g_assert_true (mw_cases_find_handover_finish (facade->cases, await (&looked), &found, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, expected);
}

static void
test_to_a_colleague (Facade *facade, gconstpointer data)
{
  g_autofree char *path = g_build_filename (facade->on_disk.folder, "casus.maatwerk", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwHandover) handover = NULL;
  guint64 id;

  g_assert_true (try_hand_over (facade, path, "Meneer Voorbeeld", &error));
  create (facade);
  put (facade, 0, "Mevrouw Voorbeeld", "Iets anders.");
  handover = take_over (facade, path);
  assert_found (facade, handover->id, 0);

  id = save_case (facade, handover->one);
  put (facade, 0, "Meneer Proef", "Nog iets anders.");
  reopen (facade);
  assert_loads (facade, id, 0, "Meneer Voorbeeld");
  assert_found (facade, handover->id, id);
  assert_found (facade, "00", 0);
}

static void
test_not_open (Facade *facade, gconstpointer data)
{
  g_autoptr (GAsyncResult) looked = NULL;
  g_autoptr (GError) error = NULL;
  guint64 found;

  create (facade);
  close_facade (facade);
  start_facade (facade);
  mw_cases_find_handover_async (facade->cases, "00", remember, &looked);
  g_assert_false (mw_cases_find_handover_finish (facade->cases, await (&looked), &found, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_LOCKED);
}

/* A file that may not grow is what a full disk is to a program. */
static void
limit_files (rlim_t length)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = length;
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* What was there stays, and nothing is left beside it. */
static void
test_full_disk (Facade *facade, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (facade->on_disk.folder, "uit", NULL);
  g_autofree char *path = g_build_filename (folder, "casus.maatwerk", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) xml_error = NULL;
  gboolean sealed, exported;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (try_hand_over (facade, path, "De eerste.", NULL));
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));

  limit_files (700);
  sealed = try_hand_over (facade, path, "De tweede.", &error);
  exported = try_export (facade, path, "De tweede.", &xml_error);
  limit_files (RLIM_INFINITY);
  g_assert_false (sealed);
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL);
  g_assert_false (exported);
  g_assert_error (xml_error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_no_place (Facade *facade, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (facade->on_disk.folder, "weg", "casus.maatwerk", NULL);
  g_autofree char *folder = g_build_filename (facade->on_disk.folder, "dicht", NULL);
  g_autofree char *closed = g_build_filename (folder, "casus.maatwerk", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (try_hand_over (facade, gone, "x", &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  if (geteuid () == 0)
    return; /* to whom every folder is open */

  g_assert_false (try_export (facade, closed, "x", &error));
  g_assert_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY);
}

/* Who may read it: what is sealed whoever the system lets, what is not nobody else. */
static void
test_modes (Facade *facade, gconstpointer data)
{
  g_autofree char *sealed = g_build_filename (facade->on_disk.folder, "casus.maatwerk", NULL);
  g_autofree char *plain = g_build_filename (facade->on_disk.folder, "casus.xml", NULL);
  g_autofree char *text = NULL;
  mode_t mask = umask (022);
  GStatBuf about;

  g_assert_true (try_hand_over (facade, sealed, CANARY, NULL));
  g_assert_true (try_export (facade, plain, CANARY, NULL));
  umask (mask);
  g_assert_cmpint (g_stat (sealed, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0644);
  g_assert_cmpint (g_stat (plain, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (plain, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, CANARY));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-handover/there-and-back", test_there_and_back);
  g_test_add_func ("/case-handover/passphrase", test_passphrase);
  g_test_add_func ("/case-handover/nothing-shows", test_nothing_shows);
  g_test_add_func ("/case-handover/every-byte", test_every_byte);
  g_test_add_func ("/case-handover/every-length", test_every_length);
  g_test_add_func ("/case-handover/mixed", test_mixed);
  g_test_add_func ("/case-handover/fields", test_fields);
  g_test_add_func ("/case-handover/contents", test_contents);
  ADD_FACADE ("/case-handover/other-files", test_other_files);
  ADD_FACADE ("/case-handover/to-a-colleague", test_to_a_colleague);
  ADD_FACADE ("/case-handover/not-open", test_not_open);
  ADD_FACADE ("/case-handover/full-disk", test_full_disk);
  ADD_FACADE ("/case-handover/no-place", test_no_place);
  ADD_FACADE ("/case-handover/modes", test_modes);
  return g_test_run ();
}
