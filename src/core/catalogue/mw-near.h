/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How near a word is to what was typed, one typing error made good: a letter wrong, too many, too few, or two swapped. Pure. */
typedef enum
{
  MW_NEAR_WHOLE,
  MW_NEAR_START, /* near to its beginning */
  MW_NOT_NEAR,   /* or the same, or its beginning: no error has to be made good */
} MwNear;

/* Lengths in bytes. */
MwNear mw_near_compare (const char *term, gsize term_length, const char *word, gsize length);

G_END_DECLS
