/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-word-list.h"

#include <string.h>

#include "mw-near.h"

/* Lengths in bytes: of the folded letters of our languages that is the same as in characters. */
#define LEAST_PART 4       /* what may be found within a word */
#define LONG_PART 6        /* what is hardly ever within a word by chance */
#define LEAST_BEFORE 3     /* what stands before a part */
#define LONG_BEFORE 5      /* what stands before a part where that is no word we know */
#define LEAST_STEM 4       /* what is left without an ending */
#define LEAST_CORRECTED 5

typedef struct
{
  guint32 start; /* in the text */
  guint32 rowid;
  guint32 weight;
} Word;

struct _MwWordList
{
  GString *text; /* each word and a line feed */
  GArray *words; /* of Word */
  GHashTable *shown; /* index -> char * */
};

MwWordList *
mw_word_list_new (void)
{
  MwWordList *self = g_new0 (MwWordList, 1);

  self->text = g_string_new (NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

void
mw_word_list_free (MwWordList *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->words);
  g_hash_table_unref (self->shown);
  g_free (self);
}

void
mw_word_list_add (MwWordList *self, guint rowid, const char *text, const char *shown, guint weight)
{
  Word word = { (guint32) self->text->len, rowid, weight };

  if (self->text->len + strlen (text) + 1 > G_MAXUINT32)
    return;

  if (shown)
    g_hash_table_insert (self->shown, GUINT_TO_POINTER (self->words->len), g_strdup (shown));
  g_array_append_val (self->words, word);
  g_string_append (self->text, text);
  g_string_append_c (self->text, '\n');
}

/* Returns: (transfer none): the word, which ends after @length bytes with a line feed */
static const char *
get (MwWordList *self, guint index, gsize *length)
{
  const Word *word = &g_array_index (self->words, Word, index);
  gsize end = index + 1 < self->words->len ? g_array_index (self->words, Word, index + 1).start : self->text->len;

  *length = end - word->start - 1;
  return self->text->str + word->start;
}

guint
mw_word_list_get_rowid (MwWordList *self, guint index)
{
  return g_array_index (self->words, Word, index).rowid;
}

char *
mw_word_list_dup_text (MwWordList *self, guint index)
{
  gsize length;
  const char *word = get (self, index, &length);

  return g_strndup (word, length);
}

/* In the order of strcmp(), of words of a given length. */
static int
compare (const char *a, gsize a_length, const char *b, gsize b_length)
{
  int order = memcmp (a, b, MIN (a_length, b_length));

  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

/* Returns: the index of the first word that is not before @term */
static guint
find_first (MwWordList *self, const char *term, gsize term_length)
{
  guint low = 0, high = self->words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gsize length;
      const char *word = get (self, middle, &length);

      if (compare (word, length, term, term_length) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: the index of the word that covers the byte @at of the text */
static guint
find_at (MwWordList *self, gsize at)
{
  guint low = 0, high = self->words->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->words, Word, middle).start <= at)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static gboolean
has (MwWordList *self, const char *term, gsize term_length)
{
  guint index = find_first (self, term, term_length);
  gsize length;
  const char *word;

  if (index == self->words->len)
    return FALSE;

  word = get (self, index, &length);

  return compare (word, length, term, term_length) == 0;
}

/* Plurals and the like, and what binds the parts of a Dutch compound. */
static const char *const endings[] = { "s", "n", "e", "en" };

static gboolean
is_ending (const char *rest, gsize length)
{
  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    if (strlen (endings[e]) == length && memcmp (rest, endings[e], length) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: the length of @word without the ending, 0 when it does not have it */
static gsize
get_stem (const char *word, gsize length, guint ending)
{
  gsize n = strlen (endings[ending]);

  return length > n && memcmp (word + length - n, endings[ending], n) == 0 ? length - n : 0;
}

/* Of two words of which the shorter is the beginning of the longer. */
static gboolean
is_form (const char *longer, gsize length, gsize shorter_length)
{
  return length == shorter_length
         || (shorter_length >= LEAST_STEM && is_ending (longer + shorter_length, length - shorter_length));
}

gboolean
mw_word_is_form_of (const char *word, const char *term)
{
  if (g_str_has_prefix (word, term))
    return is_form (word, strlen (word), strlen (term));
  return g_str_has_prefix (term, word) && is_form (term, strlen (term), strlen (word));
}

/* The first @length bytes of a compound. */
static gboolean
is_known_part (MwWordList *self, const char *part, gsize length)
{
  if (has (self, part, length))
    return TRUE;

  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    {
      gsize stem = get_stem (part, length, e);

      if (stem >= LEAST_BEFORE && has (self, part, stem))
        return TRUE;
    }

  return FALSE;
}

/* Whether @term, found @before bytes into @word, is a part of a compound and not "rouw" in "vertrouwen", nor in
 * "bezoekvrouwen", where it is within a word that we know. */
static gboolean
is_part (MwWordList *self, const char *word, gsize length, gsize before, gsize term_length)
{
  gsize after = length - before - term_length;

  if (before < LEAST_BEFORE)
    return before == LEAST_BEFORE - 1 && term_length >= LONG_PART;

  for (gsize within = 1; within < before; within++)
    if (has (self, word + within, length - within))
      return is_part (self, word + within, length - within, before - within, term_length);

  return term_length >= LONG_PART || is_known_part (self, word, before)
         || (before >= LONG_BEFORE && (after == 0 || is_ending (word + length - after, after)));
}

static void
find_parts (MwWordList *self, const char *term, gsize term_length, MwWordFunc func, gpointer data)
{
  const char *text = self->text->str;
  gsize at = 0;

  while (at < self->text->len)
    {
      const char *hit = memmem (text + at, self->text->len - at, term, term_length);
      const char *word;
      gsize length;
      guint index;

      if (!hit)
        return;
      index = find_at (self, (gsize) (hit - text));
      word = get (self, index, &length);
      if (hit == word)
        {
          at = (gsize) (word - text) + length + 1; /* found by its beginning */
          continue;
        }
      if (is_part (self, word, length, (gsize) (hit - word), term_length))
        {
          func (index, MW_WORD_PART, data);
          at = (gsize) (word - text) + length + 1;
        }
      else
        at = (gsize) (hit - text) + 1;
    }
}

/* "weduwnaars" finds "weduwnaar". */
static void
find_stems (MwWordList *self, const char *term, gsize term_length, MwWordFunc func, gpointer data)
{
  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    {
      gsize stem = get_stem (term, term_length, e);

      if (stem < LEAST_STEM)
        continue;
      for (guint i = find_first (self, term, stem); i < self->words->len; i++)
        {
          gsize length;
          const char *word = get (self, i, &length);

          if (compare (word, length, term, stem) != 0)
            break;
          func (i, MW_WORD_WHOLE, data);
        }
    }
}

static gboolean
is_number (const char *term)
{
  return g_ascii_isdigit (*term);
}

void
mw_word_list_find (MwWordList *self, const char *term, MwWordFunc func, gpointer data)
{
  gsize term_length = strlen (term);

  if (term_length == 0)
    return;

  for (guint i = find_first (self, term, term_length); i < self->words->len; i++)
    {
      gsize length;
      const char *word = get (self, i, &length);

      if (length < term_length || memcmp (word, term, term_length) != 0)
        break;
      func (i, is_form (word, length, term_length) ? MW_WORD_WHOLE : MW_WORD_START, data);
    }
  if (is_number (term))
    return;
  if (term_length >= LEAST_PART)
    find_parts (self, term, term_length, func, data);
  find_stems (self, term, term_length, func, data);
}

/* A word, with or without an ending: "wandel" of "wandelen". */
static gboolean
is_split_part (MwWordList *self, const char *part, gsize length)
{
  if (is_known_part (self, part, length))
    return TRUE;

  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    {
      g_autofree char *word = g_strdup_printf ("%.*s%s", (int) length, part, endings[e]);

      if (length >= LEAST_STEM && has (self, word, strlen (word)))
        return TRUE;
    }

  return FALSE;
}

/* The longest first part that leaves a second. */
gboolean
mw_word_list_split (MwWordList *self, const char *term, gsize *at)
{
  gsize length = strlen (term);

  if (is_number (term))
    return FALSE;

  for (gsize n = length; n-- > LEAST_PART;)
    if (length - n >= LEAST_BEFORE && is_split_part (self, term, n) && is_split_part (self, term + n, length - n))
      {
        *at = n;
        return TRUE;
      }

  return FALSE;
}

typedef struct
{
  MwNear near;
  gboolean other_start; /* people rarely err in the first letter */
  gsize length;
  guint weight;
  guint index;
} Candidate;

static gboolean
is_better (const Candidate *a, const Candidate *b)
{
  if (a->near != b->near)
    return a->near < b->near;
  if (a->other_start != b->other_start)
    return !a->other_start;
  if (a->near == MW_NEAR_START && a->length != b->length)
    return a->length < b->length;

  return a->weight > b->weight;
}

char *
mw_word_list_dup_nearest (MwWordList *self, const char *term, gboolean *whole)
{
  gsize term_length = strlen (term);
  Candidate best = { .near = MW_NOT_NEAR };
  const char *shown;

  if (term_length < LEAST_CORRECTED || is_number (term))
    return NULL;

  for (guint i = 0; i < self->words->len; i++)
    {
      Candidate candidate = { .index = i, .weight = g_array_index (self->words, Word, i).weight };
      const char *word = get (self, i, &candidate.length);

      if (candidate.length + 1 < term_length)
        continue;
      candidate.near = mw_near_compare (term, term_length, word, candidate.length);
      candidate.other_start = *word != *term;
      if (candidate.near != MW_NOT_NEAR && is_better (&candidate, &best))
        best = candidate;
    }
  if (best.near == MW_NOT_NEAR)
    return NULL;

  *whole = best.near == MW_NEAR_WHOLE;
  shown = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (best.index));
  return shown ? g_strdup (shown) : mw_word_list_dup_text (self, best.index);
}
