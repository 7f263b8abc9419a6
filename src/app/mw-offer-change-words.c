/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-change-words.h"

#include <glib/gi18n.h>

#include "mw-change-words.h"
#include "mw-error.h"
#include "mw-offer-words.h"
#include "mw-words.h"

const char *
mw_offer_change_words_get_kind (MwChangeKind kind)
{
  /* Translators: what another file makes of a part of the offer */
  return kind == MW_CHANGE_REMOVED ? _ ("Taken out") : mw_change_words_get_kind (kind);
}

MwChangeKind
mw_offer_change_words_get_row_kind (MwOfferRow *row)
{
  MwOrganisationChange change = { row->before, row->after, row->older };

  return mw_organisation_change_get_kind (&change);
}

/* Returns: (transfer none) (nullable): of one's own, the newest there is */
static MwIntervention *
get_intervention (MwOfferRow *row)
{
  if (row->after->intervention)
    return row->after->intervention;

  return row->before ? row->before->intervention : NULL;
}

char *
mw_offer_change_words_dup_name (MwOfferRow *row)
{
  MwIntervention *intervention = get_intervention (row);
  const char *name = intervention ? mw_intervention_get_name (intervention, mw_words_get_language ()) : row->after->name;

  if ((!name || !*name) && row->before)
    name = row->before->name;

  return g_strdup (name && *name ? name : row->after->id);
}

char *
mw_offer_change_words_dup_what (MwOfferRow *row)
{
  MwIntervention *intervention = get_intervention (row);

  if (row->after->kind == MW_ITEM_OFFER)
    return g_strdup (_ ("Our offer"));
  if (!intervention || intervention->n_numbers == 0)
    return g_strdup (_ ("Own intervention"));

  return g_strdup_printf ("%s · %s", _ ("Own intervention"), intervention->numbers[0].text);
}

static void
add_heading (const MwPartChange *part, const char *heading, gpointer data)
{
  GString *all = data;

  g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", heading);
}

char *
mw_offer_change_words_dup_parts (MwOfferRow *row)
{
  g_autoptr (GString) all = g_string_new (NULL);

  switch (mw_offer_change_words_get_row_kind (row))
    {
    case MW_CHANGE_REMOVED:
      return g_strdup ("");
    case MW_CHANGE_ADDED:
      return row->after->intervention
               ? g_strdup (mw_intervention_get_summary (row->after->intervention, mw_words_get_language ()))
               : mw_offer_words_dup_status (row->after->status, row->after->texts[MW_OFFER_PROVIDER]);
    case MW_CHANGE_CHANGED:
    default:
      mw_offer_change_words_foreach (row, add_heading, all);
      return g_strdup (all->str);
    }
}

static void
each_of_own (MwOfferRow *row, MwOfferPartFunc func, gpointer data)
{
  g_autoptr (MwIntervention) nothing = mw_intervention_new ();
  MwIntervention *before = row->before ? row->before->intervention : NULL;
  MwIntervention *after = row->after->intervention;
  g_autoptr (MwCatalogueChange) change = mw_catalogue_change_new (before ? before : nothing, after ? after : nothing);

  for (guint i = 0; change && i < change->parts->len; i++)
    {
      const MwPartChange *part = g_ptr_array_index (change->parts, i);
      g_autofree char *heading = mw_change_words_dup_part (part);

      func (part, heading, data);
    }
}

static const char *
get_text_heading (MwOfferText which)
{
  static const char *const headings[MW_N_OFFER_TEXTS] = { N_ ("Provider"), N_ ("Contact"), N_ ("Waiting time"), N_ ("Remarks") };

  return _ (headings[which]);
}

