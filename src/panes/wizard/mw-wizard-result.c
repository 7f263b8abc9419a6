/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-wizard-result.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-focus.h"
#include "mw-prose.h"
#include "mw-typology-texts.h"
#include "mw-wizard-question.h"
#include "mw-words.h"

/* More profiles than this are only named and described. */
#define MAX_FULL_PROFILES 2

struct _MwWizardResult
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *verdict_label;
  GtkBox *sections_box;
  GtkWidget *restart_button;
};

G_DEFINE_FINAL_TYPE (MwWizardResult, mw_wizard_result, GTK_TYPE_WIDGET)

static void
append_heading (MwWizardResult *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->sections_box, label);
}

static void
append_texts (MwWizardResult *self, const char *heading, GPtrArray *texts)
{
  if (texts->len == 0)
    return;

  append_heading (self, heading, "heading");
  gtk_box_append (self->sections_box, mw_prose_new_list (texts));
}

static void
append_paragraph (MwWizardResult *self, const char *heading, const char *text)
{
  if (!*text)
    return;

  append_heading (self, heading, "heading");
  gtk_box_append (self->sections_box, mw_prose_new_paragraph (text));
}

/* "Social competences: sufficient. That points to Actieven or Geborgenen." */
static char *
dup_reason (const MwAnswers *answers, MwSource source)
{
  g_autofree char *answer
    = mw_wizard_question_dup_answer (source, mw_wizard_question_get_answer (answers, source));
  g_autofree char *profiles = mw_words_dup_profiles (mw_answers_get_profiles (answers, source));

  /* Translators: a question, the answer, and the profiles that go with it */
  return g_strdup_printf (_ ("%1$s – “%2$s”. This goes with %3$s."), mw_words_get_source (source), answer, profiles);
}

static void
append_reasons (MwWizardResult *self, const MwAnswers *answers, const MwAssessment *assessment)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < MW_N_SOURCES; s++)
    if (assessment->answered & (1u << s))
      g_ptr_array_add (reasons, dup_reason (answers, s));
  append_texts (self, _ ("Why"), reasons);
}

/* Returns: (transfer none): what to ask when @source is open */
static const char *
get_question (MwSource source)
{
  static const char *const questions[MW_N_SOURCES] = {
    [MW_SOURCE_PERSISTENCE] = N_ ("Since when has the client been alone so much, and what happened then?"),
    [MW_SOURCE_ORIENTATION] = N_ ("Would the client like to be among people more, or rather not?"),
    [MW_SOURCE_COMPETENCES] = N_ ("How did contacts come about earlier in life, and who kept them going?"),
    [MW_SOURCE_STRATEGY] = N_ ("What does the client hold on to when things are hard?"),
  };

  return _ (questions[source]);
}

static void
append_find_out (MwWizardResult *self, const MwAssessment *assessment)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  MwLanguage language = mw_words_get_language ();
  guint8 open = assessment->find_out;

  if (assessment->agreement == MW_AGREEMENT_PROVISIONAL)
    open |= (guint8) ~assessment->answered; /* whatever would check it */
  for (guint s = 0; s < MW_N_SOURCES; s++)
    if (open & (1u << s))
      g_ptr_array_add (questions, (char *) get_question (s));
  if (assessment->agreement == MW_AGREEMENT_CONFLICT)
    for (guint p = 0; p < MW_N_PROFILES; p++)
      if (assessment->candidates & MW_PROFILE_SET_OF (p))
        g_ptr_array_add (questions, (char *) mw_typology_texts_peek_profile (p, MW_TYPOLOGY_ASK, language));
  append_texts (self, _ ("To find out at the next visit"), questions);
}

static void
append_full_profile (MwWizardResult *self, MwProfile profile)
{
  MwLanguage language = mw_words_get_language ();
  MwPersistence row = mw_profile_get_persistence (profile);

  append_paragraph (self, _ ("Description"),
                    mw_typology_texts_peek_profile (profile, MW_TYPOLOGY_DESCRIPTION, language));
  append_paragraph (self, _ ("Survival strategy"),
                    mw_typology_texts_peek_profile (profile, MW_TYPOLOGY_STRATEGY, language));
  append_texts (self, _ ("Kinds of intervention that suit"),
                mw_typology_texts_get_row (row, MW_TYPOLOGY_KIND_OF_INTERVENTION, language));
  append_texts (self, _ ("What may be achieved"),
                mw_typology_texts_get_row (row, MW_TYPOLOGY_POSSIBLE_RESULT, language));
  append_texts (self, _ ("Limits"), mw_typology_texts_get_profile (profile, MW_TYPOLOGY_LIMIT, language));
  append_texts (self, _ ("Limits of this kind of isolation"),
                mw_typology_texts_get_row (row, MW_TYPOLOGY_LIMIT, language));
  append_paragraph (self, _ ("An example"), mw_typology_texts_peek_profile (profile, MW_TYPOLOGY_EXAMPLE, language));
}

