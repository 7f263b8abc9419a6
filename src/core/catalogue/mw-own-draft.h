/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* An intervention of one's own while it is being written: texts as they were typed, finished or not. Plain values, of one
 * thread at a time. */

/* More of one text is too much for the file. */
#define MW_OWN_MAX_TEXT 60000 /* bytes */

typedef struct
{
  char *id;
  char *name[MW_N_LANGUAGES]; /* texts are never %NULL */
  char *aliases;              /* one on a line */
  char *summary[MW_N_LANGUAGES];
  MwProfileSet fits;
  MwProfileSet guidance; /* may have profiles that are not in @fits; those do not count */
  char *fields[MW_N_FIELDS][MW_N_LANGUAGES];
  guint16 not_stated;          /* bit n: field n is not stated, whatever its texts are */
  guint32 facets[MW_N_FACETS]; /* sets of values: the facets of the XML, evidence and loneliness */
} MwOwnDraft;

/* Returns: (transfer full): one of an intervention that is new, with an id that nobody has */
MwOwnDraft *mw_own_draft_new (void);
/* Returns: (transfer full): of one that is to be changed */
MwOwnDraft *mw_own_draft_new_from (MwIntervention *intervention);
/* Returns: (transfer full) */
MwOwnDraft *mw_own_draft_copy (const MwOwnDraft *self);
void mw_own_draft_free (MwOwnDraft *self);

/* Whether any text is in English. */
gboolean mw_own_draft_has_english (const MwOwnDraft *self);

/* Puts @text (nullable) in the place of *@field, a text of a draft. */
void mw_own_draft_set_text (char **field, const char *text);

/**
 * mw_own_draft_to_intervention:
 * @before: (nullable): the intervention as it was. Its numbers and remarks stay, and what mw_prose_text_parse() keeps of links,
 *   organisations and references
 * @number: of one that is new
 *
 * Returns: (transfer full): the intervention that it comes to, whether it is right or not
 */
MwIntervention *mw_own_draft_to_intervention (const MwOwnDraft *self, MwIntervention *before, const char *number);

/* @problems: (element-type MwProblem): receives what is missing or wrong, in the order of the format. Elements are those of the
 * format: a text that is missing is MW_PROBLEM_MISSING_DUTCH, a profile MW_PROBLEM_MISSING_ELEMENT "fits", a value of a facet
 * MW_PROBLEM_MISSING_ATTRIBUTE of "facet". When all is there, the reader of organisation.xml judges it too. */
void mw_own_draft_check (const MwOwnDraft *self, GPtrArray *problems);

/* As a text file. Returns: (transfer full) */
char *mw_own_draft_dup_data (const MwOwnDraft *self);
/* Returns: (transfer full) (nullable): %NULL when @data is not that of a draft */
MwOwnDraft *mw_own_draft_new_from_data (const char *data, gsize length);
gboolean mw_own_draft_equal (const MwOwnDraft *self, const MwOwnDraft *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwOwnDraft, mw_own_draft_free)

G_END_DECLS
