/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-wizard-question.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-focus.h"
#include "mw-prose.h"
#include "mw-typology-texts.h"
#include "mw-words.h"

/* So much guidance can be read at a glance. */
#define MAX_GUIDANCE 5

struct _MwWizardQuestion
{
  GtkWidget parent_instance;

  GtkWidget *title_label;
  GtkWidget *help_label;
  GtkListBox *options_list;
  GtkWidget *ask_label;
  AdwBin *ask_bin;
  GtkWidget *observe_label;
  AdwBin *observe_bin;

  MwSource source;
  GPtrArray *checks; /* of GtkCheckButton; the number of an answer is kept with it */
  gboolean updating;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwWizardQuestion, mw_wizard_question, GTK_TYPE_WIDGET)

static const char *const titles[MW_N_SOURCES] = {
  [MW_SOURCE_PERSISTENCE] = N_ ("How did the isolation arise?"),
  [MW_SOURCE_ORIENTATION] = N_ ("Does the client want contact with others?"),
  [MW_SOURCE_COMPETENCES] = N_ ("How are the client’s social competences?"),
  [MW_SOURCE_STRATEGY] = N_ ("How does the client get by?"),
};

static const char *const helps[MW_N_SOURCES] = {
  [MW_SOURCE_PERSISTENCE] = N_ ("Think of when it began, and of what happened at the time."),
  [MW_SOURCE_ORIENTATION] = N_ ("It is about the wish, not about whether the client manages to make contact."),
  [MW_SOURCE_COMPETENCES] = N_ ("This checks the first two answers. Leave it open if you cannot say yet."),
  [MW_SOURCE_STRATEGY] = N_ ("This checks the first two answers as well. What do you recognise most?"),
};

static const guint n_answers[MW_N_SOURCES] = {
  [MW_SOURCE_PERSISTENCE] = MW_N_PERSISTENCES,
  [MW_SOURCE_ORIENTATION] = MW_N_ORIENTATIONS,
  [MW_SOURCE_COMPETENCES] = MW_N_COMPETENCES,
  [MW_SOURCE_STRATEGY] = MW_N_STRATEGIES,
};

#define UNCLEAR 1u
#define FIRST 2u

/* What stands below an answer to make it plain. Returns: (transfer none): "" for none */
static const char *
get_explanation (MwSource source, guint answer)
{
  MwLanguage language = mw_words_get_language ();

  if (answer == UNCLEAR)
    return _ ("Keeps everything open; you can come back to it.");
  if (source == MW_SOURCE_PERSISTENCE)
    return mw_typology_texts_peek_row (answer, MW_TYPOLOGY_DURATION, language);
  if (source == MW_SOURCE_COMPETENCES)
    return mw_typology_texts_peek_row (answer, MW_TYPOLOGY_COMPETENCES, language);
  if (source == MW_SOURCE_ORIENTATION && answer == MW_ORIENTATION_ORIENTED)
    return _ ("Perhaps without seeing a way to bring it about.");
  if (source == MW_SOURCE_ORIENTATION)
    return _ ("Would rather not, does not dare yet, or says little about it.");

  return "";
}

static GtkWidget *
get_row (GtkCheckButton *check)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
}

static void
on_toggled (GtkCheckButton *check, gpointer data)
{
  MwWizardQuestion *self = MW_WIZARD_QUESTION (data);

  gtk_accessible_update_state (GTK_ACCESSIBLE (get_row (check)), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_check_button_get_active (check) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  if (!self->updating && gtk_check_button_get_active (check))
    g_signal_emit (self, signals[ANSWERED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "answer")));
}

static void
append_option (MwWizardQuestion *self, guint answer)
{
  /* The row is the radio button for the keyboard and for screen readers; the button in it shows the state. Not focusable is not
   * enough: a check button of a group says that it took the keyboard when it did not, and Tab would stay where it is. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "can-focus", FALSE, NULL);
  g_autofree char *title = mw_wizard_question_dup_answer (self->source, answer);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (get_explanation (self->source, answer), -1);

  g_object_set_data (G_OBJECT (check), "answer", GUINT_TO_POINTER (answer));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->checks, check);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  mw_accessible_set_name (row, title);
  gtk_list_box_append (self->options_list, row);
}

/* The first text of each place, then the second of each, and so on, until there is enough. */
static GPtrArray *
gather (MwSource source, MwProfileSet candidates, MwTypologyText text)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  MwLanguage language = mw_words_get_language ();

  for (guint depth = 0; depth < MAX_GUIDANCE; depth++)
    for (guint p = 0; p < MW_N_PROFILES && all->len < MAX_GUIDANCE; p++)
      {
        gboolean by_row = source == MW_SOURCE_PERSISTENCE;
        GPtrArray *texts = by_row ? mw_typology_texts_get_row (mw_profile_get_persistence (p), text, language)
                                  : mw_typology_texts_get_profile (p, text, language);

        if ((candidates & MW_PROFILE_SET_OF (p)) && depth < texts->len
            && !g_ptr_array_find (all, g_ptr_array_index (texts, depth), NULL))
          g_ptr_array_add (all, g_ptr_array_index (texts, depth));
      }

  return g_steal_pointer (&all);
}

