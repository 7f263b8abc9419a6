/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-search-terms.h"

static gboolean
has_letter_or_digit (const char *term)
{
  for (const char *p = term; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* @stop: (out): where the word that begins at @start ends, and after how many characters it is cut short */
static char *
dup_word (const char *start, const char **stop)
{
  GString *word = g_string_new (NULL);
  guint n_characters = 0;
  const char *p;

  for (p = start; *p && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    if (n_characters++ < MW_SEARCH_MAX_TERM)
      g_string_append_unichar (word, g_utf8_get_char (p));
  *stop = p;

  return g_string_free (word, FALSE);
}

static void
append_term (GString *expression, const char *word)
{
  if (expression->len > 0)
    g_string_append (expression, " AND ");
  g_string_append_c (expression, '"');
  for (const char *p = word; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *p);
    }
  g_string_append (expression, "\"*");
}

char *
mw_search_terms_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_autoptr (GString) expression = g_string_new (NULL);
  guint n_terms = 0;

  for (const char *p = valid; *p && n_terms < MW_SEARCH_MAX_TERMS;)
    {
      g_autofree char *word = NULL;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word = dup_word (p, &p);
      if (!has_letter_or_digit (word))
        continue;
      append_term (expression, word);
      n_terms++;
    }

  return n_terms > 0 ? g_strdup (expression->str) : NULL;
}
