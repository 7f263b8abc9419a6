/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each sheet says, in both languages. */
#include "config.h"

#include <gtk/gtk.h>

#include "mw-case-sheet.h"
#include "mw-client-handout.h"
#include "mw-comparison-sheet.h"
#include "mw-intervention-sheet.h"
#include "mw-room-sheet.h"
#include "paper-fixture.h"

static GPtrArray *interventions;

static MwIntervention *
get_intervention (const char *id)
{
  for (guint i = 0; i < interventions->len; i++)
    if (g_str_equal (((MwIntervention *) g_ptr_array_index (interventions, i))->id, id))
      return g_ptr_array_index (interventions, i);

  g_assert_not_reached ();
}

static MwPaperPages *
lay_out (MwPaper *paper)
{
  MwPaperPages *pages = paper->landscape ? mw_paper_pages_new (paper, PAPER_HEIGHT, PAPER_WIDTH)
                                         : mw_paper_pages_new (paper, PAPER_WIDTH, PAPER_HEIGHT);

  paper_check_pages (pages);

  return pages;
}

/* All of them go on two pages, with all their fields. */
static void
test_interventions (void)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    for (guint i = 0; i < interventions->len; i++)
      {
        MwIntervention *intervention = g_ptr_array_index (interventions, i);
        g_autoptr (MwPaper) paper = NULL;
        g_autoptr (MwPaperPages) pages = NULL;
        g_autofree char *text = NULL;

        mw_words_set_language (l);
        paper = mw_intervention_sheet_new (intervention, NULL);
        pages = lay_out (paper);
        g_test_message ("%s: %u pages, text at %.0f %%", intervention->id, mw_paper_pages_get_n (pages), pages->scale * 100);
        g_assert_cmpuint (mw_paper_pages_get_n (pages), <=, 2);
        text = mw_paper_dup_text (paper);
        for (guint f = 0; f < MW_N_FIELDS; f++)
          {
            GPtrArray *blocks = mw_intervention_get_field (intervention, f, l);

            g_assert_nonnull (strstr (text, mw_words_get_field (f)));
            for (guint b = 0; b < blocks->len; b++)
              g_assert_nonnull (strstr (text, ((MwBlock *) g_ptr_array_index (blocks, b))->text));
          }
        if (i % 6 == 0)
          paper_assert_whole (paper);
      }
}

static MwOrganisationItem *
new_offer (MwOfferStatus status)
{
  MwOrganisationItem *offer = mw_organisation_item_new_offer ("telefooncirkel", NULL, status);

  mw_organisation_item_set_text (offer, MW_OFFER_PROVIDER, "Welzijn De Linde");
  mw_organisation_item_set_text (offer, MW_OFFER_CONTACT, "010 000 00 00, vragen naar Roos Voorbeeld");
  mw_organisation_item_set_text (offer, MW_OFFER_WAITING_TIME, "drie weken");
  mw_organisation_item_set_text (offer, MW_OFFER_REMARKS, "Niet op maandag bellen");

  return offer;
}

static void
test_offer (void)
{
  MwIntervention *intervention = get_intervention ("telefooncirkel");
  g_autoptr (MwOrganisationItem) offer = new_offer (MW_OFFER_PARTNER);
  g_autoptr (MwPaper) sheet = NULL;
  g_autofree char *text = NULL;

  mw_words_set_language (MW_LANGUAGE_NL);
  sheet = mw_intervention_sheet_new (intervention, offer);
  text = mw_paper_dup_text (sheet);
  g_assert_nonnull (strstr (text, "Ons aanbod"));
  g_assert_nonnull (strstr (text, "Welzijn De Linde"));
  g_assert_nonnull (strstr (text, "Niet op maandag bellen"));
}