static void
show_guidance (MwWizardQuestion *self, MwProfileSet candidates)
{
  g_autoptr (GPtrArray) ask = gather (self->source, candidates, MW_TYPOLOGY_ASK);
  g_autoptr (GPtrArray) observe = gather (self->source, candidates, MW_TYPOLOGY_OBSERVE);

  adw_bin_set_child (self->ask_bin, mw_prose_new_list (ask));
  adw_bin_set_child (self->observe_bin, mw_prose_new_list (observe));
  gtk_widget_set_visible (self->ask_label, ask->len > 0);
  gtk_widget_set_visible (self->observe_label, observe->len > 0);
}

static void
mw_wizard_question_dispose (GObject *object)
{
  MwWizardQuestion *self = MW_WIZARD_QUESTION (object);
  GtkWidget *child;

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_wizard_question_parent_class)->dispose (object);
}

static gboolean
mw_wizard_question_grab_focus (GtkWidget *widget)
{
  MwWizardQuestion *self = MW_WIZARD_QUESTION (widget);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      return gtk_widget_grab_focus (get_row (g_ptr_array_index (self->checks, i)));

  return self->checks->len > 0 && gtk_widget_grab_focus (get_row (g_ptr_array_index (self->checks, 0)));
}

static void
mw_wizard_question_class_init (MwWizardQuestionClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_wizard_question_dispose;
  widget_class->grab_focus = mw_wizard_question_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[ANSWERED] = g_signal_new ("answered", MW_TYPE_WIZARD_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-wizard-question.ui");
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, help_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, options_list);
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, ask_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, ask_bin);
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, observe_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardQuestion, observe_bin);
}

static void
mw_wizard_question_init (MwWizardQuestion *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

MwWizardQuestion *
mw_wizard_question_new (MwSource source)
{
  MwWizardQuestion *self = g_object_new (MW_TYPE_WIZARD_QUESTION, NULL);

  self->source = source;
  gtk_label_set_label (GTK_LABEL (self->title_label), _ (titles[source]));
  gtk_label_set_label (GTK_LABEL (self->help_label), _ (helps[source]));
  mw_accessible_set_name (GTK_WIDGET (self), _ (titles[source]));
  mw_accessible_set_name (GTK_WIDGET (self->options_list), _ (titles[source]));
  for (guint answer = FIRST; answer < n_answers[source]; answer++)
    append_option (self, answer);
  append_option (self, UNCLEAR);

  return self;
}

void
mw_wizard_question_set_answers (MwWizardQuestion *self, const MwAnswers *answers)
{
  guint answer = mw_wizard_question_get_answer (answers, self->source);
  MwAssessment assessment;

  mw_assessment_evaluate (answers, &assessment);
  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      gtk_check_button_set_active (check, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "answer")) == answer);
    }
  self->updating = FALSE;
  show_guidance (self, assessment.candidates);
}

void
mw_wizard_question_set_answer (MwAnswers *answers, MwSource source, guint answer)
{
  if (source == MW_SOURCE_PERSISTENCE)
    answers->persistence = answer;
  else if (source == MW_SOURCE_ORIENTATION)
    answers->orientation = answer;
  else if (source == MW_SOURCE_COMPETENCES)
    answers->competences = answer;
  else
    answers->strategy = answer;
}

guint
mw_wizard_question_get_answer (const MwAnswers *answers, MwSource source)
{
  if (source == MW_SOURCE_PERSISTENCE)
    return answers->persistence;
  if (source == MW_SOURCE_ORIENTATION)
    return answers->orientation;
  if (source == MW_SOURCE_COMPETENCES)
    return answers->competences;

  return answers->strategy;
}

char *
mw_wizard_question_dup_answer (MwSource source, guint answer)
{
  if (source == MW_SOURCE_PERSISTENCE)
    return g_strdup (mw_words_get_persistence (answer));
  if (source == MW_SOURCE_ORIENTATION)
    return g_strdup (mw_words_get_orientation (answer));
  if (source == MW_SOURCE_COMPETENCES || answer < FIRST)
    return g_strdup (mw_words_get_competences (answer));

  return g_strdup (mw_typology_texts_peek_profile (answer - FIRST, MW_TYPOLOGY_STRATEGY, mw_words_get_language ()));
}
