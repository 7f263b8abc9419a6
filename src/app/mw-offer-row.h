/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-organisation-merge.h"

G_BEGIN_DECLS

#define MW_TYPE_OFFER_ROW (mw_offer_row_get_type ())
G_DECLARE_FINAL_TYPE (MwOfferRow, mw_offer_row, MW, OFFER_ROW, GObject)

/* Two versions of one item of an organisation, for a list. Property: "chosen" (gboolean, read-write): whether the second one is to be
 * taken over. */
struct _MwOfferRow
{
  GObject parent_instance;

  MwOrganisationItem *before; /* (nullable) */
  MwOrganisationItem *after;
  gboolean older; /* the second one was written before the first */
  gboolean chosen;
};

/* @before: (nullable); both are referenced. Returns: (transfer full): chosen, unless it is older */
MwOfferRow *mw_offer_row_new (MwOrganisationItem *before, MwOrganisationItem *after, gboolean older);

/* Whether both are about the same item. @item: (nullable) */
gboolean mw_offer_row_is_about (MwOfferRow *self, const MwOrganisationItem *item);

G_END_DECLS
