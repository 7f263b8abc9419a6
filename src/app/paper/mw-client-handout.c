/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-client-handout.h"

#include <glib/gi18n.h>

#include "mw-paper-words.h"
#include "mw-words.h"

/* Not smaller than 14 points when it becomes smaller to fit on its page. */
#define TEXT_SIZE 17.5
#define MOST_PAGES 1

/* Values of the facet of forms. */
#define FORM_ONE_TO_ONE (1u << 0)
#define FORM_VISIT (1u << 1)

/* In the order of the facets' values. */
static const char *const forms[] = {
  N_ ("You talk or do something with one other person"),
  N_ ("Someone comes to your home"),
  N_ ("You are in a group"),
  N_ ("It is a course, with lessons"),
  N_ ("You go to a place where people meet"),
  N_ ("It goes by telephone"),
  N_ ("It goes by the internet, on a computer or a tablet"),
  N_ ("It is a way of living together with others"),
};
static const char *const people[] = {
  N_ ("Someone who does this as a profession"),
  N_ ("A volunteer"),
  N_ ("Someone who has been through the same"),
  N_ ("You do it yourself"),
};
static const char *const durations[] = {
  N_ ("At most three months"),
  N_ ("Between three months and a year"),
  N_ ("Longer than a year"),
  N_ ("There is no fixed end"),
  N_ ("That differs. Ask your adviser."),
  N_ ("Ask your adviser."),
};
static const char *const frequencies[] = {
  N_ ("Every day"),
  N_ ("Every week"),
  N_ ("Every two weeks"),
  N_ ("Every month"),
  N_ ("That differs. Ask your adviser."),
  N_ ("Ask your adviser."),
};

/* A question, and what a facet answers. */
static void
add_answers (MwPaper *paper, const char *question, guint32 values, const char *const *words, guint n_words)
{
  guint n_known = 0;

  mw_paper_add (paper, MW_PAPER_HEADING, question);
  for (guint v = 0; v < n_words; v++)
    n_known += (values >> v) & 1;
  if (n_known == 0)
    mw_paper_add (paper, MW_PAPER_PARAGRAPH, _ ("Ask your adviser."));
  for (guint v = 0; v < n_words; v++)
    if (values & (1u << v))
      mw_paper_add (paper, n_known > 1 ? MW_PAPER_ITEM : MW_PAPER_PARAGRAPH, _ (words[v]));
}

static void
add_costs (MwPaper *paper, MwIntervention *intervention)
{
  gboolean own = (intervention->facets[MW_FACET_GROUP] & (1u << MW_GROUP_LOCAL)) != 0;
  GPtrArray *costs = mw_intervention_get_field (intervention, MW_FIELD_COSTS, paper->language);

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("What does it cost?"));
  if (own && !(intervention->not_stated & (1u << MW_FIELD_COSTS)) && costs->len > 0)
    mw_paper_add_prose (paper, MW_PAPER_PARAGRAPH, costs);
  else
    mw_paper_add (paper, MW_PAPER_PARAGRAPH, _ ("Ask your adviser what you pay for it."));
}

/* Remarks are the colleagues' own. */
static void
add_whom (MwPaper *paper, const MwOrganisationItem *offer)
{
  MwOfferStatus status = offer ? offer->status : MW_OFFER_UNKNOWN;
  gboolean offered = status == MW_OFFER_OWN || status == MW_OFFER_PARTNER;
  gboolean known = offered && (*offer->texts[MW_OFFER_PROVIDER] || *offer->texts[MW_OFFER_CONTACT]);

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Whom can you call?"));
  if (status == MW_OFFER_UNAVAILABLE)
    mw_paper_add (paper, MW_PAPER_PARAGRAPH, _ ("It is not to be had here at the moment. Ask your adviser what is possible instead."));
  else if (!known)
    mw_paper_add (paper, MW_PAPER_PARAGRAPH, _ ("Ask your adviser."));
  if (known)
    {
      g_autofree char *whom = g_strdup_printf ("%s\n%s", offer->texts[MW_OFFER_PROVIDER], offer->texts[MW_OFFER_CONTACT]);

      mw_paper_add (paper, MW_PAPER_PARAGRAPH, whom);
    }
  if (offered && *offer->texts[MW_OFFER_WAITING_TIME])
    {
      g_autofree char *waiting = g_strdup_printf (_ ("Waiting time: %s"), offer->texts[MW_OFFER_WAITING_TIME]);

      mw_paper_add (paper, MW_PAPER_PARAGRAPH, waiting);
    }
}

MwPaper *
mw_client_handout_new (MwIntervention *intervention, const MwOrganisationItem *offer)
{
  const char *name = mw_intervention_get_name (intervention, mw_words_get_language ());
  MwPaper *paper = mw_paper_new (name);
  guint32 form = intervention->facets[MW_FACET_FORM];
  gboolean visit = (form & FORM_VISIT) != 0;
  g_autofree char *today = mw_paper_words_dup_today ();

  paper->size = TEXT_SIZE;
  paper->most_pages = MOST_PAGES;
  g_free (paper->footer);
  paper->footer = g_strdup_printf ("%s  ·  %s", name, today);
  mw_paper_add (paper, MW_PAPER_TITLE, name);
  mw_paper_add (paper, MW_PAPER_HEADING, _ ("What is it?"));
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, mw_intervention_get_summary (intervention, paper->language));
  if (visit)
    form &= ~FORM_ONE_TO_ONE; /* which is said by that */
  add_answers (paper, _ ("How does it go?"), form, forms, G_N_ELEMENTS (forms));
  add_answers (paper, visit ? _ ("Who comes to you?") : _ ("Who helps you?"), intervention->facets[MW_FACET_PERFORMED_BY], people,
               G_N_ELEMENTS (people));
  add_answers (paper, _ ("How often?"), intervention->facets[MW_FACET_INTENSITY], frequencies, G_N_ELEMENTS (frequencies));
  add_answers (paper, _ ("How long?"), intervention->facets[MW_FACET_DURATION], durations, G_N_ELEMENTS (durations));
  add_costs (paper, intervention);
  add_whom (paper, offer);
  mw_paper_add (paper, MW_PAPER_LINE, _ ("Your adviser:"));
  mw_paper_add (paper, MW_PAPER_LINE, _ ("Telephone:"));
  mw_paper_add (paper, MW_PAPER_SMALL, _ ("It can be a little different near you. Your adviser can tell you more."));

  return paper;
}
