/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes that must not be seen: kept apart from all other memory, never swapped or dumped, wiped when freed (libsodium's
 * guarded memory). May be used on any thread, by one at a time. */
typedef struct
{
  guint8 *bytes;
  gsize length;
} MwSecret;

/* Must be called before anything else here; more than once is no harm. */
void mw_secret_init (void);

/* Returns: (transfer full) (nullable): @length bytes, all zero, or %NULL with MW_STORAGE_ERROR_NO_MEMORY */
MwSecret *mw_secret_new (gsize length, GError **error);
/* As mw_secret_new(), with random bytes. */
MwSecret *mw_secret_new_random (gsize length, GError **error);

/**
 * mw_secret_new_passphrase:
 * @text: UTF-8 as typed
 *
 * The bytes of @text in Unicode's composed form (NFC), so that the same letters are the same key on every keyboard. Blanks
 * count.
 */
MwSecret *mw_secret_new_passphrase (const char *text, GError **error);

/* Returns: (transfer full) (nullable): a copy */
MwSecret *mw_secret_copy (const MwSecret *self, GError **error);
void mw_secret_free (MwSecret *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwSecret, mw_secret_free)

G_END_DECLS
