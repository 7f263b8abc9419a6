/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-organisation-writer.h"

#include "mw-intervention-writer.h"
#include "mw-organisation-reader.h"

static void
append_change (GString *xml, const MwOrganisationItem *item)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (item->modified);
  g_autofree char *rest = time ? g_date_time_format (time, "%m-%dT%H:%M:%SZ") : g_strdup ("01-01T00:00:00Z");
  /* %Y leaves out the zeros of an early year. */
  g_autofree char *modified = g_strdup_printf ("%04d-%s", time ? g_date_time_get_year (time) : 1970, rest);
  g_autofree char *revision = g_strdup_printf ("%u", item->revision);

  mw_xml_append_attribute (xml, "modified", modified);
  mw_xml_append_attribute (xml, "revision", revision);
}

static void
append_offer (GString *xml, const MwOrganisationItem *item)
{
  g_string_append (xml, "  <offer");
  mw_xml_append_attribute (xml, "intervention", item->id);
  if (item->name && *item->name)
    mw_xml_append_attribute (xml, "name", item->name);
  mw_xml_append_attribute (xml, "status", mw_facet_get_value_id (MW_FACET_OFFER, item->status));
  append_change (xml, item);
  g_string_append (xml, ">\n");
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    if (*item->texts[t])
      {
        g_string_append_printf (xml, "    <%s>", mw_offer_text_get_id (t));
        mw_xml_append_text (xml, item->texts[t]);
        g_string_append_printf (xml, "</%s>\n", mw_offer_text_get_id (t));
      }
  g_string_append (xml, "  </offer>\n");
}

static void
append_own (GString *xml, const MwOrganisationItem *item)
{
  g_autofree char *intervention = item->intervention ? mw_intervention_dup_xml (item->intervention) : NULL;

  if (!intervention)
    {
      g_string_append (xml, "  <removed");
      mw_xml_append_attribute (xml, "intervention", item->id);
      append_change (xml, item);
      g_string_append (xml, "/>\n");
      return;
    }

  g_string_append (xml, "  <own");
  append_change (xml, item);
  g_string_append_printf (xml, ">\n%s  </own>\n", intervention);
}

GBytes *
mw_organisation_write_bytes (MwOrganisation *self)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<organisation xmlns=\"urn:maatwerk:organisation:1\">\n");
  GPtrArray *items = mw_organisation_get_items (self);

  for (guint i = 0; i < items->len; i++)
    {
      const MwOrganisationItem *item = g_ptr_array_index (items, i);

      if (item->kind == MW_ITEM_OFFER)
        append_offer (xml, item);
      else
        append_own (xml, item);
    }
  g_string_append (xml, "</organisation>\n");

  return g_string_free_to_bytes (xml);
}

MwOrganisation *
mw_organisation_check (MwOrganisation *self, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = mw_organisation_write_bytes (self);

  return mw_organisation_read_bytes (bytes, problems, NULL, error);
}
