/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case-store.h"
#include "mw-statement.h"
#include "mw-transaction.h"

G_BEGIN_DECLS

#define MW_CASE_APPLICATION_ID 0x4d774373
#define MW_CASE_CHECK_LENGTH 32
#define MW_CASE_N_SLOTS 2

struct _MwCaseStore
{
  char *path;
  MwCaseStoreOptions options;
  gboolean opened_read_only;

  MwDatabase *database; /* (nullable) after a failure */
  guint8 database_id[MW_DATABASE_ID_LENGTH];
  guint32 key;
  guint8 check[MW_CASE_CHECK_LENGTH];
  MwKeySlot slots[MW_CASE_N_SLOTS];

  MwSecret *data_key;   /* (nullable): locked */
  MwSecret *next_data_key; /* (nullable): of a rotation of which it is not known whether it took place */
  guint32 next_key;
  MwManifest *manifest; /* (nullable): locked */
  gboolean damaged;
  gboolean stale;   /* a change failed: what is in the file is not known until it is read again */
  gboolean rescued;
  GHashTable *sittings; /* case id -> Sitting */
};

MwSealPlace mw_case_store_get_place (MwCaseStore *self, MwSealKind kind, guint64 a, guint64 b);
void mw_case_store_compute_check (const guint8 *database_id, guint32 key, const MwKeySlot *slots, guint8 *check);
gboolean mw_case_store_write_header (MwDatabase *database, const guint8 *database_id, guint32 key, const MwKeySlot *slots,
                                     const guint8 *check, GError **error);

/* Opens the connection and reads the header. */
gboolean mw_case_store_connect (MwCaseStore *self, GError **error);
gboolean mw_case_store_load_manifest (MwCaseStore *self, GError **error);
/* The revisions that open without the manifest, of one part or, with G_MAXUINT, of all. */
gboolean mw_case_store_salvage (MwCaseStore *self, MwManifest *manifest, guint part, GError **error);

/* Makes sure that there is a connection on the file in its place. */
gboolean mw_case_store_ensure_connected (MwCaseStore *self, GError **error);
/* After a change of the keys failed, whose transaction must be freed: whether it is in the file all the same. */
gboolean mw_case_store_has_check (MwCaseStore *self, const guint8 *check);
/* Returns: (transfer full) (nullable): a transaction for a change */
MwTransaction *mw_case_store_begin (MwCaseStore *self, GError **error);

/* Writes @part (nullable) as part @number, and the root; both become those of @manifest, a draft of the next manifest. */
gboolean mw_case_store_write_manifest (MwCaseStore *self, guint32 key, const MwSecret *data_key, MwManifest *manifest,
                                       guint number, MwManifestPart *part, GError **error);
/* Commits, and makes sure that the file in its place is the one that was committed to. */
gboolean mw_case_store_commit (MwCaseStore *self, MwTransaction *transaction, GError **error);

/* Opens the connection anew and reads all that this store knows of the file. */
gboolean mw_case_store_reconnect (MwCaseStore *self, GError **error);
gboolean mw_case_store_rescue (MwCaseStore *self, GError **error);

/* Whether @error, which is set or not, is a failure that another time may not be there; damage is cleared from it. */
gboolean mw_case_store_is_fatal (GError **error);

/* Seals @record and writes it; sets the row and the tag of @revision. */
gboolean mw_case_store_insert_record (MwCaseStore *self, guint64 id, MwRevision *revision, GBytes *record, GError **error);

/* @as_known: (out) (nullable): whether what stands beside the record, unsealed, is right too.
 * Returns: (transfer full) (nullable): a revision, from the connection as it is */
GBytes *mw_case_store_read_revision (MwCaseStore *self, guint64 id, const MwRevision *revision, gboolean *as_known,
                                     GError **error);

G_END_DECLS
