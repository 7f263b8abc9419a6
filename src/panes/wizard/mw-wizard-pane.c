/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-wizard-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-typology-matrix.h"
#include "mw-wizard-question.h"
#include "mw-wizard-result.h"

struct _MwWizardPane
{
  GtkWidget parent_instance;

  MwTypologyMatrix *matrix;
  GtkScrolledWindow *scroller;
  AdwBin *step_bin;
  GtkLabel *step_label;
  GtkButton *back_button;
  GtkButton *next_button;

  MwAnswers answers;
  guint step;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwWizardPane, mw_wizard_pane, GTK_TYPE_WIDGET)

static void
update_answers (MwWizardPane *self)
{
  GtkWidget *child = adw_bin_get_child (self->step_bin);

  mw_typology_matrix_set_candidates (self->matrix, mw_wizard_pane_get_candidates (self));
  if (MW_IS_WIZARD_QUESTION (child))
    mw_wizard_question_set_answers (MW_WIZARD_QUESTION (child), &self->answers);
  else if (MW_IS_WIZARD_RESULT (child))
    mw_wizard_result_set_answers (MW_WIZARD_RESULT (child), &self->answers);
}

static void
on_answered (MwWizardPane *self, guint answer)
{
  mw_wizard_question_set_answer (&self->answers, self->step, answer);
  update_answers (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A step is made when it is shown: at the start only the first one is needed. */
static void
show_step (MwWizardPane *self)
{
  g_autofree char *text = NULL;
  GtkWidget *child;

  if (self->step == MW_WIZARD_RESULT_STEP)
    {
      child = GTK_WIDGET (mw_wizard_result_new ());
      text = g_strdup (_ ("Result"));
    }
  else
    {
      child = GTK_WIDGET (mw_wizard_question_new (self->step));
      g_signal_connect_swapped (child, "answered", G_CALLBACK (on_answered), self);
      text = g_strdup_printf (_ ("Question %u of %u"), self->step + 1, (guint) MW_N_SOURCES);
    }
  adw_bin_set_child (self->step_bin, child);
  gtk_label_set_label (self->step_label, text);
  gtk_button_set_label (self->next_button, self->step == MW_WIZARD_RESULT_STEP - 1 ? _ ("_Result") : _ ("_Next"));
  mw_accessible_name_buttons (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), self->step < MW_WIZARD_RESULT_STEP);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), self->step > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_answers (self);
}

static void
go_to (MwWizardPane *self, guint step)
{
  mw_wizard_pane_set_step (self, step);
  gtk_widget_grab_focus (adw_bin_get_child (self->step_bin));
}

static void
mw_wizard_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_wizard_pane_parent_class)->dispose (object);
}

static void
mw_wizard_pane_class_init (MwWizardPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_wizard_pane_dispose;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_WIZARD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (MW_TYPE_TYPOLOGY_MATRIX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-wizard-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MwWizardPane, matrix);
  gtk_widget_class_bind_template_child (widget_class, MwWizardPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwWizardPane, step_bin);
  gtk_widget_class_bind_template_child (widget_class, MwWizardPane, step_label);
  gtk_widget_class_bind_template_child (widget_class, MwWizardPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, MwWizardPane, next_button);
}

static void
mw_wizard_pane_init (MwWizardPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), FALSE);
}

void
mw_wizard_pane_fill (MwWizardPane *self)
{
  show_step (self);
}

void
mw_wizard_pane_set_answers (MwWizardPane *self, const MwAnswers *answers)
{
  self->answers = *answers;
  update_answers (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_wizard_pane_get_answers (MwWizardPane *self, MwAnswers *answers)
{
  *answers = self->answers;
}

MwProfileSet
mw_wizard_pane_get_candidates (MwWizardPane *self)
{
  MwAssessment assessment;

  mw_assessment_evaluate (&self->answers, &assessment);

  return assessment.candidates;
}

void
mw_wizard_pane_set_step (MwWizardPane *self, guint step)
{
  g_return_if_fail (step < MW_N_WIZARD_STEPS);

  if (self->step == step)
    return;

  self->step = step;
  show_step (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
mw_wizard_pane_get_step (MwWizardPane *self)
{
  return self->step;
}

void
mw_wizard_pane_go_back (MwWizardPane *self)
{
  if (self->step > 0)
    go_to (self, self->step - 1);
}

void
mw_wizard_pane_go_next (MwWizardPane *self)
{
  if (self->step < MW_WIZARD_RESULT_STEP)
    go_to (self, self->step + 1);
}

void
mw_wizard_pane_restart (MwWizardPane *self)
{
  MwAnswers none = { 0 };

  mw_wizard_pane_set_answers (self, &none);
  go_to (self, 0);
}
