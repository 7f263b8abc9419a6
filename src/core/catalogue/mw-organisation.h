/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* What an organisation adds to a catalogue: who offers an intervention, and interventions of its own. An item is built by
 * one thread and not changed once it is in an organisation; an organisation is not changed once it is handed on: after
 * that both may be read on any thread. To change something is to make another organisation with another item in it. */

typedef enum
{
  MW_ITEM_OFFER, /* of an intervention of the catalogue, or of one's own */
  MW_ITEM_OWN,   /* an intervention of one's own */
} MwItemKind;

typedef enum
{
  MW_OFFER_PROVIDER,
  MW_OFFER_CONTACT,
  MW_OFFER_WAITING_TIME,
  MW_OFFER_REMARKS,
} MwOfferText;
#define MW_N_OFFER_TEXTS 4

/* Longer texts are cut off. */
#define MW_OFFER_MAX_TEXT 4000 /* characters */
/* Of all items together. */
#define MW_ORGANISATION_MAX_ITEMS 50000

#define MW_TYPE_ORGANISATION_ITEM (mw_organisation_item_get_type ())

/**
 * MwOrganisationItem:
 * @id: that of the intervention
 * @modified: when it was last changed, in seconds since 1970
 * @revision: how often it was changed, from 1
 * @name: (nullable): of an offer: the name that the intervention had
 * @status: of an offer
 * @texts: of an offer; never %NULL
 * @intervention: (nullable): of one's own; %NULL when it was removed
 */
typedef struct
{
  gatomicrefcount refs;
  MwItemKind kind;
  char *id;
  gint64 modified;
  guint revision;
  char *name;
  MwOfferStatus status;
  char *texts[MW_N_OFFER_TEXTS];
  MwIntervention *intervention;
} MwOrganisationItem;

GType mw_organisation_item_get_type (void);
/* Returns: (transfer full): of revision 1, changed just now; @name is (nullable) */
MwOrganisationItem *mw_organisation_item_new_offer (const char *id, const char *name, MwOfferStatus status);
/* @id: that of @intervention; @intervention: (nullable) (transfer none): %NULL when it was removed */
MwOrganisationItem *mw_organisation_item_new_own (const char *id, MwIntervention *intervention);
/* Returns: (transfer full): one of the same content, to be changed before it is shared */
MwOrganisationItem *mw_organisation_item_copy (const MwOrganisationItem *self);
MwOrganisationItem *mw_organisation_item_ref (MwOrganisationItem *self);
void mw_organisation_item_unref (MwOrganisationItem *self);

/* @text: (nullable): anything goes; what cannot stand in XML, and white space at the ends of its lines, falls away */
void mw_organisation_item_set_text (MwOrganisationItem *self, MwOfferText which, const char *text);
/* Whether both are %NULL or say the same; when it was said and by what name does not count. */
gboolean mw_organisation_item_equal (const MwOrganisationItem *self, const MwOrganisationItem *other);
/* Whether nothing is filled in, or the intervention was removed. */
gboolean mw_organisation_item_is_empty (const MwOrganisationItem *self);
/* By kind, then id. */
int mw_organisation_item_compare (const MwOrganisationItem *self, const MwOrganisationItem *other);

/* The element of an offer's text, such as "waiting-time". Returns: (transfer none) */
const char *mw_offer_text_get_id (MwOfferText which);
gboolean mw_offer_text_from_id (const char *id, MwOfferText *which);

#define MW_TYPE_ORGANISATION (mw_organisation_get_type ())
typedef struct _MwOrganisation MwOrganisation;

GType mw_organisation_get_type (void);
/* Returns: (transfer full): one in which nothing is filled in */
MwOrganisation *mw_organisation_new (void);
MwOrganisation *mw_organisation_ref (MwOrganisation *self);
void mw_organisation_unref (MwOrganisation *self);

/* While it is built. @item: (transfer full): takes the place of the one of that kind and id */
void mw_organisation_take (MwOrganisation *self, MwOrganisationItem *item);
/* Returns: (transfer full): another one, in which @item (transfer full) has taken the place of the one of that kind and
 *   id, or has been added */
MwOrganisation *mw_organisation_with (MwOrganisation *self, MwOrganisationItem *item);

/* Returns: (transfer none) (element-type MwOrganisationItem): all of them, ordered by mw_organisation_item_compare() */
GPtrArray *mw_organisation_get_items (MwOrganisation *self);
/* Returns: (transfer none) (nullable) */
MwOrganisationItem *mw_organisation_lookup (MwOrganisation *self, MwItemKind kind, const char *id);
/* MW_OFFER_UNKNOWN where nothing is filled in. */
MwOfferStatus mw_organisation_get_status (MwOrganisation *self, const char *id);
/* Returns: (transfer full) (element-type MwIntervention): those of its own that were not removed, by number */
GPtrArray *mw_organisation_dup_own (MwOrganisation *self);
/* Returns: (transfer full): a number under "L." that none of its own has, such as "L.3" */
char *mw_organisation_dup_free_number (MwOrganisation *self);
gboolean mw_organisation_equal (MwOrganisation *self, MwOrganisation *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwOrganisationItem, mw_organisation_item_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwOrganisation, mw_organisation_unref)

G_END_DECLS
