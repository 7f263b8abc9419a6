/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-manifest.h"

#include <string.h>

#define PART "a(t(syyyxuu)a(uxxay))"
#define ROOT "(ttaya(tay))"

static void
manifest_case_free (gpointer data)
{
  MwManifestCase *one = data;

  g_object_unref (one->heading);
  g_array_unref (one->revisions);
  g_free (one);
}

MwManifestPart *
mw_manifest_part_new (void)
{
  MwManifestPart *self = g_new0 (MwManifestPart, 1);

  self->cases = g_ptr_array_new_with_free_func (manifest_case_free);
  return self;
}

MwManifestPart *
mw_manifest_part_copy (const MwManifestPart *self)
{
  MwManifestPart *copy = mw_manifest_part_new ();

  copy->generation = self->generation;
  memcpy (copy->tag, self->tag, sizeof copy->tag);
  for (guint i = 0; i < self->cases->len; i++)
    {
      MwManifestCase *one = g_ptr_array_index (self->cases, i);
      MwManifestCase *added = mw_manifest_part_put (copy, one->heading);

      g_array_append_vals (added->revisions, one->revisions->data, one->revisions->len);
    }
  return copy;
}

void
mw_manifest_part_free (MwManifestPart *self)
{
  if (!self)
    return;

  g_ptr_array_unref (self->cases);
  g_free (self);
}

MwManifest *
mw_manifest_new (void)
{
  MwManifest *self = g_new0 (MwManifest, 1);

  self->next_case = 1;
  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    self->parts[p] = mw_manifest_part_new ();
  return self;
}

void
mw_manifest_free (MwManifest *self)
{
  if (!self)
    return;

  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    mw_manifest_part_free (self->parts[p]);
  g_free (self);
}

guint
mw_manifest_get_part_number (guint64 id)
{
  return id % MW_MANIFEST_N_PARTS;
}

MwManifestCase *
mw_manifest_part_find (MwManifestPart *self, guint64 id)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      MwManifestCase *one = g_ptr_array_index (self->cases, i);

      if (one->heading->id == id)
        return one;
    }
  return NULL;
}

MwManifestCase *
mw_manifest_find (MwManifest *self, guint64 id)
{
  return mw_manifest_part_find (self->parts[mw_manifest_get_part_number (id)], id);
}

MwManifestCase *
mw_manifest_part_put (MwManifestPart *self, MwCaseHeading *heading)
{
  MwManifestCase *one = mw_manifest_part_find (self, heading->id);

  if (!one)
    {
      one = g_new0 (MwManifestCase, 1);
      one->revisions = g_array_new (FALSE, TRUE, sizeof (MwRevision));
      g_ptr_array_add (self->cases, one);
    }
  g_set_object (&one->heading, heading);
  return one;
}

void
mw_manifest_part_remove (MwManifestPart *self, guint64 id)
{
  MwManifestCase *one = mw_manifest_part_find (self, id);

  if (one)
    g_ptr_array_remove (self->cases, one);
}

MwRevision *
mw_manifest_case_find (MwManifestCase *self, guint32 revision)
{
  for (guint i = self->revisions->len; i > 0; i--)
    {
      MwRevision *one = &g_array_index (self->revisions, MwRevision, i - 1);

      if (revision == 0 || one->revision == revision)
        return one;
    }
  return NULL;
}

static GVariant *
new_tag (const guint8 *tag)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, tag, MW_SEAL_TAG_LENGTH, 1);
}

static gboolean
read_bytes (GVariant *value, guint8 *out, gsize length)
{
  gsize n;
  gconstpointer bytes = g_variant_get_fixed_array (value, &n, 1);

  if (n != length)
    return FALSE;

  memcpy (out, bytes, length);
  return TRUE;
}

/* In little-endian order. */
static GBytes *
finish (GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GVariant) stored = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (owned) : g_variant_byteswap (owned);

  return g_variant_get_data_as_bytes (stored);
}

/* Returns: (transfer full) */
static GVariant *
start (GBytes *bytes, const char *type)
{
  g_autoptr (GVariant) stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));

  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (stored) : g_variant_byteswap (stored);
}

