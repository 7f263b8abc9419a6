/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-near.h"

#include <string.h>

static MwNear
compare_rest (const char *term, gsize term_length, const char *word, gsize length)
{
  if (length < term_length || memcmp (term, word, term_length) != 0)
    return MW_NOT_NEAR;

  return length == term_length ? MW_NEAR_WHOLE : MW_NEAR_START;
}

/* What follows where they part must be the same. */
MwNear
mw_near_compare (const char *term, gsize term_length, const char *word, gsize length)
{
  gsize i = 0;
  MwNear near;

  while (i < MIN (term_length, length) && term[i] == word[i])
    i++;
  if (i == term_length)
    return MW_NOT_NEAR;
  term += i;
  term_length -= i;
  word += i;
  length -= i;

  near = compare_rest (term + 1, term_length - 1, word, length); /* a letter too many */
  if (length > 0)
    {
      near = MIN (near, compare_rest (term + 1, term_length - 1, word + 1, length - 1)); /* another letter */
      near = MIN (near, compare_rest (term, term_length, word + 1, length - 1)); /* a letter too few */
    }
  if (term_length > 1 && length > 1 && term[0] == word[1] && term[1] == word[0])
    near = MIN (near, compare_rest (term + 2, term_length - 2, word + 2, length - 2));

  return near;
}
