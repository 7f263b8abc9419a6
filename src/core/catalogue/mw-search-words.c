/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-search-words.h"

#include <string.h>

#include "mw-token.h"

/* Longer words are cut; their beginning can be found. */
#define MAX_WORD 128 /* bytes */

/* Bytes of words and places, after which they go to the database: a catalogue of nothing but different words must not take
 * many times its size. */
#define FULL (16u * 1024 * 1024)
#define OVERHEAD 128

typedef struct
{
  char *shown; /* (nullable) */
  GByteArray *places;
  guint last;  /* the rowid of the last pair in @places */
  guint rowid; /* of the intervention at hand */
  guint8 here; /* the places in it; 0 when it has been written */
} Word;

struct _MwSearchWords
{
  GHashTable *words; /* char * -> Word */
  GPtrArray *touched; /* of Word: of the intervention at hand */
  GString *folded;
  gsize size;
};

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->shown);
  g_byte_array_unref (word->places);
  g_free (word);
}

MwSearchWords *
mw_search_words_new (void)
{
  MwSearchWords *self = g_new0 (MwSearchWords, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  self->touched = g_ptr_array_new ();
  self->folded = g_string_new (NULL);

  return self;
}

void
mw_search_words_free (MwSearchWords *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->touched);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

static char *
dup_shown (const char *word, gsize length, const char *folded)
{
  g_autofree char *small = g_utf8_strdown (word, (gssize) length);

  return g_str_equal (small, folded) ? NULL : g_steal_pointer (&small);
}

static void
take_word (MwSearchWords *self, const char *text, gsize length, guint8 place)
{
  Word *word;

  mw_token_fold (text, length, self->folded);
  if (self->folded->len == 0)
    return;
  if (self->folded->len > MAX_WORD)
    g_string_truncate (self->folded, (gsize) (g_utf8_find_prev_char (self->folded->str, self->folded->str + MAX_WORD)
                                              - self->folded->str));

  word = g_hash_table_lookup (self->words, self->folded->str);
  if (!word)
    {
      word = g_new0 (Word, 1);
      word->places = g_byte_array_new ();
      word->shown = dup_shown (text, length, self->folded->str);
      g_hash_table_insert (self->words, g_strdup (self->folded->str), word);
      self->size += self->folded->len + OVERHEAD;
    }
  if (!word->here)
    g_ptr_array_add (self->touched, word);
  word->here |= place;
}

static void
take_text (MwSearchWords *self, const char *text, guint8 place)
{
  const char *end, *part_end;

  for (const char *p = text; p && (p = mw_token_next_compound (p, &end)); p = end)
    {
      take_word (self, p, (gsize) (end - p), place);
      if (mw_token_next (p, &part_end) && part_end == end)
        continue;
      for (const char *part = p; part && part < end; part = part_end)
        if ((part = mw_token_next (part, &part_end)))
          take_word (self, part, (gsize) (part_end - part), place);
        else
          break;
    }
}

static void
take_blocks (MwSearchWords *self, GPtrArray *blocks, guint8 place)
{
  for (guint i = 0; i < blocks->len; i++)
    take_text (self, ((MwBlock *) g_ptr_array_index (blocks, i))->text, place);
}

/* What is the same in both languages, since one lacks it, is read once. */
static void
take_string (MwSearchWords *self, const char *dutch, const char *english, guint8 dutch_place, guint8 english_place)
{
  if (!english || g_strcmp0 (dutch, english) == 0)
    take_text (self, dutch, dutch_place | english_place);
  else
    {
      take_text (self, dutch, dutch_place);
      take_text (self, english, english_place);
    }
}

static void
take_blocks_of (MwSearchWords *self, GPtrArray *dutch, GPtrArray *english)
{
  if (dutch == english)
    take_blocks (self, dutch, MW_PLACE_TEXT_NL | MW_PLACE_TEXT_EN);
  else
    {
      take_blocks (self, dutch, MW_PLACE_TEXT_NL);
      take_blocks (self, english, MW_PLACE_TEXT_EN);
    }
}

static void
append_pair (Word *word, guint rowid)
{
  guint delta = rowid - word->last;
  guint8 byte;

  for (; delta >= 0x80; delta >>= 7)
    {
      byte = (guint8) (delta | 0x80);
      g_byte_array_append (word->places, &byte, 1);
    }
  byte = (guint8) delta;
  g_byte_array_append (word->places, &byte, 1);
  g_byte_array_append (word->places, &word->here, 1);
  word->last = rowid;
  word->here = 0;
}

void
mw_search_words_add (MwSearchWords *self, guint rowid, MwIntervention *intervention)
{
  for (guint i = 0; i < intervention->n_numbers; i++)
    take_word (self, intervention->numbers[i].text, strlen (intervention->numbers[i].text), MW_PLACE_NUMBER);
  take_string (self, intervention->name[MW_LANGUAGE_NL], intervention->name[MW_LANGUAGE_EN], MW_PLACE_NAME_NL,
               MW_PLACE_NAME_EN);
  for (guint i = 0; i < intervention->aliases->len; i++)
    take_text (self, g_ptr_array_index (intervention->aliases, i), MW_PLACE_ALIAS);
  take_string (self, intervention->summary[MW_LANGUAGE_NL], intervention->summary[MW_LANGUAGE_EN], MW_PLACE_SUMMARY_NL,
               MW_PLACE_SUMMARY_EN);
  take_blocks_of (self, mw_intervention_get_remarks (intervention, MW_LANGUAGE_NL),
                  mw_intervention_get_remarks (intervention, MW_LANGUAGE_EN));
  for (guint f = 0; f < MW_N_FIELDS; f++)
    take_blocks_of (self, mw_intervention_get_field (intervention, f, MW_LANGUAGE_NL),
                    mw_intervention_get_field (intervention, f, MW_LANGUAGE_EN));

  for (guint i = 0; i < self->touched->len; i++)
    append_pair (g_ptr_array_index (self->touched, i), rowid);
  self->size += 3 * self->touched->len;
  g_ptr_array_set_size (self->touched, 0);
}

gboolean
mw_search_words_is_full (MwSearchWords *self)
{
  return self->size > FULL;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
mw_search_words_flush (MwSearchWords *self, MwSearchWordFunc func, gpointer data, GError **error)
{
  g_autofree gpointer *keys = NULL;
  guint n_keys;
  gboolean taken = TRUE;

  keys = g_hash_table_get_keys_as_array (self->words, &n_keys);
  if (n_keys > 0)
    qsort (keys, n_keys, sizeof *keys, compare_strings);
  for (guint i = 0; taken && i < n_keys; i++)
    {
      Word *word = g_hash_table_lookup (self->words, keys[i]);

      taken = func (keys[i], word->shown, word->places->data, word->places->len, data, error);
    }
  g_hash_table_remove_all (self->words);
  self->size = 0;

  return taken;
}

void
mw_search_places_read (const guint8 *bytes, gsize size, MwPlaceFunc func, gpointer data)
{
  guint64 rowid = 0;
  gsize i = 0;

  while (i < size)
    {
      guint64 delta = 0;

      for (guint shift = 0; i < size; shift += 7)
        {
          if (shift > 28)
            return;
          delta |= (guint64) (bytes[i] & 0x7f) << shift;
          if (!(bytes[i++] & 0x80))
            break;
        }
      rowid += delta;
      if (i == size || rowid > G_MAXUINT)
        return;
      func ((guint) rowid, bytes[i++], data);
    }
}
