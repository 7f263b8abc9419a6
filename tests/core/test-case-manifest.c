/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "failing-vfs.h"
#include "mw-case-store-private.h"

/* What was sealed with the right key may still be nonsense: of a program with a mistake in it. */

#define PART "a(t(syyyxuu)a(uxxay))"
#define ROOT "(ttaya(tay))"
#define TAG "[byte 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]"
#define REVISIONS "[(uint32 1, int64 1, int64 0, " TAG ")]"

static GBytes *
parse (const char *type, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (type), text, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_variant_get_data_as_bytes (value);
}

static void
test_parts (void)
{
  static const char *const odd[] = {
    "[(0, ('x', 0, 0, 0, 0, 0, 0), " REVISIONS ")]",       /* no case has this id */
    "[(1, ('x', 7, 0, 0, 0, 0, 0), " REVISIONS ")]",       /* an age band that there is not */
    "[(1, ('x', 0, 3, 0, 0, 0, 0), " REVISIONS ")]",       /* a status */
    "[(1, ('x', 0, 0, 0, 0, 3652060, 0), " REVISIONS ")]", /* after the last day */
    "[(1, ('x', 0, 0, 0, 0, 0, 3652060), " REVISIONS ")]",
    "[(1, ('x', 0, 0, 0, 0, 0, 0), [])]",                  /* a case without a revision */
    "[(1, ('x', 0, 0, 0, 0, 0, 0), [(1, 1, 0, [byte 1])])]",
    "[(1, ('x', 0, 0, 0, 0, 0, 0), " REVISIONS "), (0, ('x', 0, 0, 0, 0, 0, 0), " REVISIONS ")]",
  };
  g_autoptr (GBytes) good = parse (PART, "[(1, ('x', 6, 2, 255, -1, 3652059, 1), " REVISIONS ")]");
  g_autoptr (MwManifestPart) part = mw_manifest_part_decode (good);
  g_autoptr (GBytes) again = mw_manifest_part_encode (part);

  g_assert_true (g_bytes_equal (good, again));
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GBytes) bytes = parse (PART, odd[i]);

      g_assert_null (mw_manifest_part_decode (bytes));
    }

  mw_manifest_part_remove (part, 129); /* which is not there */
  g_assert_cmpuint (part->cases->len, ==, 1);
  mw_manifest_part_remove (part, 1);
  g_assert_cmpuint (part->cases->len, ==, 0);
  mw_manifest_part_free (NULL);
}

/* @n_parts, each with a tag of @n_tag bytes. Returns: (transfer full) */
static GBytes *
make_root (guint64 next_case, gsize n_check, guint n_parts, gsize n_tag)
{
  static const guint8 bytes[64];
  g_autoptr (GVariant) value = NULL;
  GVariantBuilder parts;

  g_variant_builder_init (&parts, G_VARIANT_TYPE ("a(tay)"));
  for (guint p = 0; p < n_parts; p++)
    g_variant_builder_add (&parts, "(t@ay)", (guint64) 0,
                           g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, p + 1 < n_parts ? 16 : n_tag, 1));
  value = g_variant_ref_sink (g_variant_new ("(tt@aya(tay))", (guint64) 5, next_case,
                                             g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, n_check, 1), &parts));
  g_assert_true (g_variant_is_of_type (value, G_VARIANT_TYPE (ROOT)));
  return g_variant_get_data_as_bytes (value);
}

static gboolean
decodes_root (GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (MwManifest) manifest = mw_manifest_new ();

  return mw_manifest_decode_root (manifest, owned);
}

