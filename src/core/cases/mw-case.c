/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case.h"

G_DEFINE_FINAL_TYPE (MwCaseHeading, mw_case_heading, G_TYPE_OBJECT)

static void
note_free (gpointer data)
{
  MwNote *note = data;

  g_free (note->text);
  g_free (note);
}

static void
assessment_free (gpointer data)
{
  MwCaseAssessment *assessment = data;

  g_free (assessment->reason);
  g_free (assessment);
}

MwCase *
mw_case_new (void)
{
  MwCase *self = g_new0 (MwCase, 1);

  self->label = g_strdup ("");
  self->wishes = g_strdup ("");
  self->next_action = g_strdup ("");
  self->handover = g_strdup ("");
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    self->domains[d] = g_strdup ("");
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->assessments = g_ptr_array_new_with_free_func (assessment_free);
  self->considered = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_considered_free);
  mw_choice_init (&self->choice);
  self->scores = mw_scores_new ();
  self->filters = g_new0 (char *, 1);
  return self;
}

void
mw_case_free (MwCase *self)
{
  if (!self)
    return;

  g_free (self->label);
  g_free (self->wishes);
  g_free (self->next_action);
  g_free (self->handover);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    g_free (self->domains[d]);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->assessments);
  g_ptr_array_unref (self->considered);
  mw_choice_clear (&self->choice);
  g_ptr_array_unref (self->scores);
  g_strfreev (self->filters);
  g_free (self);
}

void
mw_case_set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_utf8_make_valid (text ? text : "", -1);
}

MwNote *
mw_case_add_note (MwCase *self, MwNoteKind kind, guint32 day, const char *text)
{
  MwNote *note = g_new0 (MwNote, 1);

  note->kind = kind;
  note->day = day;
  mw_case_set_text (&note->text, text);
  g_ptr_array_add (self->notes, note);
  return note;
}

MwCaseAssessment *
mw_case_add_assessment (MwCase *self, gint64 time, const MwAnswers *answers, MwCertainty certainty, const char *reason)
{
  MwCaseAssessment *assessment = g_new0 (MwCaseAssessment, 1);

  assessment->time = time;
  assessment->answers = *answers;
  assessment->certainty = certainty;
  mw_case_set_text (&assessment->reason, reason);
  g_ptr_array_add (self->assessments, assessment);
  return assessment;
}

void
mw_case_set_status (MwCase *self, MwCaseStatus status, guint32 today)
{
  if (status == MW_STATUS_CLOSED && self->status != MW_STATUS_CLOSED)
    self->closed_day = today;
  else if (status != MW_STATUS_CLOSED)
    self->closed_day = 0;
  self->status = status;
}

MwProfileSet
mw_case_get_profiles (const MwCase *self)
{
  MwCaseAssessment *current;
  MwAssessment assessment;

  if (self->assessments->len == 0)
    return 0;

  current = g_ptr_array_index (self->assessments, self->assessments->len - 1);
  mw_assessment_evaluate (&current->answers, &assessment);
  return assessment.candidates;
}

GPtrArray *
mw_case_list_dues (const MwCase *self)
{
  GPtrArray *dues = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_due_free);
  const MwChoice *choice = &self->choice;
  gboolean is_closed = self->status == MW_STATUS_CLOSED;

  if (self->next_day && !is_closed)
    g_ptr_array_add (dues, mw_due_new (MW_DUE_NEXT_ACTION, self->next_day, self->next_action));
  for (guint i = 0; i < choice->actions->len && !is_closed; i++)
    {
      MwAction *action = g_ptr_array_index (choice->actions, i);

      if (action->day && !action->done_day)
        g_ptr_array_add (dues, mw_due_new (MW_DUE_ACTION, action->day, action->text));
    }
  if (choice->evaluation_day && !choice->evaluated_day)
    g_ptr_array_add (dues, mw_due_new (MW_DUE_EVALUATION, choice->evaluation_day, NULL));
  g_ptr_array_sort (dues, mw_due_compare);
  return dues;
}

char *
mw_case_dup_text (const MwCase *self)
{
  GString *text = g_string_new (self->label);

  g_string_append_printf (text, "\n%s\n%s", self->wishes, self->next_action);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    g_string_append_printf (text, "\n%s", self->domains[d]);
  for (guint i = 0; i < self->notes->len; i++)
    {
      MwNote *note = g_ptr_array_index (self->notes, i);

      g_string_append_c (text, '\n');
      g_string_append (text, note->text);
    }
  for (guint i = 0; i < self->assessments->len; i++)
    g_string_append_printf (text, "\n%s", ((MwCaseAssessment *) g_ptr_array_index (self->assessments, i))->reason);
  for (guint i = 0; i < self->considered->len; i++)
    {
      MwConsidered *considered = g_ptr_array_index (self->considered, i);

      g_string_append_printf (text, "\n%s\n%s\n%s", considered->name, considered->referred_to, considered->reason);
      for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
        g_string_append_printf (text, "\n%s", considered->appraisals[s]);
    }
  mw_choice_append_text (&self->choice, text);

  return g_string_free (text, FALSE);
}

static void
mw_case_heading_finalize (GObject *object)
{
  MwCaseHeading *self = MW_CASE_HEADING (object);

  g_free (self->label);
  g_clear_pointer (&self->dues, g_ptr_array_unref);

  G_OBJECT_CLASS (mw_case_heading_parent_class)->finalize (object);
}

static void
mw_case_heading_class_init (MwCaseHeadingClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_case_heading_finalize;
}

static void
mw_case_heading_init (MwCaseHeading *self)
{
}

MwCaseHeading *
mw_case_heading_new (guint64 id)
{
  MwCaseHeading *self = g_object_new (MW_TYPE_CASE_HEADING, NULL);

  self->id = id;
  return self;
}

MwCaseHeading *
mw_case_heading_new_for_case (guint64 id, const MwCase *of)
{
  MwCaseHeading *self = mw_case_heading_new (id);

  self->label = g_strdup (of->label);
  self->age = of->age;
  self->status = of->status;
  self->profiles = mw_case_get_profiles (of);
  self->touched = of->touched;
  self->next_day = of->next_day;
  self->closed_day = of->closed_day;
  self->dues = mw_case_list_dues (of);
  return self;
}
