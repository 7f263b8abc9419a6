/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-case-handover.h"
#include "mw-case-manifest.h"
#include "mw-case-xml.h"

/* What lies sealed in a case file is authenticated, but may come from a later or a faulty version; a hand-over may come from anyone. The
 * first byte tells which of the decoders is meant; what they take must survive encoding. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
fuzz_case (GBytes *bytes)
{
  g_autoptr (MwCase) one = mw_case_decode (bytes, NULL);
  g_autoptr (MwCase) again = NULL;
  g_autoptr (GBytes) encoded = NULL;
  g_autoptr (GBytes) encoded_again = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *text = NULL;

  if (!one)
    return;

  xml = mw_case_write_xml (one, 0);
  g_assert_true (g_utf8_validate (g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml), NULL));

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

/* What says that it needs more than the least effort would take too long. */
static void
fuzz_handover (GBytes *bytes)
{
  static const guint8 least[16] = { 1, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0, 0, 0, 0 };
  g_autoptr (MwSecret) passphrase = mw_secret_new_passphrase ("de merel zingt in de linde", NULL);
  gsize length;
  const guint8 *file = g_bytes_get_data (bytes, &length);
  g_autoptr (MwHandover) handover = NULL;

  mw_handover_check (bytes, NULL);
  if (length >= 76 && memcmp (file + 60, least, sizeof least) == 0)
    handover = mw_handover_open (bytes, passphrase, NULL);
}

static void
fuzz_handed_over (GBytes *bytes)
{
  g_autoptr (MwHandover) handover = mw_handover_decode (bytes, "00", NULL);
  g_autoptr (GBytes) record = handover ? mw_case_encode (handover->one) : NULL;
  g_autoptr (MwCase) again = record ? mw_case_decode (record, NULL) : NULL;

  g_assert_true (!handover || again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static void (*const decoders[]) (GBytes *bytes) = { fuzz_case, fuzz_part, fuzz_root, fuzz_handover, fuzz_handed_over };
  g_autoptr (GBytes) bytes = size > 0 ? g_bytes_new (data + 1, size - 1) : NULL;

  if (!bytes)
    return 0;

  decoders[data[0] % G_N_ELEMENTS (decoders)] (bytes);
  return 0;
}
