/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-query.h"

G_BEGIN_DECLS

/* Why an intervention stands in the list, in words. */

/* @query: what was asked. Returns: (transfer full): such as "Fits Achterblijvers · Widows and widowers" */
char *mw_fit_words_dup_why (MwCatalogueEntry *entry, const MwQuery *query);

/* Returns: (transfer none) (nullable): that what was looked for is not to be seen in @language, but in the other */
const char *mw_fit_words_get_other_language (const MwHit *hit, MwLanguage language);

/* Returns: (transfer full): such as "Effect study · Not measured" */
char *mw_fit_words_dup_evidence (MwCatalogueEntry *entry);

/* The profiles of @fits, those of @guidance with the words "with the right guidance". Returns: (transfer full) */
char *mw_fit_words_dup_profiles (MwProfileSet fits, MwProfileSet guidance);

G_END_DECLS