static void
each_of_offer (MwOfferRow *row, MwOfferPartFunc func, gpointer data)
{
  MwOfferStatus before = row->before ? row->before->status : MW_OFFER_UNKNOWN;

  if (before != row->after->status)
    {
      MwPartChange part = { .part = MW_PART_NAME,
                            .before = mw_words_dup_facet_value (MW_FACET_OFFER, before),
                            .after = mw_words_dup_facet_value (MW_FACET_OFFER, row->after->status) };

      func (&part, _ ("Who offers it"), data);
      g_free (part.before);
      g_free (part.after);
    }
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    {
      char *text = row->before ? row->before->texts[t] : NULL;
      MwPartChange part = { .part = MW_PART_NAME, .before = text && *text ? text : NULL,
                            .after = *row->after->texts[t] ? row->after->texts[t] : NULL };

      if (g_strcmp0 (part.before, part.after) != 0)
        func (&part, get_text_heading (t), data);
    }
}

void
mw_offer_change_words_foreach (MwOfferRow *row, MwOfferPartFunc func, gpointer data)
{
  if (row->after->kind == MW_ITEM_OWN)
    each_of_own (row, func, data);
  else
    each_of_offer (row, func, data);
}

char *
mw_offer_change_words_dup_summary (const guint *n)
{
  guint added = n[MW_CHANGE_ADDED];
  guint changed = n[MW_CHANGE_CHANGED];
  guint removed = n[MW_CHANGE_REMOVED];
  g_autofree char *new_words = g_strdup_printf (ngettext ("%u new", "%u new", added), added);
  g_autofree char *changed_words = g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed);
  g_autofree char *removed_words = g_strdup_printf (ngettext ("%u taken out", "%u taken out", removed), removed);

  /* Translators: "In this file: 1 new, 2 changed, 0 taken out." */
  return g_strdup_printf (_ ("In this file: %1$s, %2$s, %3$s. What only you have stays as it is."), new_words, changed_words,
                          removed_words);
}

char *
mw_offer_change_words_dup_taken (guint n, const char *file)
{
  return g_strdup_printf (ngettext ("%1$u change was taken over from “%2$s”.", "%1$u changes were taken over from “%2$s”.", n), n,
                          file);
}

char *
mw_offer_change_words_dup_undone (guint n_kept)
{
  if (n_kept == 0)
    return g_strdup (_ ("The import is undone: your offer is as it was before."));

  return g_strdup_printf (ngettext ("The import is undone, but for %u change: it was changed again since, and stays as it is now.",
                                    "The import is undone, but for %u changes: they were changed again since, and stay as they are "
                                    "now.",
                                    n_kept),
                          n_kept);
}

char *
mw_offer_change_words_dup_written (MwOrganisation *organisation, const char *file, const char *folder)
{
  GPtrArray *items = mw_organisation_get_items (organisation);
  guint n_offers = 0;
  guint n_own = 0;
  g_autofree char *offers = NULL;
  g_autofree char *own = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const MwOrganisationItem *item = g_ptr_array_index (items, i);

      if (!mw_organisation_item_is_empty (item))
        *(item->kind == MW_ITEM_OWN ? &n_own : &n_offers) += 1;
    }
  /* Translators: of interventions, within the sentence below */
  offers = g_strdup_printf (ngettext ("who offers %u intervention", "who offers %u interventions", n_offers), n_offers);
  own = g_strdup_printf (ngettext ("%u intervention of your own", "%u interventions of your own", n_own), n_own);

  return g_strdup_printf (_ ("Your offer is in “%1$s” in the folder “%2$s”: %3$s, and %4$s. Hand that file to a colleague, who opens "
                             "it with “Import an Offer”."),
                          file, folder, offers, own);
}

char *
mw_offer_change_words_dup_not_written (const GError *error)
{
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL))
    return g_strdup (_ ("The export did not succeed: there is no room left there. Your offer is safe. Make room, or choose another "
                        "folder."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY))
    return g_strdup (_ ("The export did not succeed: you may not write there. Your offer is safe. Choose another folder."));

  return g_strdup (_ ("The export did not succeed: something went wrong while the file was written. Your offer is safe. Try again, or "
                      "choose another folder."));
}