static void
test_roots (void)
{
  g_assert_true (decodes_root (make_root (1, 32, MW_MANIFEST_N_PARTS, 16)));
  g_assert_false (decodes_root (make_root (0, 32, MW_MANIFEST_N_PARTS, 16)));
  g_assert_false (decodes_root (make_root (1, 31, MW_MANIFEST_N_PARTS, 16)));
  g_assert_false (decodes_root (make_root (1, 32, MW_MANIFEST_N_PARTS - 1, 16)));
  g_assert_false (decodes_root (make_root (1, 32, MW_MANIFEST_N_PARTS + 1, 16)));
  g_assert_false (decodes_root (make_root (1, 32, MW_MANIFEST_N_PARTS, 15)));
  g_assert_false (decodes_root (g_bytes_new_static ("no root", 7)));
}

static void
exec_with_blob (MwCaseStore *store, const char *sql, GBytes *blob)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MwStatement) statement = mw_statement_new (store->database, sql, &error);
  gsize length;
  gconstpointer bytes = g_bytes_get_data (blob, &length);

  g_assert_no_error (error);
  mw_statement_bind_blob (statement, 0, bytes, length);
  g_assert_true (mw_statement_run (statement, &error));
}

/* Seals @content as what stands in @row of the manifest; the root does not know it yet. */
static void
forge_row (MwCaseStore *store, guint row, guint64 generation, GBytes *content)
{
  MwSealPlace place
    = mw_case_store_get_place (store, row > 0 ? MW_SEAL_PART : MW_SEAL_ROOT, row > 0 ? row - 1 : 0, generation);
  g_autoptr (GBytes) sealed
    = mw_seal (&place, store->data_key, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL);
  g_autofree char *sql
    = g_strdup_printf ("UPDATE manifest SET generation = %u, sealed = ? WHERE part = %u", (guint) generation, row);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (sealed, &length);

  exec_with_blob (store, sql, sealed);
  if (row > 0)
    {
      store->manifest->parts[row - 1]->generation = generation;
      memcpy (store->manifest->parts[row - 1]->tag, mw_seal_get_tag (bytes, length), MW_SEAL_TAG_LENGTH);
    }
}

/* All cases read all the same, and a repair makes the file whole. */
static void
assert_salvaged_and_repaired (Cases *cases)
{
  g_autoptr (MwCaseStore) store = open_store (cases);
  g_autoptr (GError) error = NULL;
  guint n_damaged = G_MAXUINT;

  g_assert_true (mw_case_store_is_damaged (store));
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 2);
  assert_reads (store, 1, "een");
  assert_reads (store, 2, "twee");
  mw_case_store_repair (store, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  g_assert_false (mw_case_store_is_damaged (store));
  g_assert_true (mw_case_store_verify (store, &n_damaged, NULL));
  g_assert_cmpuint (n_damaged, ==, 0);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 2);
}

static MwCaseStore *
create_two (Cases *cases)
{
  MwCaseStore *store = create_store (cases);

  g_assert_cmpuint (save (store, 0, "een"), ==, 1);
  g_assert_cmpuint (save (store, 0, "twee"), ==, 2);
  return store;
}

static void
test_odd_part (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_two (cases);
  g_autoptr (GBytes) part = parse (PART, "[(0, ('x', 0, 0, 0, 0, 0, 0), [])]");
  guint number = mw_manifest_get_part_number (1);
  guint64 generation = store->manifest->generation;
  g_autoptr (GBytes) root = NULL;

  forge_row (store, number + 1, generation, part);
  root = mw_manifest_encode_root (store->manifest);
  forge_row (store, 0, generation, root);
  g_clear_pointer (&store, mw_case_store_free);
  assert_salvaged_and_repaired (cases);
}

static void
test_odd_root (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_two (cases);
  g_autoptr (GBytes) root = make_root (0, 32, MW_MANIFEST_N_PARTS, 16);

  forge_row (store, 0, store->manifest->generation, root);
  g_clear_pointer (&store, mw_case_store_free);
  assert_salvaged_and_repaired (cases);
}