static void
test_handout (void)
{
  MwIntervention *intervention = get_intervention ("vriendschappelijk-huisbezoek");
  g_autoptr (MwOrganisationItem) offer = new_offer (MW_OFFER_OWN);
  g_autoptr (MwPaper) paper = NULL;
  g_autofree char *text = NULL;

  mw_words_set_language (MW_LANGUAGE_NL);
  paper = mw_client_handout_new (intervention, offer);
  text = mw_paper_dup_text (paper);
  g_assert_nonnull (strstr (text, "Er komt iemand bij u thuis"));
  g_assert_nonnull (strstr (text, "Wie komt er bij u?"));
  g_assert_nonnull (strstr (text, "Een vrijwilliger"));
  g_assert_nonnull (strstr (text, "Welzijn De Linde"));
  g_assert_nonnull (strstr (text, "010 000 00 00"));
  g_assert_nonnull (strstr (text, "Wachttijd: drie weken"));
  /* What colleagues tell one another is not for the client; nor are what an organisation paid in 2012, and studies. */
  g_assert_null (strstr (text, "maandag"));
  g_assert_null (strstr (text, "Er zijn geen kosten"));
  g_assert_nonnull (strstr (text, "Vraag uw adviseur wat u ervoor betaalt."));
  paper_assert_whole (paper);
}

static void
test_handout_unknown (void)
{
  MwIntervention *intervention = get_intervention ("telefooncirkel");
  g_autoptr (MwOrganisationItem) away = new_offer (MW_OFFER_UNAVAILABLE);
  g_autoptr (MwPaper) unknown = NULL;
  g_autoptr (MwPaper) unavailable = NULL;
  g_autofree char *text = NULL;
  g_autofree char *away_text = NULL;

  mw_words_set_language (MW_LANGUAGE_EN);
  unknown = mw_client_handout_new (intervention, NULL);
  unavailable = mw_client_handout_new (intervention, away);
  text = mw_paper_dup_text (unknown);
  away_text = mw_paper_dup_text (unavailable);
  g_assert_nonnull (strstr (text, "Whom can you call?\nAsk your adviser.\n"));
  g_assert_nonnull (strstr (away_text, "It is not to be had here at the moment."));
  g_assert_null (strstr (away_text, "010 000 00 00"));
}

static void
test_handouts_fit (void)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    for (guint i = 0; i < interventions->len; i++)
      {
        g_autoptr (MwPaper) paper = NULL;
        g_autoptr (MwPaperPages) pages = NULL;

        mw_words_set_language (l);
        paper = mw_client_handout_new (g_ptr_array_index (interventions, i), NULL);
        pages = lay_out (paper);
        g_assert_cmpuint (mw_paper_pages_get_n (pages), <=, 2);
      }
}

static void
test_comparison (void)
{
  MwIntervention *four[] = { get_intervention ("telefooncirkel"), get_intervention ("bezoekdienst-weduwen-en-weduwnaars"),
                             get_intervention ("vriendschappelijk-huisbezoek"), get_intervention ("thuishuis") };

  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    for (guint n = 2; n <= 4; n++)
      {
        g_autoptr (MwPaper) paper = NULL;
        g_autoptr (MwPaperPages) pages = NULL;
        g_autofree char *text = NULL;

        mw_words_set_language (l);
        paper = mw_comparison_sheet_new (four, n, NULL);
        pages = lay_out (paper);
        g_assert_true (paper->landscape);
        text = mw_paper_dup_text (paper);
        for (guint i = 0; i < 4; i++)
          g_assert_true ((strstr (text, mw_intervention_get_name (four[i], l)) != NULL) == (i < n));
        g_assert_null (strstr (text, "<b>"));
        paper_assert_whole (paper);
      }
}

