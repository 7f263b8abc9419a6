/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "find-widget.h"
#include "mw-room.h"

/* A case of which every text is a canary, and what looks for canaries in widgets. */

#define CANARY "kanarie"
#define LONG_WORDS 900

static inline void
set_canary (char **text, const char *field)
{
  g_free (*text);
  *text = g_strdup_printf (CANARY " %s", field);
}

static inline MwCase *
new_canary_case (void)
{
  MwCase *one = mw_case_new ();
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_UNANSWERED };
  MwScore score = { 2460000, 6, 2, 3, 0 };
  MwConsidered *option;

  set_canary (&one->label, "label");
  set_canary (&one->wishes, "wishes");
  set_canary (&one->next_action, "next action");
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    set_canary (&one->domains[d], "domain");
  one->age = MW_AGE_75;
  mw_case_add_note (one, MW_NOTE_CONTACT, 2460000, CANARY " note");
  mw_case_add_assessment (one, 4, &answers, MW_CERTAINTY_SURE, CANARY " typing");
  mw_case_add_considered (one, "bezoekdienst", "1.4", "Bezoekdienst", 5);
  option = mw_case_find_considered (one, "bezoekdienst");
  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    set_canary (&option->appraisals[k], "appraisal");
  set_canary (&option->reason, "reason");
  mw_case_add_own_text (one, CANARY " own option", 6);
  set_canary (&one->choice.question, "question");
  set_canary (&one->choice.known, "known");
  set_canary (&one->choice.client_words, "client words");
  set_canary (&one->choice.decision, "decision");
  set_canary (&one->choice.agreed_by, "agreed");
  set_canary (&one->choice.unavailable, "unavailable");
  set_canary (&one->choice.instead, "instead");
  mw_choice_add_action (&one->choice, CANARY " action", CANARY " who", 2460003);
  set_canary (&one->choice.evaluation, "evaluation");
  mw_scores_add (one->scores, &score);
  return one;
}

/* Returns: (transfer full): a text of so many words, each another */
static inline char *
new_long_text (guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint w = 0; w < n_words; w++)
    g_string_append_printf (text, "%swoord%u", w == 0 ? "" : w % 40 == 0 ? "\n" : " ", w);
  return g_string_free (text, FALSE);
}

static inline gboolean
property_has (GtkWidget *widget, GtkAccessibleProperty property, const char *text)
{
  /* What it is comes back when it is something else. */
  g_autofree char *value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");

  return value && strstr (value, text);
}

static inline gboolean
own_text_has (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget))
    return strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
  if (GTK_IS_EDITABLE (widget))
    return strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != NULL;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;
      g_autofree char *all = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      all = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      return strstr (all, text) != NULL;
    }
  if (GTK_IS_WINDOW (widget))
    return gtk_window_get_title (GTK_WINDOW (widget)) && strstr (gtk_window_get_title (GTK_WINDOW (widget)), text);

  return FALSE;
}

/* Whether @text is anywhere in @root, seen or unseen: in a text, a title, a tooltip, a name or a description. */
static inline gboolean
holds (GtkWidget *root, const char *text)
{
  const char *tooltip = gtk_widget_get_tooltip_text (root);

  if (own_text_has (root, text) || (tooltip && strstr (tooltip, text)) || strstr (gtk_widget_get_name (root), text))
    return TRUE;
  for (guint p = GTK_ACCESSIBLE_PROPERTY_DESCRIPTION; p <= GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT; p++)
    if ((p == GTK_ACCESSIBLE_PROPERTY_DESCRIPTION || p == GTK_ACCESSIBLE_PROPERTY_LABEL || p == GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER
         || p == GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION || p == GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT)
        && property_has (root, p, text))
      return TRUE;
  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    if (holds (c, text))
      return TRUE;

  return FALSE;
}
