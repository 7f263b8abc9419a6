/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-view.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-choice-words.h"
#include "mw-prose.h"
#include "mw-words.h"

/* Of one text, in characters: a label lays out all of its text at once. */
#define MAX_SHOWN 20000

static void
add_heading (GtkWidget *box, const char *words, const char *style)
{
  GtkWidget *label = mw_prose_new_paragraph (words);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_margin_top (label, gtk_widget_get_first_child (box) ? 9 : 0);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_text (GtkWidget *box, const char *heading, const char *text)
{
  const char *rest = text;
  g_autofree char *start = NULL;

  if (!*text)
    return;

  add_heading (box, heading, "heading");
  for (guint c = 0; c < MAX_SHOWN && *rest; c++)
    rest = g_utf8_next_char (rest);
  start = g_strndup (text, (gsize) (rest - text));
  gtk_box_append (GTK_BOX (box), mw_prose_new_paragraph (start));
  if (*rest)
    gtk_box_append (GTK_BOX (box),
                    mw_prose_new_paragraph (_ ("(The text goes on. When it is brought back, all of it is.)")));
}

static void
add_facts (GtkWidget *box, const MwCase *one)
{
  g_autofree char *closed = mw_case_words_dup_day (one->closed_day);
  g_autofree char *facts
    = g_strdup_printf ("%s · %s", mw_case_words_get_age (one->age), mw_case_words_get_status (one->status));
  g_autofree char *all = one->status == MW_STATUS_CLOSED && *closed ? g_strdup_printf (_ ("%s since %s"), facts, closed)
                                                                    : g_strdup (facts);

  add_heading (box, mw_case_words_get_label (one->label), "title-3");
  gtk_box_append (GTK_BOX (box), mw_prose_new_paragraph (all));
}

static void
add_next (GtkWidget *box, const MwCase *one)
{
  g_autofree char *day = mw_case_words_dup_day (one->next_day);
  g_autofree char *text = *day && *one->next_action ? g_strdup_printf ("%s: %s", day, one->next_action)
                                                    : g_strconcat (day, one->next_action, NULL);

  add_text (box, _ ("Next action"), text);
}

static void
add_notes (GtkWidget *box, const MwCase *one)
{
  for (guint n = one->notes->len; n > 0; n--)
    {
      MwNote *note = g_ptr_array_index (one->notes, n - 1);
      g_autofree char *day = mw_case_words_dup_day (note->day);
      g_autofree char *heading = *day ? g_strdup_printf ("%s · %s", day, mw_case_words_get_note_kind (note->kind))
                                      : g_strdup (mw_case_words_get_note_kind (note->kind));

      add_text (box, heading, note->text);
    }
}

static void
add_assessments (GtkWidget *box, const MwCase *one)
{
  for (guint a = one->assessments->len; a > 0; a--)
    {
      MwCaseAssessment *assessment = g_ptr_array_index (one->assessments, a - 1);
      g_autofree char *day = mw_case_words_dup_day_of (assessment->time);
      g_autofree char *profiles = mw_case_words_dup_profiles (&assessment->answers);
      g_autofree char *certainty = mw_words_dup_lower (mw_case_words_get_certainty (assessment->certainty));
      g_autofree char *outcome = g_strdup_printf ("%s · %s", profiles, certainty);
      g_autofree char *text
        = *assessment->reason ? g_strdup_printf ("%s\n%s", outcome, assessment->reason) : g_strdup (outcome);
      /* Translators: %s is a day */
      g_autofree char *heading = g_strdup_printf (_ ("Typology on %s"), day);

      add_text (box, heading, text);
    }
}

static void
append_line (GString *text, const char *what, const char *words)
{
  if (*words)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", what, words);
}

static void
append_day (GString *text, const char *what, guint32 day)
{
  g_autofree char *words = mw_case_words_dup_day (day);

  append_line (text, what, words);
}

/* "1.4  Bezoekdienst · rejected on 12 May 2026" */
static char *
dup_option_heading (const MwConsidered *option)
{
  g_autofree char *name = mw_choice_words_dup_option (option);
  g_autofree char *verdict = mw_words_dup_lower (mw_choice_words_get_verdict (option->verdict));
  g_autofree char *day = mw_case_words_dup_day (option->verdict_day);

  /* Translators: an option, the verdict on it, and its day */
  return *day ? g_strdup_printf (_ ("%1$s · %2$s on %3$s"), name, verdict, day) : g_strdup_printf ("%s · %s", name, verdict);
}

static void
add_option (GtkWidget *box, const MwConsidered *option)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *heading = dup_option_heading (option);
  g_autofree char *referral = mw_case_words_dup_referral (option);

  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    append_line (text, mw_choice_words_get_knowledge (k), option->appraisals[k]);
  append_line (text, _ ("Why"), option->reason);
  if (referral)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", referral);
  if (option->helped != MW_HELPED_UNKNOWN)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mw_choice_words_get_helped (option->helped));
  if (text->len > 0)
    add_text (box, heading, text->str);
  else
    add_heading (box, heading, "heading");
}

static void
add_actions (GtkWidget *box, const MwChoice *choice)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < choice->actions->len; i++)
    g_ptr_array_add (lines, mw_choice_words_dup_action (g_ptr_array_index (choice->actions, i)));
  if (lines->len == 0)
    return;

  add_heading (box, _ ("Who does what"), "heading");
  gtk_box_append (GTK_BOX (box), mw_prose_new_list (lines));
}

static void
add_decision (GtkWidget *box, const MwChoice *choice)
{
  g_autoptr (GString) agreed = g_string_new (choice->decision);
  g_autoptr (GString) instead = g_string_new (NULL);

  add_text (box, _ ("In the client’s own words"), choice->client_words);
  append_line (agreed, _ ("Agreed by"), choice->agreed_by);
  append_day (agreed, _ ("Agreed on"), choice->agreed_day);
  add_text (box, _ ("What was agreed"), agreed->str);
  add_actions (box, choice);
  append_line (instead, _ ("What would fit best"), choice->unavailable);
  append_day (instead, _ ("Client told on"), choice->told_day);
  append_line (instead, _ ("Offered instead"), choice->instead);
  add_text (box, _ ("What fits best is not available here"), instead->str);
}

static void
add_evaluation (GtkWidget *box, const MwChoice *choice)
{
  g_autoptr (GString) text = g_string_new (choice->evaluation);

  append_day (text, _ ("To look back on"), choice->evaluation_day);
  append_day (text, _ ("Looked back on"), choice->evaluated_day);
  add_text (box, _ ("What came of it"), text->str);
}

static void
add_choice (GtkWidget *box, const MwCase *one)
{
  add_text (box, _ ("The question"), one->choice.question);
  for (guint i = 0; i < one->considered->len; i++)
    add_option (box, g_ptr_array_index (one->considered, i));
  add_text (box, _ ("What else is known"), one->choice.known);
  add_decision (box, &one->choice);
  add_evaluation (box, &one->choice);
}

GtkWidget *
mw_case_view_new (const MwCase *one)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_facts (box, one);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    add_text (box, mw_case_words_get_domain (d), one->domains[d]);
  add_text (box, _ ("Needs and wishes"), one->wishes);
  add_next (box, one);
  add_assessments (box, one);
  add_choice (box, one);
  add_notes (box, one);
  return box;
}
