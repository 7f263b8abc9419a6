/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention-sheet.h"

#include <glib/gi18n.h>

#include "mw-day-words.h"
#include "mw-fit-words.h"
#include "mw-offer-words.h"
#include "mw-paper-words.h"
#include "mw-words.h"

#define MOST_PAGES 2

/* One of the organisation's own, which stands in no publication. */
static gboolean
is_own (MwIntervention *intervention)
{
  return (intervention->facets[MW_FACET_GROUP] & (1u << MW_GROUP_LOCAL)) != 0;
}

char *
mw_intervention_sheet_dup_numbers (MwIntervention *intervention)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < intervention->n_numbers; i++)
    {
      g_autofree char *group = mw_words_dup_facet_value (MW_FACET_GROUP, intervention->numbers[i].group);

      g_string_append_printf (text, "%s%s  %s", i > 0 ? "  ·  " : "", intervention->numbers[i].text, group);
    }

  return g_string_free (text, FALSE);
}

static void
add_names (MwPaper *paper, MwIntervention *intervention)
{
  g_autofree char *numbers = mw_intervention_sheet_dup_numbers (intervention);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  mw_paper_add (paper, MW_PAPER_TITLE, mw_intervention_get_name (intervention, paper->language));
  mw_paper_add (paper, MW_PAPER_SMALL, numbers);
  if (intervention->aliases->len > 0)
    {
      g_ptr_array_extend (aliases, intervention->aliases, NULL, NULL);
      g_ptr_array_add (aliases, NULL);
      joined = g_strjoinv (", ", (char **) aliases->pdata);
      text = g_strdup_printf (_ ("Also known as %s"), joined);
      mw_paper_add (paper, MW_PAPER_SMALL, text);
    }
  mw_paper_add (paper, MW_PAPER_LEAD, mw_intervention_get_summary (intervention, paper->language));
}

static void
add_notes (MwPaper *paper, MwIntervention *intervention)
{
  if (intervention->facets[MW_FACET_DESCRIBED] & (1u << MW_DESCRIBED_PRACTICE_EXAMPLE))
    mw_paper_add (paper, MW_PAPER_NOTE, _ ("A practice example: a young method, or one that was tried in one place only."));
  if (intervention->former)
    {
      g_autofree char *version = mw_day_words_dup_version (intervention->former);
      g_autofree char *text = g_strdup_printf (_ ("No longer in the catalogue. This is the description as it was in %s."), version);

      mw_paper_add (paper, MW_PAPER_NOTE, text);
    }
  if (!mw_intervention_has_language (intervention, paper->language))
    mw_paper_add (paper, MW_PAPER_NOTE, _ ("This description is available in Dutch only."));
  mw_paper_add_prose (paper, MW_PAPER_NOTE, mw_intervention_get_remarks (intervention, paper->language));
}

static void
add_offer (MwPaper *paper, const MwOrganisationItem *offer)
{
  g_autofree char *status = NULL;
  g_autofree char *facts = mw_offer_words_dup_facts (offer);
  g_autofree char *text = NULL;

  if (!offer || mw_organisation_item_is_empty (offer))
    return;

  status = mw_offer_words_dup_status (offer->status, offer->texts[MW_OFFER_PROVIDER]);
  text = g_strdup_printf ("%s\n%s", status, facts ? facts : "");
  mw_paper_add_said (paper, mw_words_get_facet (MW_FACET_OFFER), text);
}

static void
add_research (MwPaper *paper, MwIntervention *intervention)
{
  int evidence = g_bit_nth_lsf (intervention->facets[MW_FACET_EVIDENCE], -1);
  int loneliness = g_bit_nth_lsf (intervention->facets[MW_FACET_LONELINESS], -1);
  g_autofree char *effect = NULL;
  g_autofree char *text = NULL;

  if (evidence < 0 || loneliness < 0)
    return;

  effect = mw_words_dup_lower (mw_words_get_loneliness (loneliness));
  text = g_strdup_printf (_ ("%1$s. Effect on loneliness: %2$s."), mw_words_get_evidence (evidence), effect);
  mw_paper_add_said (paper, _ ("Research"), text);
}

static void
add_fields (MwPaper *paper, MwIntervention *intervention)
{
  for (guint f = 0; f < MW_N_FIELDS; f++)
    {
      MwPaperBlock *block = mw_paper_add_fact (paper, mw_words_get_field (f));
      const char *missing = is_own (intervention) ? _ ("Not stated") : _ ("Not stated in the publication");

      if (intervention->not_stated & (1u << f))
        mw_paper_block_add_styled (block, 1, missing, MW_PAPER_ITALIC);
      else
        mw_paper_block_add_prose (block, 1, mw_intervention_get_field (intervention, f, paper->language));
    }
}

MwPaper *
mw_intervention_sheet_new (MwIntervention *intervention, const MwOrganisationItem *offer)
{
  const char *name = mw_intervention_get_name (intervention, mw_words_get_language ());
  MwPaper *paper = mw_paper_new (name);
  g_autofree char *profiles = mw_fit_words_dup_profiles (intervention->fits, intervention->guidance);
  g_autofree char *today = mw_paper_words_dup_today ();

  paper->most_pages = MOST_PAGES;
  g_free (paper->footer);
  paper->footer = g_strdup_printf ("%s  ·  Maatwerk  ·  %s", name, today);
  add_names (paper, intervention);
  add_notes (paper, intervention);
  add_offer (paper, offer);
  mw_paper_add_said (paper, _ ("Fits"), profiles);
  add_research (paper, intervention);
  add_fields (paper, intervention);
  if (!is_own (intervention))
    mw_paper_add (paper, MW_PAPER_SMALL,
                  _ ("Contact data are as of 2012 and may have changed. "
                     "Facts from “Maatwerk bij de aanpak van eenzaamheid” (2012), in our own words."));

  return paper;
}
