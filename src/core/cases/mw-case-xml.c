/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-xml.h"

#include "mw-case-xml-private.h"

static const char *const age_ids[] = { "unknown", "under-55", "55-64", "65-74", "75-84", "85-94", "95-and-over" };
static const char *const status_ids[] = { "open", "resting", "closed" };
static const char *const domain_ids[] = { "living", "day-activities", "health", "work", "network", "support" };
static const char *const note_ids[] = { "contact", "observation", "consultation", "meeting", "evaluation" };
static const char *const certainty_ids[] = { "unsure", "fairly", "sure" };
static const char *const persistence_ids[] = { "", "unclear", "impending", "situational", "structural", "complex" };
static const char *const orientation_ids[] = { "", "unclear", "oriented", "not-oriented" };
static const char *const competence_ids[] = { "", "unclear", "sufficient", "limited", "functional", "deficient" };
G_STATIC_ASSERT (G_N_ELEMENTS (age_ids) == MW_N_AGE_BANDS);
G_STATIC_ASSERT (G_N_ELEMENTS (status_ids) == MW_N_STATUSES);
G_STATIC_ASSERT (G_N_ELEMENTS (domain_ids) == MW_N_DOMAINS);
G_STATIC_ASSERT (G_N_ELEMENTS (note_ids) == MW_N_NOTE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (certainty_ids) == MW_N_CERTAINTIES);
G_STATIC_ASSERT (G_N_ELEMENTS (persistence_ids) == MW_N_PERSISTENCES);
G_STATIC_ASSERT (G_N_ELEMENTS (orientation_ids) == MW_N_ORIENTATIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (competence_ids) == MW_N_COMPETENCES);

static const char *
get_strategy_id (MwStrategy strategy)
{
  return strategy >= MW_STRATEGY_FIRST ? mw_profile_get_id ((MwProfile) (strategy - MW_STRATEGY_FIRST))
                                       : persistence_ids[strategy]; /* the same two */
}

static void
append_head (GString *xml, const MwCase *self)
{
  mw_case_xml_append_element (xml, 2, "label", self->label);
  mw_case_xml_append_element (xml, 2, "age", age_ids[self->age]);
  mw_case_xml_begin (xml, 2, "status");
  mw_case_xml_append_day (xml, "closed", self->closed_day);
  mw_case_xml_end (xml, "status", status_ids[self->status]);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    if (*self->domains[d])
      {
        mw_case_xml_begin (xml, 2, "domain");
        mw_case_xml_append_attribute (xml, "name", domain_ids[d]);
        mw_case_xml_end (xml, "domain", self->domains[d]);
      }
  mw_case_xml_append_element (xml, 2, "wishes", self->wishes);
  mw_case_xml_append_dated (xml, 2, "next", "day", self->next_day, self->next_action);
}

static void
append_note (GString *xml, const MwNote *note)
{
  mw_case_xml_begin (xml, 2, "note");
  mw_case_xml_append_attribute (xml, "kind", note_ids[note->kind]);
  mw_case_xml_append_day (xml, "day", note->day);
  mw_case_xml_end (xml, "note", note->text);
}

static void
append_profiles (GString *xml, const MwAnswers *answers)
{
  MwAssessment assessment;

  mw_assessment_evaluate (answers, &assessment);
  for (guint p = 0; p < MW_N_PROFILES && assessment.candidates != MW_PROFILE_SET_ALL; p++)
    if (assessment.candidates & MW_PROFILE_SET_OF (p))
      mw_case_xml_append_element (xml, 4, "profile", mw_profile_get_id ((MwProfile) p));
}

static void
append_assessment (GString *xml, const MwCaseAssessment *assessment)
{
  const MwAnswers *answers = &assessment->answers;

  mw_case_xml_begin (xml, 2, "assessment");
  mw_case_xml_append_time (xml, "time", assessment->time);
  mw_case_xml_append_attribute (xml, "certainty", certainty_ids[assessment->certainty]);
  g_string_append (xml, ">\n");
  mw_case_xml_append_element (xml, 4, "persistence", persistence_ids[answers->persistence]);
  mw_case_xml_append_element (xml, 4, "orientation", orientation_ids[answers->orientation]);
  mw_case_xml_append_element (xml, 4, "competences", competence_ids[answers->competences]);
  mw_case_xml_append_element (xml, 4, "strategy", get_strategy_id (answers->strategy));
  append_profiles (xml, answers);
  mw_case_xml_append_element (xml, 4, "reason", assessment->reason);
  g_string_append (xml, "  </assessment>\n");
}

GBytes *
mw_case_write_xml (const MwCase *self, gint64 exported)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  mw_case_xml_begin (xml, 0, "case");
  mw_case_xml_append_attribute (xml, "xmlns", "urn:maatwerk:case:1");
  mw_case_xml_append_time (xml, "exported", exported);
  mw_case_xml_append_time (xml, "created", self->created);
  mw_case_xml_append_time (xml, "changed", self->touched);
  mw_case_xml_append_attribute (xml, "handover", self->handover);
  g_string_append (xml, ">\n");
  append_head (xml, self);
  for (guint i = 0; i < self->notes->len; i++)
    append_note (xml, g_ptr_array_index (self->notes, i));
  for (guint i = 0; i < self->assessments->len; i++)
    append_assessment (xml, g_ptr_array_index (self->assessments, i));
  for (guint i = 0; i < self->considered->len; i++)
    mw_case_xml_append_considered (xml, g_ptr_array_index (self->considered, i));
  mw_case_xml_append_choice (xml, &self->choice);
  for (guint i = 0; i < self->scores->len; i++)
    mw_case_xml_append_score (xml, g_ptr_array_index (self->scores, i));
  for (guint i = 0; self->filters[i]; i++)
    mw_case_xml_append_element (xml, 2, "filter", self->filters[i]);
  g_string_append (xml, "</case>\n");

  return g_string_free_to_bytes (xml);
}
