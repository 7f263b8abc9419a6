/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-intervention-writer.h"
#include "mw-organisation.h"

G_DEFINE_BOXED_TYPE (MwOrganisationItem,
                     mw_organisation_item,
                     mw_organisation_item_ref,
                     mw_organisation_item_unref)

static const char *const text_ids[MW_N_OFFER_TEXTS] = { "provider", "contact", "waiting-time", "remarks" };

static MwOrganisationItem *
new_item (MwItemKind kind, const char *id)
{
  MwOrganisationItem *self = g_new0 (MwOrganisationItem, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->id = g_strdup (id);
  self->modified = g_get_real_time () / G_USEC_PER_SEC;
  self->revision = 1;
  self->status = MW_OFFER_UNKNOWN;
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    self->texts[t] = g_strdup ("");

  return self;
}

MwOrganisationItem *
mw_organisation_item_new_offer (const char *id, const char *name, MwOfferStatus status)
{
  MwOrganisationItem *self = new_item (MW_ITEM_OFFER, id);

  self->name = g_strdup (name);
  self->status = status;

  return self;
}

MwOrganisationItem *
mw_organisation_item_new_own (const char *id, MwIntervention *intervention)
{
  MwOrganisationItem *self = new_item (MW_ITEM_OWN, id);

  self->intervention = intervention ? mw_intervention_ref (intervention) : NULL;

  return self;
}

MwOrganisationItem *
mw_organisation_item_copy (const MwOrganisationItem *self)
{
  MwOrganisationItem *copy = new_item (self->kind, self->id);

  copy->modified = self->modified;
  copy->revision = self->revision;
  copy->name = g_strdup (self->name);
  copy->status = self->status;
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    {
      g_free (copy->texts[t]);
      copy->texts[t] = g_strdup (self->texts[t]);
    }
  copy->intervention = self->intervention ? mw_intervention_ref (self->intervention) : NULL;

  return copy;
}

MwOrganisationItem *
mw_organisation_item_ref (MwOrganisationItem *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_organisation_item_unref (MwOrganisationItem *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->id);
  g_free (self->name);
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    g_free (self->texts[t]);
  g_clear_pointer (&self->intervention, mw_intervention_unref);
  g_free (self);
}

/* Returns: (transfer full): the line without what XML does not allow and without white space at its ends */
static char *
dup_line (const char *line)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = line; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == '\r')
        g_string_append_c (clean, ' ');
      else if (c >= ' ' && c != 0x7f && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (clean, c);
    }

  return g_strstrip (g_string_free (clean, FALSE));
}

static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autofree char *joined = NULL;

  for (guint i = 0; lines[i]; i++)
    {
      char *clean = dup_line (lines[i]);

      g_free (lines[i]);
      lines[i] = clean;
    }
  joined = g_strstrip (g_strjoinv ("\n", lines));
  if (g_utf8_strlen (joined, -1) <= MW_OFFER_MAX_TEXT)
    return g_steal_pointer (&joined);

  *g_utf8_offset_to_pointer (joined, MW_OFFER_MAX_TEXT) = '\0';

  return g_steal_pointer (&joined);
}

void
mw_organisation_item_set_text (MwOrganisationItem *self, MwOfferText which, const char *text)
{
  g_return_if_fail (which < MW_N_OFFER_TEXTS);

  g_free (self->texts[which]);
  self->texts[which] = dup_clean (text ? text : "");
}

static gboolean
interventions_equal (MwIntervention *self, MwIntervention *other)
{
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  if (self == other || !self || !other)
    return self == other;

  mine = mw_intervention_dup_xml (self);
  theirs = mw_intervention_dup_xml (other);

  return strcmp (mine, theirs) == 0;
}

gboolean
mw_organisation_item_equal (const MwOrganisationItem *self, const MwOrganisationItem *other)
{
  if (self == other || !self || !other)
    return self == other;
  if (mw_organisation_item_compare (self, other) != 0 || self->status != other->status)
    return FALSE;
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    if (strcmp (self->texts[t], other->texts[t]) != 0)
      return FALSE;

  return interventions_equal (self->intervention, other->intervention);
}

gboolean
mw_organisation_item_is_empty (const MwOrganisationItem *self)
{
  if (self->intervention || self->status != MW_OFFER_UNKNOWN)
    return FALSE;

  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    if (*self->texts[t])
      return FALSE;

  return TRUE;
}

int
mw_organisation_item_compare (const MwOrganisationItem *self, const MwOrganisationItem *other)
{
  if (self->kind != other->kind)
    return self->kind < other->kind ? -1 : 1;

  return strcmp (self->id, other->id);
}

const char *
mw_offer_text_get_id (MwOfferText which)
{
  g_return_val_if_fail (which < MW_N_OFFER_TEXTS, NULL);

  return text_ids[which];
}

gboolean
mw_offer_text_from_id (const char *id, MwOfferText *which)
{
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    if (g_strcmp0 (id, text_ids[t]) == 0)
      {
        *which = t;
        return TRUE;
      }

  return FALSE;
}