/* Who offers it is in the comparison, but not what colleagues tell one another; without an offer nothing is said. */
static void
test_comparison_offer (void)
{
  MwIntervention *two[] = { get_intervention ("telefooncirkel"), get_intervention ("thuishuis") };
  g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
  g_autoptr (MwPaper) without = NULL;
  g_autoptr (MwPaper) with = NULL;
  g_autofree char *text_without = NULL;
  g_autofree char *text_with = NULL;

  mw_words_set_language (MW_LANGUAGE_NL);
  without = mw_comparison_sheet_new (two, 2, organisation);
  text_without = mw_paper_dup_text (without);
  g_assert_null (strstr (text_without, "Ons aanbod"));

  mw_organisation_take (organisation, new_offer (MW_OFFER_PARTNER));
  with = mw_comparison_sheet_new (two, 2, organisation);
  text_with = mw_paper_dup_text (with);
  g_assert_nonnull (strstr (text_with, "Ons aanbod"));
  g_assert_nonnull (strstr (text_with, "Welzijn De Linde"));
  g_assert_nonnull (strstr (text_with, "Wachttijd: drie weken"));
  g_assert_nonnull (strstr (text_with, "Niet ingevuld"));
  g_assert_null (strstr (text_with, "maandag"));
  paper_assert_whole (with);
}

/* Everything that a case can hold, each text with a word of its own. */
static MwCase *
dup_full_case (void)
{
  static const MwAnswers answers
    = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_UNANSWERED };
  MwCase *one = mw_case_new ();
  MwConsidered *option;

  mw_case_set_text (&one->label, "kanarie-label");
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    {
      g_autofree char *text = g_strdup_printf ("kanarie-domein%u", d);

      mw_case_set_text (&one->domains[d], text);
    }
  mw_case_set_text (&one->wishes, "kanarie-wensen");
  mw_case_set_text (&one->next_action, "kanarie-stap");
  mw_case_add_note (one, MW_NOTE_CONTACT, 739900, "kanarie-notitie");
  mw_case_add_assessment (one, 1700000000, &answers, MW_CERTAINTY_UNSURE, "kanarie-eerder");
  mw_case_add_assessment (one, 1790000000, &answers, MW_CERTAINTY_SURE, "kanarie-waarom");
  mw_case_add_considered (one, "telefooncirkel", "1.17", "Telefooncirkel", 1790000000);
  option = mw_case_find_considered (one, "telefooncirkel");
  mw_case_set_text (&option->appraisals[MW_KNOWLEDGE_CLIENT], "kanarie-client");
  mw_case_set_text (&option->appraisals[MW_KNOWLEDGE_EXPERTISE], "kanarie-ervaring");
  mw_case_set_text (&option->appraisals[MW_KNOWLEDGE_RESEARCH], "kanarie-onderzoek");
  mw_case_set_text (&option->reason, "kanarie-reden");
  mw_case_refer (one, "telefooncirkel", "kanarie-verwijzing", 1790000000);
  mw_case_add_own_text (one, "kanarie-eigen", 1790000000);
  mw_case_set_text (&one->choice.question, "kanarie-vraag");
  mw_case_set_text (&one->choice.known, "kanarie-bekend");
  mw_case_set_text (&one->choice.client_words, "kanarie-woorden");
  mw_case_set_text (&one->choice.decision, "kanarie-besluit");
  mw_case_set_text (&one->choice.agreed_by, "kanarie-wie");
  mw_case_set_text (&one->choice.unavailable, "kanarie-weg");
  mw_case_set_text (&one->choice.instead, "kanarie-anders");
  mw_case_set_text (&one->choice.evaluation, "kanarie-evaluatie");
  mw_choice_add_action (&one->choice, "kanarie-actie", "kanarie-doener", 739910);
  one->choice.evaluation_day = 739950;
  mw_scores_add (one->scores, &(MwScore){ .day = 739900, .items = 6, .emotional = 3, .social = 2 });

  return one;
}

/* Everything of it is in the file that the client asks for. */
static void
test_case (void)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      g_autoptr (MwCase) one = dup_full_case ();
      g_autofree char *all = mw_case_dup_text (one);
      g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
      g_autoptr (MwPaper) paper = NULL;
      g_autoptr (MwPaperPages) pages = NULL;
      g_autofree char *text = NULL;

      mw_words_set_language (l);
      paper = mw_case_sheet_new (one, 1790000000);
      g_assert_true (paper->secret);
      pages = lay_out (paper);
      text = mw_paper_dup_text (paper);
      for (guint i = 0; lines[i]; i++)
        if (!strstr (text, lines[i]))
          g_error ("“%s” is missing", lines[i]);
      g_assert_nonnull (strstr (text, l == MW_LANGUAGE_NL ? "Emotioneel" : "Emotional"));
      paper_assert_whole (paper);
    }
}

