/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-sheet-private.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-facet.h"
#include "mw-words.h"

static void
add_situation (MwPaper *paper, const MwCase *one)
{
  gboolean anything = *one->wishes != '\0';

  for (guint d = 0; d < MW_N_DOMAINS; d++)
    anything = anything || *one->domains[d];
  if (!anything)
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Situation"));
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    mw_paper_add_said (paper, mw_case_words_get_domain (d), one->domains[d]);
  mw_paper_add_said (paper, _ ("Needs and wishes"), one->wishes);
}

static void
add_facts (MwPaper *paper, const MwCase *one)
{
  g_autofree char *closed = mw_case_words_dup_day (one->closed_day);
  g_autofree char *created = one->created ? mw_case_words_dup_moment (one->created) : NULL;
  g_autofree char *touched = one->touched ? mw_case_words_dup_moment (one->touched) : NULL;
  g_autofree char *next = mw_case_words_dup_day (one->next_day);
  g_autofree char *action = g_strdup_printf ("%s%s%s", next, *next && *one->next_action ? ": " : "", one->next_action);
  g_autofree char *status = g_strdup (mw_case_words_get_status (one->status));

  if (one->status == MW_STATUS_CLOSED && *closed)
    {
      g_free (status);
      status = g_strdup_printf (_ ("%s since %s"), mw_case_words_get_status (one->status), closed);
    }
  mw_paper_add_said (paper, _ ("Name in the file"), one->label);
  mw_paper_add_said (paper, _ ("Age"), mw_case_words_get_age (one->age));
  mw_paper_add_said (paper, _ ("Status"), status);
  mw_paper_add_said (paper, _ ("Begun"), created);
  mw_paper_add_said (paper, _ ("Last changed"), touched);
  mw_paper_add_said (paper, _ ("Next action"), action);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const MwNote *one = *(MwNote *const *) a;
  const MwNote *other = *(MwNote *const *) b;

  return one->day < other->day ? -1 : one->day > other->day;
}

/* By day; those of one day as they were made. */
static void
add_notes (MwPaper *paper, const MwCase *one)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (one->notes->len == 0)
    return;

  g_ptr_array_extend (notes, one->notes, NULL, NULL);
  g_ptr_array_sort (notes, compare_notes);
  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Notes"));
  for (guint n = 0; n < notes->len; n++)
    {
      const MwNote *note = g_ptr_array_index (notes, n);
      g_autofree char *day = mw_case_words_dup_day (note->day);
      g_autofree char *heading
        = g_strdup_printf ("%s%s%s", day, *day ? "  ·  " : "", mw_case_words_get_note_kind (note->kind));

      mw_paper_add (paper, MW_PAPER_SUBHEADING, heading);
      mw_paper_add (paper, MW_PAPER_PARAGRAPH, note->text);
    }
}

/* Returns: (transfer full): an answer as the wizard words it */
static char *
dup_strategy (MwStrategy strategy)
{
  if (strategy >= MW_STRATEGY_FIRST)
    return mw_words_dup_profile (strategy - MW_STRATEGY_FIRST);

  return g_strdup (mw_words_get_persistence ((MwPersistence) strategy)); /* the same two words */
}

static void
add_answers (MwPaper *paper, const MwAnswers *answers)
{
  g_autofree char *strategy = dup_strategy (answers->strategy);

  mw_paper_add_said (paper, mw_words_get_source (MW_SOURCE_PERSISTENCE), mw_words_get_persistence (answers->persistence));
  mw_paper_add_said (paper, mw_words_get_source (MW_SOURCE_ORIENTATION), mw_words_get_orientation (answers->orientation));
  mw_paper_add_said (paper, mw_words_get_source (MW_SOURCE_COMPETENCES), mw_words_get_competences (answers->competences));
  mw_paper_add_said (paper, mw_words_get_source (MW_SOURCE_STRATEGY), strategy);
}

static void
add_assessments (MwPaper *paper, const MwCase *one)
{
  if (one->assessments->len == 0)
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Typology"));
  mw_paper_add (paper, MW_PAPER_PARAGRAPH,
                _ ("The typology orders ways in which people can become isolated. It helps an adviser to choose what fits; it is not a "
                   "diagnosis."));
  for (guint a = 0; a < one->assessments->len; a++)
    {
      const MwCaseAssessment *assessment = g_ptr_array_index (one->assessments, a);
      g_autofree char *moment = mw_case_words_dup_moment (assessment->time);
      g_autofree char *profiles = mw_case_words_dup_profiles (&assessment->answers);

      mw_paper_add (paper, MW_PAPER_SUBHEADING, moment);
      mw_paper_add_said (paper, _ ("Outcome"), profiles);
      mw_paper_add_said (paper, _ ("How sure"), mw_case_words_get_certainty (assessment->certainty));
      add_answers (paper, &assessment->answers);
      mw_paper_add_said (paper, _ ("Why"), assessment->reason);
    }
}

/* The words of "facet:value", as MwQuery writes it. Returns: (transfer full): @filter itself when it is unknown */
static char *
dup_filter (const char *filter)
{
  g_auto (GStrv) parts = g_strsplit (filter, ":", 2);
  MwFacet facet;
  guint value;

  if (g_strv_length (parts) == 2 && mw_facet_from_id (parts[0], &facet) && mw_facet_value_from_id (facet, parts[1], &value))
    {
      g_autofree char *words = mw_words_dup_facet_value (facet, value);

      return g_strdup_printf ("%s: %s", mw_words_get_facet (facet), words);
    }

  return g_strdup (filter);
}

/* What the list of interventions was narrowed to goes with the case too. */
static void
add_filters (MwPaper *paper, const MwCase *one)
{
  if (!one->filters || !one->filters[0])
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Filters that were kept with the case"));
  for (guint f = 0; one->filters[f]; f++)
    {
      g_autofree char *words = dup_filter (one->filters[f]);

      mw_paper_add (paper, MW_PAPER_ITEM, words);
    }
}

MwPaper *
mw_case_sheet_new (const MwCase *one, gint64 now)
{
  const char *label = mw_case_words_get_label (one->label);
  g_autofree char *title = g_strdup_printf (_ ("File of %s"), label);
  g_autofree char *moment = mw_case_words_dup_moment (now);
  /* Translators: %s is a day and a time */
  g_autofree char *lead = g_strdup_printf (_ ("Everything that is recorded in Maatwerk about this client, as it was on %s."), moment);
  MwPaper *paper = mw_paper_new (title);

  paper->secret = TRUE;
  g_free (paper->footer);
  paper->footer = g_strdup_printf ("%s  ·  %s  ·  %s", title, moment, _ ("Confidential"));
  mw_paper_add (paper, MW_PAPER_TITLE, title);
  mw_paper_add (paper, MW_PAPER_LEAD, lead);
  mw_paper_add (paper, MW_PAPER_NOTE,
                _ ("This is for the client to read. It is what the adviser wrote down in order to help, and what was thought about "
                   "along the way. Is something wrong, or should it be taken out? Tell the adviser. Earlier wordings of a text that was "
                   "changed since are not in here; the adviser can show those that are still kept."));
  add_facts (paper, one);
  add_situation (paper, one);
  add_assessments (paper, one);
  mw_case_sheet_add_choice (paper, one);
  mw_case_sheet_add_options (paper, one);
  mw_case_sheet_add_scores (paper, one);
  add_notes (paper, one);
  mw_case_sheet_add_room (paper, one);
  add_filters (paper, one);

  return paper;
}
