/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-view.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
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
add_considered (GtkWidget *box, const MwCase *one)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < one->considered->len; i++)
    {
      MwConsidered *considered = g_ptr_array_index (one->considered, i);

      g_autofree char *referral = mw_case_words_dup_referral (considered);

      g_ptr_array_add (names, g_strdup_printf ("%s  %s%s%s", considered->number, considered->name, referral ? "\n" : "",
                                               referral ? referral : ""));
    }
  if (names->len == 0)
    return;

  add_heading (box, _ ("Considered"), "heading");
  gtk_box_append (GTK_BOX (box), mw_prose_new_list (names));
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
  add_considered (box, one);
  add_notes (box, one);
  return box;
}