/* How many of the case's own words come out of the sheet's PDF. */
static guint
count_canaries (const MwCase *one, guint32 allowed, const char *expected)
{
  g_autoptr (MwRoomView) view = mw_room_view_new (one, 3, allowed);
  g_autoptr (MwPaper) paper = mw_room_sheet_new (view);
  g_autofree char *printed = paper_dup_printed (paper);
  guint n_found = 0;

  g_assert_true (paper->secret);
  for (const char *p = printed; (p = strstr (p, "kanarie")); p++)
    n_found++;
  if (expected && !strstr (printed, expected))
    g_error ("“%s” is missing", expected);

  return n_found;
}

/* Nothing that was not allowed is on the sheet, in its footer or in its title. */
static void
test_room (void)
{
  static const struct
  {
    MwRoomField field;
    const char *expected;
    guint n_words;
  } fields[] = {
    { MW_ROOM_WISHES, "kanarie-wensen", 1 },   { MW_ROOM_DOMAINS + MW_DOMAIN_HEALTH, "kanarie-domein2", 1 },
    { MW_ROOM_QUESTION, "kanarie-vraag", 1 },  { MW_ROOM_KNOWN, "kanarie-bekend", 1 },
    { MW_ROOM_REASONS, "kanarie-reden", 1 },   { MW_ROOM_APPRAISALS, "kanarie-ervaring", 3 },
    { MW_ROOM_DECISION, "kanarie-besluit", 1 }, { MW_ROOM_TYPING_REASON, "kanarie-waarom", 1 },
  };
  g_autoptr (MwCase) one = dup_full_case ();
  g_autoptr (MwPaper) whole = NULL;

  mw_words_set_language (MW_LANGUAGE_NL);
  g_assert_cmpuint (count_canaries (one, 0, NULL), ==, 0);
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    g_assert_cmpuint (count_canaries (one, MW_ROOM_BIT (fields[f].field), fields[f].expected), ==, fields[f].n_words);
  /* Notes, what comes next and earlier assessments never are. */
  {
    g_autoptr (MwRoomView) view = mw_room_view_new (one, 3, G_MAXUINT32);
    g_autoptr (MwPaper) paper = mw_room_sheet_new (view);
    g_autofree char *printed = paper_dup_printed (paper);

    g_assert_nonnull (strstr (printed, "kanarie-wensen"));
    g_assert_null (strstr (printed, "kanarie-notitie"));
    g_assert_null (strstr (printed, "kanarie-stap"));
    g_assert_null (strstr (printed, "kanarie-eerder"));
    paper_assert_whole (paper);
  }
}

int
main (int argc, char *argv[])
{
  int failed;

  gtk_test_init (&argc, &argv, NULL);
  paper_set_up_language ();
  interventions = paper_read_catalogue ();
  g_test_add_func ("/paper-sheets/interventions", test_interventions);
  g_test_add_func ("/paper-sheets/offer", test_offer);
  g_test_add_func ("/paper-sheets/handout", test_handout);
  g_test_add_func ("/paper-sheets/handout-unknown", test_handout_unknown);
  g_test_add_func ("/paper-sheets/handouts-fit", test_handouts_fit);
  g_test_add_func ("/paper-sheets/comparison", test_comparison);
  g_test_add_func ("/paper-sheets/comparison-offer", test_comparison_offer);
  g_test_add_func ("/paper-sheets/case", test_case);
  g_test_add_func ("/paper-sheets/room", test_room);
  failed = g_test_run ();
  g_ptr_array_unref (interventions);

  return failed;
}
