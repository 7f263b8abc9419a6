/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "find-widget.h"
#include "mw-typology-matrix.h"
#include "mw-wizard-pane.h"
#include "mw-wizard-question.h"
#include "mw-wizard-result.h"

static MwWizardPane *
new_wizard (void)
{
  MwWizardPane *wizard = g_object_ref_sink (g_object_new (MW_TYPE_WIZARD_PANE, NULL));

  mw_wizard_pane_fill (wizard);

  return wizard;
}

static void
answer (MwWizardPane *wizard, const char *label)
{
  GtkWidget *row = find_by_label (GTK_WIDGET (wizard), GTK_TYPE_LIST_BOX_ROW, label);

  g_assert_nonnull (row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
}

static void
test_roles (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();
  GtkWidget *matrix = find_widget (GTK_WIDGET (wizard), MW_TYPE_TYPOLOGY_MATRIX);
  GtkWidget *question = find_widget (GTK_WIDGET (wizard), MW_TYPE_WIZARD_QUESTION);
  GtkWidget *row = find_widget (question, GTK_TYPE_LIST_BOX_ROW);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (wizard), GTK_ACCESSIBLE_ROLE_REGION);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (wizard), GTK_ACCESSIBLE_PROPERTY_LABEL, "Typology");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (matrix), GTK_ACCESSIBLE_PROPERTY_LABEL, "The eight profiles");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (question), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (question), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How did the isolation arise?");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Isolation is impending");
}

static void
test_answers_narrow_the_matrix (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();
  GtkWidget *matrix = find_widget (GTK_WIDGET (wizard), MW_TYPE_TYPOLOGY_MATRIX);

  g_assert_cmpuint (mw_typology_matrix_get_candidates (MW_TYPOLOGY_MATRIX (matrix)), ==, MW_PROFILE_SET_ALL);
  answer (wizard, "Isolated through recent events");
  g_assert_cmpuint (mw_wizard_pane_get_candidates (wizard), ==,
                    MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS) | MW_PROFILE_SET_OF (MW_PROFILE_AFHANKELIJKEN));
  g_assert_cmpuint (mw_typology_matrix_get_candidates (MW_TYPOLOGY_MATRIX (matrix)), ==,
                    mw_wizard_pane_get_candidates (wizard));
}

static void
test_going_back_keeps_the_answers (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();
  MwAnswers answers;

  answer (wizard, "Isolated through recent events");
  mw_wizard_pane_go_next (wizard);
  answer (wizard, "Would like contact with others");
  mw_wizard_pane_go_back (wizard);
  mw_wizard_pane_go_next (wizard);
  mw_wizard_pane_get_answers (wizard, &answers);
  g_assert_cmpint (answers.persistence, ==, MW_PERSISTENCE_SITUATIONAL);
  g_assert_cmpint (answers.orientation, ==, MW_ORIENTATION_ORIENTED);
  gtk_test_accessible_assert_state (
    GTK_ACCESSIBLE (find_by_label (GTK_WIDGET (wizard), GTK_TYPE_LIST_BOX_ROW, "Would like contact with others")),
    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

static void
test_unclear_everywhere (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();

  for (guint s = 0; s < MW_WIZARD_RESULT_STEP; s++)
    {
      g_assert_cmpuint (mw_wizard_pane_get_step (wizard), ==, s);
      answer (wizard, "Not clear yet");
      mw_wizard_pane_go_next (wizard);
    }
  g_assert_cmpuint (mw_wizard_pane_get_candidates (wizard), ==, MW_PROFILE_SET_ALL);
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Everything is still open"));
}

static void
show_result (MwWizardPane *wizard, MwAnswers answers)
{
  mw_wizard_pane_set_answers (wizard, &answers);
  mw_wizard_pane_set_step (wizard, MW_WIZARD_RESULT_STEP);
}

static void
test_result_settled (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();

  show_result (wizard, (MwAnswers){ MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED,
                                    MW_STRATEGY_FIRST + MW_PROFILE_ACHTERBLIJVERS });
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Achterblijvers (left-behinds)"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "The two questions and the check agree."));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "An aid to your own judgement, not a diagnosis."));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Kinds of intervention that suit"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "What may be achieved"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "An example"));
}

static void
test_result_conflict (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();

  show_result (wizard, (MwAnswers){ MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_SUFFICIENT,
                                    MW_STRATEGY_UNANSWERED });
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "The answers contradict one another"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "To find out at the next visit"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Why"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Achterblijvers (left-behinds)"));
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Actieven (actives)"));
}

static void
test_restart (void)
{
  g_autoptr (MwWizardPane) wizard = new_wizard ();

  show_result (wizard, (MwAnswers){ MW_PERSISTENCE_COMPLEX, MW_ORIENTATION_ORIENTED, 0, 0 });
  g_assert_nonnull (find_label (GTK_WIDGET (wizard), "Hoopvollen (hopefuls)"));
  mw_wizard_pane_restart (wizard);
  g_assert_cmpuint (mw_wizard_pane_get_step (wizard), ==, 0);
  g_assert_cmpuint (mw_wizard_pane_get_candidates (wizard), ==, MW_PROFILE_SET_ALL);
}

/* Tab leads through the answers to the button below them, and Shift+Tab back again. */
static void
test_tab (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *wizard = g_object_new (MW_TYPE_WIZARD_PANE, NULL);
  GtkWidget *next, *first;

  mw_wizard_pane_fill (MW_WIZARD_PANE (wizard));
  adw_window_set_content (ADW_WINDOW (window), wizard);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  gtk_window_present (GTK_WINDOW (window));
  run_for (300);
  next = find_by_label (wizard, GTK_TYPE_BUTTON, "Next");
  first = find_by_label (wizard, GTK_TYPE_LIST_BOX_ROW, "Isolation is impending");
  gtk_widget_set_sensitive (next, TRUE);
  for (guint answered = 0; answered < 2; answered++)
    {
      gtk_widget_grab_focus (first);
      for (guint i = 0; i < 5; i++)
        gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_has_focus (next));
      for (guint i = 0; i < 5; i++)
        gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_widget_has_focus (first));
      answer (MW_WIZARD_PANE (wizard), "Isolated through recent events");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/wizard/roles", test_roles);
  g_test_add_func ("/wizard/answers-narrow-the-matrix", test_answers_narrow_the_matrix);
  g_test_add_func ("/wizard/going-back", test_going_back_keeps_the_answers);
  g_test_add_func ("/wizard/unclear-everywhere", test_unclear_everywhere);
  g_test_add_func ("/wizard/result/settled", test_result_settled);
  g_test_add_func ("/wizard/result/conflict", test_result_conflict);
  g_test_add_func ("/wizard/restart", test_restart);

  g_test_add_func ("/wizard/tab", test_tab);

  return g_test_run ();
}
