/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* Words that are looked for together, as the catalogue lists them: of the everyday language, in both languages. Built by
 * one thread, then never changed: after that it may be read on any thread. */

#define MW_SYNONYMS_MAX_GROUPS 500
#define MW_SYNONYMS_MAX_WORDS 32 /* of one group */
#define MW_SYNONYM_MAX_PARTS 6 /* words */
#define MW_SYNONYM_MAX_LENGTH 64 /* characters */

typedef struct
{
  MwLanguage language;
  char *text;   /* as in the catalogue, such as "partner verloren" */
  char **parts; /* its words, folded as mw_token_fold() does */
  guint n_parts;
} MwSynonym;

typedef struct
{
  gatomicrefcount refs;
  GPtrArray *groups; /* of GPtrArray of MwSynonym */
} MwSynonyms;

/* Returns: (transfer full): without any words */
MwSynonyms *mw_synonyms_new (void);
MwSynonyms *mw_synonyms_ref (MwSynonyms *self);
void mw_synonyms_unref (MwSynonyms *self);

void mw_synonyms_begin_group (MwSynonyms *self);
/* Adds to the last group, of which there must be one. What has no letter or digit, or is more than fits, is passed over. */
void mw_synonyms_add (MwSynonyms *self, MwLanguage language, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwSynonyms, mw_synonyms_unref)

G_END_DECLS