GBytes *
mw_manifest_part_encode (const MwManifestPart *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PART));
  for (guint i = 0; i < self->cases->len; i++)
    {
      MwManifestCase *one = g_ptr_array_index (self->cases, i);
      MwCaseHeading *heading = one->heading;

      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(t(syyyxuu)a(uxxay))"));
      g_variant_builder_add (&builder, "t", heading->id);
      g_variant_builder_add (&builder, "(syyyxuu)", heading->label, (guint8) heading->age, (guint8) heading->status,
                             (guint8) heading->profiles, heading->touched, heading->next_day, heading->closed_day);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uxxay)"));
      for (guint r = 0; r < one->revisions->len; r++)
        {
          MwRevision *revision = &g_array_index (one->revisions, MwRevision, r);

          g_variant_builder_add (&builder, "(uxx@ay)", revision->revision, revision->row, revision->saved,
                                 new_tag (revision->tag));
        }
      g_variant_builder_close (&builder);
      g_variant_builder_close (&builder);
    }
  return finish (g_variant_builder_end (&builder));
}

static MwCaseHeading *
decode_heading (GVariant *value)
{
  g_autoptr (MwCaseHeading) heading = mw_case_heading_new (0);
  guint8 age, status;

  g_variant_get_child (value, 0, "t", &heading->id);
  g_variant_get_child (value, 1, "(syyyxuu)", &heading->label, &age, &status, &heading->profiles, &heading->touched,
                       &heading->next_day, &heading->closed_day);
  if (heading->id == 0 || age >= MW_N_AGE_BANDS || status >= MW_N_STATUSES || heading->next_day > MW_LAST_DAY
      || heading->closed_day > MW_LAST_DAY)
    return NULL;

  heading->age = age;
  heading->status = status;
  return g_steal_pointer (&heading);
}

static gboolean
decode_revisions (MwManifestCase *self, GVariant *value)
{
  g_autoptr (GVariant) revisions = g_variant_get_child_value (value, 2);
  gsize n = g_variant_n_children (revisions);

  for (gsize r = 0; r < n; r++)
    {
      g_autoptr (GVariant) tag = NULL;
      MwRevision revision;

      g_variant_get_child (revisions, r, "(uxx@ay)", &revision.revision, &revision.row, &revision.saved, &tag);
      if (!read_bytes (tag, revision.tag, sizeof revision.tag))
        return FALSE;
      g_array_append_val (self->revisions, revision);
    }
  return n > 0;
}

MwManifestPart *
mw_manifest_part_decode (GBytes *bytes)
{
  g_autoptr (MwManifestPart) self = mw_manifest_part_new ();
  g_autoptr (GVariant) value = start (bytes, PART);
  gsize n = g_variant_n_children (value);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      g_autoptr (MwCaseHeading) heading = decode_heading (child);

      if (!heading || !decode_revisions (mw_manifest_part_put (self, heading), child))
        return NULL;
    }
  return g_steal_pointer (&self);
}

GBytes *
mw_manifest_encode_root (const MwManifest *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ROOT));
  g_variant_builder_add (&builder, "t", self->generation);
  g_variant_builder_add (&builder, "t", self->next_case);
  g_variant_builder_add (&builder, "@ay",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, self->check, sizeof self->check, 1));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(tay)"));
  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    g_variant_builder_add (&builder, "(t@ay)", self->parts[p]->generation, new_tag (self->parts[p]->tag));
  g_variant_builder_close (&builder);
  return finish (g_variant_builder_end (&builder));
}

gboolean
mw_manifest_decode_root (MwManifest *self, GBytes *bytes)
{
  g_autoptr (GVariant) value = start (bytes, ROOT);
  g_autoptr (GVariant) check = NULL;
  g_autoptr (GVariant) parts = NULL;

  g_variant_get (value, "(tt@ay@a(tay))", &self->generation, &self->next_case, &check, &parts);
  if (!read_bytes (check, self->check, sizeof self->check) || g_variant_n_children (parts) != MW_MANIFEST_N_PARTS
      || self->next_case == 0)
    return FALSE;

  for (guint p = 0; p < MW_MANIFEST_N_PARTS; p++)
    {
      g_autoptr (GVariant) tag = NULL;

      g_variant_get_child (parts, p, "(t@ay)", &self->parts[p]->generation, &tag);
      if (!read_bytes (tag, self->parts[p]->tag, MW_SEAL_TAG_LENGTH))
        return FALSE;
    }
  return TRUE;
}
