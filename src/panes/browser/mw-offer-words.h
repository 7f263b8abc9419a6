/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-entry.h"
#include "mw-organisation-file.h"

G_BEGIN_DECLS

/* The organisation's offer in words. Everything is (transfer full). */

/* @provider: (nullable). Such as "At a partner: De Linde" */
char *mw_offer_words_dup_status (MwOfferStatus status, const char *provider);

/* Of a row in the list: that it is one's own, and who offers it, each with a mark. Returns: (nullable) */
char *mw_offer_words_dup_mark (MwCatalogueEntry *entry);

/* One of the things that are filled in, with what it is, such as "Waiting time: three weeks". Returns: (nullable): when it is not
 * filled in, and of the provider, which stands with the status */
char *mw_offer_words_dup_fact (const MwOrganisationItem *offer, MwOfferText which);

/* What else is filled in, one on each line. @offer: (nullable). Returns: (nullable) */
char *mw_offer_words_dup_facts (const MwOrganisationItem *offer);

/* Whom a client can be referred to: provider and contact. @offer: (nullable). Returns: (nullable): not when neither is filled in */
char *mw_offer_words_dup_whom (const MwOrganisationItem *offer);

/* Whether it is saved, in a few words. */
char *mw_offer_words_dup_state (MwOrganisationFile *file);

/* What is amiss with the file, what is safe and what to do. Returns: (nullable) */
char *mw_offer_words_dup_trouble (MwOrganisationFile *file);

/* What an item is about. Returns: (transfer none) */
const char *mw_offer_words_get_name (const MwOrganisationItem *item);

/* @missing: (nullable) (element-type MwOrganisationItem). Returns: (nullable) */
char *mw_offer_words_dup_missing (GPtrArray *missing);

/* Which items a colleague changed at the same time. Returns: (nullable) */
char *mw_offer_words_dup_conflicts (MwOrganisationFile *file);

G_END_DECLS
