/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-token.h"

#include <string.h>

static gboolean
is_word (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p);

  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

const char *
mw_token_next (const char *p, const char **end)
{
  while (*p && !is_word (p))
    p = g_utf8_next_char (p);
  if (!*p)
    return NULL;

  for (*end = p; **end && is_word (*end);)
    *end = g_utf8_next_char (*end);
  return p;
}

/* A point or comma joins digits, and the L of an organisation's own numbers with theirs. */
static gboolean
is_number_joint (const char *start, const char *joint)
{
  gboolean own = joint == start + 1 && (*start == 'L' || *start == 'l');

  return (*joint == '.' || *joint == ',') && (g_ascii_isdigit (joint[-1]) || own) && g_ascii_isdigit (joint[1]);
}

/* Returns: (nullable): where the word goes on after the joint at @joint */
static const char *
skip_joint (const char *start, const char *joint)
{
  static const char *const joints[] = { "-", "'", "’", "‐", "‑", "\u00ad" /* a soft hyphen */ };

  if (is_number_joint (start, joint))
    return joint + 1;
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (joint, joints[i]))
      {
        const char *next = joint + strlen (joints[i]);

        return *next && is_word (next) ? next : NULL;
      }

  return NULL;
}

const char *
mw_token_next_compound (const char *p, const char **end)
{
  const char *start = mw_token_next (p, end);
  const char *next;

  while (start && (next = skip_joint (start, *end)))
    mw_token_next (next, end);
  return start;
}

static void
fold_any (const char *word, gsize length, GString *folded)
{
  g_autofree char *decomposed = g_utf8_normalize (word, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *small = decomposed ? g_utf8_casefold (decomposed, -1) : NULL;

  for (const char *p = small ? small : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
      else if (c == '.' && g_ascii_isdigit (p[1]))
        g_string_append_c (folded, '.');
    }
}

/* Nearly every word is of plain letters. */
void
mw_token_fold (const char *word, gsize length, GString *folded)
{
  g_string_truncate (folded, 0);
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) word[i] >= 0x80)
        {
          g_string_truncate (folded, 0);
          fold_any (word, length, folded);
          return;
        }
      if (g_ascii_isalnum (word[i]))
        g_string_append_c (folded, g_ascii_tolower (word[i]));
      else if (word[i] == '.' && i + 1 < length && g_ascii_isdigit (word[i + 1]))
        g_string_append_c (folded, '.');
    }
}
