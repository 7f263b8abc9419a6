/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-assessment.h"
#include "mw-intervention.h"

G_BEGIN_DECLS

/* The interface's words for the codes of the core, in its present language. Strings are (transfer none) and stay valid
 * unless said otherwise. Main thread only. */

/* The language that the interface shows. */
MwLanguage mw_words_get_language (void);
/* All words that are asked for from now on are in @language; what is on the screen stays as it is. */
void mw_words_set_language (MwLanguage language);

/* The heading of a facet, such as "For whom". */
const char *mw_words_get_facet (MwFacet facet);
/* A value as it stands in a list under its facet, such as "Widows and widowers". Rows and profiles by their names.
 * Returns: (transfer full) */
char *mw_words_dup_facet_value (MwFacet facet, guint value);

/* The heading of a field of the fixed format. */
const char *mw_words_get_field (MwField field);

/* The Dutch term; on an English screen with its gloss, such as "Achterblijvers (left-behinds)".
 * Returns: (transfer full) */
char *mw_words_dup_profile (MwProfile profile);
/* The names of several, parted by commas and "or". Returns: (transfer full) */
char *mw_words_dup_profiles (MwProfileSet profiles);

/* What a source of the assessment is called, such as "Social competences". */
const char *mw_words_get_source (MwSource source);

/* The answers of the wizard, in a few words. */
const char *mw_words_get_persistence (MwPersistence persistence);
const char *mw_words_get_orientation (MwOrientation orientation);
const char *mw_words_get_competences (MwCompetences competences);

/* How well it has been studied, and what was found on loneliness. */
const char *mw_words_get_evidence (MwEvidence evidence);
const char *mw_words_get_loneliness (MwLoneliness loneliness);

/* Within a sentence: the same words with a small first letter. Returns: (transfer full) */
char *mw_words_dup_lower (const char *words);

/* Strings joined by ", ", as one phrase: the later ones with a small first letter, but for an abbreviation. @words: NULL-terminated.
 * Returns: (transfer full) */
char *mw_words_join (char **words);

/* Strings joined by ", ", the last by " or ". @words: NULL-terminated. Returns: (transfer full) */
char *mw_words_join_or (char **words);

G_END_DECLS
