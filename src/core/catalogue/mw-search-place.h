/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* Where in an intervention a word stands, as a set of bits. A text that is not there in a language stands for it in Dutch, as
 * it does on the screen: its words are in both. */

typedef enum
{
  MW_PLACE_NUMBER = 1 << 0,
  MW_PLACE_NAME_NL = 1 << 1,
  MW_PLACE_NAME_EN = 1 << 2,
  MW_PLACE_ALIAS = 1 << 3,
  MW_PLACE_SUMMARY_NL = 1 << 4,
  MW_PLACE_SUMMARY_EN = 1 << 5,
  MW_PLACE_TEXT_NL = 1 << 6,
  MW_PLACE_TEXT_EN = 1 << 7,
} MwPlace;

#define MW_PLACES_NAME (MW_PLACE_NAME_NL | MW_PLACE_NAME_EN)
#define MW_PLACES_SUMMARY (MW_PLACE_SUMMARY_NL | MW_PLACE_SUMMARY_EN)
#define MW_PLACES_TEXT (MW_PLACE_TEXT_NL | MW_PLACE_TEXT_EN)
#define MW_PLACES_ANY_LANGUAGE (MW_PLACE_NUMBER | MW_PLACE_ALIAS)

/* What is on the screen in @language. */
static inline guint8
mw_places_of_language (MwLanguage language)
{
  return MW_PLACES_ANY_LANGUAGE
         | (language == MW_LANGUAGE_NL ? MW_PLACE_NAME_NL | MW_PLACE_SUMMARY_NL | MW_PLACE_TEXT_NL
                                       : MW_PLACE_NAME_EN | MW_PLACE_SUMMARY_EN | MW_PLACE_TEXT_EN);
}

G_END_DECLS
