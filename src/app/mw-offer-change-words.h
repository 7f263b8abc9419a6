/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-change.h"
#include "mw-offer-row.h"

G_BEGIN_DECLS

/* What differs between two versions of an organisation's offer, in words. Strings are (transfer full) unless said otherwise. Main
 * thread only. */

/* Returns: (transfer none): such as "Taken out" */
const char *mw_offer_change_words_get_kind (MwChangeKind kind);
MwChangeKind mw_offer_change_words_get_row_kind (MwOfferRow *row);

/* What the item is about, such as "Eetclub De Linde". */
char *mw_offer_change_words_dup_name (MwOfferRow *row);
/* What kind of item it is, such as "Own intervention · L.1". */
char *mw_offer_change_words_dup_what (MwOfferRow *row);
/* What changes in a few words: the headings of the parts, or what is new. "" when there is nothing to say. */
char *mw_offer_change_words_dup_parts (MwOfferRow *row);

/* @heading: of the part */
typedef void (*MwOfferPartFunc) (const MwPartChange *part, const char *heading, gpointer data);

/* Every part that differs, in the order of a description. */
void mw_offer_change_words_foreach (MwOfferRow *row, MwOfferPartFunc func, gpointer data);

/* Such as "In this file: 2 new, 1 changed, 0 taken out. …" @n: (array fixed-size=MW_N_CHANGE_KINDS) */
char *mw_offer_change_words_dup_summary (const guint *n);

/* What was taken over or undone, for the message afterwards. @n_kept: what was changed since */
char *mw_offer_change_words_dup_taken (guint n, const char *file);
char *mw_offer_change_words_dup_undone (guint n_kept);

/* Where the offer was put, and what it holds. */
char *mw_offer_change_words_dup_written (MwOrganisation *organisation, const char *file, const char *folder);
/* Why it was not put there. */
char *mw_offer_change_words_dup_not_written (const GError *error);

G_END_DECLS