/* Whose newest revision is lost, and whose older one is no record: the heading that is known stays. */
static void
test_odd_record (Cases *cases, gconstpointer data)
{
  g_autoptr (MwCaseStore) store = create_two (cases);
  MwSealPlace place = mw_case_store_get_place (store, MW_SEAL_RECORD, 1, 1);
  g_autoptr (GBytes) sealed = mw_seal (&place, store->data_key, "no record", 9, NULL);
  MwManifestPart *part = store->manifest->parts[mw_manifest_get_part_number (1)];
  MwRevision *revision = mw_manifest_case_find (mw_manifest_part_find (part, 1), 0);
  g_autoptr (GBytes) root = NULL;
  g_autoptr (GBytes) known = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  exec_with_blob (store, "UPDATE record SET sealed = ? WHERE case_id = 1", sealed);
  memcpy (revision->tag, mw_seal_get_tag (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed)),
          sizeof revision->tag);
  known = mw_manifest_part_encode (part);
  forge_row (store, mw_manifest_get_part_number (1) + 1, store->manifest->generation, known);
  root = mw_manifest_encode_root (store->manifest);
  forge_row (store, 0, store->manifest->generation, root);
  g_clear_pointer (&store, mw_case_store_free);
  store = open_store (cases);
  save (store, 1, "van later");
  g_clear_pointer (&store, mw_case_store_free);
  change (cases, "UPDATE record SET sealed = zeroblob (2000) WHERE case_id = 1 AND revision = 2");

  store = open_store (cases);
  mw_case_store_repair (store, &error);
  g_assert_no_error (error);
  text = try_read (store, 1, 0, &error);
  g_assert_null (text);
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED);
  assert_reads (store, 2, "twee");
  {
    g_autoptr (GPtrArray) headings = mw_case_store_list (store);

    g_assert_cmpuint (headings->len, ==, 2);
    g_assert_cmpstr (((MwCaseHeading *) g_ptr_array_index (headings, 0))->label, ==, "Meneer Voorbeeld");
  }
}

static gboolean
save_labelled (MwCaseStore *store, const char *label, GError **error)
{
  g_autoptr (MwCase) one = mw_case_new ();
  g_autoptr (MwCaseHeading) heading = NULL;
  g_autoptr (GBytes) record = NULL;

  mw_case_set_text (&one->label, label);
  heading = mw_case_heading_new_for_case (0, one);
  record = mw_case_encode (one);
  if (mw_case_store_save (store, heading, record, error))
    return TRUE;

  g_assert_cmpuint (heading->id, ==, 0);
  return FALSE;
}

/* What does not fit changes nothing: here the part of the manifest in which two headings meet. */
static void
test_too_large (Cases *cases, gconstpointer data)
{
  g_autofree char *label = g_strnfill (MW_SEAL_MAX_LENGTH / 2 + 1, 'x');
  g_autoptr (MwCaseStore) store = create_store (cases);
  g_autoptr (GError) error = NULL;

  g_assert_true (save_labelled (store, label, &error));
  store->manifest->next_case = 1 + MW_MANIFEST_N_PARTS;
  g_assert_false (save_labelled (store, label, &error));
  g_assert_error (error, MW_CASE_ERROR, MW_CASE_ERROR_TOO_LARGE);
  g_assert_cmpuint (mw_case_store_get_n_cases (store), ==, 1);
  g_assert_cmpuint (save (store, 0, "past wel"), >, 1);
  g_assert_false (mw_case_store_is_damaged (store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mw_secret_init ();
  failing_vfs_install (); /* for its speed: it syncs nothing */
  g_test_add_func ("/case-manifest/parts", test_parts);
  g_test_add_func ("/case-manifest/roots", test_roots);
  ADD_CASE ("/case-manifest/odd-part", test_odd_part);
  ADD_CASE ("/case-manifest/odd-root", test_odd_root);
  ADD_CASE ("/case-manifest/odd-record", test_odd_record);
  ADD_CASE ("/case-manifest/too-large", test_too_large);
  return g_test_run ();
}
