/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a catalogue says of itself: the attributes of its root. */
typedef struct
{
  char *id;
  char *version;
  char *published; /* such as "2026-11-24" */
  char *source;
} MwCatalogueHeader;

/* Strings are copied. Returns: (transfer full) */
MwCatalogueHeader *mw_catalogue_header_new (const char *id, const char *version, const char *published,
                                            const char *source);
MwCatalogueHeader *mw_catalogue_header_copy (const MwCatalogueHeader *self);
void mw_catalogue_header_free (MwCatalogueHeader *self);

/**
 * mw_catalogue_header_read:
 *
 * Reads no further than the root's tag; what follows may be wrong. May be called on any thread.
 *
 * Returns: (transfer full) (nullable): the header, or %NULL with @error set: MW_CATALOGUE_ERROR_UNREADABLE or
 *   MW_CATALOGUE_ERROR_INVALID
 */
MwCatalogueHeader *mw_catalogue_header_read (GFile *file, GError **error);

/**
 * mw_catalogue_header_compare:
 *
 * By version, of which numbers count as numbers ("9" before "10", "1.2" before "1.10"), then by the day of publication.
 *
 * Returns: less than, equal to or greater than 0 as @a is older than, as old as or newer than @b
 */
int mw_catalogue_header_compare (const MwCatalogueHeader *a, const MwCatalogueHeader *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueHeader, mw_catalogue_header_free)

G_END_DECLS
