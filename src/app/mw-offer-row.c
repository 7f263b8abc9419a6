/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-row.h"

enum
{
  PROP_CHOSEN = 1,
};

G_DEFINE_FINAL_TYPE (MwOfferRow, mw_offer_row, G_TYPE_OBJECT)

static void
mw_offer_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, MW_OFFER_ROW (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mw_offer_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MwOfferRow *self = MW_OFFER_ROW (object);

  if (id != PROP_CHOSEN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->chosen == g_value_get_boolean (value))
    return;

  self->chosen = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
mw_offer_row_finalize (GObject *object)
{
  MwOfferRow *self = MW_OFFER_ROW (object);

  g_clear_pointer (&self->before, mw_organisation_item_unref);
  g_clear_pointer (&self->after, mw_organisation_item_unref);

  G_OBJECT_CLASS (mw_offer_row_parent_class)->finalize (object);
}

static void
mw_offer_row_class_init (MwOfferRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = mw_offer_row_get_property;
  object_class->set_property = mw_offer_row_set_property;
  object_class->finalize = mw_offer_row_finalize;
  g_object_class_install_property (
    object_class, PROP_CHOSEN,
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
}

static void
mw_offer_row_init (MwOfferRow *self)
{
}

MwOfferRow *
mw_offer_row_new (MwOrganisationItem *before, MwOrganisationItem *after, gboolean older)
{
  MwOfferRow *self = g_object_new (MW_TYPE_OFFER_ROW, NULL);

  self->before = before ? mw_organisation_item_ref (before) : NULL;
  self->after = mw_organisation_item_ref (after);
  self->older = older;
  self->chosen = !older;

  return self;
}

gboolean
mw_offer_row_is_about (MwOfferRow *self, const MwOrganisationItem *item)
{
  return item && mw_organisation_item_compare (self->after, item) == 0;
}
