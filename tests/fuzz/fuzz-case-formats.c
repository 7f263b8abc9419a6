/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-manifest.h"

/* What lies sealed in a case file is authenticated, but may come from a later or a faulty version. The first byte tells which of
 * the decoders is meant; what they take must survive encoding. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
fuzz_case (GBytes *bytes)
{
  g_autoptr (MwCase) one = mw_case_decode (bytes, NULL);
  g_autoptr (MwCase) again = NULL;
  g_autoptr (GBytes) encoded = NULL;
  g_autoptr (GBytes) encoded_again = NULL;
  g_autofree char *text = NULL;

  if (!one)
    return;

  text = mw_case_dup_text (one);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  encoded = mw_case_encode (one);
  again = mw_case_decode (encoded, NULL);
  g_assert_nonnull (again);
  encoded_again = mw_case_encode (again);
  g_assert_true (g_bytes_equal (encoded, encoded_again));
}

static void
fuzz_part (GBytes *bytes)
{
  g_autoptr (MwManifestPart) part = mw_manifest_part_decode (bytes);
  g_autoptr (MwManifestPart) copy = part ? mw_manifest_part_copy (part) : NULL;
  g_autoptr (GBytes) encoded = copy ? mw_manifest_part_encode (copy) : NULL;
  g_autoptr (MwManifestPart) again = encoded ? mw_manifest_part_decode (encoded) : NULL;

  g_assert_true (!part || again);
}

static void
fuzz_root (GBytes *bytes)
{
  g_autoptr (MwManifest) root = mw_manifest_new ();
  g_autoptr (GBytes) encoded = NULL;

  if (!mw_manifest_decode_root (root, bytes))
    return;

  encoded = mw_manifest_encode_root (root);
  g_assert_true (mw_manifest_decode_root (root, encoded));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = size > 0 ? g_bytes_new (data + 1, size - 1) : NULL;

  if (!bytes)
    return 0;

  if (data[0] % 3 == 0)
    fuzz_case (bytes);
  else if (data[0] % 3 == 1)
    fuzz_part (bytes);
  else
    fuzz_root (bytes);
  return 0;
}
