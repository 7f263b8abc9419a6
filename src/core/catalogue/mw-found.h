/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-match.h"
#include "mw-synonyms.h"

G_BEGIN_DECLS

/* What a text found in a catalogue, and by which words. Built by one thread, then never changed: after that it may be read
 * on any thread. */

/* @rank: the lower the better: name before other names before summary before text, and in each whole words before
 *   beginnings before parts before synonyms
 * @languages: bit l: in language l all that was looked for can be seen */
typedef struct
{
  guint rowid;
  guint16 rank;
  guint8 languages;
} MwHit;

#define MW_TYPE_FOUND (mw_found_get_type ())
typedef struct _MwFound MwFound;

struct _MwFound
{
  gatomicrefcount refs;
  GArray *hits;    /* of MwHit, ascending by rowid */
  char *corrected; /* (nullable): what was looked for instead, since nothing was found by what was typed */
  GPtrArray *also; /* of MwSynonym: what was looked for too, and found something */
  MwSynonyms *synonyms; /* (nullable): that own those of @also */

  /* The words to mark, folded. */
  GPtrArray *starts; /* of char *: in words that begin so */
  GHashTable *words; /* of char * */
};

GType mw_found_get_type (void);
/* @synonyms: (nullable). Returns: (transfer full): nothing found */
MwFound *mw_found_new (MwSynonyms *synonyms);
MwFound *mw_found_ref (MwFound *self);
void mw_found_unref (MwFound *self);

/* Returns: (transfer none) (nullable) */
const MwHit *mw_found_lookup (const MwFound *self, guint rowid);

/* Where the words that were found stand in a text. @self: (nullable). Returns: (transfer full) (element-type MwMatch):
 * ascending, at most @max */
GArray *mw_found_match (const MwFound *self, const char *text, guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwFound, mw_found_unref)

G_END_DECLS
