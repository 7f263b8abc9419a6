/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"
#include "mw-seal.h"

G_BEGIN_DECLS

/* What the case file holds, by its own authenticated word. In parts, so that a save renews a small one and the root, not
 * the whole. Belongs to the thread of the store. */

#define MW_MANIFEST_N_PARTS 128

typedef struct
{
  guint32 revision; /* from 1 */
  gint64 row;
  gint64 saved; /* seconds since 1970 */
  guint8 tag[MW_SEAL_TAG_LENGTH];
} MwRevision;

typedef struct
{
  MwCaseHeading *heading;
  GArray *revisions; /* of MwRevision, ascending */
} MwManifestCase;

typedef struct
{
  guint64 generation; /* of the root that it came with; 0: never written, empty */
  guint8 tag[MW_SEAL_TAG_LENGTH];
  GPtrArray *cases; /* of MwManifestCase, by id */
} MwManifestPart;

typedef struct
{
  guint64 generation;
  guint64 next_case;
  guint8 check[32]; /* of the header and the key slots */
  MwManifestPart *parts[MW_MANIFEST_N_PARTS];
} MwManifest;

MwManifest *mw_manifest_new (void);
void mw_manifest_free (MwManifest *self);

MwManifestPart *mw_manifest_part_new (void);
MwManifestPart *mw_manifest_part_copy (const MwManifestPart *self);
void mw_manifest_part_free (MwManifestPart *self);

guint mw_manifest_get_part_number (guint64 id);

/* Returns: (transfer none) (nullable) */
MwManifestCase *mw_manifest_find (MwManifest *self, guint64 id);
MwManifestCase *mw_manifest_part_find (MwManifestPart *self, guint64 id);

/* Adds the case when there is none, or gives the one that is there another heading.
 * Returns: (transfer none) */
MwManifestCase *mw_manifest_part_put (MwManifestPart *self, MwCaseHeading *heading);
void mw_manifest_part_remove (MwManifestPart *self, guint64 id);

/* Returns: (transfer none) (nullable): the revision of that number, 0 for the newest */
MwRevision *mw_manifest_case_find (MwManifestCase *self, guint32 revision);

/* The stored forms; see mw-case-store.h. */
GBytes *mw_manifest_part_encode (const MwManifestPart *self);
/* Returns: (transfer full) (nullable): %NULL when it is no part */
MwManifestPart *mw_manifest_part_decode (GBytes *bytes);
GBytes *mw_manifest_encode_root (const MwManifest *self);
/* Reads the root into @self, whose parts are left empty but for generation and tag. */
gboolean mw_manifest_decode_root (MwManifest *self, GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwManifest, mw_manifest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwManifestPart, mw_manifest_part_free)

G_END_DECLS
