/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-match.h"

#include "mw-token.h"

/* Characters before and after a match in an excerpt. */
#define BEFORE 30
#define AFTER 70

/* Returns: (transfer full) (element-type utf8): the folded words of @search */
static GPtrArray *
split (const char *search)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *end = NULL;

  for (const char *p = search; p && (p = mw_token_next (p, &end)); p = end)
    {
      mw_token_fold (p, (gsize) (end - p), folded);
      if (folded->len > 0) /* an accent alone */
        g_ptr_array_add (terms, g_strdup (folded->str));
    }
  return terms;
}

/* Nearly every word is of plain letters, which need no folding. @term: folded */
static gboolean
begins_with (const char *word, gsize length, const char *term)
{
  g_autoptr (GString) folded = NULL;
  gsize i = 0;

  while (i < length && (guchar) word[i] < 0x80 && term[i] && g_ascii_tolower (word[i]) == term[i])
    i++;
  if (!term[i])
    return TRUE;
  if (i == length || (guchar) word[i] < 0x80)
    return FALSE;

  folded = g_string_new (NULL);
  mw_token_fold (word, length, folded);
  return g_str_has_prefix (folded->str, term);
}

GArray *
mw_match_find (const char *text, const char *search, guint max)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MwMatch));
  g_autoptr (GPtrArray) terms = split (search);
  const char *end = NULL;

  for (const char *p = text; terms->len > 0 && matches->len < max && (p = mw_token_next (p, &end)); p = end)
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
