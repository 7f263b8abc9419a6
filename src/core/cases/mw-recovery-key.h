/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-secret.h"

G_BEGIN_DECLS

/* The key that opens the cases when the passphrase is forgotten: printed or saved once, never kept by the program.
 *
 * 18 random bytes and 2 that check them (the first of their BLAKE2b-256) make 32 characters of Crockford's base 32, in eight
 * groups of four: "7KQ2-M0XD-…". Reading forgives small letters, blanks, hyphens, and O, I, L for 0, 1, 1. */

#define MW_RECOVERY_KEY_LENGTH 18

/* Returns: (transfer full) (nullable): a new key, or %NULL with MW_STORAGE_ERROR_NO_MEMORY */
MwSecret *mw_recovery_key_new (GError **error);

/* Returns: (transfer full): 39 characters. Whoever shows it must free it with g_free() as soon as it is not shown. */
char *mw_recovery_key_to_text (const MwSecret *key);

/* Errors: MW_CASE_ERROR_MISTYPED. Returns: (transfer full) (nullable) */
MwSecret *mw_recovery_key_from_text (const char *text, GError **error);

G_END_DECLS
