/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All words of a catalogue, folded, in memory, to be looked through at every keystroke. One thread. */
typedef struct _MwWordList MwWordList;

/* How a word was found, the better first. */
typedef enum
{
  MW_WORD_WHOLE, /* or but for its ending: "weduwnaars" finds "weduwnaar" */
  MW_WORD_START,
  MW_WORD_PART, /* of a compound: "bezoek" in "huisbezoeken" */
} MwWordHow;

/* @index: in the list. @how: the best way in which it was found */
typedef void (*MwWordFunc) (guint index, MwWordHow how, gpointer data);

/* Returns: (transfer full) */
MwWordList *mw_word_list_new (void);
void mw_word_list_free (MwWordList *self);

/* @text: not before the one that was added last, in the order of strcmp(); the same may be added again.
 * @shown: (nullable): its spelling where that is another; @weight: how much it weighs when a correction is chosen */
void mw_word_list_add (MwWordList *self, guint rowid, const char *text, const char *shown, guint weight);

guint mw_word_list_get_rowid (MwWordList *self, guint index);
/* Returns: (transfer full) */
char *mw_word_list_dup_text (MwWordList *self, guint index);

/**
 * mw_word_list_find:
 * @term: folded
 *
 * Calls @func for each word that is @term, begins with it, or has it as a part of a compound. A short term is a part of too
 * many words: it must be a whole word or its beginning, and what stands before a part must look like a word.
 */
void mw_word_list_find (MwWordList *self, const char *term, MwWordFunc func, gpointer data);

/* The word that is one typing error away from @term: a letter wrong, too many, too few, or two swapped; or the shortest that
 * begins so. Short terms and numbers are not corrected. @whole: (out): whether it is the word itself, set when there is one.
 * Returns: (transfer full) (nullable): as it is spelled */
char *mw_word_list_dup_nearest (MwWordList *self, const char *term, gboolean *whole);

/* Whether @term can be taken apart into two words of the list, as in "rouw" and "groep". @at: (out): where the second begins */
gboolean mw_word_list_split (MwWordList *self, const char *term, gsize *at);

/* Whether @word is @term, or differs in its ending alone, as the plural does. Both folded. */
gboolean mw_word_is_form_of (const char *word, const char *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwWordList, mw_word_list_free)

G_END_DECLS