static void
append_profiles (MwWizardResult *self, MwProfileSet profiles)
{
  guint n_profiles = mw_profile_set_count (profiles);

  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      g_autofree char *name = mw_words_dup_profile (p);

      if (!(profiles & MW_PROFILE_SET_OF (p)))
        continue;
      if (n_profiles > 1)
        append_heading (self, name, "title-4");
      if (n_profiles <= MAX_FULL_PROFILES)
        append_full_profile (self, p);
      else
        gtk_box_append (self->sections_box, mw_prose_new_paragraph (mw_typology_texts_peek_profile (
                                              p, MW_TYPOLOGY_DESCRIPTION, mw_words_get_language ())));
    }
}

static char *
dup_title (const MwAssessment *assessment)
{
  MwProfile profile;

  if (assessment->agreement == MW_AGREEMENT_CONFLICT)
    return g_strdup (_ ("The answers contradict one another"));
  if (mw_profile_set_is_single (assessment->candidates, &profile))
    return mw_words_dup_profile (profile);
  if (assessment->candidates == MW_PROFILE_SET_ALL)
    return g_strdup (_ ("Everything is still open"));

  return g_strdup_printf (ngettext ("%u profile is left", "%u profiles are left",
                                    mw_profile_set_count (assessment->candidates)),
                          mw_profile_set_count (assessment->candidates));
}

static char *
dup_verdict (const MwAssessment *assessment)
{
  g_autofree char *candidates = mw_words_dup_profiles (assessment->candidates);
  g_autofree char *by_questions = mw_words_dup_profiles (assessment->by_questions);
  g_autofree char *by_checks = mw_words_dup_profiles (assessment->by_checks);

  switch (assessment->agreement)
    {
    case MW_AGREEMENT_SETTLED:
      return g_strdup (_ ("The two questions and the check agree."));
    case MW_AGREEMENT_PROVISIONAL:
      return g_strdup (_ ("Provisional: the answers point to this profile, but not everything has been checked."));
    case MW_AGREEMENT_CONFLICT:
      return g_strdup_printf (_ ("The questions point to %s; the check points to %s. Keep both in mind for now."),
                              by_questions, by_checks);
    case MW_AGREEMENT_OPEN:
    default:
      if (assessment->candidates == MW_PROFILE_SET_ALL)
        return g_strdup (_ ("No answer rules anything out yet. You see all interventions."));
      return g_strdup_printf (_ ("Still possible: %s."), candidates);
    }
}

static void
mw_wizard_result_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_wizard_result_parent_class)->dispose (object);
}

static gboolean
mw_wizard_result_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_WIZARD_RESULT (widget)->restart_button);
}

static void
mw_wizard_result_class_init (MwWizardResultClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_wizard_result_dispose;
  widget_class->grab_focus = mw_wizard_result_grab_focus;
  widget_class->focus = mw_focus_children;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-wizard-result.ui");
  gtk_widget_class_bind_template_child (widget_class, MwWizardResult, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardResult, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardResult, sections_box);
  gtk_widget_class_bind_template_child (widget_class, MwWizardResult, restart_button);
}

static void
mw_wizard_result_init (MwWizardResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

MwWizardResult *
mw_wizard_result_new (void)
{
  return g_object_new (MW_TYPE_WIZARD_RESULT, NULL);
}

void
mw_wizard_result_set_answers (MwWizardResult *self, const MwAnswers *answers)
{
  g_autofree char *title = NULL;
  g_autofree char *verdict = NULL;
  MwAssessment assessment;
  GtkWidget *child;

  mw_assessment_evaluate (answers, &assessment);
  title = dup_title (&assessment);
  verdict = dup_verdict (&assessment);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->verdict_label, verdict);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box))))
    gtk_box_remove (self->sections_box, child);
  append_reasons (self, answers, &assessment);
  append_find_out (self, &assessment);
  if (assessment.candidates != MW_PROFILE_SET_ALL)
    append_profiles (self, assessment.candidates);
}
