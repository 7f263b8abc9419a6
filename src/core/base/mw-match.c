/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-match.h"

#include <string.h>

/* Characters before and after a match in an excerpt. */
#define BEFORE 30
#define AFTER 70

/* Letters and digits without accents and capitals. Returns: (transfer full) */
static char *
fold (const char *word, gssize length)
{
  g_autofree char *decomposed = g_utf8_normalize (word, length, G_NORMALIZE_ALL);
  g_autofree char *small = decomposed ? g_utf8_casefold (decomposed, -1) : NULL;
  GString *plain = g_string_new (NULL);

  for (const char *p = small ? small : ""; *p; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static gboolean
is_word (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p);

  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The next word at or after @p, or %NULL; @end: (out) */
static const char *
next_word (const char *p, const char **end)
{
  while (*p && !is_word (p))
    p = g_utf8_next_char (p);
  if (!*p)
    return NULL;

  for (*end = p; **end && is_word (*end);)
    *end = g_utf8_next_char (*end);
  return p;
}

/* Returns: (transfer full) (element-type utf8): the folded words of @search */
static GPtrArray *
split (const char *search)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (g_free);
  const char *end = NULL;

  for (const char *p = search; p && (p = next_word (p, &end)); p = end)
    g_ptr_array_add (terms, fold (p, end - p));
  return terms;
}

/* Nearly every word is of plain letters, which need no folding. @term: folded */
static gboolean
begins_with (const char *word, gsize length, const char *term)
{
  g_autofree char *folded = NULL;
  gsize i = 0;

  while (i < length && (guchar) word[i] < 0x80 && term[i] && g_ascii_tolower (word[i]) == term[i])
    i++;
  if (!term[i])
    return TRUE;
  if (i == length || (guchar) word[i] < 0x80)
    return FALSE;

  folded = fold (word, (gssize) length);
  return g_str_has_prefix (folded, term);
}

GArray *
mw_match_find (const char *text, const char *search, guint max)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MwMatch));
  g_autoptr (GPtrArray) terms = split (search);
  const char *end = NULL;

  for (const char *p = text; terms->len > 0 && matches->len < max && (p = next_word (p, &end)); p = end)
    for (guint t = 0; t < terms->len; t++)
      if (begins_with (p, (gsize) (end - p), g_ptr_array_index (terms, t)))
        {
          MwMatch match = { (gsize) (p - text), (gsize) (end - text) };

          g_array_append_val (matches, match);
          break;
        }
  return matches;
}

char *
mw_match_dup_excerpt (const char *text, const char *search)
{
  g_autoptr (GArray) matches = mw_match_find (text, search, 1);
  const char *first, *last;
  g_autofree char *cut = NULL;

  if (matches->len == 0)
    return NULL;

  first = text + g_array_index (matches, MwMatch, 0).start;
  last = text + g_array_index (matches, MwMatch, 0).end;
  for (guint i = 0; i < BEFORE && first > text && first[-1] != '\n'; i++)
    first = g_utf8_prev_char (first);
  for (guint i = 0; i < AFTER && *last && *last != '\n'; i++)
    last = g_utf8_next_char (last);

  cut = g_strndup (first, (gsize) (last - first));
  return g_strconcat (first > text && first[-1] != '\n' ? "…" : "", g_strstrip (cut),
                      *last && *last != '\n' ? "…" : "", NULL);
}
